#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribution/document.h"
#include "verbale/model/passage.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution {

// Where a rule of topics.tsv, or one part of a rule of several parts, stands in a text.
struct TopicHit {
  TokenIndex token = 0;  // The first of the words.
  std::uint32_t rule = 0;
  std::uint32_t part = 0;  // A bit.
};

// Finds the rules of topics.tsv in texts. A text is read once: each word is looked up in a trie of
// the rules' words, whose ends may be open ("sanction*"), and moves the phrases on that wait for
// it. Immutable and thread-safe.
class TopicRules {
 public:
  TopicRules(const Schema& schema, const Lexicon& lexicon);

  // In text order.
  std::vector<TopicHit> find(const Document& document) const;

  // The topics of a passage, whose hits these are: at most three, heaviest first. A topic needs
  // rules that weigh 2 together, each counted once; where a topic and its child are found, the
  // child is kept.
  std::vector<Topic> topics(std::span<const TopicHit> hits) const;

  // The ids of topics that an article's metadata names by id or label; others are left out.
  std::vector<std::string> known(std::span<const std::string> names) const;

  // Adds topics of the article, by the rule "metadata", as far as places are left and the passage
  // has neither them nor a child of theirs.
  static void add_of_article(std::vector<Topic>& topics, std::span<const std::string> ids);

 private:
  friend class TopicReader;
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Rule {
    std::uint32_t topic = 0;  // Row of Schema::topics().
    int weight = 1;
    bool forbids = false;
    std::uint32_t parts = 1;  // All bits that have to be found.
    std::string words;        // As the table writes them, without the weight.
  };
  struct Ending {  // Of a phrase.
    std::uint32_t rule = 0, part = 0;
    std::uint32_t length = 0;  // Tokens.
  };
  struct Letter {                // A node of the trie of words.
    std::uint32_t exact = none;  // The word that ends here.
    std::uint32_t open = none;   // The word that begins so: "sanction*"
  };

  void add_rule(std::string_view written, std::uint32_t topic, const Lexicon& lexicon);
  void add_phrase(std::string_view phrase, Ending ending, const Lexicon& lexicon);
  std::uint32_t add_word(std::string_view folded, bool open);
  void add_words_of(const Lexicon& lexicon);
  void words_in(std::string_view folded, std::vector<std::uint32_t>& words) const;

  const Schema& schema_;
  std::vector<Rule> rules_;
  std::vector<Letter> letters_;
  std::unordered_map<std::uint64_t, std::uint32_t> letter_edges_;  // node << 8 | byte
  std::uint32_t word_count_ = 0;
  std::unordered_map<std::uint64_t, std::uint32_t> phrase_edges_;  // node << 32 | word
  std::vector<std::vector<Ending>> endings_;                       // By phrase node.
  std::vector<std::vector<std::uint32_t>> known_words_;            // By WordId.
};

}  // namespace verbale::attribution
