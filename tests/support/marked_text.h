#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verbale/model/text_range.h"

namespace verbale::testing_support {

// A text written with its parts marked: <quotation or clause>, {cue}, [mention]. The marks are not
// part of `text`; "\\" before one makes it a letter.
struct MarkedText {
  std::string text;
  std::vector<TextRange> statements;
  std::vector<TextRange> cues;
  std::vector<TextRange> mentions;
};

inline MarkedText read_marked(std::string_view marked) {
  MarkedText result;
  std::vector<std::uint32_t> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const char c = marked[i];
    const auto here = static_cast<std::uint32_t>(result.text.size());
    if (c == '<' || c == '{' || c == '[') {
      open.push_back(here);
    } else if (c == '>' || c == '}' || c == ']') {
      std::vector<TextRange>& part = c == '>'   ? result.statements
                                     : c == '}' ? result.cues
                                                : result.mentions;
      part.push_back({open.back(), here});
      open.pop_back();
    } else {
      result.text += c == '\\' ? marked[++i] : c;
    }
  }
  return result;
}

}  // namespace verbale::testing_support
