#pragma once

#include <optional>
#include <string_view>

#include "readers/html/page.h"
#include "readers/html/page_metas.h"
#include "verbale/model/date.h"

namespace verbale::readers::html {

// The day on which the page's article was published, by the first of these that gives one: the
// linked record, <meta> of publication, microdata, <time> that is named as publication's, the
// address (/2024/07/11/), <time> and dates in elements named as dates near the headline.
std::optional<Date> find_published(const Page& page, const Metas& metas, std::string_view linked,
                                   std::string_view url);

}  // namespace verbale::readers::html
