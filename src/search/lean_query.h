#pragma once

#include <cstddef>

#include "verbale/query/tree.h"

namespace verbale {

// The same query without what it says twice: equal sides of AND and OR but bare words, which weigh
// more when they are repeated, and date ranges that narrow each other made one.
QueryNode lean(const QueryNode& query);

// How many different words with * it has.
std::size_t count_wildcards(const QueryNode& query);

}  // namespace verbale
