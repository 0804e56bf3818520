#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "verbale/readers/reader.h"

namespace verbale::readers {

// A name on the disk as text: valid UTF-8 on one line, without control characters. Different names
// give different texts: bytes that need it, and the backslash, are written as "\x0A", "\\".
std::string printable_path(const std::filesystem::path& path);

// The files below paths, each folder's in byte order of their paths. Links are followed, but no
// folder is entered twice, so that a loop of links ends. Hidden files are files like others. What
// is neither a file nor a folder is refused, and so is what cannot be looked into.
class PathWalk {
 public:
  explicit PathWalk(std::vector<std::filesystem::path> paths);

  // The next file, or "-"; nothing at the end.
  std::optional<std::filesystem::path> next(std::vector<Refusal>& refusals);

 private:
  enum class Whose { Named, Found };  // By the user, or in a folder.

  bool is_readable(const std::filesystem::path& path, Whose whose, std::vector<Refusal>& refusals);
  void enter(const std::filesystem::path& folder, std::vector<Refusal>& refusals);

  std::vector<std::filesystem::path> waiting_;  // The next one last.
  std::size_t named_;                           // How many of `waiting_` the user named.
  std::set<std::pair<std::uint64_t, std::uint64_t>> entered_;  // Device and inode.
};

// The bytes of all files below `paths`; nothing when standard input or a pipe is among them.
std::optional<std::uint64_t> bytes_below(const std::vector<std::filesystem::path>& paths);

}  // namespace verbale::readers
