#pragma once

#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <system_error>

#include "verbale/base/error.h"

namespace verbale {

// What a Xapian error means for an index.
inline IndexFault fault_of(const Xapian::Error& error) {
  const std::string type = error.get_type();
  if (type == "DatabaseLockError") {
    return IndexFault::Locked;
  }
  if (type.starts_with("Network")) {
    return IndexFault::Unreachable;
  }
  if (type == "DatabaseCorruptError" || type == "DatabaseOpeningError" ||
      type == "DatabaseNotFoundError" || type == "DatabaseVersionError") {
    return IndexFault::Damaged;
  }
  return IndexFault::Storage;
}

inline std::string mend_of(IndexFault fault) {
  switch (fault) {
    case IndexFault::Damaged:
      return "; `verbale check` tells more, `verbale rebuild` makes a new index";
    case IndexFault::Unreachable:
      return "; start its server, or search with --partial";
    case IndexFault::Storage:
      return "; see that there is space and permission to write";
    default:
      return "";
  }
}

inline IndexError index_error(const std::string& place, const Xapian::Error& error) {
  const IndexFault fault = fault_of(error);
  const char* cause = error.get_error_string();
  return IndexError(fault, place + ": " + error.get_msg() +
                               (cause == nullptr ? "" : " (" + std::string(cause) + ")") +
                               mend_of(fault));
}

// Runs `work` on a database and turns Xapian's errors, and the file system's, into IndexError that
// names `place`.
template <class Work>
auto with_xapian(const std::string& place, Work work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw index_error(place, error);
  } catch (const std::filesystem::filesystem_error& error) {
    throw IndexError(IndexFault::Storage, std::string(error.what()) + mend_of(IndexFault::Storage));
  }
}

}  // namespace verbale
