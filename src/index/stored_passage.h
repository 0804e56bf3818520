#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/model/analyzed_article.h"

namespace verbale {

// What a passage's Xapian document keeps as its data: everything that a hit shows, so that
// Xapian's remote servers can serve it. `lead` + text + `gap` of an article's passages in order
// are the article's text.
struct StoredPassage {
  Article article;  // Without its text; speaker, role, country and topics on ordinal 0 only.
  std::uint32_t ordinal = 0;
  std::uint32_t passages = 0;  // Of the article.
  Passage passage;             // Ranges are bytes of the article's text.
  std::string lead;            // What stands before the first passage; empty on the others.
  std::string text;
  std::string gap;                                // Up to the next passage, or to the end.
  TextRange code_points;                          // Of `passage.range`.
  std::vector<AttributionRanges> in_code_points;  // Of `passage.attributions`.
};

// Compact and without any order, time or place of its making in it: the same passage always gives
// the same bytes. docs/index_format.md has the layout.
std::string to_bytes(const StoredPassage& stored);

// Puts an article together again: its passages are appended in their order, from ordinal 0.
void append_passage(StoredPassage stored, AnalyzedArticle& article);

// Throws IndexError(Damaged) when `bytes` are not what to_bytes wrote.
StoredPassage read_stored_passage(std::string_view bytes);

}  // namespace verbale
