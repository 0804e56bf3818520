#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verbale {

enum class TextStyle { Plain, Highlight, Strong, Faint };

// A run of text in one style.
struct StyledText {
  std::string text;
  TextStyle style = TextStyle::Plain;
};

struct ParagraphLayout {
  std::size_t indent = 0;  // Spaces before each line.
  std::size_t width = 80;  // Columns, the indent among them; 0: lines are never broken.
  bool color = false;
};

// Lays runs out as one paragraph that ends with a line feed, made safe for a terminal. Lines break
// at spaces and between the wide characters of East Asian scripts; a longer word overhangs. Colour
// codes stand only at the ends of runs and lines.
std::string lay_out(const std::vector<StyledText>& runs, const ParagraphLayout& layout);

// `text` between the codes of a style; the text itself without colour.
std::string styled(std::string_view text, TextStyle style, bool color);

// Columns that `text` takes on a terminal (Unicode Standard Annex 11, wide and fullwidth blocks).
std::size_t columns(std::string_view text);

}  // namespace verbale
