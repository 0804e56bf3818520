#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "verbale/schema/schema.h"

namespace verbale {

// Xapian deletes a passage by its term list, and its servers show a passage by it. Nothing else
// needs the lists, which are a third of a shard: a shard can be written without them.
enum class TermLists { Without, With };

struct CopyTarget {
  std::filesystem::path folder;
  std::string description;  // What the copy says that it is a shard of.
};

// Makes the passages of a shard anew, each under the document id that it has, in a database with
// term lists in `folder`: from what is stored of them, so that neither sources nor attribution are
// needed. `schema` is what the shard was built with;
// `passages_done` is told now and then. The copy is not synced to disk. Throws IndexError (Damaged)
// when the copy's content would be another.
void copy_with_term_lists(const Xapian::Database& shard, const CopyTarget& target,
                          const Schema& schema,
                          const std::function<void(std::uint64_t passages_done)>& progress);

// Makes an empty database that, merged with others, keeps term lists out of the result.
void make_without_term_lists(const std::filesystem::path& folder);

}  // namespace verbale
