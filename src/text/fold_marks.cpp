#include "fold_marks.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace verbale {
namespace {

struct Replacement {
  char32_t letter;
  const char16_t* by;
};

// Letters with no decomposition in Unicode that readers write without their stroke or hook, and
// Arabic letters that keyboards and spelling habits exchange. Sorted by letter.
constexpr Replacement replacements[] = {
    {0x00E6, u"ae"}, {0x00F0, u"d"}, {0x00F8, u"o"}, {0x00FE, u"th"}, {0x0111, u"d"},
    {0x0127, u"h"},  {0x0131, u"i"}, {0x0142, u"l"}, {0x0153, u"oe"}, {0x0167, u"t"},
    {0x0180, u"b"},  {0x0629, u"ه"}, {0x0640, u""},  {0x0649, u"ي"},  {0x0671, u"ا"},
    {0x06A9, u"ك"},  {0x06AA, u"ك"}, {0x06BE, u"ه"}, {0x06C0, u"ه"},  {0x06C1, u"ه"},
    {0x06CC, u"ي"},  {0x06D2, u"ي"}, {0x06D5, u"ه"},
};

const Replacement* replacement_of(char32_t letter) {
  const auto* found = std::ranges::lower_bound(replacements, letter, {}, &Replacement::letter);
  return found != std::end(replacements) && found->letter == letter ? found : nullptr;
}

bool is_cyrillic_vowel(UChar32 letter) {
  constexpr std::u16string_view vowels = u"аеиоуыэюяієѣ";
  return letter <= 0xFFFF &&
         vowels.find(static_cast<char16_t>(letter)) != std::u16string_view::npos;
}

// Whether a combining mark after `letter` (its base, already decomposed) may be left out.
bool is_optional_mark(UChar32 mark, UChar32 letter) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(letter, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_COMMON:  // Digits, and a mark that lost its letter.
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
    case USCRIPT_SYRIAC:
      return true;
    case USCRIPT_CYRILLIC:
      return (mark == 0x0308 && letter == 0x0435) ||
             ((mark == 0x0300 || mark == 0x0301) && is_cyrillic_vowel(letter));
    default:
      return false;
  }
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*make)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = make(status);
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU's normalization tables are missing: ") +
                             u_errorName(status));
  }
  return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return form.normalize(text, status);
}

}  // namespace

icu::UnicodeString fold_case(const icu::UnicodeString& text) {
  static const icu::Normalizer2& form = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
  return normalized(form, text);
}

icu::UnicodeString fold_marks(const icu::UnicodeString& folded_case) {
  static const icu::Normalizer2& decomposed = normalizer(&icu::Normalizer2::getNFDInstance);
  static const icu::Normalizer2& composed = normalizer(&icu::Normalizer2::getNFCInstance);
  const icu::UnicodeString parts = normalized(decomposed, folded_case);
  icu::UnicodeString out;
  UChar32 letter = 0;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    const bool is_mark = u_charType(c) == U_NON_SPACING_MARK && u_getCombiningClass(c) != 0;
    if (is_mark && is_optional_mark(c, letter)) {
      continue;
    }
    if (is_mark) {
      out.append(c);
      continue;
    }
    letter = c;
    if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) {
      letter = '0' + u_charDigitValue(c);
      out.append(letter);
    } else if (const Replacement* by = replacement_of(static_cast<char32_t>(c))) {
      out.append(icu::UnicodeString(by->by));
    } else {
      out.append(c);
    }
  }
  return normalized(composed, out);
}

}  // namespace verbale
