#include "verbale/text/title_case.h"

#include <unicode/uchar.h>

#include "icu_strings.h"

namespace verbale {

std::string title_case(std::string_view name) {
  const icu::UnicodeString written = to_utf16(name);
  icu::UnicodeString titled;
  bool letter_before = false;
  for (std::int32_t at = 0; at < written.length(); at = written.moveIndex32(at, 1)) {
    const UChar32 c = written.char32At(at);
    if (u_islower(c)) {
      return std::string(name);
    }
    titled.append(letter_before && u_isupper(c) ? u_tolower(c) : c);
    letter_before = u_isalpha(c) != 0;
  }
  return to_utf8(titled);
}

}  // namespace verbale
