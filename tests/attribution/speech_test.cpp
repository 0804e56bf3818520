#include <gtest/gtest.h>

#include <ostream>

#include "verbale/attribution/analysis.h"

namespace verbale {
namespace {

const ArticleAnalyzer& analyzer() {
  static const Schema schema = Schema::builtin();
  static const ArticleAnalyzer made(schema);
  return made;
}

// The passages of kind speech as "speaker (country) rule: first word".
std::string speeches_of(Article article) {
  const AnalyzedArticle analyzed = analyzer().analyze(std::move(article));
  std::string printed;
  for (const Passage& passage : analyzed.passages) {
    if (passage.kind != PassageKind::Speech) {
      continue;
    }
    const Attribution& attribution = passage.attributions.front();
    const std::string_view words = attribution.range.in(analyzed.article.text);
    printed += printed.empty() ? "" : "; ";
    const Speaker& speaker = attribution.speakers.front();
    printed += speaker.name;
    printed += speaker.country.empty() ? "" : " (" + speaker.country + ")";
    printed += " " + attribution.rule + ": " + std::string(words.substr(0, words.find(' ')));
  }
  return printed;
}

struct SpeechCase {
  const char* name;
  const char* speaker;  // Of the metadata.
  const char* country;
  const char* text;
  const char* expected;
};

void PrintTo(const SpeechCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr SpeechCase speech_cases[] = {
    {"LabelIsTheFullNameOfTheHeading", "", "",
     "Tavia Orlano, Spokesperson\n\nMS. ORLANO: Good morning.\n\nQUESTION: Ended?\n\n"
     "MS. ORLANO: Yes.",
     "Tavia Orlano turn-label: Good; journalist turn-question: Ended?; "
     "Tavia Orlano turn-label: Yes."},
    {"LabelInFullServesTheShortOnes", "", "",
     "SORREN VALE, HOST: Welcome.\n\nILSE MARAVENN: Thanks.\n\nVALE: So?\n\nMARAVENN: So.",
     "Sorren Vale turn-label: Welcome.; Ilse Maravenn turn-label: Thanks.; "
     "Sorren Vale turn-label: So?; Ilse Maravenn turn-label: So."},
    {"TwoOfASurnameStayASurname", "", "",
     "Corwen Haldrik and Marta Haldrik came.\n\nHALDRIK: Yes.\n\nQUESTION: No?\n\nHALDRIK: Yes.",
     "Haldrik turn-label: Yes.; journalist turn-question: No?; Haldrik turn-label: Yes."},
    {"AnswersAreTheSpeakersOfTheMetadata", "Anselme Duvarrec", "Peru",
     "Q: Why?\n\nA: Because.\n\nAnd that is all.",
     "journalist turn-question: Why?; Anselme Duvarrec (PE) turn-answer: Because.; "
     "Anselme Duvarrec (PE) turn-answer: And"},
    {"MetadataSpeaksAllOfIt", "Yevan Dorostal", "NO", "Cadets, officers!\n\nHe was wrong, I said.",
     "Yevan Dorostal (NO) speaker-metadata: Cadets,; Yevan Dorostal (NO) speaker-metadata: He"},
    {"ABodyOfTheMetadataIsTheOneOfTheTables", "European Union", "", "We regret it.",
     "European Union (EU) speaker-metadata: We"},
    {"NewsIsNoSpeech", "", "", "Ships sailed on Tuesday.\n\nThey were late.", ""},
};

class SpeechTest : public testing::TestWithParam<SpeechCase> {};

TEST_P(SpeechTest, IsGivenToWhoeverItsTextOrMetadataNames) {
  Article article;
  article.id = {"a"};
  article.language = "en";
  article.text = GetParam().text;
  article.speaker = GetParam().speaker;
  article.country = GetParam().country;

  EXPECT_EQ(speeches_of(std::move(article)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Articles, SpeechTest, testing::ValuesIn(speech_cases),
                         [](const auto& test) { return test.param.name; });

struct HeadingCase {
  const char* name;
  const char* title;
  const char* text;
  const char* expected;
};

void PrintTo(const HeadingCase& c, std::ostream* out) {
  *out << c.title << '\n' << c.text;
}

constexpr HeadingCase heading_cases[] = {
    {"OfficeOfTheTitle", "Remarks by President Kasimir Tovreny and Chancellor Odrun Falk",
     "THE PRESIDENT: Yes.\n\nQ\tWhy?\n\nTHE PRESIDENT: So.",
     "Kasimir Tovreny turn-office: Yes.; journalist turn-question: Why?; "
     "Kasimir Tovreny turn-office: So."},
    {"OfficeOfTwoIsNobodys", "Remarks by President Kasimir Tovreny and President Anton Velde",
     "THE PRESIDENT: Yes.\n\nTHE PRESIDENT: So.",
     "the president turn-office: Yes.; the president turn-office: So."},
    {"TheGuestHasALabel", "Remarks with President Anton Velde",
     "THE PRESIDENT: Yes.\n\nPRESIDENT VELDE: No.",
     "the president turn-office: Yes.; Velde turn-label: No."},
    {"Interviewed", "An interview with Foreign Minister Ilse Maravenn",
     "Anton Velde asked.\n\nQ. Why?\n\nA. Because.",
     "journalist turn-question: Why?; Ilse Maravenn turn-answer: Because."},
    {"TheOnlyOneWithAnOffice", "The ports will open",
     "Ilse Maravenn, foreign minister of Velmark, met the Narrow Sea Post.\n\nQ: Why?\n\n"
     "A: Because.",
     "journalist turn-question: Why?; Ilse Maravenn turn-answer: Because."},
    {"OutletsAreNotInterviewed", "An interview with the Narrow Sea Post", "Q: Why?\n\nA: Because.",
     "journalist turn-question: Why?"},
    {"TheOutletAsks", "The ports will open", "NARROW SEA POST: Why?\n\nMARAVENN: Because.",
     "Narrow Sea Post turn-question: Why?; Maravenn turn-label: Because."},
    {"TwoInterviewed", "Interview with Ilse Maravenn",
     "And an interview with Anton Velde.\n\nQ: Why?\n\nA: Because.",
     "journalist turn-question: Why?"},
};

class SpeechHeadingTest : public testing::TestWithParam<HeadingCase> {};

TEST_P(SpeechHeadingTest, TellsWhoNamelessLabelsAre) {
  Article article;
  article.id = {"a"};
  article.language = "en";
  article.title = GetParam().title;
  article.outlet = "Narrow Sea Post";
  article.text = GetParam().text;

  EXPECT_EQ(speeches_of(std::move(article)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Articles, SpeechHeadingTest, testing::ValuesIn(heading_cases),
                         [](const auto& test) { return test.param.name; });

// A speech of enough words for one, around the sentence that matters.
std::string speech_around(std::string_view sentence) {
  std::string text = "Mr. President, I thank you. We have come to this Assembly with hope.\n\n";
  for (int i = 0; i < 20; ++i) {
    text += "We ask our friends to listen, for we have much to say about the sea and its law. ";
  }
  return text + "\n\n" + std::string(sentence);
}

struct SpeechCountryCase {
  const char* name;
  const char* sentence;
  const char* country;  // Empty: nobody's.
};

void PrintTo(const SpeechCountryCase& c, std::ostream* out) {
  *out << c.sentence;
}

constexpr SpeechCountryCase country_cases[] = {
    {"MyCountry", "I speak for my country, Norway, today.", "NO"},
    {"MyOwnLongName", "In my own beloved country, the Republic of Peru, fish are few.", "PE"},
    {"OnBehalfOfThePeople", "I bring this on behalf of the Government and people of Fiji.", "FJ"},
    {"WeIn", "That is how we in Iceland see it.", "IS"},
    {"Stances", "Chile believes that it is so. Chile welcomes it. Chile reaffirms it.", "CL"},
    {"SisterCountryIsAnother", "We think of our sister country, Norway, today.", ""},
    {"NamingIsNotEnough", "Norway and Peru and Chile have been named here today.", ""},
    {"TwoThatFitAreNone", "My country, Norway, agrees with my country, Peru, on this.", ""},
};

class SpeechCountryTest : public testing::TestWithParam<SpeechCountryCase> {};

TEST_P(SpeechCountryTest, IsToldFromWhatASpeakerSaysOfHisOwn) {
  Article article;
  article.id = {"a"};
  article.language = "en";
  article.text = speech_around(GetParam().sentence);

  const AnalyzedArticle analyzed = analyzer().analyze(std::move(article));

  std::string country;
  for (const Passage& passage : analyzed.passages) {
    if (passage.kind == PassageKind::Speech) {
      country = passage.speakers.front().country;
    }
  }
  EXPECT_EQ(country, GetParam().country);
}

INSTANTIATE_TEST_SUITE_P(Sentences, SpeechCountryTest, testing::ValuesIn(country_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
