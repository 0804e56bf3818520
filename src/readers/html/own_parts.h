#pragma once

#include <span>
#include <vector>

#include "readers/dates.h"
#include "readers/html/page.h"

namespace verbale::readers::html {

// The elements of a page in document order, without those inside what is named as something else
// than its article (comments, teasers, lists of other articles, asides) and does not hold the
// headline. Their dates and names are not the article's.
std::vector<NodeIndex> own_elements(const Page& page);

// Whether an element is small enough to be a line: what is larger is not looked into for one.
bool may_be_line(const Page& page, NodeIndex node);

// A page with what reading its dates and names needs to know of it.
struct OwnPage {
  const Page& page;
  std::span<const NodeIndex> own;  // own_elements()
  DayOrder order = DayOrder::Unknown;
};

}  // namespace verbale::readers::html
