#include "readers/words.h"

#include <algorithm>

namespace verbale::readers {

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
  return result;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_ignoring_case(a, b);
}

bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string comparable(std::string_view text) {
  // The first two bytes of punctuation beyond ASCII: quotation marks and dashes, CJK marks.
  constexpr std::string_view punctuation[] = {"\xE2\x80", "\xE3\x80"};
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::string_view two = text.substr(at, 2);
    if (two == punctuation[0] || two == punctuation[1]) {
      at += 2;
    } else if (c == '\xC2') {
      ++at;
    } else if (is_letter(c) || is_digit(c)) {
      result += lower(c);
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      result += c;
    }
  }
  return result;
}

std::string one_line(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  std::string line;
  bool space = false;
  while (!text.empty()) {
    const std::size_t width = text.starts_with(no_break_space) ? 2 : is_space(text.front()) ? 1 : 0;
    if (width == 0) {
      line += space && !line.empty() ? " " : "";
      line += text.front();
    }
    space = width != 0;
    text.remove_prefix(std::max<std::size_t>(width, 1));
  }
  return line;
}

}  // namespace verbale::readers
