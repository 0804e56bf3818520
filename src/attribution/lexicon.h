#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attribution/tokens.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution {

// What a word can be, whatever its neighbours: the closed classes of English and what the tables
// say. A set of bits, because "that" is a subordinator, a determiner and a pronoun.
enum Trait : std::uint64_t {
  trait_determiner = 1u << 0,        // the, a, this, several
  trait_preposition = 1u << 1,       // of, in, during
  trait_coordinator = 1u << 2,       // and, or, but
  trait_subordinator = 1u << 3,      // because, while, that
  trait_relative = 1u << 4,          // who, which, whose
  trait_auxiliary = 1u << 5,         // has, was, would, n't forms too
  trait_negation = 1u << 6,          // not, never
  trait_adverb = 1u << 7,            // also, later; words in -ly get it by their ending
  trait_he = 1u << 8,                // he, him, his, himself
  trait_she = 1u << 9,               // she, her, hers, herself
  trait_it = 1u << 10,               // it, its, itself
  trait_they = 1u << 11,             // they, them, their
  trait_first_person = 1u << 12,     // I, we, my
  trait_second_person = 1u << 13,    // you
  trait_subject_pronoun = 1u << 14,  // he, she, it, they, I, we, who
  trait_possessive = 1u << 15,       // his, her, its, their, my: starts a noun phrase
  trait_weekday = 1u << 16,
  trait_month = 1u << 17,
  trait_time_noun = 1u << 18,      // yesterday, today, week
  trait_number_word = 1u << 19,    // two, dozens
  trait_honorific = 1u << 20,      // Mr., Sen.: stands before a name and is no name
  trait_title = 1u << 21,          // Inside a form of titles.tsv: minister, foreign
  trait_person_noun = 1u << 22,    // Heads a noun phrase for people: spokesman, critics
  trait_body_noun = 1u << 23,      // Heads a noun phrase for a body: ministry, campaign, bloc
  trait_document_noun = 1u << 24,  // statement, report, declaration
  trait_male_name = 1u << 25,      // given_names.tsv
  trait_female_name = 1u << 26,
  trait_given_name = 1u << 27,
  trait_verb = 1u << 28,             // A finite form of a common verb that reports nothing: went
  trait_name_particle = 1u << 29,    // van, de, al, bin
  trait_wh = 1u << 30,               // what, how, why, where
  trait_starts_phrase = 1ull << 31,  // A phrase of the tables starts with it.
  trait_cue = 1ull << 32,            // A form of a one-word verb cue.
  trait_name_suffix = 1ull << 33,    // Jr., III
  trait_male_noun = 1ull << 34,      // spokesman, king
  trait_female_noun = 1ull << 35,    // spokeswoman, queen
  trait_abbreviation = 1ull << 36,   // Written with a final period: "Sen.", "Nov."
  trait_cue_past = 1ull << 37,       // A past form of a verb cue, which no noun is written like.
  trait_place_word = 1ull << 38,     // New, South, Ohio: in names of places
  trait_cue_only = 1ull << 40,       // A form of a verb cue that is no noun: "insist", "predicts"
  trait_cue_clause = 1ull << 41,     // A form of a verb cue that takes a clause first: "said"
  trait_thing_noun = 1ull << 39,     // Ends a name that is no person's: Convention, Street
};
using Traits = std::uint64_t;

inline constexpr Traits time_traits = trait_weekday | trait_month | trait_time_noun;
inline constexpr Traits pronoun_traits =
    trait_he | trait_she | trait_it | trait_they | trait_first_person | trait_second_person;

enum class SenseKind : std::uint8_t {
  Person,          // row of Schema::people(): a name or an alias
  Surname,         // row of Schema::people(): a surname alone
  Body,            // row of Schema::bodies()
  BodyDescriptor,  // row of Schema::bodies(): "the alliance", without the article
  Country,         // rows of Schema::countries(): a name or an alias
  Demonym,
  Capital,
  Metonym,
  City,
  Title,  // row of Schema::titles()
  Cue,    // row of Schema::cues()
};

// What a phrase of the tables means. A phrase may have several senses.
struct Sense {
  SenseKind kind = SenseKind::Person;
  std::uint32_t row = 0;

  auto operator<=>(const Sense&) const = default;
};

// A phrase of the tables found in a text.
struct Match {
  TokenIndex first = 0, last = 0;  // Half open.
  std::span<const Sense> senses;   // Sorted; lives as long as the Lexicon.
};

// All words and phrases of the tables and the closed classes of English, laid out for look-up
// without allocation. Immutable once made.
class Lexicon {
 public:
  explicit Lexicon(const Schema& schema);

  // `folded` is the lower-case form; periods inside are kept ("u.s."), a final one is dropped.
  WordId find(std::string_view folded) const;
  std::size_t size() const { return traits_.size(); }  // All WordIds are below it.
  Traits traits(WordId word) const { return traits_[word]; }
  std::string_view spelling(WordId word) const;
  bool has(const Token& token, Traits any_of) const { return (traits_[token.word] & any_of) != 0; }

  // The cue rows that have `word` as a one-word form; empty for most words.
  std::span<const std::uint32_t> cues_of(WordId word) const;

  // Where the phrases of a language start. Those of English, and names in any language's script
  // that the tables give as aliases, are read in every text; "Island" is Iceland in German only.
  static std::uint32_t root_of(std::string_view language);

  // The longest phrase of the tables that starts at tokens[first], or one of no tokens. Capital
  // letters count: "who" is not WHO, "turkey" not Turkey.
  Match match_at(std::span<const Token> tokens, TokenIndex first,
                 std::uint32_t root = english_root) const;

 private:
  struct Edge {
    std::uint64_t key = 0;  // node << 32 | word; 0: empty
    std::uint32_t node = 0;
  };
  struct Bucket {
    std::uint32_t hash = 0;  // Told apart here, most other words cost no look at their letters.
    WordId word = unknown_word;
  };
  struct Pending {
    std::uint32_t node = 0;
    std::uint8_t capitals = 0;
    Sense sense;
    auto operator<=>(const Pending&) const = default;
  };

  static constexpr std::uint32_t english_root = 1, last_root = 7;

  Match match_from(std::uint32_t root, std::span<const Token> tokens, TokenIndex first) const;
  WordId add_word(std::string_view folded, Traits traits);
  void place(WordId word);
  std::uint32_t edge(std::uint32_t node, WordId word) const;
  std::uint32_t add_edge(std::uint32_t node, WordId word);
  void place(const Edge& added);
  void add_form(std::string_view form, Sense sense, std::uint32_t root = english_root);
  void add_forms(std::span<const std::string> forms, Sense sense,
                 std::uint32_t root = english_root);
  void add_closed_classes();
  void add_words_of_rules();
  void add_people(const Schema& schema);
  void add_places_and_bodies(const Schema& schema);
  void add_titles(const Schema& schema);
  void add_title_traits(const Title& title);
  void add_cues(const Schema& schema);
  void add_tables(const Schema& schema);
  void finish();
  std::span<const Sense> senses_at(std::uint32_t node, std::uint8_t capitals) const;

  std::string spellings_;
  std::vector<std::uint32_t> spelling_ends_;
  std::vector<Traits> traits_;
  std::vector<Bucket> buckets_;  // Open addressing over the words.
  std::vector<Edge> edges_;      // Open addressing over the edges of a trie; its root is node 1.
  std::size_t edge_count_ = 0;
  std::uint32_t nodes_ = last_root;
  std::vector<Pending> pending_;
  std::vector<std::uint32_t> node_first_;  // By node, into senses_ and capitals_.
  std::vector<Sense> senses_;
  std::vector<std::uint8_t> capitals_;
  std::vector<std::pair<WordId, std::uint32_t>> cue_words_;
  std::vector<std::uint32_t> cue_first_;  // By word, into cue_rows_.
  std::vector<std::uint32_t> cue_rows_;
};

}  // namespace verbale::attribution
