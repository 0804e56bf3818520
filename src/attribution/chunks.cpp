#include "attribution/chunks.h"

#include <algorithm>

#include "attribution/noun_phrases.h"
#include "attribution/word_classes.h"

namespace verbale::attribution {

namespace {

constexpr TokenIndex longest_bracket = 60;

class Chunker {
 public:
  Chunker(const Document& document, const Lexicon& lexicon, const Schema& schema)
      : words_(document, lexicon, schema) {}

  Outline run() {
    for (std::uint32_t index = 0; index < words_.document().paragraphs.size(); ++index) {
      add_units(index);
    }
    return std::move(outline_);
  }

 private:
  // The sentence goes on behind this boundary: inside a quotation, or `"Why?" Wong asked.`
  bool joined(TokenIndex boundary, TokenIndex paragraph_end) const {
    if (boundary >= paragraph_end) {
      return false;
    }
    const std::uint32_t quotation = words_.token(boundary - 1).quotation;
    if (quotation == 0) {
      return false;
    }
    if (words_.token(boundary).quotation == quotation) {
      return true;
    }
    TokenIndex last = boundary - 1;
    while (last > paragraph_first_ && words_.token(last).kind == TokenKind::Mark) {
      --last;
    }
    const std::string_view end = words_.word(last);
    const bool starts = words_.document().quotations[quotation - 1].open == unit_first_;
    return words_.token(boundary).quotation == 0 && starts && last + 1 < boundary &&
           (end == "?" || end == "!" || end == "…");
  }

  void add_units(std::uint32_t index) {
    const Paragraph& paragraph = words_.document().paragraphs[index];
    TokenIndex first = paragraph.first_token;
    paragraph_first_ = first;
    for (std::uint32_t s = paragraph.first_sentence; s < paragraph.last_sentence; ++s) {
      const TokenIndex last = words_.document().sentences[s].last_token;
      unit_first_ = first;
      if (last == first || joined(last, paragraph.last_token)) {
        continue;
      }
      add_unit({first, last, index, 0, 0});
      first = last;
    }
    if (first < paragraph.last_token) {
      add_unit({first, paragraph.last_token, index, 0, 0});
    }
  }

  void add_unit(Clauses unit) {
    unit.first_chunk = static_cast<std::uint32_t>(outline_.chunks.size());
    words_.set_unit(unit.first, unit.last);
    for (TokenIndex at = unit.first; at < unit.last;) {
      Chunk chunk = read_chunk(at);
      chunk.first = at;
      chunk.last = std::max(chunk.last, at + 1);
      at = chunk.last;
      outline_.chunks.push_back(chunk);
    }
    unit.last_chunk = static_cast<std::uint32_t>(outline_.chunks.size());
    outline_.units.push_back(unit);
  }

  // No verb stands between a quotation and the chunk at hand.
  bool behind_quotation() const {
    constexpr std::size_t farthest = 6;
    for (std::size_t i = outline_.chunks.size(), seen = 0; i-- > 0 && seen < farthest; ++seen) {
      const Chunk& chunk = outline_.chunks[i];
      if (chunk.first < words_.first() || chunk.kind == ChunkKind::Verb) {
        return false;
      }
      if (chunk.kind == ChunkKind::Quotation) {
        return true;
      }
    }
    return false;
  }

  ChunkKind before() const {
    const bool any = !outline_.chunks.empty() && outline_.chunks.back().last > words_.first() &&
                     outline_.chunks.back().first >= words_.first();
    return any ? outline_.chunks.back().kind : ChunkKind::Stop;
  }

  Chunk read_chunk(TokenIndex at) {
    if (words_.token(at).quotation != 0) {
      return quotation(at);
    }
    switch (words_.token(at).kind) {
      case TokenKind::Word:
        return read_word(at);
      case TokenKind::Number:
        return time_or_noun(at);
      case TokenKind::Possessive:
        return verb(at);  // "he's"
      case TokenKind::Comma:
        return {.kind = ChunkKind::Comma};
      case TokenKind::Colon:
      case TokenKind::Semicolon:
        return {.kind = ChunkKind::Colon};
      case TokenKind::Dash:
        return {.kind = ChunkKind::Dash};
      case TokenKind::Stop:
        return {.kind = ChunkKind::Stop};
      case TokenKind::Open:
        return bracket(at);
      default:
        return {};
    }
  }

  Chunk quotation(TokenIndex at) const {
    const std::uint32_t number = words_.token(at).quotation;
    Chunk chunk{.kind = ChunkKind::Quotation};
    chunk.last = std::min(words_.document().quotations[number - 1].close + 1, words_.end());
    chunk.head = number - 1;
    return chunk;
  }

  Chunk bracket(TokenIndex at) const {
    const TokenIndex limit =
        at == words_.first() ? at : std::min(words_.end(), at + longest_bracket);
    for (TokenIndex close = at + 1; close < limit; ++close) {
      if (words_.token(close).kind == TokenKind::Close) {
        return {.kind = ChunkKind::Bracket, .last = close + 1};
      }
    }
    return {};
  }

  Chunk read_word(TokenIndex at) {
    if (Chunk phrase = cue_phrase(at); phrase.cue >= 0) {
      return phrase;
    }
    if (Chunk phrase = cue_preposition(at); phrase.cue >= 0) {
      return phrase;
    }
    if (words_.is_name_here(at) || words_.is_acronym(at)) {
      return time_or_noun(at);
    }
    if (words_.has(at, trait_relative) && words_.word(at) != "that" && words_.word(at) != "That") {
      return {.kind = ChunkKind::Relative};
    }
    if (words_.has(at, trait_subordinator) && words_.word(at) == "that") {
      return that(at);
    }
    if (words_.has(at, trait_wh)) {
      return {.kind = ChunkKind::Subordinator};
    }
    if (words_.has(at, pronoun_traits | trait_subject_pronoun) && !starts_possessed(at)) {
      return {.kind = ChunkKind::Noun, .head = at, .pronoun = true};
    }
    return read_other_word(at);
  }

  Chunk read_other_word(TokenIndex at) {
    if (words_.has(at, trait_auxiliary | trait_negation)) {
      return verb(at);
    }
    if (words_.has(at, trait_coordinator)) {
      return {.kind = ChunkKind::Conjunction};
    }
    if (words_.word(at) == "to" && is_infinitive(at + 1)) {
      return infinitive(at);
    }
    if (words_.has(at, trait_subordinator) && !words_.has(at, trait_determiner) &&
        !words_.has(at, trait_adverb)) {
      return {.kind = ChunkKind::Subordinator};
    }
    if (words_.has(at, trait_preposition)) {
      return {.kind = ChunkKind::Preposition};
    }
    const ChunkKind previous = before();
    const VerbContext context{.after_head = previous == ChunkKind::Noun,
                              .behind_quotation = behind_quotation(),
                              .headline = words_.headline(),
                              .end = words_.end()};
    if (!words_.has(at, trait_determiner) && verb_fits(at, previous) &&
        !(previous == ChunkKind::Verb && is_plural_noun(at)) &&
        (is_verb_at(words_.document(), words_.lexicon(), at, context) || follows_pronoun(at) ||
         follows_who(at))) {
      return verb(at);
    }
    if (words_.starts_time(at)) {
      return time_or_noun(at);
    }
    if (is_adverb(words_.document(), words_.lexicon(), at) && !words_.has(at, trait_determiner)) {
      return {.kind = ChunkKind::Adverb};
    }
    return time_or_noun(at);
  }

  // "they empathize": what stands behind "he" or "they" and is no other class is a verb.
  bool follows_pronoun(TokenIndex at) const {
    if (outline_.chunks.empty() || !outline_.chunks.back().pronoun ||
        outline_.chunks.back().last != at || words_.token(at).letters != LetterCase::Lower) {
      return false;
    }
    constexpr Traits subjects = trait_he | trait_she | trait_they | trait_first_person;
    return words_.has(at - 1, trait_subject_pronoun) && words_.has(at - 1, subjects) &&
           !words_.has(at, trait_determiner | trait_possessive | trait_adverb) &&
           !is_adverb(words_.document(), words_.lexicon(), at);
  }

  // "said states like Ode": behind a verb a noun, though "states" is a form of a verb.
  bool is_plural_noun(TokenIndex at) const {
    return words_.word(at).ends_with('s') && words_.has(at, trait_cue) &&
           !words_.has(at, trait_cue_only);
  }

  // "the guru who founded it": what stands behind "who" and heads no noun phrase is a verb.
  bool follows_who(TokenIndex at) const {
    constexpr Traits others = trait_determiner | trait_possessive | trait_adverb |
                              trait_person_noun | trait_body_noun | trait_time_noun;
    return at > words_.first() && words_.word(at - 1) == "who" &&
           words_.token(at).letters == LetterCase::Lower && !words_.has(at, others) &&
           !is_adverb(words_.document(), words_.lexicon(), at);
  }

  // A verb form without a noun phrase before it: after "and", "who", an adverb, a comma; at the
  // start of a sentence only a participle or an inversion ("Said Wong:").
  bool verb_fits(TokenIndex at, ChunkKind previous) const {
    if (previous == ChunkKind::Preposition) {
      return verb_ending(words_.word(at)) == VerbEnding::Gerund;
    }
    if (previous == ChunkKind::Stop && words_.token(at).starts_capital()) {
      return words_.has(at, trait_cue) || verb_ending(words_.word(at)) != VerbEnding::None;
    }
    if (words_.token(at).starts_capital() && previous != ChunkKind::Noun) {
      return false;
    }
    return true;
  }

  // "her" and "his" before a noun.
  bool starts_possessed(TokenIndex at) const {
    if (!words_.has(at, trait_possessive) || !words_.is_word(at + 1) || !words_.outside(at + 1)) {
      return words_.has(at, trait_possessive) && words_.word(at) != "her";
    }
    if (words_.word(at) != "her") {
      return true;
    }
    return !is_function_word(words_.document(), words_.lexicon(), at + 1) &&
           !words_.has(at + 1, trait_determiner);
  }

  Chunk that(TokenIndex at) const {
    const ChunkKind previous = before();
    const bool verb_next =
        words_.is_word(at + 1) && (words_.has(at + 1, trait_auxiliary | trait_verb) ||
                                   verb_ending(words_.word(at + 1)) == VerbEnding::Past);
    if (previous == ChunkKind::Noun && verb_next) {
      return {.kind = ChunkKind::Relative};
    }
    if (verb_next && previous != ChunkKind::Verb) {
      return {.kind = ChunkKind::Noun, .head = at, .pronoun = true};
    }
    return {.kind = ChunkKind::Subordinator};
  }

  bool is_infinitive(TokenIndex at) const {
    if (!words_.is_word(at) || !words_.outside(at) || words_.token(at).starts_capital()) {
      return false;
    }
    if (is_adverb(words_.document(), words_.lexicon(), at)) {
      return words_.is_word(at + 1) && words_.has(at + 1, trait_cue);
    }
    if (words_.word(at) == "be" || words_.word(at) == "have" || words_.word(at) == "do") {
      return true;
    }
    constexpr Traits nouns = trait_person_noun | trait_time_noun | trait_determiner |
                             trait_possessive | trait_number_word;
    return !is_function_word(words_.document(), words_.lexicon(), at) && !words_.has(at, nouns) &&
           !(words_.word(at).ends_with('s') && !words_.word(at).ends_with("ss")) &&
           verb_ending(words_.word(at)) == VerbEnding::None;
  }

  // A cue of several words that starts with its verb: "pointed out", "told a news conference".
  Chunk cue_phrase(TokenIndex at) const {
    if (!words_.has(at, trait_starts_phrase) || words_.has(at, trait_preposition)) {
      return {};
    }
    const Match& match = words_.match_at(at);
    for (const Sense& sense : match.senses) {
      if (sense.kind == SenseKind::Cue && words_.schema().cues()[sense.row].language == "en" &&
          (words_.schema().cues()[sense.row].kind == "verb" ||
           words_.schema().cues()[sense.row].kind == "phrase")) {
        return cue_chunk(match, sense.row);
      }
    }
    return {};
  }

  // "according to", "in the words of"
  Chunk cue_preposition(TokenIndex at) const {
    if (!words_.has(at, trait_starts_phrase)) {
      return {};
    }
    const Match& match = words_.match_at(at);
    for (const Sense& sense : match.senses) {
      if (sense.kind != SenseKind::Cue) {
        continue;
      }
      const Cue& cue = words_.schema().cues()[sense.row];
      if (cue.language == "en" && cue.kind == "preposition" && cue.reporting != "weak" &&
          !words_.has(at, trait_determiner)) {
        Chunk chunk = cue_chunk(match, sense.row);
        chunk.kind = ChunkKind::Preposition;
        return chunk;
      }
    }
    return {};
  }

  Chunk cue_chunk(const Match& match, std::uint32_t row) const {
    Chunk chunk{.kind = ChunkKind::Verb, .last = match.last, .head = match.first};
    chunk.cue = static_cast<std::int32_t>(row);
    chunk.cue_first = match.first;
    chunk.cue_last = match.last;
    const VerbEnding ending = verb_ending(words_.word(match.first));
    chunk.form = ending == VerbEnding::Gerund ? VerbForm::Gerund : VerbForm::Finite;
    return chunk;
  }

  Chunk infinitive(TokenIndex at) {
    Chunk chunk = verb(at + 1);
    chunk.form = VerbForm::Infinitive;
    return chunk;
  }

  Chunk verb(TokenIndex at) {
    Chunk chunk{.kind = ChunkKind::Verb, .head = at};
    bool be = false, other_auxiliary = false;
    TokenIndex i = at;
    for (; i < words_.end() && words_.outside(i); ++i) {
      const Token& token = words_.token(i);
      const bool clitic = token.kind == TokenKind::Possessive;
      if (!token.is_word() && !clitic) {
        break;
      }
      chunk.negated = chunk.negated || words_.has(i, trait_negation);
      if (words_.has(i, trait_auxiliary) || clitic) {
        const bool is_be = is_form_of_be(i);
        be = be || is_be;
        other_auxiliary = other_auxiliary || !is_be;
        chunk.head = i;
      } else if (!words_.has(i, trait_negation) &&
                 (!is_adverb(words_.document(), words_.lexicon(), i) || words_.has(i, trait_cue))) {
        break;
      }
    }
    return main_verb(chunk, i, {be, other_auxiliary});
  }

  struct Auxiliaries {
    bool be = false, other = false;
  };

  bool is_form_of_be(TokenIndex at) const {
    const std::string_view w = words_.word(at);
    return w == "is" || w == "was" || w == "are" || w == "were" || w == "been" || w == "be" ||
           w == "being" || w == "am" || w == "'s" || w == "’s" || w == "'re" || w == "’re" ||
           w == "isn't" || w == "wasn't" || w == "weren't" || w == "isn’t" || w == "wasn’t";
  }

  Chunk main_verb(Chunk chunk, TokenIndex at, Auxiliaries auxiliaries) {
    chunk.last = at;
    if (!words_.is_word(at) || !words_.outside(at)) {
      return chunk;
    }
    if (Chunk phrase = cue_phrase(at); phrase.cue >= 0) {
      phrase.negated = chunk.negated;
      phrase.passive = false;
      return phrase;
    }
    const bool bare = !auxiliaries.be && !auxiliaries.other;
    const VerbEnding ending = verb_ending(words_.word(at));
    const bool verbal = words_.has(at, trait_cue | trait_verb) || ending != VerbEnding::None;
    const bool noun = words_.has(at, trait_determiner | trait_possessive | pronoun_traits) ||
                      is_function_word(words_.document(), words_.lexicon(), at);
    if (!bare && (noun || (auxiliaries.be && !verbal) || words_.token(at).starts_capital())) {
      return chunk;
    }
    chunk.head = at;
    chunk.last = at + 1;
    chunk.cue = verb_cue(words_.token(at), words_.lexicon(), words_.schema());
    chunk.cue_first = at;
    chunk.cue_last = at + 1;
    const bool passive_form = ending != VerbEnding::Gerund;
    chunk.passive = auxiliaries.be && passive_form;
    if (ending == VerbEnding::Gerund && bare) {
      chunk.form = VerbForm::Gerund;
    }
    while (chunk.last < words_.end() && words_.outside(chunk.last) &&
           words_.token(chunk.last).is_word() && words_.word(chunk.last) == "not") {
      ++chunk.last;
    }
    return chunk;
  }

  // "Tuesday", "July 11, 2024", "last week" stand alone; "the Tuesday meeting" does not.
  Chunk time_or_noun(TokenIndex at) {
    if (!words_.has(at, time_traits) && !words_.starts_time(at)) {
      return read_noun_phrase(words_, at, behind_quotation());
    }
    TokenIndex i = at + 1;
    while (i < words_.end() && words_.outside(i) &&
           (words_.has(i, time_traits) || words_.token(i).kind == TokenKind::Number)) {
      ++i;
    }
    if (i < words_.end() && words_.token(i).kind == TokenKind::Possessive) {
      return read_noun_phrase(words_, at, behind_quotation());  // "July's poll"
    }
    return {.kind = ChunkKind::Adverb, .last = i};
  }

  UnitWords words_;
  Outline outline_;
  TokenIndex paragraph_first_ = 0, unit_first_ = 0;
};

}  // namespace

Outline outline_document(const Document& document, const Lexicon& lexicon, const Schema& schema) {
  return Chunker(document, lexicon, schema).run();
}

}  // namespace verbale::attribution
