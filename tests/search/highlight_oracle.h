#pragma once

#include <string>

#include "search/highlighter.h"

namespace verbale {

// What a highlighter should find, by the shortest code that says it: every leaf of the query is
// compared with every word of the passage, NEAR and ADJ try every choice of words. Shares nothing
// with the highlighter but the analyzer.
Highlights highlights_by_brute_force(const QueryNode& query, const HighlightTarget& target,
                                     MatchMode match);

// Whether the query finds the passage, as far as words decide: filters count as true.
bool matches_by_brute_force(const QueryNode& query, const HighlightTarget& target, MatchMode match);

// The text with [brackets] around the ranges.
std::string marked(std::string_view text, std::span<const TextRange> ranges);

}  // namespace verbale
