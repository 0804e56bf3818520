#include "verbale/text/folding.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "characters.h"
#include "fold_marks.h"
#include "icu_strings.h"

namespace verbale {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

char lower(char c) {
  if (c >= 'A' && c <= 'Z') {
    return static_cast<char>(c + ('a' - 'A'));
  }
  return c == '`' ? '\'' : c;
}

std::string fold_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (!is_space(c)) {
      out += lower(c);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  return out;
}

// Applied before normalization, which would make a space and a mark of ´, and after it, because
// it takes ŉ apart.
icu::UnicodeString with_plain_punctuation(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (is_apostrophe(static_cast<char32_t>(c))) {
      out.append(u'\'');
    } else if (u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212) {
      out.append(u'-');
    } else if (u_isUWhiteSpace(c)) {
      out.append(u' ');
    } else {
      out.append(c);
    }
  }
  return out;
}

std::unique_ptr<icu::Transliterator> latin_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU's Any-Latin is missing: ") + u_errorName(status));
  }
  return made;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) {
    return fold_ascii(text);
  }
  const icu::UnicodeString folded_case = fold_case(with_plain_punctuation(to_utf16(text)));
  return fold_ascii(to_utf8(fold_marks(with_plain_punctuation(folded_case))));
}

std::string to_latin(std::string_view text) {
  if (is_ascii(text)) {
    return fold_ascii(text);
  }
  static const std::unique_ptr<const icu::Transliterator> latin = latin_transliterator();
  icu::UnicodeString letters = to_utf16(text);
  latin->transliterate(letters);
  return fold(to_utf8(letters));
}

}  // namespace verbale
