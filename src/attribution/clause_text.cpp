#include "attribution/clause_text.h"

#include <algorithm>

#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

// Of the first place or body that an entry of the tables may mean; empty when there is none.
std::string_view country_of(const Match& match, const Schema& schema) {
  for (const Sense& sense : match.senses) {
    if (is_place(sense.kind)) {
      return schema.countries()[sense.row].id;
    }
    if (sense.kind == SenseKind::Body && !schema.bodies()[sense.row].country.empty()) {
      return schema.bodies()[sense.row].country;
    }
  }
  return {};
}

}  // namespace

bool has_sense(const Match& match, SenseKind kind) {
  return std::ranges::any_of(match.senses, [kind](const Sense& s) { return s.kind == kind; });
}

bool is_place(SenseKind kind) {
  return kind == SenseKind::Country || kind == SenseKind::Demonym || kind == SenseKind::Capital ||
         kind == SenseKind::Metonym;
}

ClauseText::ClauseText(const Document& document, const SimpleClauseRules& rules,
                       std::string_view language)
    : document_(document),
      rules_(rules),
      grammar_(clause_grammar(language)),
      roles_(rules.words.roles(language)),
      french_(language == "fr") {}

bool ClauseText::has(TokenIndex at, ClauseRoles roles) const {
  if (at >= size()) {
    return false;
  }
  ClauseRoles found = roles_[verb_at(at)];
  if (french_ && (word(at) == "à" || word(at) == "À")) {  // Folded, it is the verb "a".
    found = role_stop;
  }
  return (found & roles) != 0;
}

std::size_t ClauseText::inverted(TokenIndex at) const {
  return french_ && at < size() ? verb_before_pronoun(word(at)) : 0;
}

WordId ClauseText::verb_at(TokenIndex at) const {
  const std::size_t verb = inverted(at);
  return verb == 0 ? token(at).word
                   : rules_.lexicon.find(fold_word(word(at).substr(0, verb)).view());
}

std::span<const Match> ClauseText::matches_in(TokenSpan span) const {
  const auto begin = std::ranges::lower_bound(document_.matches, span.first, {}, &Match::first);
  const auto end =
      std::ranges::lower_bound(begin, document_.matches.end(), span.last, {}, &Match::first);
  return {begin, end};
}

const Match* ClauseText::match_at(TokenIndex at) const {
  const auto& matches = document_.matches;
  const auto match =
      std::ranges::partition_point(matches, [at](const Match& m) { return m.last <= at; });
  return match != matches.end() && match->first <= at ? &*match : nullptr;
}

bool ClauseText::is_title_or_place(TokenIndex at) const {
  const Match* match = match_at(at);
  return match != nullptr && !has_sense(*match, SenseKind::Person) &&
         !has_sense(*match, SenseKind::Surname) && !has_sense(*match, SenseKind::Cue);
}

std::string ClauseText::country_in(TokenSpan span) const {
  for (const Match& match : matches_in(span)) {
    const std::string_view country = country_of(match, rules_.schema);
    if (!country.empty()) {
      return std::string(country);
    }
  }
  return {};
}

std::optional<std::uint32_t> ClauseText::title_in(TokenSpan span) const {
  const auto tells = [this](const Sense& sense) {
    return sense.kind == SenseKind::Title && rules_.schema.titles()[sense.row].kind != "honorific";
  };
  for (const Match& match : matches_in(span)) {
    const auto title = std::ranges::find_if(match.senses, tells);
    if (title != match.senses.end()) {
      return title->row;
    }
  }
  return std::nullopt;
}

const Sentence* ClauseText::sentence_at(TokenIndex at) const {
  const auto sentence = std::ranges::partition_point(
      document_.sentences, [at](const Sentence& s) { return s.last_token <= at; });
  return sentence == document_.sentences.end() ? nullptr : &*sentence;
}

bool ClauseText::starts_sentence(TokenIndex at) const {
  const Sentence* sentence = sentence_at(at);
  return sentence != nullptr && sentence->first_token == at;
}

const Quotation* ClauseText::quotation_at(TokenIndex at) const {
  const std::uint32_t place = token(at).quotation;
  if (place == 0) {
    return nullptr;
  }
  const Quotation& quotation = document_.quotations[place - 1];
  return quotation.open < at && at < quotation.close ? &quotation : nullptr;
}

bool ClauseText::is_honorific(TokenIndex at) const {
  const std::string_view spelled = word(at);
  return rules_.lexicon.has(token(at), trait_honorific) ||
         (french_ && (spelled == "M." || spelled == "MM." || spelled == "Mlle"));
}

}  // namespace verbale::attribution
