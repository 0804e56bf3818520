#pragma once

#include <string>
#include <vector>

#include "readers/html/own_parts.h"
#include "readers/html/page_metas.h"

namespace verbale::readers::html {

// Who wrote the page's article, by the first of these that names anybody: <meta>, microdata, links
// to authors. Its linked record comes before them.
std::vector<std::string> find_authors(const OwnPage& own, const Metas& metas);

}  // namespace verbale::readers::html
