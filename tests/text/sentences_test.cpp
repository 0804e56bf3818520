#include "verbale/text/sentences.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace verbale {
namespace {

struct SentenceCase {
  const char* name;
  const char* split;  // "|" stands where a sentence ends.
};

void PrintTo(const SentenceCase& c, std::ostream* out) {
  *out << c.split;
}

constexpr SentenceCase sentence_cases[] = {
    {"TwoSentences", "It rained.| We left."},
    {"TitleBeforeAName", "Mr. Wong met Gen. Ode.| They spoke."},
    {"Initials", "John F. Ode spoke.| He left."},
    {"InitialsOfAState", "The U.S. Army came.| It left."},
    {"InitialsAtTheEnd", "He left the U.S.| The army came."},
    {"Numbers", "It cost 3.5 crowns.| No. 5 won."},
    {"WebAddress", "See example.org for more.| It is free."},
    {"EllipsisAndSmallLetter", "He waited ... and left.| It rained."},
    {"EllipsisAndCapital", "He waited...| It rained."},
    {"ClosingMarksStay", "“It rained.”| We left."},
    {"StraightClosingMark", "He said, \"It rained.\"| We left."},
    {"ClosingBracket", "(It rained.)| We left."},
    {"QuestionBeforeItsCue", "“Why?” he asked.| Nobody knew."},
    {"SeveralTerminators", "Really?!| Yes."},
    {"NextStartsWithAMark", "It rained.| “We left,” he said."},
    {"ChineseNeedsNoSpace", "他说。|我们走了。"},
    {"Arabic", "هل هذا صحيح؟| نعم."},
    {"NoTerminator", "A headline without one"},
    {"OnlyTerminators", "..."},
};

class SentencesTest : public testing::TestWithParam<SentenceCase> {};

TEST_P(SentencesTest, EndWhereTheyEnd) {
  const Abbreviations abbreviations{.never_final = {"mr", "gen", "no"}, .may_be_final = {"u.s"}};
  std::string text;
  for (const char c : std::string_view(GetParam().split)) {
    text += c == '|' ? "" : std::string(1, c);
  }

  std::string split;
  std::size_t shown = 0;
  const TextRange paragraph{0, static_cast<std::uint32_t>(text.size())};
  for (const TextRange sentence : split_sentences(text, paragraph, abbreviations)) {
    split += shown == 0 ? "" : "|";
    split += text.substr(shown, sentence.end - shown);
    shown = sentence.end;
  }

  EXPECT_EQ(split, GetParam().split);
}

INSTANTIATE_TEST_SUITE_P(Cases, SentencesTest, testing::ValuesIn(sentence_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Paragraphs, AreSeparatedByLineBreaksAndTrimmed) {
  const std::string text = "\n  One. \r\n\n\u00A0Two.\u3000\n \n";

  std::string shown;
  for (const TextRange paragraph : split_paragraphs(text)) {
    shown += "[" + std::string(paragraph.in(text)) + "]";
  }

  EXPECT_EQ(shown, "[One.][Two.]");
}

TEST(Sentences, AreFoundInLinearTime) {
  const std::string text(5'000'000, '.');

  const TextRange paragraph{0, static_cast<std::uint32_t>(text.size())};

  EXPECT_EQ(split_sentences(text, paragraph, {}).size(), 1u);
}

}  // namespace
}  // namespace verbale
