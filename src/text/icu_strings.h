#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace verbale {

// Between UTF-8 and ICU's UTF-16. ICU's strings and indices stay inside src/text/.

inline icu::UnicodeString to_utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

inline std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace verbale
