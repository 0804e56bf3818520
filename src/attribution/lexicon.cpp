#include "attribution/lexicon.h"

#include <algorithm>
#include <array>

#include "attribution/clause_words.h"
#include "attribution/closed_classes.h"
#include "attribution/date_words.h"
#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

// How a form of the tables is written, and so how the text has to write it at least.
enum Capitals : std::uint8_t { any_case, capitalised, all_upper };

std::uint32_t hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

std::size_t slot_of(std::uint64_t key, std::size_t mask) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ull) >> 20) & mask;
}

// "US", "UN", "G7": short forms in capitals are told from the words "us" and "un" by them.
Capitals capitals_of(std::span<const Token> tokens) {
  bool upper = true;
  bool cased = false;
  for (const Token& token : tokens) {
    cased = cased || token.letters != LetterCase::None;
    upper = upper && (token.letters == LetterCase::Upper || token.letters == LetterCase::None);
  }
  if (cased && upper && tokens.size() == 1) {
    return all_upper;
  }
  return tokens.back().starts_capital() || tokens.front().starts_capital() ? capitalised : any_case;
}

Capitals capitals_in(std::span<const Token> tokens) {
  const Token& first = tokens.front();
  const Token& last = tokens.back();
  if (tokens.size() == 1) {
    const bool upper = first.letters == LetterCase::Upper || first.letters == LetterCase::None;
    return upper ? all_upper : first.starts_capital() ? capitalised : any_case;
  }
  const bool capital = last.starts_capital() || first.starts_capital() ||
                       (first.letters == LetterCase::None && last.letters == LetterCase::None);
  return capital ? capitalised : any_case;
}

std::string_view without_article(std::string_view form) {
  return form.starts_with("the ") || form.starts_with("The ") ? form.substr(4) : form;
}

}  // namespace

Lexicon::Lexicon(const Schema& schema) {
  spelling_ends_.push_back(0);
  traits_.push_back(0);
  buckets_.assign(1u << 15, Bucket{});
  edges_.resize(1u << 15);
  add_closed_classes();
  add_words_of_rules();
  add_tables(schema);
  finish();
}

std::string_view Lexicon::spelling(WordId word) const {
  if (word == unknown_word) {
    return {};
  }
  const std::uint32_t begin = spelling_ends_[word - 1];
  return std::string_view(spellings_).substr(begin, spelling_ends_[word] - begin);
}

WordId Lexicon::find(std::string_view folded) const {
  const std::size_t mask = buckets_.size() - 1;
  const std::uint32_t hash = hash_of(folded);
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const Bucket& bucket = buckets_[slot];
    if (bucket.word == unknown_word || (bucket.hash == hash && spelling(bucket.word) == folded)) {
      return bucket.word;
    }
  }
}

WordId Lexicon::add_word(std::string_view folded, Traits traits) {
  if (folded.empty()) {
    return unknown_word;
  }
  if (const WordId known = find(folded); known != unknown_word) {
    traits_[known] |= traits;
    return known;
  }
  const auto word = static_cast<WordId>(traits_.size());
  spellings_ += folded;
  spelling_ends_.push_back(static_cast<std::uint32_t>(spellings_.size()));
  traits_.push_back(traits);
  if (traits_.size() * 2 > buckets_.size()) {
    buckets_.assign(buckets_.size() * 2, Bucket{});
    for (WordId id = 1; id < traits_.size(); ++id) {
      place(id);
    }
  } else {
    place(word);
  }
  return word;
}

void Lexicon::place(WordId word) {
  const std::size_t mask = buckets_.size() - 1;
  const std::uint32_t hash = hash_of(spelling(word));
  std::size_t slot = hash & mask;
  while (buckets_[slot].word != unknown_word) {
    slot = (slot + 1) & mask;
  }
  buckets_[slot] = {hash, word};
}

std::uint32_t Lexicon::edge(std::uint32_t node, WordId word) const {
  const std::uint64_t key = (std::uint64_t{node} << 32) | word;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t slot = slot_of(key, mask); edges_[slot].key != 0; slot = (slot + 1) & mask) {
    if (edges_[slot].key == key) {
      return edges_[slot].node;
    }
  }
  return 0;
}

std::uint32_t Lexicon::add_edge(std::uint32_t node, WordId word) {
  if (const std::uint32_t known = edge(node, word); known != 0) {
    return known;
  }
  if (++edge_count_ * 2 > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& moved : old) {
      if (moved.key != 0) {
        place(moved);
      }
    }
  }
  const Edge added{(std::uint64_t{node} << 32) | word, ++nodes_};
  place(added);
  return added.node;
}

void Lexicon::place(const Edge& added) {
  const std::size_t mask = edges_.size() - 1;
  std::size_t slot = slot_of(added.key, mask);
  while (edges_[slot].key != 0) {
    slot = (slot + 1) & mask;
  }
  edges_[slot] = added;
}

void Lexicon::add_form(std::string_view form, Sense sense, std::uint32_t root) {
  std::vector<Token> tokens;
  form = without_article(form);
  tokenize(form, {0, static_cast<std::uint32_t>(form.size())}, *this, tokens);
  if (tokens.empty()) {
    return;
  }
  std::uint32_t node = root;
  for (const Token& token : tokens) {
    const WordId word = add_word(fold_word(token.range.in(form)).view(),
                                 node == root ? Traits{trait_starts_phrase} : Traits{0});
    if (word == unknown_word) {
      return;
    }
    node = add_edge(node, word);
  }
  // Titles are written in small letters as often as not: "the foreign minister".
  const bool title = sense.kind == SenseKind::Title && form.size() > 3;
  const Capitals capitals = title ? any_case : capitals_of(tokens);
  pending_.push_back({node, static_cast<std::uint8_t>(capitals), sense});
}

void Lexicon::add_forms(std::span<const std::string> forms, Sense sense, std::uint32_t root) {
  for (const std::string& form : forms) {
    add_form(form, sense, root);
  }
}

void Lexicon::add_closed_classes() {
  for (const ClosedClass& words : closed_classes()) {
    for (std::size_t at = 0; at < words.words.size();) {
      const std::size_t end = std::min(words.words.find(' ', at), words.words.size());
      add_word(words.words.substr(at, end - at), words.traits);
      at = end + 1;
    }
  }
}

void Lexicon::add_words_of_rules() {
  for (const DateWordRow& row : date_word_rows()) {
    for_each_date_word(row, [this](std::string_view word, std::int8_t /*value*/) {
      add_word(fold_word(word).view(), 0);
    });
  }
  for (const ClauseWordRow& row : clause_word_rows()) {
    for_each_clause_word(row,
                         [this](std::string_view word) { add_word(fold_word(word).view(), 0); });
  }
}

void Lexicon::add_people(const Schema& schema) {
  for (std::uint32_t row = 0; row < schema.people().size(); ++row) {
    const Person& person = schema.people()[row];
    add_form(person.name, {SenseKind::Person, row});
    add_forms(person.aliases, {SenseKind::Person, row});
    add_forms(person.surnames, {SenseKind::Surname, row});
  }
  for (const GivenName& given : schema.given_names()) {
    const Traits gender = given.gender == Gender::Female ? trait_female_name
                          : given.gender == Gender::Male ? trait_male_name
                                                         : trait_male_name | trait_female_name;
    add_word(fold_word(given.name).view(), trait_given_name | gender);
  }
}

void Lexicon::add_places_and_bodies(const Schema& schema) {
  for (std::uint32_t row = 0; row < schema.countries().size(); ++row) {
    const Country& country = schema.countries()[row];
    add_form(country.name, {SenseKind::Country, row});
    add_forms(country.aliases, {SenseKind::Country, row});
    add_forms(country.demonyms, {SenseKind::Demonym, row});
    add_forms(country.capitals, {SenseKind::Capital, row});
    add_forms(country.metonyms, {SenseKind::Metonym, row});
    add_forms(country.cities, {SenseKind::City, row});
    for (const auto& [language, names] : country.other_names) {
      add_forms(names, {SenseKind::Country, row}, root_of(language));
    }
  }
  for (std::uint32_t row = 0; row < schema.bodies().size(); ++row) {
    const Body& body = schema.bodies()[row];
    add_form(body.name, {SenseKind::Body, row});
    add_forms(body.aliases, {SenseKind::Body, row});
    add_forms(body.descriptors, {SenseKind::BodyDescriptor, row});
    for (const auto& [language, names] : body.other_names) {
      add_forms(names, {SenseKind::Body, row}, root_of(language));
    }
  }
}

// The last word of a title tells that a noun phrase is about somebody.
void Lexicon::add_title_traits(const Title& title) {
  Traits traits = title.kind == "honorific" ? trait_honorific
                  : title.kind == "person"  ? trait_person_noun
                  : title.kind == "group"   ? 0
                                            : trait_title | trait_person_noun;
  if (traits == 0) {
    return;
  }
  traits |= title.gender == Gender::Female ? Traits{trait_female_noun}
            : title.gender == Gender::Male ? Traits{trait_male_noun}
                                           : Traits{0};
  for (const std::string& form : title.forms) {
    const std::string word = form.substr(form.rfind(' ') + 1);
    const WordId known = find(fold_word(word).view());
    constexpr Traits closed = trait_determiner | trait_preposition | trait_coordinator |
                              trait_subordinator | trait_auxiliary | trait_subject_pronoun |
                              trait_cue | trait_body_noun | trait_document_noun;
    if (known == unknown_word || (traits_[known] & closed) == 0) {
      add_word(fold_word(word).view(), traits);
    }
  }
}

void Lexicon::add_titles(const Schema& schema) {
  for (std::uint32_t row = 0; row < schema.titles().size(); ++row) {
    const Title& title = schema.titles()[row];
    add_form(title.label, {SenseKind::Title, row});
    add_forms(title.forms, {SenseKind::Title, row});
    add_title_traits(title);
    for (const auto& [language, forms] : title.other_forms) {
      add_forms(forms, {SenseKind::Title, row}, root_of(language));
    }
  }
}

void Lexicon::add_cues(const Schema& schema) {
  for (std::uint32_t row = 0; row < schema.cues().size(); ++row) {
    const Cue& cue = schema.cues()[row];
    for (const std::string& form : cue.forms) {
      if (form.find(' ') != std::string::npos || cue.kind == "phrase" || cue.language == "zh" ||
          cue.kind == "preposition") {
        add_form(form, {SenseKind::Cue, row}, root_of(cue.language));
        continue;
      }
      const bool past = cue.language == "en" && cue.kind == "verb" && form != cue.lemma &&
                        !form.ends_with('s') && !form.ends_with("ing");
      const bool only = cue.language == "en" && cue.kind == "verb" && !cue.noun_homograph &&
                        !form.ends_with("ing");
      const bool clause = cue.language == "en" && cue.kind == "verb" && !cue.takes.empty() &&
                          cue.takes.front() == "that";
      const WordId word =
          add_word(fold_word(form).view(), Traits{trait_cue} | (past ? trait_cue_past : Traits{0}) |
                                               (only ? trait_cue_only : Traits{0}) |
                                               (clause ? trait_cue_clause : Traits{0}));
      cue_words_.emplace_back(word, row);
    }
  }
  for (const auto& [word, row] : cue_words_) {
    if (schema.cues()[row].kind == "noun" || schema.cues()[row].noun_homograph) {
      traits_[word] &= ~Traits{trait_cue_only};
    }
  }
}

void Lexicon::add_tables(const Schema& schema) {
  for (const Abbreviation& abbreviation : schema.abbreviations()) {
    add_word(fold_word(abbreviation.form).view(), trait_abbreviation);
  }
  add_people(schema);
  add_places_and_bodies(schema);
  add_cues(schema);
  add_titles(schema);
}

void Lexicon::finish() {
  std::ranges::sort(pending_);
  pending_.erase(std::unique(pending_.begin(), pending_.end()), pending_.end());
  node_first_.assign(nodes_ + 2, 0);
  for (const Pending& added : pending_) {
    ++node_first_[added.node + 1];
    senses_.push_back(added.sense);
    capitals_.push_back(added.capitals);
  }
  for (std::size_t node = 1; node < node_first_.size(); ++node) {
    node_first_[node] += node_first_[node - 1];
  }
  std::ranges::sort(cue_words_);
  cue_first_.assign(traits_.size() + 1, 0);
  for (const auto& [word, row] : cue_words_) {
    ++cue_first_[word + 1];
    cue_rows_.push_back(row);
  }
  for (std::size_t word = 1; word < cue_first_.size(); ++word) {
    cue_first_[word] += cue_first_[word - 1];
  }
}

std::span<const std::uint32_t> Lexicon::cues_of(WordId word) const {
  return std::span(cue_rows_).subspan(cue_first_[word], cue_first_[word + 1] - cue_first_[word]);
}

std::span<const Sense> Lexicon::senses_at(std::uint32_t node, std::uint8_t written) const {
  const std::uint32_t begin = node_first_[node];
  std::uint32_t end = begin;
  while (end < node_first_[node + 1] && capitals_[end] <= written) {
    ++end;
  }
  return std::span(senses_).subspan(begin, end - begin);
}

std::uint32_t Lexicon::root_of(std::string_view language) {
  constexpr std::array<std::string_view, last_root - english_root> others = {"fr", "es", "de",
                                                                             "ru", "zh", "ar"};
  const auto found = std::ranges::find(others, language);
  return found == others.end()
             ? english_root
             : english_root + 1 + static_cast<std::uint32_t>(found - others.begin());
}

Match Lexicon::match_from(std::uint32_t root, std::span<const Token> tokens,
                          TokenIndex first) const {
  Match longest{first, first, {}};
  std::uint32_t node = root;
  for (TokenIndex at = first; at < tokens.size(); ++at) {
    node = edge(node, tokens[at].word);
    if (node == 0) {
      break;
    }
    if (node_first_[node] == node_first_[node + 1]) {
      continue;
    }
    const auto senses = senses_at(node, capitals_in(tokens.subspan(first, at + 1 - first)));
    if (!senses.empty()) {
      longest = {first, at + 1, senses};
    }
  }
  return longest;
}

Match Lexicon::match_at(std::span<const Token> tokens, TokenIndex first, std::uint32_t root) const {
  const Match english = match_from(english_root, tokens, first);
  if (root == english_root) {
    return english;
  }
  const Match own = match_from(root, tokens, first);
  return own.last >= english.last && own.last > first ? own : english;
}

}  // namespace verbale::attribution
