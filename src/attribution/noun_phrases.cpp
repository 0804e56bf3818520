#include "attribution/noun_phrases.h"

#include "attribution/word_classes.h"

namespace verbale::attribution {

namespace {

class NounPhraseReader {
 public:
  NounPhraseReader(const UnitWords& words, bool behind_quotation)
      : words_(words), behind_quotation_(behind_quotation) {}

  Chunk read(TokenIndex at) const {
    Chunk chunk{.kind = ChunkKind::Noun, .head = at};
    bool modifier = false, head = false;
    TokenIndex i = at;
    while (i < words_.end() && words_.outside(i)) {
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

 private:
  struct Step {
    TokenIndex tokens = 0;  // 0: the noun phrase ends.
    bool head = false;      // They may be its head.
    bool modifier = false;  // Something has to follow: a determiner, "'s".
  };

  Step noun_step(TokenIndex first, TokenIndex at, bool modifier, bool head) const {
    const Token& token = words_.token(at);
    switch (token.kind) {
      case TokenKind::Number:
        return {1, !head, !words_.word(at).ends_with("old")};
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

  // "two reports", "the two reports", "these claims"
  bool is_plural_phrase(TokenIndex first) const {
    const TokenIndex counted =
        words_.has(first, trait_determiner) && words_.is_word(first + 1) ? first + 1 : first;
    const std::string_view w = words_.word(first);
    return w == "these" || w == "those" || w == "several" || w == "many" ||
           (words_.has(counted, trait_number_word) && words_.word(counted) != "one" &&
            words_.word(counted) != "first" && words_.word(counted) != "second");
  }

  // "Some say", "this includes", "many argue": a determiner with its verb behind it.
  bool stands_for_noun(TokenIndex at) const {
    return words_.is_word(at + 1) && words_.outside(at + 1) && !words_.has(at, trait_possessive) &&
           words_.word(at) != "the" && words_.word(at) != "a" && words_.word(at) != "an" &&
           words_.word(at) != "The" &&
           (words_.has(at + 1, trait_auxiliary | trait_cue_past | trait_verb) ||
            (words_.has(at + 1, trait_cue) && !words_.word(at + 1).ends_with("ing") &&
             words_.is_word(at + 2) &&
             (is_function_word(words_.document(), words_.lexicon(), at + 2) ||
              words_.has(at + 2, trait_determiner | trait_possessive))));
  }

  // "Johnson & Johnson", "Asia/Pacific", "$5"
  bool joins_names(TokenIndex first, TokenIndex at) const {
    return at > first && at + 1 < words_.end() &&
           (words_.word(at) == "&" || !words_.token(at + 1).space_before);
  }

  Step word_step(TokenIndex first, TokenIndex at, bool modifier, bool head) const {
    const bool after_name = at > first && words_.token(at - 1).starts_capital();
    if (const TokenIndex tokens = words_.table_name(at); tokens > 1) {
      return {tokens, true, false};
    }
    if (words_.word(at) == "of" && after_name && joins_by_of(at)) {
      return {1, false, true};
    }
    if (words_.has(at, trait_determiner | trait_possessive)) {
      const bool starts = at == first || (at == first + 1 && words_.has(first, trait_determiner)) ||
                          (at > first && words_.word(at - 1) == "of");
      const bool pronoun = starts && stands_for_noun(at);
      return {TokenIndex{starts ? 1u : 0u}, pronoun || words_.has(at, trait_number_word), !pronoun};
    }
    const bool name =
        words_.is_acronym(at) || (words_.is_name_here(at) && !words_.has(at, trait_month));
    if (at > first && !name && is_function_word(words_.document(), words_.lexicon(), at)) {
      const bool particle = words_.has(at, trait_name_particle) && after_name &&
                            words_.is_word(at + 1) && words_.token(at + 1).starts_capital();
      return {TokenIndex{particle ? 1u : 0u}, false, true};
    }
    if (at > first && head && !modifier && words_.starts_time(at)) {
      return {};
    }
    const VerbContext context{.after_head = head,
                              .after_modifier = modifier,
                              .behind_quotation = behind_quotation_,
                              .headline = words_.headline(),
                              .plural = is_plural_phrase(first),
                              .end = words_.end()};
    if (head && is_verb_at(words_.document(), words_.lexicon(), at, context)) {
      return {};
    }
    const bool adverb =
        is_adverb(words_.document(), words_.lexicon(), at) && !words_.token(at).starts_capital();
    if (adverb && head && !modifier) {
      return {};
    }
    return {1, !adverb, adverb};
  }

  // "Representative Peter T. King of Tarn": a surname that is written like a title.
  bool follows_given_name(TokenIndex at) const {
    return at > words_.first() && words_.token(at - 1).starts_capital() &&
           words_.token(at - 1).is_word() &&
           !words_.has(at - 1, trait_title | trait_body_noun | trait_determiner);
  }

  // "University of Virginia", "Secretary of State"
  bool joins_by_of(TokenIndex at) const {
    if (!words_.has(at - 1, trait_body_noun | trait_title)) {
      return false;
    }
    if (!words_.has(at - 1, trait_body_noun) && follows_given_name(at - 1)) {
      return false;
    }
    const TokenIndex next = at + 1 < words_.end() && words_.word(at + 1) == "the" ? at + 2 : at + 1;
    return words_.is_word(next) && words_.outside(next) && words_.token(next).starts_capital();
  }

  // Joseph "Joe" Ode: the tokens of a quoted nickname between two parts of a name.
  TokenIndex nickname_after(TokenIndex at) const {
    if (at >= words_.end() || words_.token(at).quotation == 0 ||
        !words_.token(at - 1).starts_capital()) {
      return 0;
    }
    const Quotation& quotation = words_.document().quotations[words_.token(at).quotation - 1];
    const TokenIndex after = quotation.close + 1;
    const bool short_name = quotation.closed && quotation.words <= 3 && after < words_.end() &&
                            words_.token(at + 1).starts_capital();
    return short_name && words_.token(after).is_word() && words_.token(after).starts_capital() &&
                   words_.token(after).quotation == 0
               ? after - at
               : 0;
  }

  const UnitWords& words_;
  bool behind_quotation_;
};

}  // namespace

Chunk read_noun_phrase(const UnitWords& words, TokenIndex at, bool behind_quotation) {
  return NounPhraseReader(words, behind_quotation).read(at);
}

}  // namespace verbale::attribution
