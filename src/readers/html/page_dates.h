#pragma once

#include <optional>
#include <string>

#include "readers/html/page.h"
#include "readers/html/page_metas.h"
#include "verbale/model/date.h"

namespace verbale::readers::html {

// Where a page's date may be found besides its elements.
struct DateHints {
  std::string linked;  // What its linked record gives.
  std::string url;
  std::string title;
};

// The day on which the page's article was published, by the first of these that gives one: the
// linked record, <meta> of publication, microdata, elements named as publication's date, the
// address (/2024/07/11/), scripts, the surroundings of the headline.
std::optional<Date> find_published(const Page& page, const Metas& metas, const DateHints& hints);

}  // namespace verbale::readers::html
