#pragma once

#include <string_view>
#include <vector>

#include "attribution/simple_clauses.h"
#include "verbale/model/article.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// Whether texts of the language are read so.
bool has_simple_clauses(std::string_view language);

// Who says the words of a text in a language of has_simple_clauses(). Sorted by range.
std::vector<Attribution> attribute_simple_clauses(Document& document, const Article& article,
                                                  const SimpleClauseRules& rules);

}  // namespace verbale::attribution
