#pragma once

#include <cstdint>
#include <vector>

#include "attribution/simple_subjects.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// Words that somebody says, in a language whose clauses are read without a grammar: the cue beside
// the words and the subject beside the cue.
struct SimpleClaim {
  StatementKind kind = StatementKind::Quote;
  TextRange range;  // Empty where a cue has a subject and no words that could be told.
  TokenSpan cue;
  SimpleSubject subject;      // Dropped also where the speaker of the claim before speaks on.
  std::int32_t cue_row = -1;  // Row of Schema::cues().
  const char* rule = "";
  double confidence = 0;  // That the subject is the speaker.
  std::uint32_t paragraph = 0;
};

// The claims of a French, Spanish, German, Russian, Chinese or Arabic text, in text order. Sets the
// use of quotations that are no statements.
std::vector<SimpleClaim> find_simple_claims(Document& document, const ClauseText& text);

}  // namespace verbale::attribution
