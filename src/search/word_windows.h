#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace verbale {

// Places of words in a text, ascending.
using Positions = std::vector<std::uint32_t>;

// NEAR: which places belong to some choice of one place from each list, all different, whose
// greatest and least differ by at most `span`. For each list, its places that do.
std::vector<Positions> places_near(std::span<const Positions> lists, std::uint32_t span);

// ADJ: the same, the places chosen ascending in the order of the lists, each at most `gap` after
// the one before it.
std::vector<Positions> places_in_order(std::span<const Positions> lists, std::uint32_t gap);

}  // namespace verbale
