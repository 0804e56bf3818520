#pragma once

#include <optional>
#include <string_view>

#include "readers/html/page.h"
#include "verbale/model/date.h"

namespace verbale::readers::html {

// The date in an element: its machine-readable one, or the day that its text writes.
std::optional<Date> date_in_element(const Page& page, NodeIndex node);

// The day beside the headline (the <h1>, or the element that says `title`): in a <time>, in an
// element named as a date, or in a short line such as "Written by A. Ruiz on July 11, 2024". What
// is named or worded as a change is passed over.
std::optional<Date> date_near_headline(const Page& page, std::string_view title);

}  // namespace verbale::readers::html
