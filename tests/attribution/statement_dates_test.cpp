#include "attribution/statement_dates.h"

#include <gtest/gtest.h>

#include <ostream>

#include "attribution/lexicon.h"

namespace verbale::attribution {
namespace {

const Lexicon& lexicon() {
  static const Schema schema = Schema::builtin();
  static const Lexicon made(schema);
  return made;
}

std::optional<Date> read(std::string_view text) {
  const auto date = parse_date(text);
  return date ? std::optional(*date) : std::nullopt;
}

std::string print(const std::optional<StatementDate>& date) {
  return date ? to_string(date->date) + (date->inferred ? "?" : "") : "unknown";
}

// A sentence with its parts marked: <words that are somebody's>, {cue}.
struct MarkedSentence {
  std::string text;
  TextRange said, cue;

  explicit MarkedSentence(std::string_view marked) {
    for (const char c : marked) {
      const auto here = static_cast<std::uint32_t>(text.size());
      switch (c) {
        case '<':
          said.begin = here;
          break;
        case '>':
          said.end = here;
          break;
        case '{':
          cue.begin = here;
          break;
        case '}':
          cue.end = here;
          break;
        default:
          text += c;
      }
    }
  }
};

struct SentenceCase {
  const char* name;
  const char* language;
  const char* sentence;
  const char* expected;  // "none": the sentence has no date of the statement.
};

void PrintTo(const SentenceCase& c, std::ostream* out) {
  *out << c.sentence;
}

// Said in an article of Friday, 12 July 2024.
constexpr SentenceCase sentence_cases[] = {
    {"AfterTheCue", "en", "\"<We regret it>,\" Orlano {said} on Thursday.", "2024-07-11"},
    {"AfterTheAddressee", "en", "\"<No>,\" Orlano {told} reporters in Sarn late on Tuesday.",
     "2024-07-09"},
    {"BeforeTheCue", "en", "Orlano on Thursday {said} <the levy would stay>.", "2024-07-11"},
    {"OpensTheSentence", "en", "Also on Thursday, a spokesman {said} <the levy would stay>.",
     "2024-07-11"},
    {"OfTheOccasion", "en",
     "During a call on Thursday with Kasimir Tovreny, Orlano {stressed} that <it would stay>.",
     "2024-07-11"},
    {"OfTheSpeech", "en", "In Wednesday's speech, he {called} it \"<a door>.\"", "2024-07-10"},
    {"InsideTheWordsItIsTalkedAbout", "en", "Orlano {said} <the talks on Thursday failed>.",
     "none"},
    {"InsideTheQuotation", "en", "\"<We met on Monday>,\" Orlano {said}.", "none"},
    {"AnotherClauseIsTalkedAbout", "en",
     "Orlano, who visited Sarn on Monday, {said} <the levy would stay>.", "none"},
    {"BehindARelative", "en", "\"<No>,\" {said} Orlano, who visited Sarn on Monday.", "none"},
    {"UntilADayIsNone", "en", "Orlano {said} until Thursday <nothing was known>.", "none"},
    {"EventAfterAfter", "en", "\"<No>,\" Orlano {said} after Thursday's vote.", "none"},
    {"NextWeekIsNone", "en", "\"<No>,\" Orlano {said} next Thursday.", "none"},
    {"LastMonth", "en", "\"<No>,\" Orlano {said} last month.", "2024-06"},
    {"InAMonth", "en", "\"<No>,\" Orlano {said} in May.", "2024-05"},
    {"FullDate", "en", "\"<No>,\" Orlano {wrote} on 3 March 2023.", "2023-03-03"},
    {"SignedPost", "en", "<We reject it.> — Tavia Orlano (@orlano) July 9, 2024", "2024-07-09"},
    {"French", "fr", "« <Non> », {a déclaré} jeudi Mme Orlano.", "2024-07-11"},
    {"FrenchBefore", "fr", "Jeudi, Mme Orlano {a déclaré} : « <Non> ».", "2024-07-11"},
    {"Spanish", "es", "«<No>», {dijo} el jueves la ministra.", "2024-07-11"},
    {"German", "de", "„<Nein>“, {sagte} Orlano am Donnerstag.", "2024-07-11"},
    {"Russian", "ru", "«<Нет>», — {заявила} Орлано в четверг.", "2024-07-11"},
    {"Chinese", "zh", "奥拉诺11日在首都{表示}，“<不>”。", "2024-07-11"},
    {"Arabic", "ar", "{قالت} أورلانو يوم الخميس: «<لا>»", "2024-07-11"},
};

class StatementDateTest : public testing::TestWithParam<SentenceCase> {};

TEST_P(StatementDateTest, IsTheDateAroundTheCue) {
  const MarkedSentence sentence(GetParam().sentence);
  const Document document = read_document(sentence.text, lexicon(), {});
  const auto dates = DateRules(lexicon()).find(document, GetParam().language);
  Attribution attribution;
  attribution.kind = sentence.text.find_first_of("\"") == std::string::npos
                         ? StatementKind::Reported
                         : StatementKind::Quote;
  attribution.range = sentence.said;
  attribution.cue = sentence.cue;
  const StatementDateContext context{document,
                                     dates,
                                     {&sentence.said, 1},
                                     StatementDate{*read("2024-07-12")},
                                     std::string_view(GetParam().language) == "en"};

  const auto date = own_date(attribution, context);

  EXPECT_EQ(date ? print(*date) : "none", GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Sentences, StatementDateTest, testing::ValuesIn(sentence_cases),
                         [](const auto& test) { return test.param.name; });

struct ArticleDateCase {
  const char* name;
  const char* language;
  const char* published;
  const char* text;
  const char* expected;
};

void PrintTo(const ArticleDateCase& c, std::ostream* out) {
  *out << c.published << ' ' << c.text;
}

constexpr ArticleDateCase article_cases[] = {
    {"MetadataIsNotInferred", "en", "2024-07-12", "SARN, July 9, 2023 (Wire) - Ships sailed.",
     "2024-07-12"},
    {"DatelineWithYear", "en", "", "PORT ELMA, May 3, 2031 (Wire) — Bells were rung.",
     "2031-05-03?"},
    {"DatelineTakesTheYearOfANearDate", "en", "",
     "PORT ELMA, May 3 (Wire) -- Bells were rung.\n\nThe deal of 29 April 2031 holds.",
     "2031-05-03?"},
    {"DatelineTakesNoFarYear", "en", "",
     "PORT ELMA, May 3 (Wire) -- Bells were rung.\n\nThe treaty of 11 November 1911 holds.",
     "unknown"},
    {"DatelineAlone", "en", "", "PORT ELMA, May 3 (Wire) -- Bells were rung.", "unknown"},
    {"LineThatIsADate", "en", "", "Briefing\n\nAnsholm, Tuesday 27 May 2031\n\nThere is cake.",
     "2031-05-27?"},
    {"DateInRunningTextIsNone", "en", "", "On 11 July 2024 he said that it would rain a lot.",
     "unknown"},
    {"PostDatesTheArticle", "en", "",
     "Ships sailed.\n\nWe reject it. — Tavia Orlano (@orlano) July 9, 2024\n\nThey sailed on.",
     "2024-07-09?"},
    {"ChineseDateline", "zh", "", "本报圣奥姆2031年4月30日电 会谈进入第二天。", "2031-04-30?"},
    {"CapitalsAreNoDateline", "en", "", "NO COMMENT. That was all, on May 3, 2031 - he said.",
     "unknown"},
    {"NothingIsUnknown", "en", "", "Ships sailed.", "unknown"},
};

class ArticleDateTest : public testing::TestWithParam<ArticleDateCase> {};

TEST_P(ArticleDateTest, IsInferredFromWhatDatesTheWholeTextOnly) {
  const Document document = read_document(GetParam().text, lexicon(), {});
  const auto dates = DateRules(lexicon()).find(document, GetParam().language);

  EXPECT_EQ(print(article_date(document, dates, read(GetParam().published))), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Articles, ArticleDateTest, testing::ValuesIn(article_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale::attribution
