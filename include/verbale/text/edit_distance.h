#pragma once

#include <cstddef>
#include <string_view>

namespace verbale {

// How many code points must be put in, left out, replaced or exchanged with their neighbour to
// make `b` of `a` (restricted Damerau-Levenshtein). Where it is more than `limit`, some number
// greater than `limit`; the cost is the texts' length times `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// How many errors a word of this many code points may hold for another word to be offered instead:
// none below 3, 1 below 6, 2 below 12, then 3.
std::size_t plausible_errors(std::size_t code_points);

}  // namespace verbale
