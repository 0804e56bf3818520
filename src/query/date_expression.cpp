#include "date_expression.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "verbale/text/folding.h"

namespace verbale {
namespace {

namespace chrono = std::chrono;

using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

Words split_words(std::string_view text) {
  constexpr std::string_view separators = " ,_-";
  Words words;
  while (true) {
    const std::size_t begin = text.find_first_not_of(separators);
    if (begin == std::string_view::npos) {
      return words;
    }
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, number);
  const bool whole = fault == std::errc() && rest == end && number >= 0 && number <= 9999;
  return whole ? std::optional(number) : std::nullopt;
}

// "July", "Jul", "Jul."
std::optional<unsigned> month_of(std::string_view word) {
  if (word.ends_with('.')) {
    word.remove_suffix(1);
  }
  const auto* found = std::ranges::find_if(months, [word](std::string_view month) {
    return word.size() >= 3 && month.starts_with(word);
  });
  return found == months.end() ? std::nullopt
                               : std::optional(static_cast<unsigned>(found - months.begin()) + 1);
}

DateRange whole(const Date& date) {
  return {date, date};
}

std::optional<DateRange> whole(const std::optional<Date>& date) {
  return date ? std::optional(DateRange{date, date}) : std::nullopt;
}

// "July 2024", "11 July 2024", "July 11, 2024"
std::optional<DateRange> read_named_month(const Words& words) {
  if (words.size() != 2 && words.size() != 3) {
    return std::nullopt;
  }
  const auto year = number_of(words.back());
  const std::size_t month_at = words.size() == 3 && !month_of(words[0]) ? 1 : 0;
  const auto month = month_of(words[month_at]);
  if (!year || !month || words.back().size() != 4) {
    return std::nullopt;
  }
  if (words.size() == 2) {
    return month_at == 0 ? whole(Date::of_month(*year, *month)) : std::nullopt;
  }
  const auto day = number_of(words[1 - month_at]);
  return day ? whole(Date::of_day(*year, *month, static_cast<unsigned>(*day))) : std::nullopt;
}

enum class Unit { Day, Week, Month, Year };

std::optional<Unit> unit_of(std::string_view word) {
  if (word.ends_with('s')) {
    word.remove_suffix(1);
  }
  constexpr std::array<std::string_view, 4> names = {"day", "week", "month", "year"};
  const auto* found = std::ranges::find(names, word);
  return found == names.end() ? std::nullopt
                              : std::optional(static_cast<Unit>(found - names.begin()));
}

// The period of the unit that lies `count` periods before the one of today. A week begins on
// Monday.
std::optional<DateRange> period_before(const Date& today, Unit unit, int count) {
  const chrono::sys_days day = today.last_day();
  const chrono::year_month_day ymd{day};
  switch (unit) {
    case Unit::Day:
      return whole(Date::of(day - chrono::days{count}));
    case Unit::Week: {
      const chrono::sys_days monday =
          day - (chrono::weekday{day} - chrono::Monday) - chrono::days{7 * count};
      return DateRange{Date::of(monday), Date::of(monday + chrono::days{6})};
    }
    case Unit::Month: {
      const auto month = chrono::year_month{ymd.year(), ymd.month()} - chrono::months{count};
      return whole(Date::of_month(int{month.year()}, unsigned{month.month()}));
    }
    case Unit::Year:
      break;
  }
  return whole(Date::of_year(int{ymd.year()} - count));
}

// The days of that length that end today.
std::optional<DateRange> days_until(const Date& today, Unit unit, int count) {
  const chrono::sys_days day = today.last_day();
  chrono::sys_days first = day;
  if (unit == Unit::Day || unit == Unit::Week) {
    first = day - chrono::days{unit == Unit::Week ? 7 * count : count};
  } else {
    const chrono::months length{unit == Unit::Year ? 12 * count : count};
    auto ymd = chrono::year_month_day{day} - length;
    first = ymd.ok() ? chrono::sys_days{ymd}
                     : chrono::sys_days{ymd.year() / ymd.month() / chrono::last};
  }
  const chrono::year_month_day earliest{first + chrono::days{1}};
  if (int{earliest.year()} < 1) {
    return std::nullopt;
  }
  return DateRange{Date::of(chrono::sys_days{earliest}), Date::of(day)};
}

// "today", "last month", "last 30 days", "3 months ago"
std::optional<DateRange> read_relative(const Words& words, const Date& today) {
  const std::string_view first = words.front();
  if (words.size() == 1 && (first == "today" || first == "yesterday")) {
    return period_before(today, Unit::Day, first == "today" ? 0 : 1);
  }
  const bool last = first == "last" || first == "past" || first == "previous";
  if (words.size() == 2 && (last || first == "this")) {
    const auto unit = unit_of(words[1]);
    return unit ? period_before(today, *unit, last ? 1 : 0) : std::nullopt;
  }
  if (words.size() != 3) {
    return std::nullopt;
  }
  const auto count = number_of(words[last ? 1 : 0]);
  const auto unit = unit_of(words[last ? 2 : 1]);
  if (!count || !unit || *count == 0 || (!last && words[2] != "ago")) {
    return std::nullopt;
  }
  if (last) {
    return days_until(today, *unit, *count);
  }
  return *unit == Unit::Week ? period_before(today, Unit::Day, 7 * *count)
                             : period_before(today, *unit, *count);
}

std::optional<DateRange> read_point(std::string_view text, const Date& today) {
  if (const auto date = parse_date(text); date && text.size() <= 10) {
    return whole(*date);
  }
  const std::string folded = fold(text);
  const Words words = split_words(folded);
  if (words.empty()) {
    return std::nullopt;
  }
  const auto named = read_named_month(words);
  return named ? named : read_relative(words, today);
}

// The period of the same precision beside `date`; nothing beyond the years that are dates.
std::optional<Date> neighbour(const Date& date, int direction) {
  const auto day =
      direction > 0 ? date.last_day() + chrono::days{1} : date.first_day() - chrono::days{1};
  const chrono::year_month_day ymd{day};
  const int year{ymd.year()};
  const unsigned month{ymd.month()};
  switch (date.precision()) {
    case DatePrecision::Year:
      return Date::of_year(year);
    case DatePrecision::Month:
      return Date::of_month(year, month);
    case DatePrecision::Day:
      break;
  }
  return Date::of_day(year, month, unsigned{ymd.day()});
}

// "2024-7-1" for "2024-07-01".
std::string padded(std::string_view text) {
  std::string out;
  for (const std::string_view part : split_words(text)) {
    if (!number_of(part)) {
      return "";
    }
    out += out.empty() ? "" : "-";
    out += part.size() == 1 ? "0" : "";
    out += part;
  }
  return parse_date(out) ? out : "";
}

DateFault no_date(std::string_view text) {
  const std::string written(text.substr(0, 40));
  return {"\"" + written +
              "\" is not a date; write 2024, 2024-07, 2024-07-11, 2024-01..2024-06, "
              ">=2022 or \"last month\"",
          padded(text)};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

Result<DateRange, DateFault> read_comparison(std::string_view text, const Date& today) {
  const bool after = text.front() == '>';
  const bool inclusive = text.substr(1).starts_with('=');
  const std::string_view written = trimmed(text.substr(inclusive ? 2 : 1));
  const auto point = read_point(written, today);
  if (!point) {
    return no_date(written);
  }
  const auto bound = after ? (inclusive ? point->from : neighbour(*point->until, 1))
                           : (inclusive ? point->until : neighbour(*point->from, -1));
  if (!bound) {
    return DateFault{"no date lies there", ""};
  }
  return after ? DateRange{bound, std::nullopt} : DateRange{std::nullopt, bound};
}

Result<DateRange, DateFault> read_span(std::string_view first, std::string_view last,
                                       const Date& today) {
  if (first.empty() && last.empty()) {
    return DateFault{"a range needs a date on one side of the ..", "2024-01..2024-06"};
  }
  DateRange range;
  for (const bool is_first : {true, false}) {
    const std::string_view written = is_first ? first : last;
    if (written.empty()) {
      continue;
    }
    const auto point = read_point(written, today);
    if (!point) {
      return no_date(written);
    }
    (is_first ? range.from : range.until) = is_first ? point->from : point->until;
  }
  if (range.from && range.until && range.from->first_day() > range.until->last_day()) {
    return DateFault{"this range ends before it begins",
                     std::string(last) + ".." + std::string(first)};
  }
  return range;
}

}  // namespace

Result<DateRange, DateFault> read_dates(std::string_view text, const Date& today) {
  text = trimmed(text);
  if (text.starts_with('>') || text.starts_with('<')) {
    return read_comparison(text, today);
  }
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    return read_span(trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2)), today);
  }
  const auto point = read_point(text.starts_with('=') ? text.substr(1) : text, today);
  return point ? Result<DateRange, DateFault>(*point) : no_date(text);
}

std::string to_string(const DateRange& dates) {
  if (dates.from && dates.from == dates.until) {
    return to_string(*dates.from);
  }
  return (dates.from ? to_string(*dates.from) : "") + ".." +
         (dates.until ? to_string(*dates.until) : "");
}

}  // namespace verbale
