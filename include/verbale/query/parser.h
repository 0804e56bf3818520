#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verbale/base/result.h"
#include "verbale/model/date.h"
#include "verbale/query/tree.h"
#include "verbale/schema/schema.h"

namespace verbale {

// A query that cannot be understood: what is wrong, where, and what the user may have meant.
struct QueryError {
  std::string message;
  TextRange range;         // In the query, for a caret under it.
  std::string suggestion;  // A query or an option to try, or empty.

  bool operator==(const QueryError&) const = default;
};

struct QueryOptions {
  Date today;          // What relative dates ("last month") count from.
  DateRange days;      // That options ask for beside the query: titles mean their holders then.
  bool plain = false;  // No syntax at all: every word is a word.
  bool expand = true;  // Names through the gazetteer, synonyms.
};

struct ParsedQuery {
  QueryNode root;
  std::vector<std::string> notes;    // "speaker:Wang was read as Wang Yi (wang-yi)"
  std::vector<std::string> dropped;  // What holds no word and was left out: notes, too.
};

// Reads the language of docs/query_language.md. Every input gives a tree or an error; none is
// read as another query. Time is linear in the length; more than 1,024 words are refused.
Result<ParsedQuery, QueryError> parse_query(std::string_view query, const Schema& schema,
                                            const QueryOptions& options);

// Prints a tree in the query language, fully bracketed: the `interpreted` of an answer.
std::string to_string(const QueryNode& node);

}  // namespace verbale
