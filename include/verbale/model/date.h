#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "verbale/base/result.h"

namespace verbale {

enum class DatePrecision { Year, Month, Day };

// A day, a month or a year of the proleptic Gregorian calendar, years 1 to 9999, without a time
// zone: the day as the text or its metadata writes it. Month and day are 0 beyond the precision.
// An unknown date is an empty optional, never a special value.
class Date {
 public:
  // Each is empty for what is no date (month 13, 30 February, year 0).
  static std::optional<Date> of_day(int year, unsigned month, unsigned day);
  static std::optional<Date> of_month(int year, unsigned month);
  static std::optional<Date> of_year(int year);
  static Date of(std::chrono::sys_days day);

  int year() const { return year_; }
  unsigned month() const { return month_; }
  unsigned day() const { return day_; }
  DatePrecision precision() const;

  // The first and the last day it covers; equal for a day.
  std::chrono::sys_days first_day() const;
  std::chrono::sys_days last_day() const;

  // By first day, then wider first: 2024 < 2024-01 < 2024-01-01 < 2024-01-02.
  auto operator<=>(const Date&) const = default;

 private:
  Date(int year, unsigned month, unsigned day)
      : year_(static_cast<short>(year)),
        month_(static_cast<unsigned char>(month)),
        day_(static_cast<unsigned char>(day)) {}

  short year_;
  unsigned char month_;
  unsigned char day_;
};

// "2024", "2024-07", "2024-07-11"
std::string to_string(const Date& date);

// Reads ISO 8601: a year, a month, a day, or a time with or without a zone, of which the day as
// written is kept ("2024-07-12T01:30:00+03:00" is the 12th). "20240712" is read too.
Result<Date> parse_date(std::string_view text);

// The date of a statement.
struct StatementDate {
  Date date;
  bool inferred = false;  // From a dateline or the text, where the metadata gives no date.

  auto operator<=>(const StatementDate&) const = default;
};

}  // namespace verbale
