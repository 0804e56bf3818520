#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribution/lexicon.h"

namespace verbale::attribution {

// What a word of a language other than English does in a clause that reports somebody's words. A
// set of bits.
enum ClauseRole : std::uint8_t {
  role_complementizer = 1u << 0,  // que, dass, что, أن: the words reported follow
  role_filler = 1u << 1,    // Between words and cue or subject and cue: a, hat, se, также
  role_stop = 1u << 2,      // Ends a subject behind its cue; opens no subject: à, in, в
  role_pronoun = 1u << 3,   // il, sie, он, 他: who spoke last
  role_boundary = 1u << 4,  // A clause begins: et, und, который, lorsque
};

// Words of one language with their roles, separated by spaces.

struct ClauseWordRow {
  std::string_view language;
  std::uint8_t roles = 0;
  std::string_view words;
};

std::span<const ClauseWordRow> clause_word_rows();

// Calls visit(word) for the words of a row.
template <class Visit>
void for_each_clause_word(const ClauseWordRow& row, const Visit& visit) {
  for (std::size_t at = 0; at < row.words.size();) {
    const std::size_t end = std::min(row.words.find(' ', at), row.words.size());
    visit(row.words.substr(at, end - at));
    at = end + 1;
  }
}

// The bytes of the verb in the French "dit-il", "affirme-t-elle"; 0 when the word is none such.
std::size_t verb_before_pronoun(std::string_view word);

// Whether a Chinese cue of one character is a word between these two: 名称 and 称为 are no 称.
bool stands_alone(std::string_view before, std::string_view after);

// A German verb with its prefix behind: fügte ... hinzu.
struct SeparableCue {
  WordId prefix = unknown_word;
  std::uint32_t row = 0;  // Of Schema::cues().
};

// The roles of words, for look-up by WordId. Immutable.
class ClauseWords {
 public:
  ClauseWords(const Schema& schema, const Lexicon& lexicon);

  // Of the word in a text of `language`; 0 when it has none.
  std::uint8_t roles(WordId word, std::string_view language) const;
  // The cues whose first part is the word.
  std::span<const SeparableCue> separable(WordId word) const;

 private:
  static constexpr std::size_t languages = 6;

  std::unordered_map<WordId, std::array<std::uint8_t, languages>> roles_;
  std::unordered_map<WordId, std::vector<SeparableCue>> separable_;
};

}  // namespace verbale::attribution
