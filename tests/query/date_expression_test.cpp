#include "query/date_expression.h"

#include <gtest/gtest.h>

#include <ostream>

namespace verbale {
namespace {

// A Wednesday in a leap year.
const Date today = *Date::of_day(2024, 3, 13);

struct DatesCase {
  const char* name;
  const char* text;
  const char* expected;  // Printed; "error" for an error.
};

void PrintTo(const DatesCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr DatesCase dates_cases[] = {
    {"Year", "2024", "2024"},
    {"Month", "2024-07", "2024-07"},
    {"Day", "2024-07-11", "2024-07-11"},
    {"Compact", "20240711", "2024-07-11"},
    {"Equal", "=2024", "2024"},
    {"Range", "2024-01..2024-06", "2024-01..2024-06"},
    {"RangeOfMixedPrecision", "2023..2024-06-11", "2023..2024-06-11"},
    {"SpacesAroundTheDots", "2023 .. 2024", "2023..2024"},
    {"OpenEnd", "2022..", "2022.."},
    {"OpenBeginning", "..2022-05", "..2022-05"},
    {"From", ">=2022", "2022.."},
    {"AfterAYearIsTheNext", ">2022", "2023.."},
    {"AfterAMonthIsTheNext", ">2022-12", "2023-01.."},
    {"AfterADayIsTheNext", ">2024-02-28", "2024-02-29.."},
    {"Until", "<=2022-05", "..2022-05"},
    {"BeforeAYear", "<2022", "..2021"},
    {"BeforeAMonth", "<2022-01", "..2021-12"},
    {"BeforeADay", "<2024-03-01", "..2024-02-29"},
    {"SpaceAfterTheSign", ">= 2022", "2022.."},
    {"Today", "today", "2024-03-13"},
    {"Yesterday", "Yesterday", "2024-03-12"},
    {"ThisWeek", "this week", "2024-03-11..2024-03-17"},
    {"LastWeek", "last week", "2024-03-04..2024-03-10"},
    {"LastMonth", "last month", "2024-02"},
    {"LastMonthWithAHyphen", "last-month", "2024-02"},
    {"ThisYear", "this year", "2024"},
    {"LastYear", "last year", "2023"},
    {"LastDays", "last 30 days", "2024-02-13..2024-03-13"},
    {"LastDay", "last 1 day", "2024-03-13"},
    {"LastWeeks", "past 2 weeks", "2024-02-29..2024-03-13"},
    {"LastMonths", "last 3 months", "2023-12-14..2024-03-13"},
    {"LastYears", "last 2 years", "2022-03-14..2024-03-13"},
    {"DaysAgo", "3 days ago", "2024-03-10"},
    {"WeeksAgo", "2 weeks ago", "2024-02-28"},
    {"MonthsAgo", "3 months ago", "2023-12"},
    {"YearsAgo", "1 year ago", "2023"},
    {"RelativeRange", "3 months ago..yesterday", "2023-12..2024-03-12"},
    {"SinceLastMonth", ">=last month", "2024-02.."},
    {"NamedMonth", "July 2024", "2024-07"},
    {"ShortNamedMonth", "Sept. 2024", "2024-09"},
    {"NamedDay", "11 July 2024", "2024-07-11"},
    {"AmericanDay", "July 11, 2024", "2024-07-11"},
    {"MonthThirteen", "2024-13", "error"},
    {"NoLeapDay", "2023-02-29", "error"},
    {"NamedThirtyFirst", "31 June 2024", "error"},
    {"OneDigitMonth", "2024-7-1", "error"},
    {"Soon", "soon", "error"},
    {"Empty", "", "error"},
    {"OnlyDots", "..", "error"},
    {"OnlySign", ">=", "error"},
    {"Backwards", "2024..2023", "error"},
    {"BackwardsInsideAYear", "2024-06..2024-01", "error"},
    {"ThreeEnds", "2022..2023..2024", "error"},
    {"BeyondTheCalendar", ">9999", "error"},
    {"BeforeTheCalendar", "<0001", "error"},
    {"BeforeTheFirstYear", "9999 years ago", "error"},
    {"LastMillennia", "last 9999 years", "error"},
    {"LastZeroDays", "last 0 days", "error"},
    {"HugeNumber", "last 99999999999 days", "error"},
};

class DatesTest : public testing::TestWithParam<DatesCase> {};

TEST_P(DatesTest, AreReadOrRefused) {
  const auto dates = read_dates(GetParam().text, today);

  EXPECT_EQ(dates ? to_string(*dates) : "error", GetParam().expected);
}

TEST_P(DatesTest, PrintedAndReadAgainAreTheSame) {
  const auto dates = read_dates(GetParam().text, today);
  if (dates) {
    const auto again = read_dates(to_string(*dates), today);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *dates);
  }
}

INSTANTIATE_TEST_SUITE_P(Dates, DatesTest, testing::ValuesIn(dates_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Dates, LastMonthOfAShortMonthEndsOnItsLastDay) {
  EXPECT_EQ(to_string(*read_dates("last 1 month", *Date::of_day(2023, 3, 31))),
            "2023-03-01..2023-03-31");
  EXPECT_EQ(to_string(*read_dates("last month", *Date::of_day(2024, 1, 31))), "2023-12");
}

TEST(Dates, FaultsSayWhatWasMeant) {
  EXPECT_EQ(read_dates("2024-7-1", today).error().suggestion, "2024-07-01");
  EXPECT_EQ(read_dates("2024..2023", today).error().suggestion, "2023..2024");
  EXPECT_EQ(read_dates("soon", today).error().message,
            "\"soon\" is not a date; write 2024, 2024-07, 2024-07-11, 2024-01..2024-06, >=2022 or "
            "\"last month\"");
}

}  // namespace
}  // namespace verbale
