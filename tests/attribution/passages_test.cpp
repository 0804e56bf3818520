#include "attribution/passages.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "attribution/reading.h"
#include "support/marked_text.h"

namespace verbale::attribution {
namespace {

using testing_support::Reading;
using verbale::testing_support::MarkedText;
using verbale::testing_support::read_marked;

// A text whose <words> are said by A, B, A, B, ...; the passages with their speaker, "-" for
// nobody's.
struct PassageCase {
  const char* name;
  const char* marked;
  const char* passages;
};

void PrintTo(const PassageCase& c, std::ostream* out) {
  *out << c.marked;
}

constexpr PassageCase passage_cases[] = {
    {"OneSpeaker", "“<It rains,>” A said.", "A: “It rains,” A said."},
    {"Narration", "It rained. It snowed.", "-: It rained. It snowed."},
    {"NarrationBeside", "It rained. “<It rains,>” A said.", "-: It rained.|A: “It rains,” A said."},
    {"TwoSpeakersOfOneSentence", "A said “<no>” and B said “<yes>”.",
     "A: A said “no” and B said “|B: yes”."},
    {"TwoSpeakersOfTwoSentences", "A said “<no>”. B said “<yes>”.",
     "A: A said “no”.|B: B said “yes”."},
    {"ParagraphsAreCut", "It rained.\n\nIt snowed.", "-: It rained.|-: It snowed."},
    {"Nothing", "", ""},
};

class PassagesTest : public testing::TestWithParam<PassageCase> {};

TEST_P(PassagesTest, HaveOneSpeakerEach) {
  const MarkedText marked = read_marked(GetParam().marked);
  const Reading reading(marked.text);
  std::vector<Attribution> attributions;
  for (const TextRange words : marked.statements) {
    const std::string name = attributions.size() % 2 == 0 ? "A" : "B";
    Attribution attribution;
    attribution.range = words;
    attribution.speakers.push_back({{name}, name, "", ""});
    attributions.push_back(attribution);
  }

  std::string shown;
  for (const Passage& passage : cut_passages(reading.document, attributions)) {
    shown += shown.empty() ? "" : "|";
    shown += passage.speakers.empty() ? "-" : passage.speakers.front().name;
    shown += ": " + std::string(passage.range.in(reading.text));
  }

  EXPECT_EQ(shown, GetParam().passages);
}

INSTANTIATE_TEST_SUITE_P(Texts, PassagesTest, testing::ValuesIn(passage_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Passages, AreCutAtASentencesEndBehindAHundredAndFiftyWords) {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += "It rained. ";
  }
  const Reading reading(text);

  const std::vector<Passage> passages = cut_passages(reading.document, {});

  ASSERT_EQ(passages.size(), 2u);
  EXPECT_TRUE(passages[0].range.in(reading.text).ends_with("rained."));
}

TEST(Passages, TitlesOfWorksAreNotSaid) {
  Reading reading("The film “Missing” opened.");
  ASSERT_EQ(reading.document.quotations.size(), 1u);
  reading.document.quotations[0].use = QuotationUse::Title;

  EXPECT_TRUE(cut_passages(reading.document, {}).front().quotations.empty());
}

}  // namespace
}  // namespace verbale::attribution
