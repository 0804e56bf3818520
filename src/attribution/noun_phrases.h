#pragma once

#include "attribution/chunks.h"
#include "attribution/unit_words.h"

namespace verbale::attribution {

// The noun phrase that starts at `at`, as far as it goes: "the Chinese foreign minister Wang Yi".
// Behind a quotation a word that is a noun elsewhere may be its cue: `"...," the letter reads`.
Chunk read_noun_phrase(const UnitWords& words, TokenIndex at, bool behind_quotation);

}  // namespace verbale::attribution
