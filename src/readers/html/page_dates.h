#pragma once

#include <optional>
#include <string>

#include "readers/dates.h"
#include "readers/html/own_parts.h"
#include "readers/html/page.h"
#include "readers/html/page_metas.h"
#include "verbale/model/date.h"

namespace verbale::readers::html {

// Where a page's date may be found besides its elements.
struct DateHints {
  std::string linked;       // What its article's linked record gives.
  std::string linked_page;  // What the linked record of the page as such gives.
  std::string url;
  std::string title;
};

// The day on which the page's article was published, by the first of these that gives one: the
// linked record of the article, <meta> of publication, the linked record of the page, microdata,
// elements named as publication's date, the address (/2024/07/11/), the surroundings of the
// headline, scripts.
std::optional<Date> find_published(const OwnPage& own, const Metas& metas, const DateHints& hints);

}  // namespace verbale::readers::html
