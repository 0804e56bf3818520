#pragma once

#include <vector>

#include "attribution/simple_clauses.h"
#include "verbale/model/article.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// Who says the words of a text in a language of has_simple_clauses(). Sorted by range.
std::vector<Attribution> attribute_simple_clauses(Document& document, const Article& article,
                                                  const SimpleClauseRules& rules);

}  // namespace verbale::attribution
