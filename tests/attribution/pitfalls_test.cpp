// Where other systems are known to fail at who said what; one test, or table, for each.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "attribution/reading.h"
#include "verbale/attribution/analysis.h"

namespace verbale {
namespace {

AnalyzedArticle analyze(const std::string& text) {
  static const ArticleAnalyzer analyzer(attribution::testing_support::schema());
  Article article;
  article.language = "en";
  article.text = text;
  return analyzer.analyze(std::move(article));
}

// Every quotation that is a statement, in order: "speaker: words | ...".
std::string said(const std::string& text) {
  std::string shown;
  for (const Passage& passage : analyze(text).passages) {
    for (const Attribution& attribution : passage.attributions) {
      if (attribution.kind == StatementKind::Quote) {
        shown += shown.empty() ? "" : " | ";
        shown += attribution.speakers.empty() ? "nobody" : attribution.speakers[0].name;
        shown += ": " + std::string(attribution.range.in(text));
      }
    }
  }
  return shown;
}

struct Pitfall {
  const char* name;
  const char* text;
  const char* said;
};

void PrintTo(const Pitfall& c, std::ostream* out) {
  *out << c.text;
}

constexpr Pitfall pitfalls[] = {
    {"AppositiveBeforeSaid", "“We regret it all,” Hugh Hill, a doctor from Tarn, said.",
     "Hugh Hill: We regret it all,"},
    {"AppositiveWithAnotherName",
     "“We regret it all,” Hugh Hill, a friend of Mary Wong, said on Monday.",
     "Hugh Hill: We regret it all,"},
    {"AppositiveBeforeTheName", "“We regret it all,” the mayor of Tarn, Mary Wong, said.",
     "Mary Wong: We regret it all,"},
    {"ParagraphBrokenQuote",
     "“It is late,” Mary Wong said. “We left at noon.\n\n“It rained all day.\n\n“We are home.”\n\n"
     "Bob Tarn had met Mary Wong.",
     "Mary Wong: It is late, | Mary Wong: We left at noon. | Mary Wong: It rained all day. | "
     "Mary Wong: We are home."},
    {"NestedQuote", "“He told me, ‘Go home now,’ and I left,” Mary Wong said of Bob Tarn.",
     "Mary Wong: He told me, ‘Go home now,’ and I left,"},
    {"NestedQuoteOfTheSameMarks", "\"He told me, 'Go home now,' and I left,\" Mary Wong said.",
     "Mary Wong: He told me, 'Go home now,' and I left,"},
    {"NicknameInQuotes", "Joseph “Joe” Tarnov met Mary Wong in the hall.", ""},
    {"NicknameInQuotesOfTheSpeaker", "“We regret it all,” Joseph “Joe” Tarnov said.",
     "Tarnov: We regret it all,"},
    {"KnownAs", "The rower, known as “the Admiral,” met Mary Wong.", ""},
    {"ScareQuotes", "The so-called “experts” met Mary Wong in the hall.", ""},
    {"ScareQuotesOfAModifier", "Mary Wong opened the town's “smart” bridge on Monday.", ""},
    {"ScareQuotesInAnothersSentence", "Mary Wong said that the so-called “experts” had left.",
     "Mary Wong: experts"},
    {"HeadlineQuotes", "Wong: “We Will Not Sign It”\n\nMary Wong left the talks on Monday.",
     "Mary Wong: We Will Not Sign It"},
    {"HeadlineQuotesBehindTheCue",
     "Wong Calls Treaty “A Lifeline For Tarn”\n\nMary Wong left the talks on Monday.",
     "Wong: A Lifeline For Tarn"},
    {"TwoSpeakersInOneSentence",
     "“It is far too late,” Mary Wong said, but Bob Tarn said “it is never too late.”",
     "Mary Wong: It is far too late, | Bob Tarn: it is never too late."},
    {"TwoSpeakersInOneSentenceWhile",
     "Mary Wong called it “a mistake” while Bob Tarn called it “a triumph for all of us.”",
     "Mary Wong: a mistake | Bob Tarn: a triumph for all of us."},
    {"PronounAcrossParagraphs",
     "Mary Wong met Bob Tarn in the hall.\n\n“We regret it all,” she said.\n\nIt rained.\n\n"
     "“We are home,” he said.",
     "Mary Wong: We regret it all, | Bob Tarn: We are home,"},
    {"PronounAcrossParagraphsKeepsTheSpeaker",
     "“We regret it all,” Bob Tarn said of John Wong.\n\n“We are home,” he said.",
     "Bob Tarn: We regret it all, | Bob Tarn: We are home,"},
    {"SidebarText",
     "“We regret it all,” Mary Wong said.\n\nRead more: Talks fail in Tarn\n\nRelated stories\n\n"
     "Sign up for our newsletter",
     "Mary Wong: We regret it all,"},
    {"SidebarTextWithAQuotation",
     "“We regret it all,” Mary Wong said.\n\nRELATED: “Talks Fail Again”",
     "Mary Wong: We regret it all,"},
    {"RepeatedArticleText",
     "“We regret it all,” Mary Wong said.\n\n“We regret it all,” Mary Wong said.\n\n"
     "“We regret it all,” Mary Wong said.",
     "Mary Wong: We regret it all, | Mary Wong: We regret it all, | Mary Wong: We regret it all,"},
    {"PossessorOfAWarning",
     "Foreign Minister Mary Wong’s chilling warning was heard: “We regret it all.”",
     "Mary Wong: We regret it all."},
    {"TitleOfABook", "Mary Wong told of her novel “The Price of a Lamp” in the hall.", ""},
    {"TitleOfAFilm", "Bob Tarn said that he saw “The Last Lamp of Tarn” on Monday.", ""},
    {"TitleOfASong", "Mary Wong sang “Never Walk in the Rain” and left.", ""},
    {"TitleOfAReport", "The report, “Water and War in Tarn,” was read to Mary Wong.", ""},
    {"TitleBehindAuthored", "Mary Wong, author of “The Price of a Lamp,” left.", ""},
    {"TitleBehindCalled", "Mary Wong, author of a history called “A Blunt Pencil,” left.", ""},
    {"ShipName", "Mary Wong boarded the “Grey Heron” on Monday.", ""},
    {"TitleAtTheStart", "“The Price of a Lamp” is a novel of Mary Wong.", ""},
    {"Hashtag", "Mary Wong wrote about “#RainInTarn” on Monday.", ""},
};

class PitfallTest : public testing::TestWithParam<Pitfall> {};

TEST_P(PitfallTest, IsRead) {
  EXPECT_EQ(said(GetParam().text), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(KnownToFailElsewhere, PitfallTest, testing::ValuesIn(pitfalls),
                         [](const auto& test) { return test.param.name; });

TEST(Pitfalls, SidebarTextIsNobodysPassage) {
  const AnalyzedArticle found =
      analyze("“We regret it all,” Mary Wong said.\n\nRead more: Talks fail in Tarn");

  ASSERT_EQ(found.passages.size(), 2u);
  EXPECT_EQ(found.passages[1].kind, PassageKind::Narration);
}

}  // namespace
}  // namespace verbale
