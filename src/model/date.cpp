#include "verbale/model/date.h"

#include <cstdio>

namespace verbale {
namespace {

namespace chrono = std::chrono;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes exactly `count` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t count) {
  if (text.size() < count) {
    return std::nullopt;
  }
  int number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_digit(text[i])) {
      return std::nullopt;
    }
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) {
    return false;
  }
  text.remove_prefix(1);
  return true;
}

// What may follow a day: nothing, or a time of day ("T10:00:00Z", " 10:00 +0200").
bool is_time_or_nothing(std::string_view rest) {
  if (rest.empty()) {
    return true;
  }
  if (!take(rest, 'T') && !take(rest, 't') && !take(rest, ' ')) {
    return false;
  }
  return rest.size() >= 4 && is_digit(rest[0]) && is_digit(rest[1]) &&
         rest.find_first_not_of("0123456789:.,+-Zz ") == std::string_view::npos;
}

std::optional<Date> read_iso_date(std::string_view text) {
  const auto year = take_number(text, 4);
  if (!year) {
    return std::nullopt;
  }
  if (text.empty()) {
    return Date::of_year(*year);
  }
  const bool dashed = take(text, '-');
  const auto month = take_number(text, 2);
  if (!month) {
    return std::nullopt;
  }
  if (text.empty() && dashed) {
    return Date::of_month(*year, static_cast<unsigned>(*month));
  }
  if (dashed && !take(text, '-')) {
    return std::nullopt;
  }
  const auto day = take_number(text, 2);
  if (!day || !is_time_or_nothing(text)) {
    return std::nullopt;
  }
  return Date::of_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

}  // namespace

std::optional<Date> Date::of_day(int year, unsigned month, unsigned day) {
  const chrono::year_month_day ymd{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  if (year < 1 || year > 9999 || !ymd.ok()) {
    return std::nullopt;
  }
  return Date(year, month, day);
}

std::optional<Date> Date::of_month(int year, unsigned month) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) {
    return std::nullopt;
  }
  return Date(year, month, 0);
}

std::optional<Date> Date::of_year(int year) {
  if (year < 1 || year > 9999) {
    return std::nullopt;
  }
  return Date(year, 0, 0);
}

Date Date::of(chrono::sys_days day) {
  const chrono::year_month_day ymd{day};
  return Date(int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()});
}

DatePrecision Date::precision() const {
  if (month_ == 0) {
    return DatePrecision::Year;
  }
  return day_ == 0 ? DatePrecision::Month : DatePrecision::Day;
}

chrono::sys_days Date::first_day() const {
  const unsigned month = month_ == 0 ? 1 : month_;
  const unsigned day = day_ == 0 ? 1 : day_;
  return chrono::year_month_day{chrono::year{year_}, chrono::month{month}, chrono::day{day}};
}

chrono::sys_days Date::last_day() const {
  switch (precision()) {
    case DatePrecision::Year:
      return chrono::year{year_} / chrono::December / 31;
    case DatePrecision::Month:
      return chrono::year{year_} / chrono::month{month_} / chrono::last;
    case DatePrecision::Day:
      break;
  }
  return first_day();
}

std::string to_string(const Date& date) {
  char text[16];
  switch (date.precision()) {
    case DatePrecision::Year:
      std::snprintf(text, sizeof text, "%04d", date.year());
      break;
    case DatePrecision::Month:
      std::snprintf(text, sizeof text, "%04d-%02u", date.year(), date.month() % 100);
      break;
    case DatePrecision::Day:
      std::snprintf(text, sizeof text, "%04d-%02u-%02u", date.year(), date.month() % 100,
                    date.day() % 100);
      break;
  }
  return text;
}

Result<Date> parse_date(std::string_view text) {
  if (const auto date = read_iso_date(text)) {
    return *date;
  }
  return Error{"\"" + std::string(text.substr(0, 40)) +
                   "\" is not a date; write a year, month or day: 2024, 2024-07 or 2024-07-11",
               ""};
}

}  // namespace verbale
