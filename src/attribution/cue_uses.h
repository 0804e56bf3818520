#pragma once

#include <vector>

#include "attribution/clauses.h"

namespace verbale::attribution {

enum class CueKind : std::uint8_t { Verb, Noun, Preposition };

// A cue at work in a unit: who it belongs to, and how strongly it reports.
struct CueUse {
  std::uint32_t chunk = no_chunk;  // The verb, the noun phrase or the preposition.
  CueKind kind = CueKind::Verb;
  std::int32_t cue = -1;
  int strength = 1;  // 3 strong, 2 medium, 1 weak
  Subject subject;
  TextRange range;  // The words of the cue.
};

// The cues of one unit in text order, those without a subject included. A cue that somebody is the
// object of ("was told") is left out.
std::vector<CueUse> find_cue_uses(const Document& document, const Lexicon& lexicon,
                                  const Schema& schema, const Outline& outline,
                                  const Clauses& unit);

bool takes(const Cue& cue, std::string_view complement);

}  // namespace verbale::attribution
