#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/model/text_range.h"

namespace verbale::attribution {

class Lexicon;

// A word that the Lexicon knows, by its folded form; 0 for every other word.
using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

// The place of a token in Document::tokens.
using TokenIndex = std::uint32_t;

enum class TokenKind : std::uint8_t {
  Word,        // Letters with inner apostrophes, hyphens and the periods of "U.S."
  Number,      // Starts with a digit: "2024", "1,000", "75th", "18:30"
  Ideograph,   // One Han character or one Kana; names of several are matched token by token.
  Possessive,  // The "'s" or "'" after a word, a token of its own.
  Mark,        // A quotation mark, as quotation_marks.h knows them, no apostrophe.
  Comma,
  Stop,  // . ! ? … and their full-width and Arabic forms
  Colon,
  Semicolon,
  Dash,   // – — -- and a hyphen between spaces
  Open,   // ( [ and full-width forms
  Close,  // ) ]
  Other,
};

enum class LetterCase : std::uint8_t {
  None,     // Numbers, punctuation, scripts without case.
  Lower,    // "said"
  Capital,  // "Wang", "A"
  Upper,    // "NATO", "U.S."
  Mixed,    // "iPhone", "McConnell" counts as Capital
};

struct Token {
  TextRange range;
  WordId word = unknown_word;
  TokenKind kind = TokenKind::Other;
  LetterCase letters = LetterCase::None;
  bool space_before = false;  // White space or the start of a paragraph.
  // 1 + the place in Document::quotations of the outermost quotation that the token is in or marks
  // the end of; 0 outside.
  std::uint32_t quotation = 0;

  bool is_word() const { return kind == TokenKind::Word; }
  bool starts_capital() const {
    return letters == LetterCase::Capital || letters == LetterCase::Upper;
  }
};

// Appends the tokens of one paragraph. One pass, no allocation for ASCII words.
void tokenize(std::string_view text, TextRange paragraph, const Lexicon& lexicon,
              std::vector<Token>& tokens);

}  // namespace verbale::attribution
