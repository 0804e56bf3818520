#include "readers/json_mend.h"

#include <algorithm>

#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::size_t escape_bytes = 6;

enum class Surrogate { None, High, Low };

bool is_hex_digit(char c) {
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

// Of an escape "\uD83D" at the start of `text`.
Surrogate surrogate_at(std::string_view text) {
  if (text.size() < escape_bytes || text[0] != '\\' || text[1] != 'u' || lower(text[2]) != 'd' ||
      !std::all_of(text.begin() + 3, text.begin() + escape_bytes, is_hex_digit)) {
    return Surrogate::None;
  }
  const char digit = lower(text[3]);
  if (digit < '8') {
    return Surrogate::None;
  }
  return digit == '8' || digit == '9' || digit == 'a' || digit == 'b' ? Surrogate::High
                                                                      : Surrogate::Low;
}

}  // namespace

std::string mend_lone_surrogates(std::string_view json) {
  std::string mended(json);
  for (std::size_t at = mended.find('\\'); at != std::string::npos; at = mended.find('\\', at)) {
    const std::string_view rest = std::string_view(mended).substr(at);
    const Surrogate surrogate = surrogate_at(rest);
    if (surrogate == Surrogate::None) {
      at += 2;  // Also past the second backslash of "\\ud83d".
    } else if (surrogate == Surrogate::High &&
               surrogate_at(rest.substr(escape_bytes)) == Surrogate::Low) {
      at += 2 * escape_bytes;
    } else {
      mended.replace(at, escape_bytes, "\\ufffd");
      at += escape_bytes;
    }
  }
  return mended;
}

}  // namespace verbale::readers
