#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "verbale/model/text_range.h"

namespace verbale {

// The part of `text` of at most `budget` bytes that shows the most of `highlights`, a long one
// before several short ones, with whole words around them. All of the text where it fits.
TextRange best_window(std::string_view text, std::span<const TextRange> highlights,
                      std::uint32_t budget);

}  // namespace verbale
