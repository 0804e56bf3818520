#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "search/index_words.h"
#include "verbale/query/tree.h"

namespace verbale {

// The word of the index that `folded` was most probably meant to be: fewest errors, then most
// frequent. Nothing when none is near. Reads the vocabulary, which takes some milliseconds.
std::optional<std::string> nearest_word(const Xapian::Database& database, std::string_view folded);

// The query with words of the index in place of those that no passage has; nothing when there is
// no such word, or nothing near to it.
std::optional<QueryNode> respelled(const QueryNode& query, const Xapian::Database& database,
                                   IndexWords& words);

}  // namespace verbale
