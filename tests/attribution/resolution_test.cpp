#include "attribution/resolution.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "attribution/reading.h"

namespace verbale::attribution {
namespace {

using testing_support::lexicon;
using testing_support::Reading;
using testing_support::schema;

// Who says the last statement of a text: its speakers' names, or "nobody".
std::string last_speaker(const char* text, const char* published) {
  Reading reading(text);
  Article article;
  article.text = text;
  article.published = *parse_date(published);
  const Entities entities = find_entities(reading.document, lexicon(), schema());
  const std::vector<Statement> statements =
      find_statements(reading.document, lexicon(), schema(), reading.outline);
  Resolver resolver(reading.document, lexicon(), schema(), reading.outline, entities);
  resolver.set_article(article);
  Resolved last;
  for (const Statement& statement : statements) {
    resolver.advance(statement.subject_unit);
    last = resolver.resolve(statement);
    resolver.spoke(last);
  }
  std::string names;
  for (const Speaker& speaker : last.speakers) {
    names += (names.empty() ? "" : " and ") + speaker.name;
  }
  return names.empty() ? "nobody" : names;
}

struct ResolutionCase {
  const char* name;
  const char* text;
  const char* speaker;
};

void PrintTo(const ResolutionCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr ResolutionCase resolution_cases[] = {
    {"FullName", "“We regret it,” Ann Wong said.", "Ann Wong"},
    {"Surname", "Ann Wong left. “We regret it,” Wong said.", "Ann Wong"},
    {"SheIsAWoman", "Mary Wong met Bob Tarn. “We regret it,” she said.", "Mary Wong"},
    {"HeIsAMan", "Mary Wong met Bob Tarn. “We regret it,” he said.", "Bob Tarn"},
    {"SubjectBeforeObject", "Bob Wong met John Tarn. “We regret it,” he said.", "Bob Wong"},
    {"WhoeverSpokeBefore", "“It is late,” John Tarn said of Bob Ode. “We left,” he said.",
     "John Tarn"},
    {"PronounWithoutAnybody", "“We regret it,” he said.", "nobody"},
    {"TheyIsNotGuessed", "Bob Wong met John Tarn. “We regret it,” they said.", "nobody"},
    {"UnnamedStaysUnnamed", "“We regret it,” a senior official said.", "a senior official"},
    {"PronounOfAnUnnamedSource", "A teacher said it was late. “We left,” she said.", "A teacher"},
    {"SeveralUnnamedSourcesAgain", "“We left,” two officials said. “We regret it,” they said.",
     "two officials"},
    {"TheUnnamedSourceAgain",
     "President Bob Tarn said it was late. A senior official disagreed and said it was early. “We "
     "regret it,” the official said.",
     "A senior official"},
    {"TitleOfTheArticle",
     "Foreign Minister Mary Wong met Bob Tarn. “We regret it,” the foreign minister said.",
     "Mary Wong"},
    {"OfficeOfAnUnknownCountry",
     "Foreign Minister Mary Wong met Bob Tarn. “We regret it,” Velmark's foreign minister said.",
     "Mary Wong"},
    {"OfficeSetOffBehindTheName",
     "Bob Tarn, Velmark's foreign minister, left. “We regret it,” the Velmarki foreign minister "
     "said.",
     "Bob Tarn"},
    {"OfficeSetOffBeforeTheName",
     "Velmark's defense minister, Bob Tarn, left. “We regret it,” the defense minister said.",
     "Bob Tarn"},
    {"OfficeOfAnotherCountry",
     "Bob Tarn, Velmark's foreign minister, left. “We regret it,” the Orrish foreign minister "
     "said.",
     "the Orrish foreign minister"},
    {"AnotherOffice",
     "Bob Tarn, the foreign minister, left. “We regret it,” the defense minister said.",
     "the defense minister"},
    {"FormerOffice",
     "Bob Tarn, the foreign minister, left. “We regret it,” a former foreign minister said.",
     "a former foreign minister"},
    {"OwnerOfAStatement", "Mary Wong left. Wong's statement said “we regret it all.”", "Mary Wong"},
    {"TwoSpeakers", "“We regret it,” Ann Wong and Bob Tarn said.", "Ann Wong and Bob Tarn"},
    {"Body", "The Tarn Commission met. “We regret it,” the commission said.", "Tarn Commission"},
    {"SpokesmanOfABody", "“We regret it,” a spokesman for the Tarn Commission said.",
     "Tarn Commission"},
};

class ResolutionTest : public testing::TestWithParam<ResolutionCase> {};

// By the tables: the name or possessive of a country, or its demonym, and the day.
TEST(Resolution, OfficeOfTheTablesIsHeldOnTheDay) {
  for (const char* country : {"the Russian", "Russia's", "The Russia"}) {
    const std::string text = "“We regret it,” " + std::string(country) + " foreign minister said.";

    EXPECT_EQ(last_speaker(text.c_str(), "2003-05-02"), "Igor Ivanov") << text;
    EXPECT_EQ(last_speaker(text.c_str(), "2005-05-02"), "Sergey Lavrov") << text;
    EXPECT_EQ(last_speaker(text.c_str(), "1925-05-02"), std::string(country) + " foreign minister");
  }
}

TEST(Resolution, OfficeOfACountryBehindIt) {
  EXPECT_EQ(last_speaker("“We regret it,” the president of Brazil said.", "2003-05-02"),
            "Luiz Inacio Lula da Silva");
}

TEST_P(ResolutionTest, FindsTheSpeaker) {
  EXPECT_EQ(last_speaker(GetParam().text, "2031-05-02"), GetParam().speaker);
}

INSTANTIATE_TEST_SUITE_P(Statements, ResolutionTest, testing::ValuesIn(resolution_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale::attribution
