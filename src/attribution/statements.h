#pragma once

#include <cstdint>
#include <vector>

#include "attribution/clauses.h"
#include "attribution/entities.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// Why words are given to somebody. The names are in docs/attribution.md with an example each.
enum class Rule : std::uint8_t {
  QuoteThenCue,        // "...," Wong said.
  QuoteThenInverted,   // "...," said Wong.
  CueThenQuote,        // Wong said: "..."
  CueInClause,         // Wong said that it was "..." and "..."
  NounCue,             // Wong's claim that "..."
  AccordingTo,         // According to Wong, "..."
  NameColon,           // Wong: "..."
  ColonBefore,         // Wong spoke on Monday:  "..."
  SameSentence,        // "...," Wong said, "..."
  SameParagraph,       // "...," Wong said. "..."
  NextInParagraph,     // "..." "...," Wong said.
  Continued,           // A quotation re-opened in the next paragraph.
  ParagraphBefore,     // Wong said so.  "..."
  Signed,              // "..." — Ann Ode
  Post,                // ... — Ann Ode (@ode) July 11, 2024
  ClauseSubject,       // Wong is a "..." man: the clause's subject, no cue.
  ReportedClause,      // Wong said that ...
  ReportedBefore,      // ..., Wong said.
  ReportedAccording,   // According to Wong, ...
  ReportedInfinitive,  // Wong promised to ...
  ReportedObject,      // Wong denied the charges.
  None,
};

// Words and where their speaker is named, before anybody is resolved.
struct Statement {
  StatementKind kind = StatementKind::Quote;
  Rule rule = Rule::None;
  TextRange range;
  std::uint32_t unit = 0;
  std::int32_t quotation = -1;  // Its place in Document::quotations.
  std::int32_t inherits = -1;   // The statement whose speaker speaks on here.
  Subject subject;              // Of chunks of `subject_unit`.
  std::uint32_t subject_unit = 0;
  TokenIndex label = 0, label_end = 0;  // A name inside the marks: "ODE: Well, ..."
  std::int32_t cue = -1;                // Row of Schema::cues().
  TextRange cue_range;
};

// Quotations that are statements and reported clauses, in text order. Sets the use of the
// quotations that are none.
std::vector<Statement> find_statements(Document& document, const Lexicon& lexicon,
                                       const Schema& schema, const Outline& outline);

const char* to_string(Rule rule);

}  // namespace verbale::attribution
