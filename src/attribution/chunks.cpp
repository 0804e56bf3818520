#include "attribution/chunks.h"

#include <algorithm>

#include "attribution/word_classes.h"

namespace verbale::attribution {

namespace {

constexpr Traits time_traits = trait_weekday | trait_month | trait_time_noun;
constexpr Traits pronoun_traits =
    trait_he | trait_she | trait_it | trait_they | trait_first_person | trait_second_person;
constexpr TokenIndex longest_bracket = 60;

class Chunker {
 public:
  Chunker(const Document& document, const Lexicon& lexicon, const Schema& schema)
      : document_(document), tokens_(document.tokens), lexicon_(lexicon), schema_(schema) {}

  Outline run() {
    for (std::uint32_t index = 0; index < document_.paragraphs.size(); ++index) {
      add_units(index);
    }
    return std::move(outline_);
  }

 private:
  bool has(TokenIndex at, Traits any_of) const { return lexicon_.has(tokens_[at], any_of); }
  std::string_view word(TokenIndex at) const { return document_.word(at); }
  bool is_word(TokenIndex at) const { return at < end_ && tokens_[at].is_word(); }
  bool outside(TokenIndex at) const { return at < end_ && tokens_[at].quotation == 0; }

  // The sentence goes on behind this boundary: inside a quotation, or `"Why?" Wong asked.`
  bool joined(TokenIndex boundary, TokenIndex paragraph_end) const {
    if (boundary >= paragraph_end) {
      return false;
    }
    const std::uint32_t quotation = tokens_[boundary - 1].quotation;
    if (quotation == 0) {
      return false;
    }
    if (tokens_[boundary].quotation == quotation) {
      return true;
    }
    TokenIndex last = boundary - 1;
    while (last > paragraph_first_ && tokens_[last].kind == TokenKind::Mark) {
      --last;
    }
    const std::string_view end = word(last);
    const bool starts = document_.quotations[quotation - 1].open == unit_first_;
    return tokens_[boundary].quotation == 0 && starts && last + 1 < boundary &&
           (end == "?" || end == "!" || end == "…");
  }

  void add_units(std::uint32_t index) {
    const Paragraph& paragraph = document_.paragraphs[index];
    TokenIndex first = paragraph.first_token;
    paragraph_first_ = first;
    for (std::uint32_t s = paragraph.first_sentence; s < paragraph.last_sentence; ++s) {
      const TokenIndex last = document_.sentences[s].last_token;
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
    first_ = unit.first;
    end_ = unit.last;
    matched_ = 0;
    headline_ = is_headline();
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
      if (chunk.first < first_ || chunk.kind == ChunkKind::Verb) {
        return false;
      }
      if (chunk.kind == ChunkKind::Quotation) {
        return true;
      }
    }
    return false;
  }

  // "Wong Says Talks Failed"
  bool is_headline() const {
    std::uint32_t words = 0, capitals = 0;
    for (TokenIndex at = first_; at < end_; ++at) {
      words += tokens_[at].is_word() ? 1 : 0;
      capitals += tokens_[at].starts_capital() ? 1 : 0;
    }
    return words >= 4 && capitals * 4 > words * 3;
  }

  ChunkKind before() const {
    const bool any = !outline_.chunks.empty() && outline_.chunks.back().last > first_ &&
                     outline_.chunks.back().first >= first_;
    return any ? outline_.chunks.back().kind : ChunkKind::Stop;
  }

  Chunk read_chunk(TokenIndex at) {
    if (tokens_[at].quotation != 0) {
      return quotation(at);
    }
    switch (tokens_[at].kind) {
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
    const std::uint32_t number = tokens_[at].quotation;
    Chunk chunk{.kind = ChunkKind::Quotation};
    chunk.last = std::min(document_.quotations[number - 1].close + 1, end_);
    chunk.head = number - 1;
    return chunk;
  }

  Chunk bracket(TokenIndex at) const {
    const TokenIndex limit = at == first_ ? at : std::min(end_, at + longest_bracket);
    for (TokenIndex close = at + 1; close < limit; ++close) {
      if (tokens_[close].kind == TokenKind::Close) {
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
    if (is_name_here(at) || is_acronym(at)) {
      return time_or_noun(at);
    }
    if (has(at, trait_relative) && word(at) != "that" && word(at) != "That") {
      return {.kind = ChunkKind::Relative};
    }
    if (has(at, trait_subordinator) && word(at) == "that") {
      return that(at);
    }
    if (has(at, trait_wh)) {
      return {.kind = ChunkKind::Subordinator};
    }
    if (has(at, pronoun_traits | trait_subject_pronoun) && !starts_possessed(at)) {
      return {.kind = ChunkKind::Noun, .head = at, .pronoun = true};
    }
    return read_other_word(at);
  }

  Chunk read_other_word(TokenIndex at) {
    if (has(at, trait_auxiliary | trait_negation)) {
      return verb(at);
    }
    if (has(at, trait_coordinator)) {
      return {.kind = ChunkKind::Conjunction};
    }
    if (word(at) == "to" && is_infinitive(at + 1)) {
      return infinitive(at);
    }
    if (has(at, trait_subordinator) && !has(at, trait_determiner) && !has(at, trait_adverb)) {
      return {.kind = ChunkKind::Subordinator};
    }
    if (has(at, trait_preposition)) {
      return {.kind = ChunkKind::Preposition};
    }
    const ChunkKind previous = before();
    const VerbContext context{.after_head = previous == ChunkKind::Noun,
                              .behind_quotation = behind_quotation(),
                              .headline = headline_,
                              .end = end_};
    if (!has(at, trait_determiner) && verb_fits(at, previous) &&
        (is_verb_at(document_, lexicon_, at, context) || follows_pronoun(at))) {
      return verb(at);
    }
    if (starts_time(at)) {
      return time_or_noun(at);
    }
    if (is_adverb(document_, lexicon_, at) && !has(at, trait_determiner)) {
      return {.kind = ChunkKind::Adverb};
    }
    return time_or_noun(at);
  }

  // "they empathize": what stands behind "he" or "they" and is no other class is a verb.
  bool follows_pronoun(TokenIndex at) const {
    if (outline_.chunks.empty() || !outline_.chunks.back().pronoun ||
        outline_.chunks.back().last != at || tokens_[at].letters != LetterCase::Lower) {
      return false;
    }
    constexpr Traits subjects = trait_he | trait_she | trait_they | trait_first_person;
    return has(at - 1, trait_subject_pronoun) && has(at - 1, subjects) &&
           !has(at, trait_determiner | trait_possessive | trait_adverb) &&
           !is_adverb(document_, lexicon_, at);
  }

  // A verb form without a noun phrase before it: after "and", "who", an adverb, a comma; at the
  // start of a sentence only a participle or an inversion ("Said Wong:").
  bool verb_fits(TokenIndex at, ChunkKind previous) const {
    if (previous == ChunkKind::Preposition) {
      return verb_ending(word(at)) == VerbEnding::Gerund;
    }
    if (previous == ChunkKind::Stop && tokens_[at].starts_capital()) {
      return has(at, trait_cue) || verb_ending(word(at)) != VerbEnding::None;
    }
    if (tokens_[at].starts_capital() && previous != ChunkKind::Noun) {
      return false;
    }
    return true;
  }

  // "US" is no pronoun, "IT" and "WHO" are none either.
  bool is_acronym(TokenIndex at) const {
    return !headline_ && tokens_[at].letters == LetterCase::Upper;
  }

  // A capital letter inside a sentence makes a name of a word: "Will Smith", "in May".
  bool is_name_here(TokenIndex at) const {
    return at > first_ && tokens_[at].letters == LetterCase::Capital &&
           has(at, trait_given_name | trait_month) && tokens_[at].range.size() > 2 &&
           !has(at, trait_subject_pronoun);
  }

  // "her" and "his" before a noun.
  bool starts_possessed(TokenIndex at) const {
    if (!has(at, trait_possessive) || !is_word(at + 1) || !outside(at + 1)) {
      return has(at, trait_possessive) && word(at) != "her";
    }
    if (word(at) != "her") {
      return true;
    }
    return !is_function_word(document_, lexicon_, at + 1) && !has(at + 1, trait_determiner);
  }

  Chunk that(TokenIndex at) const {
    const ChunkKind previous = before();
    const bool verb_next = is_word(at + 1) && (has(at + 1, trait_auxiliary | trait_verb) ||
                                               verb_ending(word(at + 1)) == VerbEnding::Past);
    if (previous == ChunkKind::Noun && verb_next) {
      return {.kind = ChunkKind::Relative};
    }
    if (verb_next && previous != ChunkKind::Verb) {
      return {.kind = ChunkKind::Noun, .head = at, .pronoun = true};
    }
    return {.kind = ChunkKind::Subordinator};
  }

  bool is_infinitive(TokenIndex at) const {
    if (!is_word(at) || !outside(at) || tokens_[at].starts_capital()) {
      return false;
    }
    if (is_adverb(document_, lexicon_, at)) {
      return is_word(at + 1) && has(at + 1, trait_cue);
    }
    if (word(at) == "be" || word(at) == "have" || word(at) == "do") {
      return true;
    }
    constexpr Traits nouns = trait_person_noun | trait_time_noun | trait_determiner |
                             trait_possessive | trait_number_word;
    return !is_function_word(document_, lexicon_, at) && !has(at, nouns) &&
           !(word(at).ends_with('s') && !word(at).ends_with("ss")) &&
           verb_ending(word(at)) == VerbEnding::None;
  }

  // A cue of several words that starts with its verb: "pointed out", "told a news conference".
  Chunk cue_phrase(TokenIndex at) const {
    if (!has(at, trait_starts_phrase) || has(at, trait_preposition)) {
      return {};
    }
    const Match& match = match_at(at);
    for (const Sense& sense : match.senses) {
      if (sense.kind == SenseKind::Cue && schema_.cues()[sense.row].language == "en" &&
          (schema_.cues()[sense.row].kind == "verb" ||
           schema_.cues()[sense.row].kind == "phrase")) {
        return cue_chunk(match, sense.row);
      }
    }
    return {};
  }

  // "according to", "in the words of"
  Chunk cue_preposition(TokenIndex at) const {
    if (!has(at, trait_starts_phrase)) {
      return {};
    }
    const Match& match = match_at(at);
    for (const Sense& sense : match.senses) {
      if (sense.kind != SenseKind::Cue) {
        continue;
      }
      const Cue& cue = schema_.cues()[sense.row];
      if (cue.language == "en" && cue.kind == "preposition" && cue.reporting != "weak" &&
          !has(at, trait_determiner)) {
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
    const VerbEnding ending = verb_ending(word(match.first));
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
    for (; i < end_ && outside(i); ++i) {
      const Token& token = tokens_[i];
      const bool clitic = token.kind == TokenKind::Possessive;
      if (!token.is_word() && !clitic) {
        break;
      }
      chunk.negated = chunk.negated || has(i, trait_negation);
      if (has(i, trait_auxiliary) || clitic) {
        const bool is_be = is_form_of_be(i);
        be = be || is_be;
        other_auxiliary = other_auxiliary || !is_be;
        chunk.head = i;
      } else if (!has(i, trait_negation) &&
                 (!is_adverb(document_, lexicon_, i) || has(i, trait_cue))) {
        break;
      }
    }
    return main_verb(chunk, i, {be, other_auxiliary});
  }

  struct Auxiliaries {
    bool be = false, other = false;
  };

  bool is_form_of_be(TokenIndex at) const {
    const std::string_view w = word(at);
    return w == "is" || w == "was" || w == "are" || w == "were" || w == "been" || w == "be" ||
           w == "being" || w == "am" || w == "'s" || w == "’s" || w == "'re" || w == "’re" ||
           w == "isn't" || w == "wasn't" || w == "weren't" || w == "isn’t" || w == "wasn’t";
  }

  Chunk main_verb(Chunk chunk, TokenIndex at, Auxiliaries auxiliaries) {
    chunk.last = at;
    if (!is_word(at) || !outside(at)) {
      return chunk;
    }
    if (Chunk phrase = cue_phrase(at); phrase.cue >= 0) {
      phrase.negated = chunk.negated;
      phrase.passive = false;
      return phrase;
    }
    const bool bare = !auxiliaries.be && !auxiliaries.other;
    const VerbEnding ending = verb_ending(word(at));
    const bool verbal = has(at, trait_cue | trait_verb) || ending != VerbEnding::None;
    const bool noun = has(at, trait_determiner | trait_possessive | pronoun_traits) ||
                      is_function_word(document_, lexicon_, at);
    if (!bare && (noun || (auxiliaries.be && !verbal) || tokens_[at].starts_capital())) {
      return chunk;
    }
    chunk.head = at;
    chunk.last = at + 1;
    chunk.cue = verb_cue(tokens_[at], lexicon_, schema_);
    chunk.cue_first = at;
    chunk.cue_last = at + 1;
    const bool passive_form = ending != VerbEnding::Gerund;
    chunk.passive = auxiliaries.be && passive_form;
    if (ending == VerbEnding::Gerund && bare) {
      chunk.form = VerbForm::Gerund;
    }
    while (chunk.last < end_ && outside(chunk.last) && tokens_[chunk.last].is_word() &&
           word(chunk.last) == "not") {
      ++chunk.last;
    }
    return chunk;
  }

  // "Tuesday", "July 11, 2024", "last week" stand alone; "the Tuesday meeting" does not.
  Chunk time_or_noun(TokenIndex at) {
    if (!has(at, time_traits) && !starts_time(at)) {
      return noun(at);
    }
    TokenIndex i = at + 1;
    while (i < end_ && outside(i) &&
           (has(i, time_traits) || tokens_[i].kind == TokenKind::Number)) {
      ++i;
    }
    if (i < end_ && tokens_[i].kind == TokenKind::Possessive) {
      return noun(at);  // "July's poll"
    }
    return {.kind = ChunkKind::Adverb, .last = i};
  }

  Chunk noun(TokenIndex at) {
    Chunk chunk{.kind = ChunkKind::Noun, .head = at};
    bool modifier = false, head = false;
    TokenIndex i = at;
    while (i < end_ && outside(i)) {
      const Step step = noun_step(at, i, modifier, head);
      if (step.tokens == 0) {
        break;
      }
      if (step.head) {
        chunk.head = i + step.tokens - 1;
      }
      modifier = step.modifier;
      head = head || step.head;
      i += step.tokens;
      i += nickname_after(i);
    }
    chunk.last = i;
    return chunk;
  }

  struct Step {
    TokenIndex tokens = 0;  // 0: the noun phrase ends.
    bool head = false;      // They may be its head.
    bool modifier = false;  // Something has to follow: a determiner, "'s".
  };

  Step noun_step(TokenIndex first, TokenIndex at, bool modifier, bool head) const {
    const Token& token = tokens_[at];
    switch (token.kind) {
      case TokenKind::Number:
        return {1, !head, !word(at).ends_with("old")};
      case TokenKind::Ideograph:
        return {1, true, false};
      case TokenKind::Possessive:
        return {TokenIndex{at > first ? 1u : 0u}, false, true};
      case TokenKind::Other:
        return {TokenIndex{joins_names(first, at) || at == first ? 1u : 0u}, false, false};
      case TokenKind::Word:
        return word_step(first, at, modifier, head);
      default:
        return {};
    }
  }

  // "Wong on Monday", "Wong last night": no part of the noun phrase before it.
  bool starts_time(TokenIndex at) const {
    if (has(at, trait_weekday | trait_month)) {
      return true;
    }
    const std::string_view w = word(at);
    if (w == "yesterday" || w == "today" || w == "tomorrow" || w == "tonight") {
      return true;
    }
    return (w == "last" || w == "this" || w == "next" || w == "earlier" || w == "late") &&
           is_word(at + 1) && has(at + 1, time_traits);
  }

  // "two reports", "the two reports", "these claims"
  bool is_plural_phrase(TokenIndex first) const {
    const TokenIndex counted =
        has(first, trait_determiner) && is_word(first + 1) ? first + 1 : first;
    const std::string_view w = word(first);
    return w == "these" || w == "those" || w == "several" || w == "many" ||
           (has(counted, trait_number_word) && word(counted) != "one" && word(counted) != "first" &&
            word(counted) != "second");
  }

  // "Some say", "this includes", "many argue": a determiner with its verb behind it.
  bool stands_for_noun(TokenIndex at) const {
    return is_word(at + 1) && outside(at + 1) && !has(at, trait_possessive) && word(at) != "the" &&
           word(at) != "a" && word(at) != "an" && word(at) != "The" &&
           (has(at + 1, trait_auxiliary | trait_cue_past | trait_verb) ||
            (has(at + 1, trait_cue) && !word(at + 1).ends_with("ing") && is_word(at + 2) &&
             (is_function_word(document_, lexicon_, at + 2) ||
              has(at + 2, trait_determiner | trait_possessive))));
  }

  // "Johnson & Johnson", "Asia/Pacific", "$5"
  bool joins_names(TokenIndex first, TokenIndex at) const {
    return at > first && at + 1 < end_ && (word(at) == "&" || !tokens_[at + 1].space_before);
  }

  Step word_step(TokenIndex first, TokenIndex at, bool modifier, bool head) const {
    const bool after_name = at > first && tokens_[at - 1].starts_capital();
    if (const TokenIndex tokens = table_name(at); tokens > 1) {
      return {tokens, true, false};
    }
    if (word(at) == "of" && after_name && joins_by_of(at)) {
      return {1, false, true};
    }
    if (has(at, trait_determiner | trait_possessive)) {
      const bool starts = at == first || (at == first + 1 && has(first, trait_determiner)) ||
                          (at > first && word(at - 1) == "of");
      const bool pronoun = starts && stands_for_noun(at);
      return {TokenIndex{starts ? 1u : 0u}, pronoun || has(at, trait_number_word), !pronoun};
    }
    const bool name = is_acronym(at) || (is_name_here(at) && !has(at, trait_month));
    if (at > first && !name && is_function_word(document_, lexicon_, at)) {
      const bool particle = has(at, trait_name_particle) && after_name && is_word(at + 1) &&
                            tokens_[at + 1].starts_capital();
      return {TokenIndex{particle ? 1u : 0u}, false, true};
    }
    if (at > first && head && !modifier && starts_time(at)) {
      return {};
    }
    const VerbContext context{.after_head = head,
                              .after_modifier = modifier,
                              .behind_quotation = behind_quotation(),
                              .headline = headline_,
                              .plural = is_plural_phrase(first),
                              .end = end_};
    if (head && is_verb_at(document_, lexicon_, at, context)) {
      return {};
    }
    const bool adverb = is_adverb(document_, lexicon_, at) && !tokens_[at].starts_capital();
    if (adverb && head && !modifier) {
      return {};
    }
    return {1, !adverb, adverb};
  }

  // The phrase of the tables at `at`; asked several times for one token.
  const Match& match_at(TokenIndex at) const {
    if (matched_ != at + 1) {
      match_ = lexicon_.match_at(std::span(tokens_.data(), end_), at);
      matched_ = at + 1;
    }
    return match_;
  }

  // Tokens of a name of the tables that starts here: "Ministry of Foreign Affairs".
  TokenIndex table_name(TokenIndex at) const {
    if (!has(at, trait_starts_phrase)) {
      return 0;
    }
    const Match& match = match_at(at);
    const bool names = std::ranges::any_of(
        match.senses, [](const Sense& sense) { return sense.kind != SenseKind::Cue; });
    const bool whole =
        match.last <= end_ && match.last > at && tokens_[match.last - 1].quotation == 0;
    return names && whole ? match.last - at : 0;
  }

  // "University of Virginia", "Secretary of State"
  bool joins_by_of(TokenIndex at) const {
    if (!has(at - 1, trait_body_noun | trait_title | trait_person_noun)) {
      return false;
    }
    const TokenIndex next = at + 1 < end_ && word(at + 1) == "the" ? at + 2 : at + 1;
    return is_word(next) && outside(next) && tokens_[next].starts_capital();
  }

  // Joseph "Joe" Ode: the tokens of a quoted nickname between two parts of a name.
  TokenIndex nickname_after(TokenIndex at) const {
    if (at >= end_ || tokens_[at].quotation == 0 || !tokens_[at - 1].starts_capital()) {
      return 0;
    }
    const Quotation& quotation = document_.quotations[tokens_[at].quotation - 1];
    const TokenIndex after = quotation.close + 1;
    const bool short_name = quotation.closed && quotation.words <= 3 && after < end_ &&
                            tokens_[at + 1].starts_capital();
    return short_name && tokens_[after].is_word() && tokens_[after].starts_capital() &&
                   tokens_[after].quotation == 0
               ? after - at
               : 0;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  const Schema& schema_;
  Outline outline_;
  TokenIndex first_ = 0, end_ = 0;
  TokenIndex paragraph_first_ = 0, unit_first_ = 0;
  mutable Match match_;
  mutable TokenIndex matched_ = 0;  // 1 + the token of match_.
  bool headline_ = false;
};

}  // namespace

Outline outline_document(const Document& document, const Lexicon& lexicon, const Schema& schema) {
  return Chunker(document, lexicon, schema).run();
}

}  // namespace verbale::attribution
