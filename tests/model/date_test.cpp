#include "verbale/model/date.h"

#include <gtest/gtest.h>

#include <ostream>

namespace verbale {
namespace {

struct DateCase {
  const char* name;
  const char* text;
  const char* expected;  // Printed form; empty when it is no date.
};

void PrintTo(const DateCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr DateCase date_cases[] = {
    {"Day", "2024-07-11", "2024-07-11"},
    {"Month", "2024-07", "2024-07"},
    {"Year", "2024", "2024"},
    {"Compact", "20240711", "2024-07-11"},
    {"TimeWithZoneKeepsTheDayAsWritten", "2024-07-12T01:30:00+03:00", "2024-07-12"},
    {"TimeAfterASpace", "2024-07-12 01:30", "2024-07-12"},
    {"LeapDay", "2024-02-29", "2024-02-29"},
    {"NoLeapDay", "2023-02-29", ""},
    {"MonthThirteen", "2024-13", ""},
    {"MonthZero", "2024-00", ""},
    {"DayZero", "2024-07-00", ""},
    {"YearZero", "0000-07-11", ""},
    {"SixDigitsAreNoMonth", "202407", ""},
    {"Tail", "2024-07-11x", ""},
    {"TailAfterTime", "2024-07-11T10:00<b>", ""},
    {"OneDigitMonth", "2024-7-11", ""},
    {"Empty", "", ""},
    {"Words", "yesterday", ""},
    {"Overlong", "20240711202407112024071120240711", ""},
};

class DateTest : public testing::TestWithParam<DateCase> {};

TEST_P(DateTest, IsReadAsWrittenOrRefused) {
  const auto date = parse_date(GetParam().text);

  EXPECT_EQ(date ? to_string(*date) : "", GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Dates, DateTest, testing::ValuesIn(date_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Date, CoversItsWholePeriod) {
  EXPECT_EQ(Date::of(Date::of_year(2024)->first_day()), *parse_date("2024-01-01"));
  EXPECT_EQ(Date::of(Date::of_year(2024)->last_day()), *parse_date("2024-12-31"));
  EXPECT_EQ(Date::of(Date::of_month(2024, 2)->last_day()), *parse_date("2024-02-29"));
  EXPECT_EQ(parse_date("2024-07-11")->last_day(), parse_date("2024-07-11")->first_day());
}

TEST(Date, OrdersByFirstDayThenWiderFirst) {
  EXPECT_LT(*parse_date("2023-12-31"), *parse_date("2024"));
  EXPECT_LT(*parse_date("2024"), *parse_date("2024-01"));
  EXPECT_LT(*parse_date("2024-01"), *parse_date("2024-01-01"));
}

TEST(Date, ErrorSaysWhatToWrite) {
  EXPECT_EQ(parse_date("soon").error().message,
            "\"soon\" is not a date; write a year, month or day: 2024, 2024-07 or 2024-07-11");
}

}  // namespace
}  // namespace verbale
