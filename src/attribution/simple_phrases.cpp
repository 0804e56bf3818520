#include "attribution/simple_phrases.h"

#include <algorithm>
#include <array>

namespace verbale::attribution {

std::span<const CueHit> PhraseReader::cues_in(TokenIndex first, TokenIndex last) const {
  const auto begin = std::ranges::lower_bound(cues_, first, {}, &CueHit::first);
  const auto end = std::ranges::lower_bound(begin, cues_.end(), last, {}, &CueHit::first);
  return {begin, end};
}

// "président", and not "tribunal"
bool PhraseReader::is_office(TokenIndex at) const {
  const Match* match = text_.match_at(at);
  return match != nullptr && std::ranges::any_of(match->senses, [this](const Sense& sense) {
           return sense.kind == SenseKind::Title &&
                  text_.rules().schema.titles()[sense.row].kind != "group";
         });
}

bool PhraseReader::opens_with_cue(TokenIndex at) const {
  const auto cues = cues_in(at, at + 1);
  return !cues.empty() && cues.front().use != CueUse::Participle;
}

// Fillers, days and those who were told: "a déclaré lundi à l'AFP | le ministre", "сказал ТАСС |
// Товрени", "сказал «Вестнику» | Товрени".
TokenIndex PhraseReader::skip_addressee(TokenIndex at, TokenIndex limit) const {
  constexpr TokenIndex most = 8;
  for (TokenIndex from = at; at < limit && at - from < most;) {
    TokenIndex next = at;
    TokenIndex noun = at + (text_.has(at, role_stop) ? 1 : 0);
    noun += text_.has(noun, role_determiner) ? 1 : 0;
    const Match* match = text_.match_at(noun);
    const bool told = match != nullptr && match->first >= at && match->last < limit &&
                      std::ranges::any_of(match->senses, [this](const Sense& sense) {
                        return (sense.kind == SenseKind::Body &&
                                text_.rules().schema.bodies()[sense.row].kind == "media") ||
                               (sense.kind == SenseKind::Cue &&
                                text_.rules().schema.cues()[sense.row].kind == "phrase");
                      });
    if (told && !ends_behind(match->last)) {
      next = match->last;
    } else if (text_.has(noun, role_time) ||
               (text_.has(noun, role_told) && noun + 1 < limit && !ends_behind(noun + 1))) {
      next = noun + 1;
    } else if (text_.has(at, role_filler) && !text_.has(at, role_pronoun | role_determiner)) {
      next = at + 1;
    } else if (const TokenIndex quoted = skip_quoted(at, limit);
               quoted != at && quoted < limit && !ends_behind(quoted)) {
      next = quoted;
    }
    if (next == at) {
      return at;
    }
    at = next;
  }
  return at;
}

// Past a name of a few words between marks; `at` where there is none.
TokenIndex PhraseReader::skip_quoted(TokenIndex at, TokenIndex limit) const {
  constexpr TokenIndex longest = 5;
  if (!text_.is(at, TokenKind::Mark) || at >= limit) {
    return at;
  }
  for (TokenIndex end = at + 1; end < std::min<TokenIndex>(text_.size(), at + 2 + longest); ++end) {
    if (text_.is(end, TokenKind::Mark)) {
      return end > at + 1 ? end + 1 : at;
    }
    if (text_.is(end, TokenKind::Stop) || text_.is(end, TokenKind::Comma)) {
      return at;
    }
  }
  return at;
}

bool PhraseReader::ends_behind(TokenIndex at) const {
  if (at >= text_.size()) {
    return true;
  }
  switch (text_.token(at).kind) {
    case TokenKind::Word:
      return text_.has(at, role_stop | role_complementizer | role_boundary) ||
             (text_.grammar().verb_first && opens_with_cue(at));
    case TokenKind::Ideograph:
    case TokenKind::Possessive:
      return false;
    case TokenKind::Other:
      return text_.word(at) != "·";
    default:
      return true;
  }
}

// Past a bracket of a few words, "Фонда безопасности (ФБ) Игорь Товрени"; `at` where there is none.
TokenIndex PhraseReader::skip_bracket(TokenIndex at, TokenIndex limit) const {
  constexpr TokenIndex longest = 8;
  TokenIndex close = at;
  while (close < limit && close - at < longest && !text_.is(close, TokenKind::Close)) {
    ++close;
  }
  return text_.is(close, TokenKind::Close) ? close + 1 : at;
}

TokenSpan PhraseReader::noun_phrase(TokenIndex first, TokenIndex limit) const {
  constexpr TokenIndex longest = 16;
  TokenSpan phrase{first, first};
  while (phrase.last < limit && phrase.size() < longest) {
    const TokenIndex at = phrase.last;
    if (!ends_behind(at)) {
      ++phrase.last;
      continue;
    }
    const TokenIndex next =
        text_.is(at, TokenKind::Open) ? skip_bracket(at, limit) : skip_quoted(at, limit);
    if (next == at || next >= limit || ends_behind(next) || phrase.empty()) {
      break;
    }
    phrase.last = next;
  }
  while (!phrase.empty() && text_.has(phrase.last - 1, role_filler)) {
    --phrase.last;
  }
  return phrase;
}

bool PhraseReader::is_name_word(TokenIndex at) const {
  return at < text_.size() && text_.token(at).is_word() && text_.token(at).starts_capital() &&
         !text_.is_title_or_place(at);
}

bool PhraseReader::has_full_name(TokenSpan span) const {
  for (TokenIndex at = span.first + 1; at < span.last; ++at) {
    if (is_name_word(at) && is_name_word(at - 1) && !text_.starts_sentence(at - 1)) {
      return true;
    }
  }
  return false;
}

// "la députée du port, | Ilse Maravenn", "историк, | профессор Касимир Товрени": the name
// behind the comma is the subject's.
TokenIndex PhraseReader::with_apposition(TokenSpan phrase, TokenIndex limit) const {
  if (phrase.empty() || !text_.grammar().cased || !text_.is(phrase.last, TokenKind::Comma) ||
      text_.token(phrase.first).starts_capital() || has_full_name(phrase)) {
    return phrase.last;
  }
  constexpr TokenIndex longest_name = 5;
  const TokenSpan next = noun_phrase(phrase.last + 1, limit);
  if (next.size() < 2 || !is_name_word(next.last - 1)) {
    return phrase.last;
  }
  const bool whole =
      next.size() <= longest_name && is_name_word(next.first);  // Ilse Von der Maravenn
  return whole || has_full_name({next.last - 2, next.last}) ? next.last : phrase.last;
}

// "глава комитета по обороне | Касимир Товрени", "ministre de la Mer et des Ports | Jean Orlano":
// what a title is about stands before the name.
TokenIndex PhraseReader::with_name_behind(TokenSpan phrase, TokenIndex limit) const {
  constexpr std::array<std::string_view, 7> about = {"по", "от", "при", "и", "et", "y", "und"};
  if (!text_.grammar().cased || !text_.title_in(phrase) || phrase.last >= limit ||
      std::ranges::find(about, text_.word(phrase.last)) == about.end() || has_full_name(phrase)) {
    return phrase.last;
  }
  const TokenSpan rest = noun_phrase(phrase.last + 1, limit);
  return rest.size() > 2 && has_full_name({rest.last - 2, rest.last}) ? rest.last : phrase.last;
}

// "a dit au tribunal | Éric Orlano"; in "a dit au président Éric Orlano" he is told.
TokenSpan PhraseReader::name_behind_place(TokenIndex at, TokenIndex limit) const {
  constexpr TokenIndex name = 2;
  if (!text_.has(at, role_stop)) {
    return {};
  }
  const TokenSpan rest = noun_phrase(at + 1, limit);
  const bool fits = rest.size() > name && has_full_name({rest.last - name, rest.last}) &&
                    !text_.token(rest.last - name - 1).starts_capital() &&
                    !is_office(rest.last - name - 1) && !text_.is_honorific(rest.last - name - 1) &&
                    !text_.has(rest.last - name - 1, role_determiner);
  return fits ? TokenSpan{rest.last - name, rest.last} : TokenSpan{};
}

// French and Spanish subjects start with a determiner, a title or a name: "a promis d'exonérer" and
// "dit avoir vu" have none.
bool PhraseReader::may_open_phrase(TokenIndex at) const {
  const std::string_view language = text_.grammar().language;
  if (language != "fr" && language != "es") {
    return true;
  }
  const bool of = text_.word(at) == "d'" || text_.word(at) == "d’" || text_.word(at) == "de";
  return !of && (text_.has(at, role_determiner | role_pronoun) || text_.is_honorific(at) ||
                 text_.token(at).letters != LetterCase::Lower ||
                 (text_.match_at(at) != nullptr && text_.match_at(at)->first == at));
}

}  // namespace verbale::attribution
