#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace verbale {

// What a glyph can do as a quotation mark. Straight marks, and marks whose direction depends on
// the language (« opens in French and closes in Danish; “ opens in English and closes in German),
// can do both.
struct QuotationMark {
  bool opens = false;
  bool closes = false;
  bool single = false;     // ' ‘ ’ ‚ ‹ ›: may be an apostrophe instead.
  std::uint8_t bytes = 0;  // Length in UTF-8; 2 for `` and ''. 0 when there is no mark.

  explicit operator bool() const { return bytes != 0; }
};

// The mark at `offset` of `text`. Knows “ ” „ ‟ " « » ‘ ’ ‚ ‛ ' ‹ › 「 」 『 』 〝 〞 ＂ `` ''.
QuotationMark quotation_mark_at(std::string_view text, std::size_t offset);

// Whether a quotation opened by the mark `open` can be closed by `close` (both are the glyphs).
bool marks_pair(std::string_view open, std::string_view close);

}  // namespace verbale
