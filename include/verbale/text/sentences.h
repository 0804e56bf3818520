#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "verbale/model/text_range.h"

namespace verbale {

// Words written with a final period that does not end a sentence, in lower case and without that
// period: "mr", "gen", "u.s".
struct Abbreviations {
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

  Words never_final;   // "Mr. Wong"
  Words may_be_final;  // "in the U.S. He left": ends a sentence before a word that starts many.
};

// Paragraphs of `text`: separated by line breaks; without the white space around them. Empty ones
// are left out.
std::vector<TextRange> split_paragraphs(std::string_view text);

// Sentences of one paragraph, in the text's offsets, without white space around them, closing
// quotation marks and brackets kept with the sentence that they end. A sentence never ends inside
// an abbreviation, a number, a web address or an ellipsis followed by a small letter.
std::vector<TextRange> split_sentences(std::string_view text, TextRange paragraph,
                                       const Abbreviations& abbreviations);

}  // namespace verbale
