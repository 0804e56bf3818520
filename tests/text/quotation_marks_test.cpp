#include "verbale/text/quotation_marks.h"

#include <gtest/gtest.h>

#include <string>

namespace verbale {
namespace {

std::string describe(std::string_view text) {
  const QuotationMark mark = quotation_mark_at(text, 0);
  if (!mark) {
    return "none";
  }
  return std::string(mark.opens ? "opens " : "") + (mark.closes ? "closes " : "") +
         (mark.single ? "single " : "") + std::to_string(mark.bytes);
}

TEST(QuotationMarks, KnowTheirDirections) {
  EXPECT_EQ(describe("\"a"), "opens closes 1");
  EXPECT_EQ(describe("“a"), "opens closes 3");
  EXPECT_EQ(describe("„a"), "opens 3");
  EXPECT_EQ(describe("«a"), "opens closes 2");
  EXPECT_EQ(describe("」a"), "closes 3");
  EXPECT_EQ(describe("``a"), "opens 2");
  EXPECT_EQ(describe("''a"), "opens closes 2");
  EXPECT_EQ(describe("'a"), "opens closes single 1");
  EXPECT_EQ(describe("‹a"), "opens closes single 3");
}

TEST(QuotationMarks, AreNotOtherSigns) {
  EXPECT_EQ(describe(""), "none");
  EXPECT_EQ(describe("a\""), "none");
  EXPECT_EQ(describe("`a"), "none");
  EXPECT_EQ(describe("—"), "none");
  EXPECT_EQ(describe("。"), "none");
}

TEST(QuotationMarks, PairByHabit) {
  EXPECT_TRUE(marks_pair("“", "”"));
  EXPECT_TRUE(marks_pair("„", "“"));
  EXPECT_TRUE(marks_pair("»", "«"));
  EXPECT_TRUE(marks_pair("«", "»"));
  EXPECT_TRUE(marks_pair("``", "''"));
  EXPECT_TRUE(marks_pair("「", "」"));
  EXPECT_TRUE(marks_pair("\"", "”"));
  EXPECT_FALSE(marks_pair("“", "»"));
  EXPECT_FALSE(marks_pair("「", "』"));
  EXPECT_FALSE(marks_pair("``", "'"));
  EXPECT_FALSE(marks_pair("a", "a"));
}

}  // namespace
}  // namespace verbale
