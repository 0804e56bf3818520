#pragma once

#include <vector>

#include "readers/html/page.h"

namespace verbale::readers::html {

// The elements of a page in document order, without those inside what is named as something else
// than its article (comments, teasers, lists of other articles, asides) and does not hold the
// headline. Their dates and names are not the article's.
std::vector<NodeIndex> own_elements(const Page& page);

}  // namespace verbale::readers::html
