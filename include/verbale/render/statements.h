#pragma once

#include <iosfwd>

#include "verbale/model/analyzed_article.h"

namespace verbale {

enum class StatementFormat {
  JsonLine,  // One line, as docs/json_output.md describes it.
  Receipts,  // For people: each statement with how its speaker was found.
};

// Writes the statements of an article in text order. Ranges of JSON are code points of the
// article's text.
void render_statements(const AnalyzedArticle& found, StatementFormat format, std::ostream& out);

}  // namespace verbale
