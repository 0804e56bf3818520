#include "attribution/dates.h"

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

const char* to_string(DateUse use) {
  switch (use) {
    case DateUse::Free:
      return "";
    case DateUse::Attributive:
      return "~";
    case DateUse::Bound:
      return "=";
    case DateUse::Future:
      break;
  }
  return ">";
}

// The dates of a text as "text: date"; a use other than Free as a mark before the date: ~ of an
// occasion, = bound, > to come; "?" what cannot be placed in time.
std::string dates_of(const char* language, const char* published, std::string_view text) {
  const Document document = read_document(text, lexicon(), {});
  std::string printed;
  for (const DateExpression& found : DateRules(lexicon()).find(document, language)) {
    const auto date = resolve(found, read(published));
    printed += printed.empty() ? "" : "; ";
    printed += std::string(found.range.in(text)) + ": " + to_string(found.use) +
               (date ? verbale::to_string(*date) : "?");
  }
  return printed;
}

struct DatesCase {
  const char* name;
  const char* language;
  const char* published;
  const char* text;
  const char* expected;
};

void PrintTo(const DatesCase& c, std::ostream* out) {
  *out << c.published << ' ' << c.text;
}

// 12 July 2024 is a Friday.
constexpr DatesCase dates_cases[] = {
    {"Weekday", "en", "2024-07-12", "He spoke on Thursday.", "Thursday: 2024-07-11"},
    {"SameWeekdayIsToday", "en", "2024-07-12", "He spoke on Friday.", "Friday: 2024-07-12"},
    {"LastSameWeekdayIsAWeekAgo", "en", "2024-07-12", "He spoke last Friday.",
     "last Friday: 2024-07-05"},
    {"LastWeekdayIsTheLatest", "en", "2024-07-12", "He spoke last Monday.",
     "last Monday: 2024-07-08"},
    {"PartOfTheDay", "en", "2024-07-12", "He spoke late on Thursday night.",
     "Thursday night: 2024-07-11"},
    {"NextWeekdayIsToCome", "en", "2024-07-12", "He speaks next Thursday.",
     "next Thursday: >2024-07-11"},
    {"UntilAWeekdayIsBound", "en", "2024-07-12", "It lasts until Thursday.",
     "Thursday: =2024-07-11"},
    {"PossessiveIsBound", "en", "2024-07-12", "He praised Thursday's vote.",
     "Thursday: =2024-07-11"},
    {"OccasionIsNot", "en", "2024-07-12", "In Thursday's speech he was mild.",
     "Thursday: ~2024-07-11"},
    {"AdjectiveIsBound", "en", "2024-07-12", "He praised the July 11 vote.",
     "July 11: =2024-07-11"},
    {"OccasionWithArticle", "en", "2024-07-12", "In a Thursday interview he was mild.",
     "Thursday: ~2024-07-11"},
    {"LowerCaseIsNoMonth", "en", "2024-07-12", "They may march in august company.", ""},
    {"MayAloneIsNoMonth", "en", "2024-07-12", "May he speak? March 3 boys out.",
     "March 3: 2024-03-03"},
    {"Yesterday", "en", "2024-03-01", "He spoke yesterday.", "yesterday: 2024-02-29"},
    {"Today", "en", "2024-03-01", "He spoke earlier today.", "earlier today: 2024-03-01"},
    {"Tomorrow", "en", "2024-03-01", "He speaks tomorrow.", "tomorrow: >2024-03-02"},
    {"DayMonth", "en", "2024-07-12", "He spoke on 11 July.", "11 July: 2024-07-11"},
    {"MonthDayYear", "en", "2024-07-12", "He spoke on July 11, 2023, there.",
     "July 11, 2023: 2023-07-11"},
    {"WeekdayMonthDay", "en", "2024-07-12", "He spoke on Thursday, July 11.",
     "Thursday, July 11: 2024-07-11"},
    {"Ordinal", "en", "2024-07-12", "He spoke on the 11th of July 2024.",
     "11th of July 2024: 2024-07-11"},
    {"ShortMonth", "en", "2024-07-12", "He spoke on Feb. 3 there.", "Feb. 3: 2024-02-03"},
    {"LastYearsDay", "en", "2024-01-05", "He spoke on 30 December.", "30 December: 2023-12-30"},
    {"ADayOfGrace", "en", "2024-07-12", "He spoke on 13 July.", "13 July: 2024-07-13"},
    {"SoonToComeIsNothing", "en", "2024-07-12", "Talks on 20 July follow.", "20 July: ?"},
    {"NewYearToComeIsNothing", "en", "2023-12-20", "Talks on 3 January follow.", "3 January: ?"},
    {"NoSuchDay", "en", "2024-07-12", "He spoke on 30 February.", "30 February: ?"},
    {"MonthAlone", "en", "2024-07-12", "In May, he spoke.", "May: 2024-05"},
    {"MonthOfLastYear", "en", "2024-07-12", "In October, he spoke.", "October: 2023-10"},
    {"MonthAndYear", "en", "2024-07-12", "In May 2021, he spoke.", "May 2021: 2021-05"},
    {"Year", "en", "2024-07-12", "In 2019, he spoke.", "2019: 2019"},
    {"NumberIsNoYear", "en", "2024-07-12", "He met 2019 people.", ""},
    {"LastWeekInOneMonth", "en", "2024-07-24", "He spoke last week.", "last week: 2024-07"},
    {"LastWeekOverTwoMonths", "en", "2024-05-08", "He spoke last week.", "last week: 2024"},
    {"ThisWeekBeganThisMonth", "en", "2024-07-03", "He spoke earlier this week.",
     "earlier this week: 2024-07"},
    {"WeekOverNewYear", "en", "2025-01-08", "He spoke a week ago.", "a week ago: ?"},
    {"LastMonth", "en", "2024-01-15", "He spoke last month.", "last month: 2023-12"},
    {"LastYear", "en", "2024-01-15", "He spoke last year.", "last year: 2023"},
    {"DaysAgo", "en", "2024-03-01", "He spoke two days ago.", "two days ago: 2024-02-28"},
    {"DaysAgoInDigits", "en", "2024-03-01", "He spoke 2 days ago.", "2 days ago: 2024-02-28"},
    {"Iso", "en", "2024-07-12", "Posted 2024-07-11 there.", "2024-07-11: 2024-07-11"},
    {"WithoutArticleDate", "en", "", "He spoke on Thursday, 11 July.", "Thursday, 11 July: ?"},
    {"WithoutArticleDateButWithYear", "en", "", "He spoke on 11 July 2024.",
     "11 July 2024: 2024-07-11"},
    {"ArticleOfAMonth", "en", "2024-07", "He spoke on Thursday, in May.",
     "Thursday: ?; May: 2024-05"},
    {"French", "fr", "2024-07-12", "Il a parlé jeudi et le 3 mai et mardi dernier.",
     "jeudi: 2024-07-11; 3 mai: 2024-05-03; mardi dernier: 2024-07-09"},
    {"FrenchFull", "fr", "2024-07-12", "Jeudi 11 juillet 2024, et hier, et le mois dernier.",
     "Jeudi 11 juillet 2024: 2024-07-11; hier: 2024-07-11; mois dernier: 2024-06"},
    {"FrenchUntil", "fr", "2024-07-12", "Il attend jusqu'à jeudi.", "jeudi: =2024-07-11"},
    {"Spanish", "es", "2024-07-12", "Habló el jueves y el 3 de mayo de 2023 y ayer.",
     "jueves: 2024-07-11; 3 de mayo de 2023: 2023-05-03; ayer: 2024-07-11"},
    {"SpanishWeek", "es", "2024-07-24", "Habló la semana pasada.", "semana pasada: 2024-07"},
    {"German", "de", "2024-07-12", "Er sprach am Donnerstag und am 3. Mai und gestern.",
     "Donnerstag: 2024-07-11; 3. Mai: 2024-05-03; gestern: 2024-07-11"},
    {"GermanLast", "de", "2024-07-12", "Er sprach am vergangenen Dienstag.",
     "vergangenen Dienstag: 2024-07-09"},
    {"Russian", "ru", "2024-07-12", "Он выступил в четверг и 3 мая 2023 года и вчера.",
     "четверг: 2024-07-11; 3 мая 2023: 2023-05-03; вчера: 2024-07-11"},
    {"RussianLast", "ru", "2024-07-12", "Он выступил в прошлую среду и в прошлом месяце.",
     "прошлую среду: 2024-07-10; прошлом месяце: 2024-06"},
    {"Chinese", "zh", "2024-07-12", "他11日表示，2023年5月3日，周四，昨天，上个月。",
     "11日: 2024-07-11; 2023年5月3日: 2023-05-03; 周四: 2024-07-11; 昨天: 2024-07-11; "
     "上个月: 2024-06"},
    {"ChineseDayOfLastMonth", "zh", "2024-07-02", "他30日表示", "30日: 2024-06-30"},
    {"Arabic", "ar", "2024-07-12", "تحدث يوم الخميس وفي 3 مايو 2023 وأمس",
     "الخميس: 2024-07-11; 3 مايو 2023: 2023-05-03"},
    {"EnglishWordsAreNoGermanDates", "de", "2024-07-12", "Thursday und May 3 sind fremd.", ""},
};

class DatesTest : public testing::TestWithParam<DatesCase> {};

TEST_P(DatesTest, AreFoundAndPlacedInTime) {
  EXPECT_EQ(dates_of(GetParam().language, GetParam().published, GetParam().text),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Texts, DatesTest, testing::ValuesIn(dates_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale::attribution
