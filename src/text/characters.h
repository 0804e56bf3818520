#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace verbale {

// What a code point is to the analyzer.
enum class CharacterClass : std::uint8_t {
  Other,        // Space, punctuation, symbols: between words.
  Letter,       // Of a script that puts something between its words.
  Digit,        // Decimal, superscript and other numbers.
  Mark,         // Goes on with the grapheme before it: combining marks, joiners.
  Ideographic,  // Letter of a script without word spaces, or Hangul: one grapheme is one word.
  Prepend,      // Begins the grapheme of what follows (Arabic number sign).
};

namespace detail {

constexpr std::array<CharacterClass, 128> make_ascii_classes() {
  std::array<CharacterClass, 128> classes{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    classes[c] = CharacterClass::Letter;
    classes[c - 'a' + 'A'] = CharacterClass::Letter;
  }
  for (unsigned char c = '0'; c <= '9'; ++c) {
    classes[c] = CharacterClass::Digit;
  }
  return classes;
}

}  // namespace detail

inline constexpr std::array<CharacterClass, 128> ascii_classes = detail::make_ascii_classes();

CharacterClass classify_beyond_ascii(char32_t code_point);

inline CharacterClass classify(char32_t code_point) {
  return code_point < 0x80 ? ascii_classes[code_point] : classify_beyond_ascii(code_point);
}

// ' ’ ‘ ʼ ʻ ` ´ ＇ and the prime, which stand for one another inside words.
bool is_apostrophe(char32_t code_point);

// Where the extended grapheme cluster (Unicode Annex 29) that begins with the ideographic
// character at `offset` ends; Thai and Lao AM written as two characters end together. `text` is
// valid UTF-8.
std::size_t ideograph_end(std::string_view text, std::size_t offset);

}  // namespace verbale
