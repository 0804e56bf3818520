#pragma once

#include <span>

#include "attribution/simple_cues.h"

namespace verbale::attribution {

// Finds where noun phrases end behind a cue, in a language that is read without a grammar: at the
// next word that no noun phrase goes on with.
class PhraseReader {
 public:
  // Keeps references.
  PhraseReader(const ClauseText& text, std::span<const CueHit> cues) : text_(text), cues_(cues) {}

  // Cues that start in [first, last).
  std::span<const CueHit> cues_in(TokenIndex first, TokenIndex last) const;

  // "le ministre de la Mer": the phrase from a token on, brackets and names between marks included.
  TokenSpan noun_phrase(TokenIndex first, TokenIndex limit) const;
  // Whether a French or Spanish subject may start here.
  bool may_open_phrase(TokenIndex at) const;
  // Past fillers, days and those who were told something.
  TokenIndex skip_addressee(TokenIndex at, TokenIndex limit) const;
  // Past a name of a few words between marks; `at` where there is none.
  TokenIndex skip_quoted(TokenIndex at, TokenIndex limit) const;
  // Where the phrase ends with the name that stands in apposition to it.
  TokenIndex with_apposition(TokenSpan phrase, TokenIndex limit) const;
  // Where the phrase ends with the name behind what its title is about.
  TokenIndex with_name_behind(TokenSpan phrase, TokenIndex limit) const;
  // The name behind a place; empty when there is none.
  TokenSpan name_behind_place(TokenIndex at, TokenIndex limit) const;

  // A capital word that is no title and no place.
  bool is_name_word(TokenIndex at) const;
  // Two of them side by side.
  bool has_full_name(TokenSpan span) const;

 private:
  TokenIndex skip_bracket(TokenIndex at, TokenIndex limit) const;
  bool ends_behind(TokenIndex at) const;
  bool opens_with_cue(TokenIndex at) const;
  bool is_office(TokenIndex at) const;

  const ClauseText& text_;
  std::span<const CueHit> cues_;
};

}  // namespace verbale::attribution
