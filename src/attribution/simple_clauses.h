#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "attribution/clause_words.h"
#include "attribution/document.h"
#include "verbale/model/passage.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution {

// Words that somebody says, in a language whose clauses are read without a grammar: the cue beside
// the words and the subject beside the cue. Tokens are half open ranges; an empty subject is the
// speaker of the claim before.
struct SimpleClaim {
  StatementKind kind = StatementKind::Quote;
  TextRange range;
  TokenIndex cue_first = 0, cue_last = 0;
  TokenIndex subject_first = 0, subject_last = 0;
  std::int32_t cue = -1;  // Row of Schema::cues().
  const char* rule = "";
  double confidence = 0;  // That the subject is the speaker.
  std::uint32_t paragraph = 0;
};

struct SimpleClauseRules {
  const Lexicon& lexicon;
  const Schema& schema;
  const ClauseWords& words;
};

// The claims of a French, Spanish, German, Russian, Chinese or Arabic text, in text order. Sets the
// use of quotations that are no statements.
std::vector<SimpleClaim> find_simple_claims(Document& document, const SimpleClauseRules& rules,
                                            std::string_view language);

}  // namespace verbale::attribution
