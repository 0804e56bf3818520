#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "readers/printed.h"

namespace verbale {
namespace {

using namespace std::string_literals;

struct TextCase {
  const char* name;
  std::string file;
  std::string expected;
};

void PrintTo(const TextCase& c, std::ostream* out) {
  *out << c.file;
}

const TextCase text_cases[] = {
    {"TextAlone", "Talks ended.\n\nNobody spoke.\n",
     "id=a.txt|text=Talks ended.\n\nNobody spoke.\n"},
    {"KeyLines", "Title: The talks\nOutlet: Herald\nPublished: 2024-07-11\n\nTalks ended.",
     "id=a.txt|title=The talks|outlet=Herald|published=2024-07-11|text=Talks ended."},
    {"KeyLinesWithCrLf", "Title: The talks\r\nSource: Herald\r\n\r\nOne.\r\n\r\nTwo.",
     "id=a.txt|title=The talks|outlet=Herald|text=One.\r\n\r\nTwo."},
    {"AnIdOfItsOwn", "ID: n-7\nTopics: peace\nTopics: trade\n\nTalks.",
     "id=n-7|topic=peace|topic=trade|text=Talks."},
    {"UnknownKeysAmongThem", "Title: T\nX-Desk: 5\n\nTalks.", "id=a.txt|title=T|text=Talks."},
    {"Mail",
     "From: press@h.example\nSubject: Talks\n end\nDate: Thu, 11 Jul 2024 10:00 GMT\n\nOne.",
     "id=a.txt|text=From: press@h.example\nSubject: Talks\n end\nDate: Thu, 11 Jul 2024 10:00 "
     "GMT\n\nOne."},
    {"MailFromItsSubjectOn", "Subject: Talks\n end\nDate: Thu, 11 Jul 2024 10:00 GMT\n\nOne.",
     "id=a.txt|title=Talks end|published=2024-07-11|text=One."},
    {"TranscriptTurnsAreText", "MR. MILLER: Good morning.\nTITLE: no\n\nQ: When?",
     "id=a.txt|text=MR. MILLER: Good morning.\nTITLE: no\n\nQ: When?"},
    {"ASentenceAmongTheKeysMakesThemText", "Title: T\nTalks ended.\n\nOne.",
     "id=a.txt|text=Title: T\nTalks ended.\n\nOne."},
    {"KeysWithoutABlankLineAreText", "Title: T\nOutlet: Herald",
     "id=a.txt|text=Title: T\nOutlet: Herald"},
    {"FrontMatter",
     "---\ntitle: \"The \\\"talks\\\"\"\ndate: 2024-07-11\ntopics: [peace, 'trade']\n---\nTalks.",
     "id=a.txt|title=The \"talks\"|published=2024-07-11|topic=peace|topic=trade|text=Talks."},
    {"FrontMatterWithLists", "---\ntopics:\n  - peace\n  - trade\nextra:\n  deep: 1\n---\nTalks.",
     "id=a.txt|topic=peace|topic=trade|text=Talks."},
    {"ARuleIsNoFrontMatter", "---\nTalks ended.\n\nOne.",
     "id=a.txt|text=---\nTalks ended.\n\nOne."},
    {"ByteOrderMark", "\xEF\xBB\xBFTalks.", "id=a.txt|text=Talks."},
    {"Utf16", "\xFF\xFET\0a\0"s, "id=a.txt|text=Ta"},
    {"Windows1252", "Caf\xE9 \x93yes\x94", "id=a.txt|text=Café “yes”"},
    {"Nul", "Talks\0"s, "refused a.txt: is not text: byte 6 is NUL"},
    {"Blank", " \n\n", "refused a.txt: the text is missing"},
    {"KeysAlone", "Title: T\n\n", "refused a.txt: the text is missing"},
};

class TextRecordTest : public testing::TestWithParam<TextCase> {};

TEST_P(TextRecordTest, HasADefinedOutcome) {
  const RawRecord record{SourceFormat::Text, GetParam().file, "a.txt", {{"id", "a.txt"}}};

  EXPECT_EQ(printed(parse_record(record, {})), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Files, TextRecordTest, testing::ValuesIn(text_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
