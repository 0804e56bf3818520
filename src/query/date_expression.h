#pragma once

#include <string_view>

#include "verbale/base/result.h"
#include "verbale/query/tree.h"

namespace verbale {

// What is wrong with a date, and what may have been meant.
struct DateFault {
  std::string message;
  std::string suggestion;  // A date expression, or empty.
};

// Reads the value of a date field: "2024", "2024-07", "2024-07-11", "July 2024", "11 July 2024",
// "2024-01..2024-06", "..2023", ">=2022", "today", "yesterday", "this week", "last month",
// "last 30 days", "3 months ago". Relative dates count from `today`.
Result<DateRange, DateFault> read_dates(std::string_view text, const Date& today);

// "2024-07", "2024-01..2024-06", "..2023": as read_dates reads it.
std::string to_string(const DateRange& dates);

}  // namespace verbale
