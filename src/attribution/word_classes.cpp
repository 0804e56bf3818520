#include "attribution/word_classes.h"

#include <algorithm>
#include <array>

namespace verbale::attribution {

namespace {

constexpr Traits function_traits = trait_preposition | trait_coordinator | trait_subordinator |
                                   trait_relative | trait_auxiliary | trait_negation | trait_wh |
                                   trait_subject_pronoun;

bool listed(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 14> adverbless = {
    "family", "only",   "early", "july",     "italy",   "ally",     "daily",
    "rally",  "supply", "reply", "assembly", "elderly", "friendly", "likely"};

constexpr std::array<std::string_view, 24> ending_nouns = {
    "morning", "evening", "polling", "nothing",  "something", "anything", "everything", "king",
    "thing",   "meeting", "spring",  "building", "wedding",   "hundred",  "red",        "bed",
    "speed",   "need",    "ranking", "deed",     "seed",      "sing",     "bring",      "wing"};

bool is_lower(std::string_view word) {
  return std::ranges::none_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What may follow a verb that reports, and not the noun that is written like it: "claims that",
// "claims the", "claims Trump", "plans to", `claims "`.
bool starts_complement(const Document& document, const Lexicon& lexicon, TokenIndex at,
                       TokenIndex end) {
  if (at >= end) {
    return false;
  }
  const Token& token = document.tokens[at];
  if (token.kind == TokenKind::Mark || token.kind == TokenKind::Number ||
      token.kind == TokenKind::Colon) {
    return true;
  }
  if (!token.is_word()) {
    return token.kind == TokenKind::Comma && at + 1 < end &&
           document.tokens[at + 1].kind == TokenKind::Mark;
  }
  constexpr Traits starters =
      trait_determiner | trait_possessive | trait_wh | pronoun_traits | trait_subject_pronoun;
  return token.starts_capital() || lexicon.has(token, starters) || document.word(at) == "to" ||
         document.word(at) == "if" || document.word(at) == "there";
}

// What follows a cue behind its quotation: `"...," the letter reads.`, `"...," they state in it`.
bool closes_clause(const Document& document, const Lexicon& lexicon, TokenIndex at,
                   TokenIndex end) {
  if (at >= end) {
    return true;
  }
  const TokenKind kind = document.tokens[at].kind;
  return kind == TokenKind::Stop || kind == TokenKind::Comma || kind == TokenKind::Colon ||
         lexicon.has(document.tokens[at], trait_preposition);
}

bool is_plural(std::string_view word) {
  return word.size() > 2 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
}

// "Trump claims", "officials claim": the number of the noun before a noun-like verb agrees.
bool agrees(const Document& document, TokenIndex verb) {
  if (verb == 0) {
    return false;
  }
  const Token& subject = document.tokens[verb - 1];
  const std::string_view noun = document.word(verb - 1);
  const bool plural = (is_plural(noun) && !subject.starts_capital()) || noun == "percent" ||
                      noun == "people" || noun == "police" || noun == "some" || noun == "many";
  return plural != is_plural(document.word(verb)) || subject.starts_capital();
}

// "electoral", "new": by the commonest words and endings; nouns for people in -al and -ive are
// none.
bool is_adjective(const Document& document, const Lexicon& lexicon, TokenIndex at) {
  constexpr std::array<std::string_view, 28> common = {
      "new",   "old",    "big",    "small", "smaller", "large", "larger",
      "great", "good",   "better", "best",  "bad",     "worse", "worst",
      "high",  "higher", "low",    "lower", "recent",  "major", "strong",
      "weak",  "long",   "short",  "key",   "main",    "other", "same"};
  constexpr std::array<std::string_view, 8> endings = {"al",   "ous",  "ive",  "ful",
                                                       "less", "able", "ible", "ic"};
  const std::string_view word = document.word(at);
  constexpr Traits nouns = trait_person_noun | trait_body_noun | trait_document_noun | trait_title;
  if (lexicon.has(document.tokens[at], nouns) || !is_lower(word)) {
    return false;
  }
  return listed(word, common) ||
         (word.size() > 5 && std::ranges::any_of(endings, [word](std::string_view ending) {
            return word.ends_with(ending);
          }));
}

// "her recovered", "Wong's chilling": a participle behind a determiner, which needs a noun.
bool describes(const Document& document, const Lexicon& lexicon, TokenIndex behind) {
  if (behind < 2 || (verb_ending(document.word(behind - 1)) == VerbEnding::None &&
                     !is_adjective(document, lexicon, behind - 1))) {
    return false;
  }
  return document.tokens[behind - 2].kind == TokenKind::Possessive ||
         lexicon.has(document.tokens[behind - 2],
                     trait_determiner | trait_possessive | trait_preposition);
}

}  // namespace

bool is_adverb(const Document& document, const Lexicon& lexicon, TokenIndex at) {
  const Token& token = document.tokens[at];
  if (!token.is_word()) {
    return false;
  }
  if (lexicon.has(token, trait_adverb)) {
    return true;
  }
  const std::string_view word = document.word(at);
  return word.size() > 4 && word.ends_with("ly") && !listed(word, adverbless) && is_lower(word);
}

bool is_function_word(const Document& document, const Lexicon& lexicon, TokenIndex at) {
  const Token& token = document.tokens[at];
  if (!token.is_word() || !lexicon.has(token, function_traits | pronoun_traits)) {
    return false;
  }
  return !lexicon.has(token, trait_possessive) && !lexicon.has(token, trait_number_word);
}

std::int32_t verb_cue(const Token& token, const Lexicon& lexicon, const Schema& schema) {
  if (!lexicon.has(token, trait_cue)) {
    return -1;
  }
  const auto rank = [](const Cue& cue) {
    return cue.reporting == "strong" ? 3 : cue.reporting == "medium" ? 2 : 1;
  };
  std::int32_t best = -1;
  for (const std::uint32_t row : lexicon.cues_of(token.word)) {
    const Cue& cue = schema.cues()[row];
    if (cue.language != "en" || cue.kind != "verb") {
      continue;
    }
    if (best < 0 || rank(cue) > rank(schema.cues()[static_cast<std::size_t>(best)])) {
      best = static_cast<std::int32_t>(row);
    }
  }
  return best;
}

bool ends_company(std::string_view word) {
  constexpr std::array<std::string_view, 10> endings = {"Inc", "Inc.", "Corp", "Corp.", "Co",
                                                        "Co.", "Ltd",  "Plc",  "PLC",   "LLC"};
  return std::ranges::find(endings, word) != endings.end();
}

VerbEnding verb_ending(std::string_view word) {
  if (word.size() < 4 || listed(word, ending_nouns)) {
    return VerbEnding::None;
  }
  if (word.ends_with("ed")) {
    return VerbEnding::Past;
  }
  return word.size() > 4 && word.ends_with("ing") ? VerbEnding::Gerund : VerbEnding::None;
}

bool is_verb_at(const Document& document, const Lexicon& lexicon, TokenIndex at,
                const VerbContext& context) {
  const Token& token = document.tokens[at];
  if (!token.is_word() || context.after_modifier) {
    return false;
  }
  const std::string_view word = document.word(at);
  const VerbEnding ending = verb_ending(word);
  const bool cue = lexicon.has(token, trait_cue);
  if (token.starts_capital() && context.after_head && !(cue && context.headline)) {
    return false;
  }
  if (lexicon.has(token, trait_cue_past) || (cue && (word == "says" || word == "tells"))) {
    return true;
  }
  if (lexicon.has(token, trait_verb)) {
    return true;
  }
  const TokenIndex next = at + 1;
  if ((context.plural && is_plural(word)) || word == "close") {
    return false;
  }
  if ((word == "say" || lexicon.has(token, trait_cue_only)) && context.after_head &&
      agrees(document, at)) {
    return true;
  }
  const bool noun_like = (ending == VerbEnding::None && context.after_head) ||
                         (ending == VerbEnding::Gerund && context.after_head);
  const bool ambiguous = cue && noun_like && word != "say" && word != "says";
  if (ambiguous && describes(document, lexicon, at)) {
    return false;  // "her recovered emails", "Wong's chilling warning"
  }
  if (cue && ending == VerbEnding::None) {
    return !context.after_head ||
           (agrees(document, at) && starts_complement(document, lexicon, next, context.end)) ||
           (context.behind_quotation && closes_clause(document, lexicon, next, context.end));
  }
  if (ending == VerbEnding::None) {
    return false;
  }
  const bool modifies = next < context.end && document.tokens[next].is_word() &&
                        !is_function_word(document, lexicon, next) &&
                        !lexicon.has(document.tokens[next], trait_determiner | trait_possessive) &&
                        !is_adverb(document, lexicon, next) &&
                        !document.tokens[next].starts_capital();
  return !modifies || cue;
}

}  // namespace verbale::attribution
