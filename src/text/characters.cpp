#include "characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "verbale/text/utf8.h"

namespace verbale {
namespace {

UGraphemeClusterBreak grapheme_break(char32_t c) {
  return static_cast<UGraphemeClusterBreak>(
      u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK));
}

bool is_without_word_spaces(char32_t c) {
  if (c == 0x30FC || c == 0xFF70 || c == 0x3006) {  // ー and 〆 belong to no single script.
    return true;
  }
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool is_common_ideograph(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FA) || (c >= 0xAC00 && c <= 0xD7A3);
}

// ½ must not be found as 12.
bool is_fraction(char32_t c) {
  return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215F) || c == 0x2189;
}

// NFKC takes Thai and Lao AM apart into a mark and a letter; written so, they are AM all the same.
bool is_vowel_am(char32_t mark, char32_t letter) {
  return (mark == 0x0E4D && letter == 0x0E32) || (mark == 0x0ECD && letter == 0x0EB2);
}

// Inside a word these are invisible: soft hyphen, word joiner, byte order mark.
bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x2060 || c == 0xFEFF;
}

// Rules GB6 to GB9a: the only ones that can join two characters of a word.
bool joins(UGraphemeClusterBreak before, UGraphemeClusterBreak after) {
  switch (after) {
    case U_GCB_EXTEND:
    case U_GCB_ZWJ:
    case U_GCB_SPACING_MARK:
      return true;
    case U_GCB_L:
    case U_GCB_LV:
    case U_GCB_LVT:
      return before == U_GCB_L;
    case U_GCB_V:
      return before == U_GCB_L || before == U_GCB_LV || before == U_GCB_V;
    case U_GCB_T:
      return before == U_GCB_LV || before == U_GCB_LVT || before == U_GCB_V || before == U_GCB_T;
    default:
      return false;
  }
}

}  // namespace

CharacterClass classify_beyond_ascii(char32_t code_point) {
  if (is_common_ideograph(code_point)) {
    return CharacterClass::Ideographic;
  }
  if (is_invisible(code_point)) {
    return CharacterClass::Mark;
  }
  switch (grapheme_break(code_point)) {
    case U_GCB_EXTEND:
    case U_GCB_ZWJ:
    case U_GCB_SPACING_MARK:
      return CharacterClass::Mark;
    case U_GCB_PREPEND:
      return CharacterClass::Prepend;
    default:
      break;
  }
  const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(code_point));
  if ((category & (U_GC_L_MASK | U_GC_NL_MASK | U_GC_M_MASK)) != 0) {
    if (is_apostrophe(code_point)) {
      return CharacterClass::Other;
    }
    return is_without_word_spaces(code_point) ? CharacterClass::Ideographic
                                              : CharacterClass::Letter;
  }
  const bool number = (category & (U_GC_ND_MASK | U_GC_NO_MASK)) != 0;
  return number && !is_fraction(code_point) ? CharacterClass::Digit : CharacterClass::Other;
}

bool is_apostrophe(char32_t code_point) {
  switch (code_point) {
    case 0x0027:
    case 0x0060:
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
      return true;
    default:
      return false;
  }
}

std::size_t ideograph_end(std::string_view text, std::size_t offset) {
  char32_t c = next_code_point(text, offset);
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) >= 0x80) {
    std::size_t after = offset;
    const char32_t next = next_code_point(text, after);
    const bool han_or_kana = is_common_ideograph(next) && next < 0xAC00;
    if (han_or_kana || (!joins(grapheme_break(c), grapheme_break(next)) && !is_vowel_am(c, next))) {
      break;
    }
    offset = after;
    c = next;
  }
  return offset;
}

}  // namespace verbale
