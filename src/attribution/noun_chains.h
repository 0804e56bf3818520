#pragma once

#include "attribution/clauses.h"

namespace verbale::attribution {

// How noun phrases of one unit hang together: "a spokesman for the mayor of Ode", and appositions,
// "Hugh Hill, a doctor". Chunks are given and returned by their place in the outline. A value for
// one call.
class NounChains {
 public:
  // Keeps references.
  NounChains(const UnitChunks& chunks, const Lexicon& lexicon)
      : chunks_(chunks), lexicon_(lexicon) {}

  // Past adverbs, times and brackets before `chunk`: "Wong on Monday said".
  std::uint32_t skip_back(std::uint32_t chunk) const;

  // The last chunk of "a spokesman for the mayor of Ode", walking to the right.
  std::uint32_t with_attachments(std::uint32_t chunk) const;

  // "a spokesman for the mayor": from "the mayor" back to "a spokesman"; "In Ode the mayor" stays.
  std::uint32_t chain_start(std::uint32_t noun) const;

  // The noun phrase before the comma that `start`, or the preposition before it, follows: from
  // "Va." to "Ode" in "Johnnie Ode, 59, of Springfield, Va.". Not "Ohio" in "In Ohio, Ode,
  // speaking".
  std::uint32_t outer_apposition(std::uint32_t start) const;

  // Several asides in a row: "Mook, the manager of the campaign, speaking in Ode, said".
  Subject head_of_appositions(std::uint32_t noun) const;

  bool is_name(std::uint32_t noun) const;
  // A name of two words and more that is no place's: "Mary Wong", not "New Mexico".
  bool is_full_name(std::uint32_t noun) const;
  bool is_person(std::uint32_t noun) const;
  // A pronoun for people, or a phrase about somebody who can speak.
  bool is_speaker(std::uint32_t noun) const;

 private:
  bool attaches(std::uint32_t preposition) const;
  bool is_region(std::uint32_t noun) const;
  bool is_subject_pronoun(std::uint32_t noun) const;

  UnitChunks chunks_;
  const Lexicon& lexicon_;
};

}  // namespace verbale::attribution
