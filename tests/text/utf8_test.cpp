#include "verbale/text/utf8.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

namespace verbale {
namespace {

struct InvalidCase {
  const char* name;
  std::string_view bytes;
  int first_invalid;  // -1: valid.
  std::string_view replaced;
};

void PrintTo(const InvalidCase& c, std::ostream* out) {
  *out << c.name;
}

constexpr InvalidCase invalid_cases[] = {
    {"Empty", "", -1, ""},
    {"Ascii", "a plain sentence of more than eight bytes", -1,
     "a plain sentence of more than eight bytes"},
    {"OneToFourBytes", "a\u00e9\u20ac\U0001F600", -1, "a\u00e9\u20ac\U0001F600"},
    {"LoneContinuation", "12345678\x80z", 8, "12345678\uFFFDz"},
    {"OverlongSlash", "\xC0\xAF", 0, "\uFFFD\uFFFD"},
    {"OverlongThreeBytes", "\xE0\x80\xAF", 0, "\uFFFD\uFFFD\uFFFD"},
    {"Surrogate", "\xED\xA0\x80", 0, "\uFFFD\uFFFD\uFFFD"},
    {"BeyondUnicode", "\xF4\x90\x80\x80", 0, "\uFFFD\uFFFD\uFFFD\uFFFD"},
    {"CutAtTheEnd", "ab\xE2\x82", 2, "ab\uFFFD"},
    {"CutBeforeAscii", "\xF0\x9F\x98z", 0, "\uFFFDz"},
    {"LastScalar", "\xF4\x8F\xBF\xBF", -1, "\xF4\x8F\xBF\xBF"},
    {"NoSuchByte", "a\xFF", 1, "a\uFFFD"},
};

class InvalidUtf8Test : public testing::TestWithParam<InvalidCase> {};

TEST_P(InvalidUtf8Test, IsFoundAndReplacedByMaximalParts) {
  const auto found = first_invalid_utf8(GetParam().bytes);

  EXPECT_EQ(found ? static_cast<int>(*found) : -1, GetParam().first_invalid);
  EXPECT_EQ(replace_invalid_utf8(GetParam().bytes), GetParam().replaced);
}

INSTANTIATE_TEST_SUITE_P(Bytes, InvalidUtf8Test, testing::ValuesIn(invalid_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Utf8, EveryScalarValueSurvivesEncodingAndDecoding) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      continue;
    }
    std::string text;
    append_utf8(text, c);
    std::size_t offset = 0;
    ASSERT_EQ(next_code_point(text, offset), c);
    ASSERT_EQ(offset, text.size());
    ASSERT_FALSE(first_invalid_utf8(text));
  }
}

TEST(Utf8, WhatWasReplacedIsValid) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      text += static_cast<char>(byte(random));
    }
    const std::string replaced = replace_invalid_utf8(text);
    ASSERT_FALSE(first_invalid_utf8(replaced));
    ASSERT_EQ(replaced == text, !first_invalid_utf8(text).has_value());
  }
}

TEST(Utf8, OffsetsCountCodePointsForwardsAndBackwards) {
  const std::string text = "a\u00e9\u20ac\U0001F600z";
  CodePointOffsets offsets(text);

  EXPECT_EQ(offsets.at(0), 0U);
  EXPECT_EQ(offsets.at(3), 2U);
  EXPECT_EQ(offsets.at(10), 4U);
  EXPECT_EQ(offsets.at(1), 1U);
  EXPECT_EQ(offsets.at(static_cast<std::uint32_t>(text.size())), 5U);
}

}  // namespace
}  // namespace verbale
