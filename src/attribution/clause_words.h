#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribution/lexicon.h"

namespace verbale::attribution {

// What a word of a language other than English does in a clause that reports somebody's words. A
// set of bits.
enum ClauseRole : std::uint16_t {
  role_complementizer = 1u << 0,  // que, dass, что, أن: the words reported follow
  role_filler = 1u << 1,      // Between words and cue or subject and cue: a, hat, se, также
  role_stop = 1u << 2,        // Ends a subject behind its cue; opens no subject: à, in, в
  role_pronoun = 1u << 3,     // il, sie, он, 他: somebody named before
  role_boundary = 1u << 4,    // A clause begins: et, und, который, lorsque
  role_auxiliary = 1u << 5,   // a, ha, hat: makes a participle a finite verb
  role_determiner = 1u << 6,  // le, una, der: what follows is a noun, "la menace"
  role_relative = 1u << 7,    // qui, quien, который: the subject is the noun before
  role_like = 1u << 8,        // comme, como, wie, как: "as X said" may stand anywhere
  role_indefinite = 1u << 9,  // un, una, ein: nobody known
  role_feminine = 1u << 10,   // Of a pronoun: elle, ella, она
  role_plural = 1u << 11,     // Of a pronoun or a determiner: ils, les, los
  role_place = 1u << 12,      // в, на: "в МИД сообщили", and no other subject
  role_time = 1u << 13,       // lundi, ayer: "a déclaré lundi le ministre"
  role_told = 1u << 14,  // AFP, RT: media that somebody speaks to, "рассказал RT эксперт"
  role_conjunction = 1u << 15,  // tandis, plus: with "que", no words reported
};
using ClauseRoles = std::uint16_t;

// What the clauses of the languages differ in.
struct ClauseGrammar {
  std::string_view language;
  bool verb_first = false;      // The subject stands behind its verb: قال الوزير
  bool drops_subjects = false;  // The verb alone speaks on: "añadió que", "وأضاف أن"
  bool comma_opens = false;     // Words reported behind a comma: "sagte, die See sei ruhig"
  bool han = false;             // No spaces, no capitals.
  bool cased = true;            // Names have capitals,
  bool noun_capitals = false;   // and so has every noun.
  bool inflects_names = false;  // "по словам Товрени"
};

const ClauseGrammar& clause_grammar(std::string_view language);

// Words of one language with their roles, separated by spaces.
struct ClauseWordRow {
  std::string_view language;
  ClauseRoles roles = 0;
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

// A German verb with its prefix behind: fügte ... hinzu.
struct SeparableCue {
  WordId prefix = unknown_word;
  std::uint32_t row = 0;  // Of Schema::cues().
};

// The roles of words, for look-up by WordId. Thread-safe; what only Russian texts need is made for
// the first of them. Keeps a reference to the schema.
class ClauseWords {
 public:
  ClauseWords(const Schema& schema, const Lexicon& lexicon);

  // By WordId, of the words in a text of `language`.
  std::span<const ClauseRoles> roles(std::string_view language) const;
  // The cues whose first part is the word.
  std::span<const SeparableCue> separable(WordId word) const;
  // Rows of Schema::people() whose name in Russian, or its last word, has these stems in any case.
  std::span<const std::uint32_t> people_by_stems(const std::string& stems) const;

 private:
  void add_roles(const Lexicon& lexicon);
  void add_separable(const Schema& schema, const Lexicon& lexicon);
  void add_if_separable(std::string_view form, std::uint32_t cue, const Lexicon& lexicon);
  void add_people() const;
  void add_alias(std::string_view alias, std::uint32_t person) const;

  static constexpr std::size_t languages = 6;

  std::array<std::vector<ClauseRoles>, languages> roles_;
  std::unordered_map<WordId, std::vector<SeparableCue>> separable_;
  const Schema& schema_;
  mutable std::once_flag people_made_;
  mutable std::unordered_map<std::string, std::vector<std::uint32_t>> people_;
};

}  // namespace verbale::attribution
