#include <algorithm>

#include "attribution/dates.h"

namespace verbale::attribution {

namespace {

namespace chrono = std::chrono;

// The narrowest date that covers both days, if one year does.
std::optional<Date> cover(chrono::sys_days from, chrono::sys_days until) {
  const Date first = Date::of(from), last = Date::of(until);
  if (first == last) {
    return first;
  }
  if (first.year() != last.year()) {
    return std::nullopt;
  }
  return first.month() == last.month() ? Date::of_month(first.year(), first.month())
                                       : Date::of_year(first.year());
}

std::optional<Date> months_away(const Date& reference, int months) {
  const int count = reference.year() * 12 + static_cast<int>(reference.month()) - 1 + months;
  return count < 12 ? std::nullopt
                    : Date::of_month(count / 12, static_cast<unsigned>(count % 12) + 1);
}

std::optional<Date> resolve_offset(const DateExpression& expression, const Date& reference) {
  const bool is_day = reference.precision() == DatePrecision::Day;
  const chrono::sys_days today = reference.first_day();
  switch (expression.unit) {
    case CalendarUnit::Day:
      return is_day ? std::optional(Date::of(today + chrono::days(expression.offset)))
                    : std::nullopt;
    case CalendarUnit::Week: {
      if (!is_day) {
        return std::nullopt;
      }
      const chrono::weekday weekday(today);
      const chrono::sys_days monday =
          today - (weekday - chrono::Monday) + chrono::days(7 * expression.offset);
      return cover(monday, std::min(monday + chrono::days(6), today));
    }
    case CalendarUnit::Month:
      return reference.precision() == DatePrecision::Year
                 ? std::nullopt
                 : months_away(reference, expression.offset);
    case CalendarUnit::Year:
      break;
  }
  return Date::of_year(reference.year() + expression.offset);
}

std::optional<Date> resolve_weekday(const DateExpression& expression, const Date& reference) {
  if (reference.precision() != DatePrecision::Day) {
    return std::nullopt;
  }
  const chrono::sys_days today = reference.first_day();
  const chrono::weekday wanted(static_cast<unsigned>(expression.weekday + 1) % 7);
  const chrono::days back = chrono::weekday(today) - wanted;
  const bool week_ago = back.count() == 0 && expression.before_today;
  return Date::of(today - back - chrono::days(week_ago ? 7 : 0));
}

bool falls_on(const Date& day, int weekday) {
  return weekday < 0 || chrono::weekday(day.first_day()) ==
                            chrono::weekday(static_cast<unsigned>(weekday + 1) % 7);
}

// The latest such day up to `until`, a reference at most a year away from any.
std::optional<Date> latest_day(const DateExpression& expression, int year, chrono::sys_days until) {
  const auto day = Date::of_day(year, expression.month, expression.day);
  return day && day->first_day() <= until
             ? day
             : Date::of_day(year - 1, expression.month, expression.day);
}

// A day and a month without a year. A day that is rather soon to come than long past ("on 3
// January" in December) is nothing.
std::optional<Date> resolve_day(const DateExpression& expression, const Date& reference) {
  constexpr chrono::days grace{1}, soon{60}, long_past{300};
  if (reference.precision() == DatePrecision::Year) {
    return std::nullopt;
  }
  const chrono::sys_days today = reference.last_day();
  const auto day = latest_day(expression, reference.year(), today + grace);
  if (!day || !falls_on(*day, expression.weekday)) {
    return std::nullopt;
  }
  const auto next = Date::of_day(day->year() + 1, expression.month, expression.day);
  const bool to_come = next && next->first_day() <= today + soon;
  return to_come && today - day->first_day() > long_past ? std::nullopt : day;
}

std::optional<Date> resolve_day_of_month(const DateExpression& expression, const Date& reference) {
  if (reference.precision() != DatePrecision::Day) {
    return std::nullopt;
  }
  const auto month = months_away(reference, expression.day > reference.day() + 1 ? -1 : 0);
  return month ? Date::of_day(month->year(), month->month(), expression.day) : std::nullopt;
}

std::optional<Date> resolve_month(const DateExpression& expression, const Date& reference) {
  if (reference.precision() == DatePrecision::Year) {
    return std::nullopt;
  }
  const bool this_year = expression.before_today ? expression.month < reference.month()
                                                 : expression.month <= reference.month();
  return Date::of_month(reference.year() - (this_year ? 0 : 1), expression.month);
}

}  // namespace

std::optional<Date> resolve(const DateExpression& expression,
                            const std::optional<Date>& reference) {
  if (expression.year != 0) {
    switch (expression.form) {
      case DateForm::Day:
        return Date::of_day(expression.year, expression.month, expression.day);
      case DateForm::Month:
        return Date::of_month(expression.year, expression.month);
      default:
        return Date::of_year(expression.year);
    }
  }
  if (!reference) {
    return std::nullopt;
  }
  switch (expression.form) {
    case DateForm::Weekday:
      return resolve_weekday(expression, *reference);
    case DateForm::Day:
      return resolve_day(expression, *reference);
    case DateForm::DayOfMonth:
      return resolve_day_of_month(expression, *reference);
    case DateForm::Month:
      return resolve_month(expression, *reference);
    case DateForm::Offset:
      return resolve_offset(expression, *reference);
    case DateForm::Year:
      break;
  }
  return std::nullopt;
}

}  // namespace verbale::attribution
