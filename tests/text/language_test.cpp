#include "verbale/text/language.h"

#include <gtest/gtest.h>

#include <ostream>

namespace verbale {
namespace {

struct LanguageCase {
  const char* name;
  const char* text;
  const char* language;
};

void PrintTo(const LanguageCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr LanguageCase language_cases[] = {
    {"English", "The minister said that the talks on the harbour treaty would go on.", "en"},
    {"French", "Le ministre a déclaré que les négociations sur le port se poursuivraient.", "fr"},
    {"German", "Der Minister sagte, dass die Gespräche über den Hafen weitergehen würden.", "de"},
    {"Russian", "Министр заявил, что переговоры о гавани будут продолжены.", "ru"},
    {"Arabic", "قال الوزير إن المحادثات حول الميناء ستستمر في الأسبوع المقبل.", "ar"},
    {"Chinese", "外交部发言人表示，双方将继续就港口问题举行会谈。", "zh"},
    {"Hebrew", "השר אמר כי השיחות על הנמל יימשכו בשבוע הבא.", "he"},
    {"Capitals", "THE MINISTER SAID THAT THE TALKS ON THE HARBOUR TREATY WOULD GO ON.", "en"},
    {"TableOfNumbers",
     "Shr 35 cts vs 25 cts\n\nNet 1,590,000 vs 1,140,000\n\nRevs 32.2 mln vs 23.0 mln\n\nYear\n\n"
     "Shr 1.16 dlrs vs 68 cts\n\nNet 5,300,000 vs 3,100,000",
     "en"},
    {"ControlCharacters", "The minister\xC2\x9D said\x01 that the talks on the treaty would go on.",
     "en"},
    {"TableOfFewWords", "1,590,000 Net 1,140,000 Rev 32.2 23.0", ""},
    {"Empty", "", ""},
    {"AName", "Wang Yi", ""},
    {"Digits", "2024-07-11 12:30 1,000 2,000 3,000", ""},
};

class LanguageTest : public testing::TestWithParam<LanguageCase> {};

TEST_P(LanguageTest, IsNamedOrUnknown) {
  EXPECT_EQ(detect_language(GetParam().text), GetParam().language);
}

TEST(Language, OfALongTextIsThatOfItsBeginningWhereverItIsCut) {
  const std::string sentence = "Министр заявил, что переговоры о гавани будут продолжены. ";
  for (int padding = 0; padding < 4; ++padding) {
    std::string text(static_cast<std::size_t>(padding), ' ');
    while (text.size() < 10'000) {
      text += sentence;
    }
    EXPECT_EQ(detect_language(text), "ru") << padding;
  }
}

TEST(Language, OfAPassageIsTheArticlesUnlessItIsSurelyAnother) {
  const std::string french =
      "Le ministre a déclaré que les négociations sur le port se poursuivraient demain matin.";
  const std::string portuguese =
      "O ministro disse que as negociações sobre o porto continuariam amanhã de manhã em Elma.";
  const std::string long_portuguese =
      portuguese + portuguese + portuguese + portuguese + portuguese;

  EXPECT_EQ(passage_language(french, "en"), "fr");
  EXPECT_EQ(passage_language(french, "fr"), "fr");
  EXPECT_EQ(passage_language(french, ""), "fr");
  EXPECT_EQ(passage_language("Le ministre a déclaré.", "en"), "en");
  EXPECT_EQ(passage_language(portuguese, "es"), "es");
  EXPECT_EQ(passage_language(long_portuguese, "es"), "pt");
  EXPECT_EQ(passage_language("", ""), "");
}

INSTANTIATE_TEST_SUITE_P(Texts, LanguageTest, testing::ValuesIn(language_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
