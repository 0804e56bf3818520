#pragma once

#include <array>
#include <string>
#include <string_view>

#include "attribution/tokens.h"

namespace verbale::attribution {

// A word in the form that the Lexicon keeps: lower case, ’ as ', no final period; other scripts
// and diacritics as verbale::fold() has them. ASCII words never leave the stack.
struct FoldedWord {
  std::array<char, 64> bytes;
  std::size_t size = 0;
  std::string longer;  // When the bytes do not suffice.
  LetterCase letters = LetterCase::None;

  std::string_view view() const {
    return longer.empty() ? std::string_view(bytes.data(), size) : std::string_view(longer);
  }
};

FoldedWord fold_word(std::string_view word);

}  // namespace verbale::attribution
