#pragma once

#include "attribution/chunks.h"

namespace verbale::attribution {

// How the words inside the marks end: "..., he said", "...?", "...." or in the middle of a clause.
enum class Tail : std::uint8_t { Comma, Question, Full, Open };

Tail tail_of(const Document& document, const Quotation& quotation);

// Whether most words of a unit outside quotations are written with capitals.
bool is_headline(const Document& document, const Clauses& unit);

// Quotations of fewer words need a cue of their own to be a statement.
inline constexpr std::uint32_t fewest_words = 3;

// The unit that a quotation stands in; a value for one call.
struct QuotationPlace {
  const Document& document;
  const Lexicon& lexicon;
  const Schema& schema;
  const Outline& outline;
  const Clauses& unit;
  bool headline = false;
};

// What the place says about the quotation of the chunk `at`: a title of a work, a quoted modifier
// (Scare), or, as far as the place tells, a Statement.
QuotationUse use_at(const QuotationPlace& place, std::uint32_t at, const Quotation& quotation);

}  // namespace verbale::attribution
