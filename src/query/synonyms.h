#pragma once

#include <string>
#include <vector>

#include "verbale/query/tree.h"
#include "verbale/schema/schema.h"

namespace verbale {

// Gives bare words, and those of said:, the other names that synonyms.tsv has for them: a word, or
// several that stand side by side ("United Nations", "UN"), each of which then has them. Nothing
// between quotation marks, under NOT or beside NEAR gets any. Returns what was added, for people.
std::vector<std::string> add_synonyms(QueryNode& root, const Schema& schema);

}  // namespace verbale
