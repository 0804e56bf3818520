#pragma once

#include <iosfwd>
#include <string>

#include "verbale/search/searcher.h"

namespace verbale {

enum class AnswerFormat { Text, Json, JsonLines, Csv, Trec };

struct RenderOptions {
  AnswerFormat format = AnswerFormat::Text;
  bool color = false;      // Text only: ANSI colours around highlights.
  std::string query;       // As typed; printed in JSON.
  std::string query_id;    // The first column of TREC, and "qid" in JSON where not empty.
  double took_ms = 0;      // Printed in JSON.
  std::size_t offset = 0;  // That was asked for; printed in JSON.
  std::size_t width = 80;  // Columns of a terminal, for text.
};

// Writes an answer in a format that docs/json_output.md describes. Whatever an article holds, each
// format stays well-formed, and nothing in it can control a terminal.
void render(const SearchAnswer& answer, const RenderOptions& options, std::ostream& out);

// The facets of an answer alone: a table with bars (Text), JSON, or CSV.
void render_facets(const SearchAnswer& answer, const RenderOptions& options, std::ostream& out);

// An article with its passages and the evidence of each attribution; `shown` is marked.
void render_article(const AnalyzedArticle& article, const PassageId& shown,
                    const RenderOptions& options, std::ostream& out);

}  // namespace verbale
