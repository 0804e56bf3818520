#pragma once

#include <optional>
#include <string_view>

#include "readers/dates.h"
#include "verbale/model/date.h"

namespace verbale::readers::html {

// Whether a line says when something was published ("Published 11 July 2024, 10:15 BST", "Avess, 11
// July 2024", "By A. Ruiz | 11 July 2024") rather than something about that day.
bool is_dated_line(std::string_view line);

// The day of publication that a line writes: of "Updated July 11, 2024 - First published July 9,
// 2024" the second, of "Updated July 11, 2024" none.
std::optional<Date> date_in_line(std::string_view line, DayOrder order);

// Whether what follows `text` is a day of change: "First published 9 July, last updated".
bool ends_in_change(std::string_view text);

// Whether a written time is in UTC.
bool is_utc(std::string_view written);

// Whether the time `written`, of `date` in UTC, can be a time of `local` somewhere on the earth.
bool may_be_same_time(const Date& date, const Date& local, std::string_view written);

}  // namespace verbale::readers::html
