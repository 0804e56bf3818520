#pragma once

#include <optional>
#include <string>
#include <vector>

#include "verbale/model/date.h"
#include "verbale/model/text_range.h"

namespace verbale {

// An inclusive span of days at the precision written; an open end is empty.
struct DateRange {
  std::optional<Date> from;
  std::optional<Date> until;

  bool operator==(const DateRange&) const = default;
};

enum class QueryOp {
  All,     // Matches every passage: the empty query with filters, `*`.
  Words,   // `text`: one bare word; matched stemmed, in the text or its context.
  Phrase,  // `text`: exact words in order, unstemmed.
  Prefix,  // `text`: the folded beginning of a word, without the `*`.
  Near,    // Children at different places, any order, the first and last `window` apart at most.
  Adj,     // Children in order, each at most `window` words after the one before it.
  And,
  Or,
  Not,      // One child.
  Filter,   // field:value; `values` are the ids that may match, an Or of them.
  Range,    // A date field; `dates`.
  Missing,  // field:none
};

// A query as a tree of values, independent of any index. Printed and parsed again it is the same
// tree (see query/printer.h).
struct QueryNode {
  QueryOp op = QueryOp::All;
  std::string field;                // Empty: the passage's text. "said", "title", "speaker", ...
  std::string text;                 // As written, marks and field name excluded.
  std::vector<std::string> values;  // Filter: what names resolved to; the written text if nothing.
  DateRange dates;
  unsigned window = 0;
  TextRange range;  // Where in the query it was written.
  std::vector<QueryNode> children;
  std::vector<QueryNode> synonyms;  // Of Words: Words and Phrases that stand for it in a passage.

  bool operator==(const QueryNode&) const = default;
};

}  // namespace verbale
