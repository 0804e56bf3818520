#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "verbale/model/text_range.h"

namespace verbale {

// A phrase in quotation marks: the text between them, and where the closing mark ends.
struct Quoted {
  TextRange inner;
  std::size_t end = 0;
};

// A closing mark is looked for no further, so that reading is linear whatever marks a query holds.
inline constexpr std::size_t max_quotation_bytes = 8'192;

// Whether a quotation begins at `offset`: with a double mark anywhere, with a single one only at
// the start of a word and when another closes it, because it may be an apostrophe.
bool opens_quotation(std::string_view query, std::size_t offset);

// The quotation that begins at `offset`; nothing when no mark closes it. Marks inside it that open
// and close for themselves belong to it: “he said "no" twice”.
std::optional<Quoted> read_quoted(std::string_view query, std::size_t offset);

}  // namespace verbale
