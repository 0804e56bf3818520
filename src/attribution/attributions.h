#pragma once

#include <vector>

#include "attribution/document.h"
#include "verbale/model/article.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// Who says the words of an English text: statements found, speakers resolved, each with its receipt
// and confidence. Sorted by range.
std::vector<Attribution> attribute_document(Document& document, const Article& article,
                                            const Lexicon& lexicon, const Schema& schema);

}  // namespace verbale::attribution
