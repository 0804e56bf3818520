#include "index/terms.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace verbale {
namespace {

TEST(DateValue, SortsAsDatesDoAndReadsBack) {
  std::vector<Date> dates;
  for (const char* text : {"0001", "1989-12-31", "2024", "2024-01", "2024-01-01", "2024-01-31",
                           "2024-12-31", "2025", "9999-12-31"}) {
    dates.push_back(*parse_date(text));
  }
  std::vector<std::string> values;
  std::ranges::transform(dates, std::back_inserter(values), date_value);

  EXPECT_TRUE(std::ranges::is_sorted(dates));
  EXPECT_TRUE(std::ranges::is_sorted(values));
  for (std::size_t i = 0; i < dates.size(); ++i) {
    EXPECT_EQ(values[i].size(), 3u);
    EXPECT_EQ(read_date_value(values[i]), dates[i]);
  }
}

TEST(DateValue, OfOtherBytesIsNone) {
  for (const std::string& value : {std::string(), std::string("20"), std::string("2024"),
                                   std::string(3, '\0'), std::string("\xff\xff\xff")}) {
    EXPECT_EQ(read_date_value(value), std::nullopt);
  }
}

TEST(DateOrderValue, OfNoDateIsBeforeAllDates) {
  const ArticleId article{"a"};
  EXPECT_LT(date_order_value(std::nullopt, article), date_order_value(Date::of_year(1), article));
}

TEST(KindValue, ReadsBack) {
  for (const PassageKind kind :
       {PassageKind::Quote, PassageKind::Reported, PassageKind::Speech, PassageKind::Narration}) {
    EXPECT_EQ(kind_value(kind).size(), 1u);
    EXPECT_EQ(read_kind_value(kind_value(kind)), kind);
  }
}

TEST(PlaceOf, IsThatOfTheIdAsItIsWritten) {
  const auto place = place_of(passage_id({"a#b"}, 12));
  ASSERT_TRUE(place);
  EXPECT_EQ(place->article.value, "a#b");
  EXPECT_EQ(place->ordinal, 12u);
  for (const char* id :
       {"", "a", "a#", "a#x", "a#1x", "a#01", "a#-1", "a# 1", "a#99999999999999999999999"}) {
    EXPECT_FALSE(place_of({id})) << id;
  }
}

}  // namespace
}  // namespace verbale
