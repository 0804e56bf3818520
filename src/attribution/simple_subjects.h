#pragma once

#include <optional>
#include <span>

#include "attribution/simple_phrases.h"

namespace verbale::attribution {

// Whom a cue's subject means, before anybody is looked up.
enum class SubjectKind : std::uint8_t {
  None,     // Nobody found.
  Named,    // A noun phrase: "le ministre", "Anselme Duvarrec"
  Pronoun,  // il, она, 他
  Dropped,  // The subject of the clause before: "et a ajouté", "añadió", "وأضاف"
  Place,    // Where somebody said it: "в МИД сообщили"
};

struct SimpleSubject {
  SubjectKind kind = SubjectKind::None;
  TokenSpan span;  // Empty for None, Dropped, and the pronoun of "dit-il" and "по его словам".
  Gender gender = Gender::Unknown;
  bool plural = false;
};

// Finds the subject beside a cue. A noun phrase has no grammar here: it begins behind a cue or a
// boundary and ends at the next word that no noun phrase goes on with.
class SubjectReader {
 public:
  // Keeps references.
  SubjectReader(const ClauseText& text, std::span<const CueHit> cues)
      : text_(text), phrases_(text, cues) {}

  const PhraseReader& phrases() const { return phrases_; }

  // Of a cue in a clause [begin, end).
  SimpleSubject around(const CueHit& cue, TokenSpan clause) const;
  // "a déclaré | M. Dupont | à la presse"
  SimpleSubject behind(const CueHit& cue, TokenIndex limit) const;
  // "Le ministre, Jean Dupont, | a déclaré"
  SimpleSubject before(const CueHit& cue, TokenIndex begin) const;

  // A name, a title, a body or a pronoun is in it, or it is told by its ending.
  bool names_somebody(TokenSpan span) const;

 private:
  SimpleSubject verb_first(const CueHit& cue, TokenSpan clause) const;
  SimpleSubject shared(const CueHit& cue) const;
  SimpleSubject of_pronoun(const CueHit& cue, TokenSpan span) const;
  SimpleSubject in_place(const CueHit& cue, TokenIndex at, TokenIndex limit) const;
  SimpleSubject named(const CueHit& cue, TokenSpan span) const;
  TokenSpan aside_before(TokenIndex last, TokenIndex begin) const;
  bool pronoun_in(const CueHit& cue, SimpleSubject& subject) const;
  TokenIndex skip_back(TokenIndex last, TokenIndex begin) const;
  std::optional<TokenIndex> before_aside(TokenSpan span, TokenIndex begin) const;
  bool is_subordinate(TokenSpan part, TokenIndex begin) const;
  SimpleSubject before_apposition(const CueHit& cue, TokenSpan part,
                                  const SimpleSubject& apposition) const;
  SimpleSubject directly_before(const CueHit& cue, TokenIndex begin) const;
  TokenSpan part_before(TokenIndex last, TokenIndex begin) const;
  bool ends_before(TokenIndex at) const;
  bool starts_apposition(TokenSpan part) const;
  TokenSpan without_lead(TokenSpan span) const;

  const ClauseText& text_;
  PhraseReader phrases_;
};

}  // namespace verbale::attribution
