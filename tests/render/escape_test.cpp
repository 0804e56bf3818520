#include "verbale/render/escape.h"

#include <gtest/gtest.h>

#include <ostream>

namespace verbale {
namespace {

struct EscapeCase {
  const char* name;
  std::string_view text;
  std::string_view expected;
};

void PrintTo(const EscapeCase& c, std::ostream* out) {
  *out << testing::PrintToString(std::string(c.text));
}

constexpr EscapeCase terminal_cases[] = {
    {"Words", "the naïve 北约", "the naïve 北约"},
    {"EscapeCode", "\x1b[31mred", "\uFFFD[31mred"},
    {"C1Control", "\u009b31m", "\uFFFD31m"},
    {"Bell", "\x07", "\uFFFD"},
    {"LineBreaksAreSpaces", "a\r\nb\tc\u2028d", "a  b c d"},
    {"BidiOverridesGo", "a\u202Eb\u2066c", "abc"},
    {"ZeroWidthSpaceGoes", "a\u200Bb\uFEFF", "ab"},
    {"JoinersStay", "می\u200Cخواهم", "می\u200Cخواهم"},
};

class TerminalEscape : public testing::TestWithParam<EscapeCase> {};

TEST_P(TerminalEscape, ShowsAndObeysNothing) {
  EXPECT_EQ(for_terminal(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Texts, TerminalEscape, testing::ValuesIn(terminal_cases),
                         [](const auto& test) { return test.param.name; });

TEST(TerminalEscape, KeepsLineFeedsWhenAsked) {
  EXPECT_EQ(for_terminal("a\nb\r", true), "a\nb ");
}

constexpr EscapeCase csv_cases[] = {
    {"Plain", "talks", "talks"},
    {"Comma", "a,b", "\"a,b\""},
    {"Quote", "the \"affair\"", "\"the \"\"affair\"\"\""},
    {"LineBreak", "a\nb", "\"a\nb\""},
    {"Formula", "=1+1", "'=1+1"},
    {"FormulaWithComma", "@a,b", "\"'@a,b\""},
    {"Empty", "", ""},
};

class CsvEscape : public testing::TestWithParam<EscapeCase> {};

TEST_P(CsvEscape, IsOneFieldAndNoFormula) {
  EXPECT_EQ(for_csv(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Texts, CsvEscape, testing::ValuesIn(csv_cases),
                         [](const auto& test) { return test.param.name; });

TEST(CsvEscape, ObeysNothing) {
  EXPECT_EQ(for_csv("a\x1b[2J\u202E"), "a\uFFFD[2J");
}

constexpr EscapeCase json_cases[] = {
    {"Words", "北约 \"a\"", "\"北约 \\\"a\\\"\""},
    {"EscapeCode", "\x1b[2J", "\"\\u001b[2J\""},
    {"Delete", "\x7f", "\"\\u007f\""},
    {"C1Control", "\u009b31m", "\"\\u009b31m\""},
    {"BidiOverride", "a\u202Eb", "\"a\\u202eb\""},
    {"TagBeyondTheBasicPlane", "\U000E0041", "\"\\udb40\\udc41\""},
};

class JsonString : public testing::TestWithParam<EscapeCase> {};

TEST_P(JsonString, LosesNothingAndObeysNothing) {
  EXPECT_EQ(json_string(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Texts, JsonString, testing::ValuesIn(json_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
