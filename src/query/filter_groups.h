#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "verbale/query/parser.h"

namespace verbale {

// Parts that stand side by side, those that filter by one field made a choice of them, at the place
// of the first.
std::vector<QueryNode> with_choices(std::vector<QueryNode> parts, const Schema& schema);

// Two filters between ANDs that no passage can pass both: two outlets, two kinds. Names must have
// been resolved.
std::optional<QueryError> contradiction(const QueryNode& node, std::string_view query);

}  // namespace verbale
