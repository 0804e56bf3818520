#pragma once

#include <optional>
#include <string_view>

#include "verbale/model/date.h"

namespace verbale::readers {

// How "05/10/2018" is read.
enum class DayOrder { Unknown, DayFirst };

// The day that metadata or a dateline writes, in the zone that it is written in: ISO 8601 with
// what stands around it in the wild ("2024-07-12 01:30", "2024/07/12"), RFC 822 and its relatives
// ("Fri, 12 Jul 2024 01:30:00 +0300"), and dates with the names of months in European languages
// ("Published July 12, 2024"). Of several the first. Nothing for what can be read in two ways
// ("11/07/2024", unless `order` is known), for a relative date, for years before 1400 and after
// 2200, and for texts of more than 120 bytes.
std::optional<Date> read_date(std::string_view text, DayOrder order = DayOrder::Unknown);

}  // namespace verbale::readers
