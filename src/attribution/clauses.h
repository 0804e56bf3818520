#pragma once

#include <cstdint>

#include "attribution/chunks.h"

namespace verbale::attribution {

inline constexpr std::uint32_t no_chunk = 0xFFFFFFFF;

// How the subject of a verb was found; each has its own reliability.
enum class SubjectPath : std::uint8_t {
  None,
  Before,       // "Wong said"
  Apposition,   // "Hugh Hill, a doctor, said"
  Relative,     // "Wong, who said"
  Coordinated,  // "Wong left and said"
  Participle,   // "Wong left, saying"
  Inverted,     // `"...," said Wong`
  Owner,        // "Wong's claim", "his promise": the subject is inside the noun phrase
};

// The noun phrase that a verb belongs to, as chunks of Outline.
struct Subject {
  std::uint32_t chunk = no_chunk;  // The noun phrase, or the first one of several.
  std::uint32_t last = no_chunk;  // The last chunk that belongs to it: "a spokesman for the mayor".
  std::uint32_t joined = no_chunk;  // "Wong and Ode said": the second one.
  SubjectPath path = SubjectPath::None;

  bool found() const { return chunk != no_chunk; }
};

// Looks for the subject of the verb chunk `verb`, before it and then, where English inverts, behind
// it. Never outside the unit.
Subject find_subject(const Document& document, const Lexicon& lexicon, const Outline& outline,
                     const Clauses& unit, std::uint32_t verb);

}  // namespace verbale::attribution
