#include "readers/dates.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace verbale::readers {
namespace {

struct DateCase {
  const char* written;
  const char* day;  // Empty: not a date.
};

void PrintTo(const DateCase& c, std::ostream* out) {
  *out << c.written;
}

constexpr DateCase date_cases[] = {
    {"2024-07-11", "2024-07-11"},
    {"2024-07", "2024-07"},
    {"1946", "1946"},
    {"20240711", "2024-07-11"},
    {"2024-07-11T23:59:59-05:00", "2024-07-11"},
    {" 2024-07-11 23:59 ", "2024-07-11"},
    {"2024/7/1", "2024-07-01"},
    {"2024.07.11 10:00", "2024-07-11"},
    {"2024年7月11日", "2024-07-11"},
    {"Thu, 11 Jul 2024 10:00:00 GMT", "2024-07-11"},
    {"Thu, 11 Jul 24 10:00:00 GMT", "2024-07-11"},
    {"26-FEB-1987 15:01:01.79", "1987-02-26"},
    {"July 11, 2024", "2024-07-11"},
    {"Sept. 3rd, 2024 at 9 a.m.", "2024-09-03"},
    {"Thu Jul 11 2024 10:00:00 GMT+0000 (UTC)", "2024-07-11"},

    {"", ""},
    {"yesterday", ""},
    {"11.07.2024", "2024-07-11"},
    {"19/11/2019", "2019-11-19"},
    {"11/19/2019 5:00 PM", "2019-11-19"},
    {"12 de julio de 2024", "2024-07-12"},
    {"Опубликовано 12 июля 2024", "2024-07-12"},
    {"Published 3:04 PM EST, Mon November 18, 2019", "2019-11-18"},
    {"11.07.2024", "2024-07-11"},
    {"2024-13-01", ""},
    {"30 February 2024", ""},
    {"July 2024 talks", ""},
    {"0001-01-01T00:00:00", ""},
    {"9999-12-31", ""},
    {"1720692000", ""},
};

class ReadDateTest : public testing::TestWithParam<DateCase> {};

TEST_P(ReadDateTest, KeepsTheDayAsWrittenOrNothing) {
  const auto date = read_date(GetParam().written);

  EXPECT_EQ(date ? to_string(*date) : "", GetParam().day);
}

INSTANTIATE_TEST_SUITE_P(Dates, ReadDateTest, testing::ValuesIn(date_cases));

}  // namespace
}  // namespace verbale::readers
