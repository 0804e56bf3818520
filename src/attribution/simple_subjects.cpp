#include "attribution/simple_subjects.h"

#include <algorithm>
#include <array>

#include "attribution/han_words.h"
#include "attribution/word_key.h"

namespace verbale::attribution {

SimpleSubject SubjectReader::around(const CueHit& cue, TokenSpan clause) const {
  if (cue.use == CueUse::Frame) {
    return named(cue, han_subject(text_, {cue.last, cue.frame}));
  }
  if (cue.use == CueUse::Participle) {
    return shared(cue);
  }
  if (cue.according()) {
    return behind(cue, clause.last);
  }
  if (text_.grammar().verb_first) {
    return verb_first(cue, clause);
  }
  if (cue.use == CueUse::Like && text_.grammar().noun_capitals) {
    return before(cue, clause.first);  // "wie Maravenn sagte"
  }
  const bool inverted =
      text_.inverted(cue.first) != 0 || (cue.first > 0 && text_.inverted(cue.first - 1) != 0);
  if (inverted || cue.use == CueUse::Like) {
    return behind(cue, clause.last);
  }
  const SimpleSubject found = before(cue, clause.first);
  if (found.kind != SubjectKind::None || cue.use == CueUse::Before || text_.grammar().han) {
    return found;
  }
  const SimpleSubject following = behind(cue, clause.last);
  if (following.kind != SubjectKind::None && names_somebody(following.span)) {
    return following;
  }
  return text_.grammar().drops_subjects ? shared(cue) : following;
}

// "وقال الوزير"; a subject in front stands alone at the start of its clause: "أما الوزير فقال".
SimpleSubject SubjectReader::verb_first(const CueHit& cue, TokenSpan clause) const {
  const SimpleSubject following = behind(cue, clause.last);
  if (following.kind != SubjectKind::None) {
    return following;
  }
  constexpr TokenIndex longest = 8;
  const TokenSpan front =
      without_lead(part_before(skip_back(cue.first, clause.first), clause.first));
  const bool stands_alone = front.first == clause.first && front.size() <= longest &&
                            text_.starts_sentence(front.first) && names_somebody(front) &&
                            phrases_.cues_in(front.first, front.last).empty();
  return stands_alone ? named(cue, front) : shared(cue);
}

// The subject of the clause before, whose verb need not report anything that is quoted.
SimpleSubject SubjectReader::shared(const CueHit& cue) const {
  SimpleSubject dropped;
  dropped.kind = SubjectKind::Dropped;
  dropped.gender = cue.gender;
  dropped.plural = cue.plural;
  const Sentence* sentence = text_.sentence_at(cue.first);
  if (sentence == nullptr) {
    return dropped;
  }
  constexpr int most = 4;
  constexpr TokenIndex reach = 40;
  int tried = 0;
  const auto earlier = phrases_.cues_in(sentence->first_token, cue.first);
  for (auto other = earlier.rbegin(); other != earlier.rend() && tried < most; ++other, ++tried) {
    const bool inside =
        text_.quotation_at(other->first) != nullptr && text_.quotation_at(cue.first) == nullptr;
    if (inside || other->use == CueUse::Participle) {
      continue;
    }
    const TokenIndex begin =
        std::max(sentence->first_token, other->first > reach ? other->first - reach : 0);
    SimpleSubject subject = other->according() || text_.grammar().verb_first
                                ? behind(*other, std::min(cue.first, other->last + reach))
                                : directly_before(*other, begin);
    if (subject.kind == SubjectKind::None) {  // "a dit X, ajoutant que"
      subject = behind(*other, cue.first);
    }
    if (subject.kind != SubjectKind::None && subject.kind != SubjectKind::Dropped) {
      return subject;
    }
  }
  return dropped;
}

SimpleSubject SubjectReader::of_pronoun(const CueHit& cue, TokenSpan span) const {
  SimpleSubject subject{SubjectKind::Pronoun, span, Gender::Male, false};
  if (text_.has(span.first, role_feminine)) {
    subject.gender = Gender::Female;
  }
  if (text_.has(span.first, role_plural) || cue.plural) {
    subject.plural = true;
  }
  const bool both = text_.grammar().noun_capitals && text_.has(span.first, role_feminine);
  if (both && cue.plural) {  // "sagten sie"
    subject.gender = Gender::Unknown;
  }
  return subject;
}

SimpleSubject SubjectReader::named(const CueHit& cue, TokenSpan span) const {
  if (span.empty()) {
    return {};
  }
  if (text_.has(span.first, role_pronoun)) {
    return of_pronoun(cue, {span.first, span.first + 1});
  }
  if (text_.has(span.last - 1, role_pronoun) && !text_.grammar().han && span.last <= cue.first) {
    return of_pronoun(cue, {span.last - 1, span.last});
  }
  return {SubjectKind::Named, span, cue.gender, cue.plural};
}

// "сообщили в МИД", "в посольстве отметили": nobody else is the subject.
SimpleSubject SubjectReader::in_place(const CueHit& cue, TokenIndex at, TokenIndex limit) const {
  if (!cue.plural || !text_.has(at, role_place)) {
    return {};
  }
  const TokenSpan span = phrases_.noun_phrase(at + 1, limit);
  return span.empty() ? SimpleSubject{} : SimpleSubject{SubjectKind::Place, span, {}, true};
}

// "dit-il", "a-t-elle ajouté", "по его словам"
bool SubjectReader::pronoun_in(const CueHit& cue, SimpleSubject& subject) const {
  struct Inside {
    std::string_view word;
    Gender gender;
    bool plural;
  };
  constexpr std::array<Inside, 5> pronouns = {{{"его", Gender::Male, false},
                                               {"ее", Gender::Female, false},
                                               {"их", Gender::Unknown, true},
                                               {"su", Gender::Unknown, false},
                                               {"قوله", Gender::Male, false}}};
  for (TokenIndex at = cue.first; at < cue.last; ++at) {
    const FoldedWord folded = fold_word(text_.word(at));
    const auto* inside = std::ranges::find(pronouns, folded.view(), &Inside::word);
    if (inside != pronouns.end()) {
      subject = {SubjectKind::Pronoun, {}, inside->gender, inside->plural};
      return true;
    }
  }
  const TokenIndex at = text_.inverted(cue.first) != 0 ? cue.first : cue.first - 1;
  if (cue.first == 0 || text_.inverted(at) == 0) {
    return false;
  }
  const std::string_view word = text_.word(at);
  subject = {SubjectKind::Pronoun, {}, Gender::Male, word.ends_with('s')};
  if (word.find("elle") != std::string_view::npos) {
    subject.gender = Gender::Female;
  }
  if (word.ends_with("-on")) {
    subject.kind = SubjectKind::None;
  }
  return true;
}

SimpleSubject SubjectReader::behind(const CueHit& cue, TokenIndex limit) const {
  SimpleSubject subject;
  if (pronoun_in(cue, subject)) {
    return subject;
  }
  limit = cue.prefix == 0 ? limit : std::min(limit, cue.prefix);
  TokenIndex first = cue.last;
  if (!cue.according()) {
    first = phrases_.skip_addressee(first, limit);
  }
  if (first >= limit) {
    return {};
  }
  if (text_.has(first, role_pronoun) || (cue.according() && text_.word(first) == "lui")) {
    return of_pronoun(cue, {first, first + 1});
  }
  const SimpleSubject place = in_place(cue, first, limit);
  if (place.kind != SubjectKind::None) {
    return place;
  }
  const TokenIndex quoted = phrases_.skip_quoted(first, limit);
  if (quoted != first) {  // "сообщал «Коммерсантъ»"
    return named(cue, {first + 1, quoted - 1});
  }
  if (!cue.according() && text_.grammar().cased) {
    const TokenSpan name = phrases_.name_behind_place(first, limit);
    if (!name.empty()) {
      return named(cue, name);
    }
    if (!phrases_.may_open_phrase(first)) {
      return {};
    }
  }
  TokenSpan phrase = phrases_.noun_phrase(first, limit);
  phrase.last = phrases_.with_name_behind(phrase, limit);
  return named(cue, {phrase.first, phrases_.with_apposition(phrase, limit)});
}

// The part between the commas before a cue: "комментируя указ и выступление соседа".
TokenSpan SubjectReader::aside_before(TokenIndex last, TokenIndex begin) const {
  TokenIndex first = last;
  while (first > begin && (text_.token(first - 1).is_word() ||
                           text_.is(first - 1, TokenKind::Number) || !ends_before(first - 1))) {
    --first;
  }
  return {first, last};
}

bool SubjectReader::ends_before(TokenIndex at) const {
  switch (text_.token(at).kind) {
    case TokenKind::Word:
      return text_.has(at, role_boundary | role_complementizer);
    case TokenKind::Ideograph:
    case TokenKind::Possessive:
    case TokenKind::Number:
    case TokenKind::Open:
    case TokenKind::Close:
      return false;
    case TokenKind::Other:
      return text_.word(at) != "·";
    default:
      return true;
  }
}

TokenSpan SubjectReader::part_before(TokenIndex last, TokenIndex begin) const {
  TokenIndex first = last;
  while (first > begin && !ends_before(first - 1)) {
    --first;
  }
  return {first, last};
}

bool SubjectReader::names_somebody(TokenSpan span) const {
  for (TokenIndex at = span.first; at < span.last; ++at) {
    const Match* match = text_.match_at(at);
    const bool known = match != nullptr && !has_sense(*match, SenseKind::Cue) &&
                       (!text_.grammar().cased || has_sense(*match, SenseKind::Title) ||
                        text_.token(at).starts_capital());
    if (known || text_.has(at, role_pronoun)) {
      return true;
    }
    if (text_.grammar().cased && text_.token(at).starts_capital() && !text_.starts_sentence(at) &&
        !text_.grammar().noun_capitals) {
      return true;
    }
  }
  return text_.grammar().han ? is_han_name(text_, span) || ends_han_group(text_, span)
                             : text_.grammar().noun_capitals && !span.empty();
}

// A part that tells more about the one before: "ministre des Finances", "interrogé à Paris".
bool SubjectReader::starts_apposition(TokenSpan part) const {
  const Token& first = text_.token(part.first);
  const bool small = first.letters == LetterCase::Lower &&
                     !text_.has(part.first, role_determiner) &&
                     !text_.has(part.first, role_pronoun);
  return small || text_.has(part.first, role_indefinite);
}

// The last token before a cue's fillers and commas, half open.
TokenIndex SubjectReader::skip_back(TokenIndex last, TokenIndex begin) const {
  while (last > begin &&
         ((text_.has(last - 1, role_filler) && !text_.has(last - 1, role_determiner)) ||
          text_.is(last - 1, TokenKind::Comma))) {
    --last;
  }
  return last;
}

// Without what joins a sentence to the one before: "При этом | министр".
TokenSpan SubjectReader::without_lead(TokenSpan span) const {
  while (span.size() > 1 && text_.has(span.first, role_filler) &&
         !text_.has(span.first, role_determiner) &&
         (!text_.has(span.first, role_stop) || text_.has(span.first + 1, role_filler))) {
    ++span.first;
  }
  return span;
}

// "Товрени, | комментируя слова и дела соседа, заявил": where the part before such an aside, which
// ends with `span`, ends itself; nothing when it is none.
std::optional<TokenIndex> SubjectReader::before_aside(TokenSpan span, TokenIndex begin) const {
  const TokenSpan aside = aside_before(span.last, begin);
  const bool apart = aside.first != span.first && aside.first > begin &&
                     text_.is(aside.first - 1, TokenKind::Comma) &&
                     names_somebody(part_before(aside.first - 1, begin));
  return apart ? std::optional(aside.first - 1) : std::nullopt;
}

// "Товрени, которого | упомянула Орлано|, добавил"
bool SubjectReader::is_subordinate(TokenSpan part, TokenIndex begin) const {
  return part.first > begin + 1 && text_.token(part.first - 1).is_word() &&
         text_.has(part.first - 1, role_boundary) && text_.is(part.first - 2, TokenKind::Comma);
}

// The part before an apposition, where it is the likelier subject; the apposition where not.
SimpleSubject SubjectReader::before_apposition(const CueHit& cue, TokenSpan part,
                                               const SimpleSubject& apposition) const {
  const bool leads =
      text_.token(part.first).starts_capital() || text_.has(part.first, role_determiner);
  const bool better = phrases_.has_full_name(part) || phrases_.is_name_word(part.first) ||
                      !phrases_.has_full_name(apposition.span);
  return leads && better && names_somebody(part) ? named(cue, part) : apposition;
}

// Goes back over the parts between commas. The nearest part is the subject, unless it tells about
// the one before it: then that one is. Dropped where the clause shares its subject.
SimpleSubject SubjectReader::directly_before(const CueHit& cue, TokenIndex begin) const {
  constexpr int most_parts = 3;
  TokenIndex last = cue.first;
  SimpleSubject aside;
  bool relative = false;
  for (int part = 0; part < most_parts; ++part) {
    last = skip_back(last, begin);
    TokenSpan span = part_before(last, begin);
    const bool closed = last < cue.first && text_.is(last, TokenKind::Comma);
    const bool may_be_aside = part == 0 && closed && !text_.grammar().han;
    if (const auto earlier = may_be_aside ? before_aside(span, begin) : std::nullopt) {
      last = *earlier;
      continue;
    }
    const TokenIndex start = span.first;
    const bool behind_word = start > begin && text_.token(start - 1).is_word();
    const bool behind_relative = behind_word && text_.has(start - 1, role_relative);
    if (span.empty() && behind_relative) {
      last = start - 1;  // "Товрени, который заявил"
      relative = true;
      continue;
    }
    if (span.empty()) {
      const bool coordinated = behind_word && text_.has(start - 1, role_boundary) &&
                               !text_.has(start - 1, role_like | role_stop);
      return coordinated ? SimpleSubject{SubjectKind::Dropped, {}, cue.gender, cue.plural} : aside;
    }
    if (behind_relative && !text_.grammar().han) {
      return {};  // "celui qui était directeur a répondu"
    }
    if (closed && is_subordinate(span, begin)) {
      last = start - 2;
      continue;
    }
    span = without_lead(span);
    span = text_.grammar().han ? han_subject(text_, span) : span;
    const bool opens = !span.empty() && !text_.has(span.first, role_stop | role_complementizer);
    const SimpleSubject place =
        opens || span.empty() ? SimpleSubject{} : in_place(cue, span.first, last);
    if (place.kind != SubjectKind::None) {
      return place;
    }
    if (opens && aside.kind != SubjectKind::None) {
      return before_apposition(cue, span, aside);
    }
    if (opens) {
      aside = relative && text_.has(span.first, role_pronoun) ? SimpleSubject{} : named(cue, span);
    }
    if (opens && (aside.kind != SubjectKind::Named || !starts_apposition(span))) {
      return aside;
    }
    if (start == begin || !text_.is(start - 1, TokenKind::Comma)) {
      return aside;
    }
    last = start - 1;
  }
  return aside;
}

SimpleSubject SubjectReader::before(const CueHit& cue, TokenIndex begin) const {
  const SimpleSubject found = directly_before(cue, begin);
  return found.kind == SubjectKind::Dropped ? shared(cue) : found;
}

}  // namespace verbale::attribution
