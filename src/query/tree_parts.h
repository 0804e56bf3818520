#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verbale/query/tree.h"

namespace verbale {

// From the beginning of the first to the end of the last.
TextRange cover(TextRange a, TextRange b);

// An And or an Or of the children, those of the same kind taken apart; the child itself where
// there is one.
QueryNode grouped(QueryOp op, std::vector<QueryNode> children);

// The query with another text at `range`, as a suggestion; empty for a query too long to show.
std::string mended(std::string_view query, TextRange range, std::string_view replacement);

}  // namespace verbale
