#include "verbale/attribution/analysis.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/marked_text.h"

namespace verbale {
namespace {

using testing_support::MarkedText;
using testing_support::read_marked;

const Schema& schema() {
  static const Schema tables = Schema::builtin();
  return tables;
}

AnalyzedArticle analyze(const std::string& text) {
  static const ArticleAnalyzer analyzer(schema());
  Article article;
  article.id = {"test"};
  article.language = "en";
  article.text = text;
  return analyzer.analyze(std::move(article), {.min_confidence = 0});
}

// The attribution of the marked words: "[mention] {cue} speaker", or "nobody".
std::string describe(const AnalyzedArticle& analyzed, TextRange words) {
  for (const Passage& passage : analyzed.passages) {
    for (const Attribution& attribution : passage.attributions) {
      if (attribution.range != words || attribution.speakers.empty()) {
        continue;
      }
      std::string shown = "[" + std::string(attribution.mention.in(analyzed.article.text)) + "] {" +
                          std::string(attribution.cue.in(analyzed.article.text)) + "}";
      for (const Speaker& speaker : attribution.speakers) {
        shown += " " + speaker.name;
      }
      return shown;
    }
  }
  return "nobody";
}

// The first statement, cue and mention of the sentence are marked; without a mention nobody should
// be named.
struct AttributionCase {
  const char* name;
  const char* marked;
  const char* speaker;
};

void PrintTo(const AttributionCase& c, std::ostream* out) {
  *out << c.marked;
}

constexpr AttributionCase attribution_cases[] = {
    {"NameBehind", "“<We regret it,>” [Wong] {said}.", "Wong"},
    {"NameBehindInverted", "“<We regret it,>” {said} [Ann Wong].", "Ann Wong"},
    {"NameBefore", "[Ann Wong] {said}: “<We regret it.>”", "Ann Wong"},
    {"Apposition", "“<We regret it,>” [Hugh Hill], a doctor, {said}.", "Hugh Hill"},
    {"RelativeClause", "[Ann Wong], who was late, {said}: “<We regret it.>”", "Ann Wong"},
    {"TalkedAboutIsNotTheSpeaker", "[Ann Wong] {said} of Ole Tarn: “<He is a liar.>”", "Ann Wong"},
    {"AccordingTo", "{According to} [Ann Wong], “<it was a mistake.>”", "Ann Wong"},
    {"NameAndColon", "[Ann Wong]{:} “<We regret it.>”", "Ann Wong"},
    {"StraightMarks", "\"<We regret it,>\" [Ann Wong] {said}.", "Ann Wong"},
    {"TypewriterMarks", "''<We regret it,>'' [Ann Wong] {said}.", "Ann Wong"},
    {"SingleMarks", "‘<We regret it,>’ [Ann Wong] {said}.", "Ann Wong"},
    {"UnnamedSource", "“<We regret it,>” [a senior official] {said}.", "a senior official"},
    {"ReportedClause", "[Ann Wong] {said} that <the talks had failed>.", "Ann Wong"},
    {"ReportedWithoutThat", "[Ann Wong] {said} <the talks had failed>.", "Ann Wong"},
    {"ReportedBeforeItsCue", "<The talks had failed>, [Ann Wong] {said}.", "Ann Wong"},
    {"ToldReporters", "[Ann Wong] {told reporters} that <the talks had failed>.", "Ann Wong"},
};

class AttributionTest : public testing::TestWithParam<AttributionCase> {};

TEST_P(AttributionTest, NamesTheSpeaker) {
  const MarkedText sentence = read_marked(GetParam().marked);
  std::string expected = "nobody";
  if (!sentence.mentions.empty()) {
    expected = "[" + std::string(sentence.mentions[0].in(sentence.text)) + "] {" +
               std::string(sentence.cues[0].in(sentence.text)) + "} " + GetParam().speaker;
  }

  EXPECT_EQ(describe(analyze(sentence.text), sentence.statements[0]), expected);
}

INSTANTIATE_TEST_SUITE_P(Sentences, AttributionTest, testing::ValuesIn(attribution_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
