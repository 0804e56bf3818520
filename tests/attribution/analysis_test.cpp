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
  return analyzer.analyze(std::move(article));
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
    {"NamedAside", "“<We regret it,>” her adviser, [Jo Ode], {said}.", "Jo Ode"},
    {"AsideOfPlaces", "[Jo Ode], 59, of Tarn, Vt., {said}: “<We regret it.>”", "Jo Ode"},
    {"ReducedClause", "“<We regret it,>” [Jo Ode], the lawyer who founded it, {said}.", "Jo Ode"},
    {"InvertedWithTitle", "“<We regret it,>” {said} [Foreign Minister Ilse Maravenn].",
     "Ilse Maravenn"},
    {"NounPhraseOfABody", "“<We regret it,>” [a spokesman for the mayor] {said}.",
     "a spokesman for the mayor"},
    {"CoordinatedVerb", "[Jo Ode] left the hall and {said}: “<We regret it.>”", "Jo Ode"},
    {"Participle", "[Jo Ode] left the hall, {saying}: “<We regret it.>”", "Jo Ode"},
    {"PassiveHearsOnly", "Jo Ode was told that “<it rains in Tarn.>”", ""},
    {"TitleOfAWork", "Jo Ode said so on the program “<Tarn This Week>” on Friday.", ""},
    {"QuotedModifier", "Jo Ode met the group's “<no-limits>” partners.", ""},
    {"NounCue", "[Jo Ode]’s {claim} that “<it rains in Tarn>” is old.", "Jo Ode"},
    {"Signed", "“<We regret it.>” {―} [Jo Ode]", "Jo Ode"},
    {"JointStatement", "[Jo Ode and Ann Wong] {said}: “<We regret it.>”", "Jo Ode Ann Wong"},
    {"UnnamedSources", "“<We regret it,>” [two people close to the talks] {said}.",
     "two people close to the talks"},
    {"QuestionBeforeTheCue", "“<Do we regret it?>” [Jo Ode] {asked}.", "Jo Ode"},
    {"Parenthetical", "<The treaty>, [Jo Ode] {said}, is dead.", "Jo Ode"},
    {"Infinitive", "[Jo Ode] {promised} <to sign the treaty>.", "Jo Ode"},
    {"AccordingToBehind", "<The treaty is dead>, {according to} [Jo Ode].", "Jo Ode"},
    {"ReportedOnBothSidesOfAQuotation",
     "“Only you, dear,” [Ann Wong] {said}, <would sign the treaty>.", "Ann Wong"},
    {"ReportedBehindAnAddressee",
     "[Ann Wong] {told} cheering supporters that <the talks had failed>.", "Ann Wong"},
    {"ReportedFarBehindItsCue",
     "[Ann Wong] {said} Thursday during a visit to a school in Tarn, Vermont, that <the talks had "
     "failed>.",
     "Ann Wong"},
    {"AsSomebodySaid", "<The talks had failed>, as [Ann Wong] {reported}.", "Ann Wong"},
    {"ReportedGerund", "[Ann Wong] {said} <having a treaty puts Tarn at risk>.", "Ann Wong"},
    {"ReportedInsideARelative", "They met the crowd, which [Ann Wong] {said} <was small>.",
     "Ann Wong"},
    {"ReportedInfinitiveInMarks", "[Ann Wong] {promised} <to “leave” if elected>.", "Ann Wong"},
    {"Attitude", "[Ann Wong] {endorsed} <the treaty>.", "Ann Wong"},
    {"VerbThatIsNoNoun", "[Ann Wong] {insists} <delegates must sign it>.", "Ann Wong"},
    {"NounBehindTheCue", "[Ann Wong] {said} <states like Tarn will sign it>.", "Ann Wong"},
    {"WhatCannotSpeak", "The <scene> underlines the point.", ""},
    {"NobodySays", "The pact is “<a lifeline for all of us.>”", ""},
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

// What every attribution of an article says, in order: "speaker: words".
std::string statements(const std::string& text) {
  std::string shown;
  for (const Passage& passage : analyze(text).passages) {
    for (const Attribution& attribution : passage.attributions) {
      if (attribution.kind != StatementKind::Quote) {
        continue;
      }
      shown += shown.empty() ? "" : " | ";
      shown += attribution.speakers.empty() ? "nobody" : attribution.speakers[0].name;
      shown += ": " + std::string(attribution.range.in(text));
    }
  }
  return shown;
}

TEST(Analysis, SurnameGoesBackToTheFullName) {
  EXPECT_EQ(statements("Ann Wong left the talks. “We regret it,” Wong said."),
            "Ann Wong: We regret it,");
}

TEST(Analysis, PronounGoesBackToWhoSpoke) {
  EXPECT_EQ(statements("Ann Wong met Ole Tarn. “We regret it,” she said. “It is late.”"),
            "Ann Wong: We regret it, | Ann Wong: It is late.");
}

TEST(Analysis, PronounOfAnotherGenderIsNotGuessed) {
  EXPECT_EQ(statements("“We regret it,” he said."), "nobody: We regret it,");
}

TEST(Analysis, TwoSpeakersInOneSentenceHaveAPassageEach) {
  const AnalyzedArticle found =
      analyze("Ann Wong said “it is far too late,” while Ole Tarn said “it is never too late.”");

  ASSERT_EQ(found.passages.size(), 2u);
  EXPECT_EQ(found.passages[0].speakers[0].name, "Ann Wong");
  EXPECT_EQ(found.passages[1].speakers[0].name, "Ole Tarn");
}

TEST(Analysis, QuotationGoesOnOverParagraphs) {
  EXPECT_EQ(statements("“It is late,” Ann Wong said. “We left.\n\n“It rained all day.”"),
            "Ann Wong: It is late, | Ann Wong: We left. | Ann Wong: It rained all day.");
}

TEST(Analysis, SidebarTextIsNobodys) {
  EXPECT_EQ(statements("Ann Wong said “we regret it all.”\n\nRead more: Talks fail in Tarn"),
            "Ann Wong: we regret it all.");
}

TEST(Analysis, RepeatedTextIsAttributedEachTime) {
  EXPECT_EQ(statements("“We regret it,” Ann Wong said.\n\n“We regret it,” Ann Wong said."),
            "Ann Wong: We regret it, | Ann Wong: We regret it,");
}

TEST(Analysis, PostIsItsAccounts) {
  const AnalyzedArticle found = analyze("We deplore it. — Ann Ode (@ann_ode) July 11, 2031");

  ASSERT_FALSE(found.passages.empty());
  ASSERT_EQ(found.passages[0].speakers.size(), 1u);
  EXPECT_EQ(found.passages[0].speakers[0].name, "Ann Ode (@ann_ode)");
  EXPECT_EQ(found.passages[0].kind, PassageKind::Speech);
}

TEST(Analysis, DoubtfulSpeakersKeepTheirReceiptOnly) {
  const ArticleAnalyzer analyzer(schema());
  Article article;
  article.language = "en";
  article.text = "“We regret it,” Ann Wong said.";

  const AnalyzedArticle found = analyzer.analyze(std::move(article), {.min_confidence = 1.0});

  ASSERT_EQ(found.passages.size(), 1u);
  EXPECT_EQ(found.passages[0].kind, PassageKind::Narration);
  ASSERT_EQ(found.passages[0].attributions.size(), 1u);
  EXPECT_TRUE(found.passages[0].attributions[0].speakers.empty());
  EXPECT_FALSE(found.passages[0].attributions[0].mention.empty());
}

TEST(Analysis, PassagesAndWhatLiesBetweenRebuildTheText) {
  const AnalyzedArticle found =
      analyze("\n “We regret it,” Ann Wong said.  Ole Tarn did not.\n\n\tIt rained. \n");

  std::string rebuilt;
  std::uint32_t at = 0;
  for (const Passage& passage : found.passages) {
    ASSERT_GE(passage.range.begin, at);
    const std::string_view between =
        std::string_view(found.article.text).substr(at, passage.range.begin - at);
    EXPECT_EQ(between.find_first_not_of(" \n\t"), std::string_view::npos);
    rebuilt += between;
    rebuilt += passage.range.in(found.article.text);
    at = passage.range.end;
  }
  EXPECT_EQ(rebuilt + found.article.text.substr(at), found.article.text);
}

}  // namespace
}  // namespace verbale
