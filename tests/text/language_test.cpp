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
    {"Empty", "", ""},
    {"AName", "Wang Yi", ""},
    {"Digits", "2024-07-11 12:30 1,000 2,000 3,000", ""},
};

class LanguageTest : public testing::TestWithParam<LanguageCase> {};

TEST_P(LanguageTest, IsNamedOrUnknown) {
  EXPECT_EQ(detect_language(GetParam().text), GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(Texts, LanguageTest, testing::ValuesIn(language_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
