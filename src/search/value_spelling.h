#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "verbale/schema/schema.h"

namespace verbale {

// The values of a field in the index that `written` may be a misspelling of, nearest first, at most
// three: by the value, its label, or a word of either ("Maraven" -> "ilse-maravenn").
std::vector<std::string> nearest_values(const Xapian::Database& database, const Schema& schema,
                                        const Field& field, std::string_view written);

}  // namespace verbale
