#pragma once

#include <cstdint>
#include <vector>

#include "attribution/clause_text.h"

namespace verbale::attribution {

// Where the speaker of a cue stands.
enum class CueUse : std::uint8_t {
  Verb,        // Beside it: "Товрени заявил", "قال الوزير"
  According,   // Behind it: "selon Duvarrec", "по словам Товрени"
  Like,        // Beside a verb behind "comme", "wie": the words reported follow or go before
  Before,      // In front of it: "Maravenn zufolge"
  Closing,     // Behind it, and it behind the words: „...“, so Maravenn
  Frame,       // Inside of it: 据…报道
  Participle,  // With the verb of the clause before: "ajoutant que", "مشيرا إلى أن"
};

// A cue in a text. Gender and number are those of the verb where its form has them.
struct CueHit {
  TokenIndex first = 0, last = 0;
  std::int32_t row = -1;  // Of Schema::cues().
  CueUse use = CueUse::Verb;
  bool strong = false;
  bool takes_clause = false;
  bool plural = false;
  Gender gender = Gender::Unknown;
  TokenIndex prefix = 0;  // Of a separable verb: its prefix, where the subject ends; 0: none.
  TokenIndex frame = 0;   // Of 据…报道: where 报道 begins.

  bool according() const {
    return use == CueUse::According || use == CueUse::Closing || use == CueUse::Frame;
  }
};

// The cues of a text, in order, none inside of another.
std::vector<CueHit> find_simple_cues(const ClauseText& text);

}  // namespace verbale::attribution
