#pragma once

#include <optional>
#include <string_view>

#include "readers/html/own_parts.h"
#include "verbale/model/date.h"

namespace verbale::readers::html {

// The date in an element: its machine-readable one (on the day that its text shows, where it is in
// UTC), or the day that its text writes.
std::optional<Date> date_in_element(const OwnPage& own, NodeIndex node);

// The day under the headline (the <h1> that says `title`, or the element that does), or else above
// it: in a <time>, in an element named as a date, or in a short line such as "Written by A. Ruiz on
// July 11, 2024". What is named or worded as a change is passed over.
std::optional<Date> date_near_headline(const OwnPage& own, std::string_view title);

}  // namespace verbale::readers::html
