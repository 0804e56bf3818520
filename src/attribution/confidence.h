#pragma once

#include "attribution/resolution.h"
#include "attribution/statements.h"

namespace verbale::attribution {

// The probability that the speakers of `resolved` said the words of `statement`: how often its
// rule finds the mention, times how often a mention of its kind is resolved to the right person.
// Measured, see docs/attribution.md.
double confidence(const Statement& statement, const Resolved& resolved);

// How often a rule finds the mention of whoever spoke.
double of_rule(Rule rule);

}  // namespace verbale::attribution
