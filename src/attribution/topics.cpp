#include "attribution/topics.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "attribution/lexicon.h"
#include "attribution/word_key.h"
#include "verbale/text/folding.h"

namespace verbale::attribution {

namespace {

constexpr int threshold = 2;
constexpr std::size_t most_topics = 3;

// Takes "^3" off the end of a rule.
int take_weight(std::string_view& rule) {
  const std::size_t caret = rule.rfind('^');
  int weight = 1;
  if (caret == std::string_view::npos) {
    return weight;
  }
  std::from_chars(rule.data() + caret + 1, rule.data() + rule.size(), weight);
  rule = rule.substr(0, caret);
  return weight;
}

// The parts of "+israel* +hostages"; the whole rule where it has no plus.
std::vector<std::string_view> parts_of(std::string_view rule) {
  std::vector<std::string_view> parts;
  if (!rule.starts_with('+')) {
    parts.push_back(rule);
    return parts;
  }
  for (std::size_t at = 1; at <= rule.size();) {
    const std::size_t end = std::min(rule.find('+', at), rule.size());
    parts.push_back(rule.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::uint64_t edge_key(std::uint32_t node, std::uint32_t label, unsigned bits) {
  return (std::uint64_t{node} << bits) | label;
}

}  // namespace

TopicRules::TopicRules(const Schema& schema, const Lexicon& lexicon)
    : schema_(schema), letters_(1), endings_(1) {
  for (std::uint32_t topic = 0; topic < schema.topics().size(); ++topic) {
    for (const std::string& rule : schema.topics()[topic].rules) {
      add_rule(rule, topic, lexicon);
    }
  }
  add_words_of(lexicon);
}

void TopicRules::add_rule(std::string_view written, std::uint32_t topic, const Lexicon& lexicon) {
  constexpr std::size_t most_parts = 31;
  Rule rule;
  rule.topic = topic;
  rule.weight = take_weight(written);
  rule.words = written;
  rule.forbids = written.starts_with('!');
  if (rule.forbids) {
    written.remove_prefix(1);
  }
  std::vector<std::string_view> parts = parts_of(written);
  parts.resize(std::min(parts.size(), most_parts));
  const auto index = static_cast<std::uint32_t>(rules_.size());
  rule.parts = (1u << parts.size()) - 1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    add_phrase(parts[i], {index, 1u << i, 0}, lexicon);
  }
  rules_.push_back(std::move(rule));
}

void TopicRules::add_phrase(std::string_view phrase, Ending ending, const Lexicon& lexicon) {
  std::vector<Token> tokens;
  tokenize(phrase, {0, static_cast<std::uint32_t>(phrase.size())}, lexicon, tokens);
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool open = i + 1 < tokens.size() && tokens[i + 1].range.in(phrase) == "*" &&
                      !tokens[i + 1].space_before;
    const std::uint32_t word = add_word(fold_word(tokens[i].range.in(phrase)).view(), open);
    i += open ? 1 : 0;
    ++ending.length;
    const auto [edge, added] = phrase_edges_.try_emplace(
        edge_key(node, word, 32), static_cast<std::uint32_t>(endings_.size()));
    if (added) {
      endings_.emplace_back();
    }
    node = edge->second;
  }
  if (node != 0) {
    endings_[node].push_back(ending);
  }
}

std::uint32_t TopicRules::add_word(std::string_view folded, bool open) {
  std::uint32_t node = 0;
  for (const char c : folded) {
    const auto [edge, added] =
        letter_edges_.try_emplace(edge_key(node, static_cast<unsigned char>(c), 8),
                                  static_cast<std::uint32_t>(letters_.size()));
    if (added) {
      letters_.emplace_back();
    }
    node = edge->second;
  }
  std::uint32_t& word = open ? letters_[node].open : letters_[node].exact;
  if (word == none) {
    word = word_count_++;
  }
  return word;
}

// All words of rules that a word of a text is.
void TopicRules::words_in(std::string_view folded, std::vector<std::uint32_t>& words) const {
  std::uint32_t node = 0;
  for (const char c : folded) {
    const auto edge = letter_edges_.find(edge_key(node, static_cast<unsigned char>(c), 8));
    if (edge == letter_edges_.end()) {
      return;
    }
    node = edge->second;
    if (letters_[node].open != none) {
      words.push_back(letters_[node].open);
    }
  }
  if (letters_[node].exact != none) {
    words.push_back(letters_[node].exact);
  }
}

// Words that the Lexicon knows, which most words of a text are, are looked up once and for all.
void TopicRules::add_words_of(const Lexicon& lexicon) {
  known_words_.resize(lexicon.size());
  for (WordId word = 1; word < lexicon.size(); ++word) {
    words_in(lexicon.spelling(word), known_words_[word]);
  }
}

// The state of one reading.
class TopicReader {
 public:
  TopicReader(const Document& document, const TopicRules& rules)
      : document_(document), rules_(rules) {}

  std::vector<TopicHit> run() {
    for (TokenIndex at = 0; at < document_.tokens.size(); ++at) {
      const auto& words = words_at(at);
      next_.clear();
      for (const std::uint32_t word : words) {
        step(0, word, at);
        for (const std::uint32_t waiting : waiting_) {
          step(waiting, word, at);
        }
      }
      waiting_.swap(next_);
    }
    std::ranges::stable_sort(hits_, {}, &TopicHit::token);
    return std::move(hits_);
  }

 private:
  const std::vector<std::uint32_t>& words_at(TokenIndex at) {
    const Token& token = document_.tokens[at];
    if (token.word != unknown_word) {
      return rules_.known_words_[token.word];
    }
    words_.clear();
    if (token.is_word() || token.kind == TokenKind::Number || token.kind == TokenKind::Ideograph ||
        token.kind == TokenKind::Other) {
      rules_.words_in(fold_word(document_.word(at)).view(), words_);
    }
    return words_;
  }

  void step(std::uint32_t node, std::uint32_t word, TokenIndex at) {
    const auto edge = rules_.phrase_edges_.find(edge_key(node, word, 32));
    if (edge == rules_.phrase_edges_.end()) {
      return;
    }
    next_.push_back(edge->second);
    for (const TopicRules::Ending& ending : rules_.endings_[edge->second]) {
      hits_.push_back({at + 1 - ending.length, ending.rule, ending.part});
    }
  }

  const Document& document_;
  const TopicRules& rules_;
  std::vector<std::uint32_t> words_;
  std::vector<std::uint32_t> waiting_, next_;  // Phrase nodes, at most a phrase's length of them.
  std::vector<TopicHit> hits_;
};

std::vector<TopicHit> TopicRules::find(const Document& document) const {
  return TopicReader(document, *this).run();
}

namespace {

struct Weighed {
  std::uint32_t topic = 0;
  int weight = 0;
  std::uint32_t best_rule = 0;
  int best_weight = 0;
  bool forbidden = false;
};

bool is_parent_of(std::string_view parent, std::string_view child) {
  return child.size() > parent.size() && child.starts_with(parent) && child[parent.size()] == '/';
}

}  // namespace

std::vector<Topic> TopicRules::topics(std::span<const TopicHit> hits) const {
  std::map<std::uint32_t, std::uint32_t> found;  // Parts by rule.
  for (const TopicHit& hit : hits) {
    found[hit.rule] |= hit.part;
  }
  std::map<std::uint32_t, Weighed> by_topic;
  for (const auto& [index, parts] : found) {
    const Rule& rule = rules_[index];
    if (parts != rule.parts) {
      continue;
    }
    Weighed& topic = by_topic[rule.topic];
    topic.topic = rule.topic;
    topic.forbidden = topic.forbidden || rule.forbids;
    topic.weight += rule.weight;
    if (rule.weight > topic.best_weight) {
      topic.best_weight = rule.weight;
      topic.best_rule = index;
    }
  }
  std::vector<Weighed> given;
  for (const auto& [topic, weighed] : by_topic) {
    if (!weighed.forbidden && weighed.weight >= threshold) {
      given.push_back(weighed);
    }
  }
  const auto id = [this](const Weighed& topic) -> const std::string& {
    return schema_.topics()[topic.topic].id;
  };
  const std::vector<Weighed> all = given;
  std::erase_if(given, [&](const Weighed& parent) {
    return std::ranges::any_of(
        all, [&](const Weighed& child) { return is_parent_of(id(parent), id(child)); });
  });
  std::ranges::stable_sort(given, std::ranges::greater(), &Weighed::weight);
  given.resize(std::min(given.size(), most_topics));
  std::vector<Topic> topics;
  for (const Weighed& topic : given) {
    topics.push_back({id(topic), rules_[topic.best_rule].words});
  }
  return topics;
}

std::vector<std::string> TopicRules::known(std::span<const std::string> names) const {
  std::vector<std::string> ids;
  for (const std::string& name : names) {
    const auto row = std::ranges::find_if(schema_.topics(), [&](const TopicRow& topic) {
      return topic.id == name || fold(topic.label) == fold(name);
    });
    if (row != schema_.topics().end()) {
      ids.push_back(row->id);
    }
  }
  return ids;
}

void TopicRules::add_of_article(std::vector<Topic>& topics, std::span<const std::string> ids) {
  for (const std::string& id : ids) {
    const bool given = std::ranges::any_of(
        topics, [&](const Topic& topic) { return topic.id == id || is_parent_of(id, topic.id); });
    if (topics.size() < most_topics && !given) {
      topics.push_back({id, "metadata"});
    }
  }
}

}  // namespace verbale::attribution
