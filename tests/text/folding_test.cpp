#include "verbale/text/folding.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "verbale/text/utf8.h"

namespace verbale {
namespace {

struct FoldingCase {
  const char* name;
  const char* text;
  const char* folded;
};

void PrintTo(const FoldingCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr FoldingCase folding_cases[] = {
    {"Empty", "", ""},
    {"AsciiCaseAndSpace", "  Wang\t\nYi ", "wang yi"},
    {"Composed", "Caf\u00e9", "cafe"},
    {"Decomposed", "Cafe\u0301", "cafe"},
    {"SharpS", "Stra\u00dfe", "strasse"},
    {"CapitalSharpS", "STRA\u1e9eE", "strasse"},
    {"TurkishDottedCapital", "\u0130stanbul", "istanbul"},
    {"TurkishDotlessSmall", "\u0131\u015f\u0131k", "isik"},
    {"StrokeLetters", "\u0141\u00f3d\u017a S\u00f8ren \u0110\u1ea1o", "lodz soren dao"},
    {"Ligatures", "\u00c6gir \u0152uvre \ufb01n", "aegir oeuvre fin"},
    {"FullWidth", "\uff2e\uff21\uff34\uff2f\u3000\uff17", "nato 7"},
    {"CurlyApostrophe", "O\u2019Brien", "o'brien"},
    {"AcuteAsApostrophe", "O\u00b4Brien", "o'brien"},
    {"Dashes", "COVID\u201119 2023\u20132027 \u2014", "covid-19 2023-2027 -"},
    {"SoftHyphen", "minis\u00adter", "minister"},
    {"NoBreakSpace", "Wang\u00a0\u00a0Yi", "wang yi"},
    {"RussianYo", "Королёв", "королев"},
    {"RussianStress", "за\u0301мок", "замок"},
    {"CyrillicShortIStays", "Зелений", "зелений"},
    {"DecomposedShortIIsComposed", "и\u0306", "\u0439"},
    {"UkrainianYiStays", "Україна", "україна"},
    {"MacedonianGjeStays", "Ѓорѓи", "ѓорѓи"},
    {"ArabicAlefs", "\u0623\u0622\u0625\u0671", "\u0627\u0627\u0627\u0627"},
    {"ArabicVowelSigns", "مُحَمَّد", "محمد"},
    {"ArabicTatweel", "الصـــين", "الصين"},
    {"ArabicTehMarbutaAndMaksura", "مدينة مصطفى", "مدينه مصطفي"},
    {"PersianYehAndKaf", "\u06a9\u06cc", "\u0643\u064a"},
    {"ArabicDigits", "\u0662\u0660\u0662\u0664 \u06f7", "2024 7"},
    {"HebrewPoints", "שָׁלוֹם", "שלום"},
    {"GreekTonosAndFinalSigma", "Αθήνας", "αθηνασ"},
    {"KanaVoicingStays", "\u304c\u30ac", "\u304c\u30ac"},
    {"HalfWidthKana", "\uff76\uff9e", "\u30ac"},
    {"DevanagariVowelsStay", "हिन्दी", "हिन्दी"},
    {"Han", "中华人民共和国", "中华人民共和国"},
};

class FoldingTest : public testing::TestWithParam<FoldingCase> {};

TEST_P(FoldingTest, GivesTheComparedForm) {
  EXPECT_EQ(fold(GetParam().text), GetParam().folded);
}

TEST_P(FoldingTest, FoldingTwiceChangesNothing) {
  EXPECT_EQ(fold(fold(GetParam().text)), fold(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(Texts, FoldingTest, testing::ValuesIn(folding_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Folding, IsIdempotentOnEveryCodePointAndOnRandomText) {
  std::mt19937 random(11);
  std::uniform_int_distribution<char32_t> any(0x20, 0x2FFFF);
  std::uniform_int_distribution<char32_t> mark(0x300, 0x36F);
  for (char32_t c = 1; c <= 0x1FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      continue;
    }
    std::string text;
    append_utf8(text, c);
    append_utf8(text, mark(random));
    const char32_t other = any(random);
    append_utf8(text, other >= 0xD800 && other <= 0xDFFF ? U'x' : other);
    const std::string once = fold(text);
    ASSERT_EQ(fold(once), once) << std::hex << static_cast<std::uint32_t>(c);
  }
}

constexpr FoldingCase latin_cases[] = {
    {"Russian", "Зеленский", "zelenskij"},
    {"Han", "王毅", "wang yi"},
    {"Arabic", "محمد", "mhmd"},
    {"Greek", "Αθήνα", "athena"},
    {"Latin", "Orb\u00e1n", "orban"},
};

class LatinTest : public testing::TestWithParam<FoldingCase> {};

TEST_P(LatinTest, SpellsTheNameInLatinLetters) {
  EXPECT_EQ(to_latin(GetParam().text), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(Names, LatinTest, testing::ValuesIn(latin_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
