#pragma once

#include <span>
#include <vector>

#include "attribution/cue_uses.h"
#include "attribution/statements.h"

namespace verbale::attribution {

// Indirect speech of one unit: the clauses that its cues report.
std::vector<Statement> find_reported(const Document& document, const Lexicon& lexicon,
                                     const Schema& schema, const Outline& outline,
                                     const Clauses& unit, std::span<const CueUse> uses);

}  // namespace verbale::attribution
