#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>

#include "readers/html_pages.h"

namespace verbale {
namespace {

std::string published_of(const std::string& page, std::map<std::string, std::string> context = {}) {
  const ParsedRecord parsed = parse(page, std::move(context));
  return parsed.articles.empty() || !parsed.articles[0].published
             ? "unknown"
             : to_string(*parsed.articles[0].published);
}

// What stands between the headline and the article.
std::string under_headline(const std::string& html) {
  return page_with("", "<h1>A bridge of words</h1>" + html);
}

struct VisibleCase {
  const char* name;
  const char* html;  // Under the headline.
  const char* day;
};

void PrintTo(const VisibleCase& c, std::ostream* out) {
  *out << c.html;
}

constexpr VisibleCase visible_cases[] = {
    {"Time", "<time datetime=\"2024-07-11T10:00\">today</time>", "2024-07-11"},
    {"NamedElement", "<div class=\"article-date\">11 juillet 2024</div>", "2024-07-11"},
    {"Byline", "<div>Written by A. Ruiz on July 11, 2024</div>", "2024-07-11"},
    {"PublishedWithTimeAndZone", "<p>Published 11 July 2024, 10:15 BST</p>", "2024-07-11"},
    {"PublishedAndUpdated", "<p>Published July 9, 2024 | Updated July 11, 2024</p>", "2024-07-09"},
    {"UpdatedAndPublished", "<p>Updated: July 11, 2024 - First published: July 9, 2024</p>",
     "2024-07-09"},
    {"UpdatedIn", "<p>Updated on July 12, 2024</p>", "unknown"},
    {"NamedAsUpdate", "<span class=\"updated time\">2024-07-12</span>", "unknown"},
    {"PublishedAndUpdatedAtOnce",
     "<time class=\"entry-date published updated\" datetime=\"2024-07-11\">11 July</time>",
     "2024-07-11"},
    {"UpdatedAroundTime", "<p>Last updated <time datetime=\"2024-07-12\">12 July</time></p>",
     "unknown"},
    {"Brackets", "<div>[ 2024-07-11 15:24 ]</div>", "2024-07-11"},
    {"WeekdayAndTime", "<div>Thursday, 11 July 2024 at 10.15 am</div>", "2024-07-11"},
    {"PlaceAndDate", "<div>Avess, 11 July 2024</div>", "2024-07-11"},
    {"Relative", "<span class=\"date\">2 hours ago</span>", "unknown"},
    {"ASentenceWithADate", "<p>The talks begin in Avess on July 11, 2024, the envoy said.</p>",
     "unknown"},
    {"AStandfirstWithADate", "<p>Envoys meet in Avess before the vote of July 11, 2024</p>",
     "unknown"},
    {"Copyright", "<p>Copyright July 11, 2024 The Herald</p>", "unknown"},
    {"CopyrightYear", "<p>&copy; 2024</p>", "unknown"},
    {"Teaser", "<aside><time datetime=\"2020-01-01\">1 January</time></aside>", "unknown"},
    {"RelatedList",
     "<div class=\"related-posts\"><p><time datetime=\"2020-01-01\">1 January</time></p></div>",
     "unknown"},
    {"Comment", "<div class=\"comment-list\"><p class=\"date\">11 July 2024</p></div>", "unknown"},
    {"Event", "<div class=\"event\"><p>Event date: 20 August 2031</p></div>", "unknown"},
    {"DayOrMonth", "<div class=\"date\">11/07/2024</div>", "unknown"},
};

class VisibleDateTest : public testing::TestWithParam<VisibleCase> {};

TEST_P(VisibleDateTest, IsThePublicationsOrUnknown) {
  EXPECT_EQ(published_of(under_headline(GetParam().html)), GetParam().day);
}

INSTANTIATE_TEST_SUITE_P(Lines, VisibleDateTest, testing::ValuesIn(visible_cases),
                         [](const auto& test) { return test.param.name; });

struct DeclaredCase {
  const char* name;
  const char* html;  // Inside <head>.
  const char* day;
};

void PrintTo(const DeclaredCase& c, std::ostream* out) {
  *out << c.html;
}

constexpr DeclaredCase declared_cases[] = {
    {"ModifiedOnly",
     R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge of words",
        "dateModified":"2024-07-12"}</script><meta property="article:modified_time"
        content="2024-07-12"><meta property="og:updated_time" content="2024-07-12">)",
     "unknown"},
    {"PublishedBeforeModified",
     R"(<meta property="article:modified_time" content="2024-07-12">
        <meta property="article:published_time" content="2024-07-11">)",
     "2024-07-11"},
    {"ListOfOtherArticles",
     R"(<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":
        "ListItem","item":{"@type":"NewsArticle","datePublished":"2020-01-01"}}]}</script>)",
     "unknown"},
    {"RelatedInsideTheArticle",
     R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge of words",
        "hasPart":{"@type":"NewsArticle","datePublished":"2020-01-01"},
        "isBasedOn":{"@type":"Article","datePublished":"2020-01-02"}}</script>)",
     "unknown"},
    {"LiveBlog",
     R"(<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"A bridge of words",
        "datePublished":"2024-07-11","coverageEndTime":"2024-07-13","liveBlogUpdate":[
        {"@type":"BlogPosting","headline":"It ends","datePublished":"2024-07-13"}]}</script>)",
     "2024-07-11"},
    {"PageOfTheLinkedRecord",
     R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"A bridge of words",
        "datePublished":"2024-07-11T10:00:00+02:00","dateModified":"2024-08-01"}]}</script>)",
     "2024-07-11"},
    {"PageOfAnotherKind",
     R"(<script type="application/ld+json">{"@type":"CollectionPage","name":"News",
        "datePublished":"2016-01-01"}</script>)",
     "unknown"},
    {"Event",
     R"(<script type="application/ld+json">{"@type":"Event","name":"A bridge of words",
        "startDate":"2031-08-20"}</script>)",
     "unknown"},
    {"Video",
     R"(<script type="application/ld+json">{"@type":"VideoObject","name":"A bridge of words",
        "uploadDate":"2020-01-01"}</script>)",
     "unknown"},
    {"DayOrMonthInMeta", R"(<meta name="date" content="11/07/2024">)", "unknown"},
    {"TheDayThatComputersCountFrom",
     R"(<meta property="article:published_time" content="1970-01-01T00:00:00Z">)", "unknown"},
};

class DeclaredDateTest : public testing::TestWithParam<DeclaredCase> {};

TEST_P(DeclaredDateTest, IsThePublicationsOrUnknown) {
  EXPECT_EQ(
      published_of(page_with(GetParam().html + std::string("<title>A bridge of words</title>"),
                             "<h1>A bridge of words</h1>")),
      GetParam().day);
}

INSTANTIATE_TEST_SUITE_P(Heads, DeclaredDateTest, testing::ValuesIn(declared_cases),
                         [](const auto& test) { return test.param.name; });

TEST(HtmlDates, AreInAddresses) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://h.example/2024/07/11/bridge", "2024-07-11"},
      {"https://h.example/world/2024/jul/11/bridge", "2024-07-11"},
      {"https://h.example/2024-07-11-bridge.html", "2024-07-11"},
      {"https://h.example/bridge-20240711.html", "2024-07-11"},
      {"https://h.example/news/20240711/bridge", "2024-07-11"},
      {"https://h.example/2024/07/bridge", "unknown"},
      {"https://h.example/2094/83/48/bridge", "unknown"},
      {"https://h.example/article/202407115512", "unknown"},
      {"https://h.example/11/07/2024/bridge", "unknown"},
  };
  for (const auto& [url, day] : cases) {
    EXPECT_EQ(published_of(page_with("<link rel=canonical href=\"" + std::string(url) + "\">")),
              day)
        << url;
  }
}

TEST(HtmlDates, OfANumberedDayAreReadAsThePagesLanguageWritesThem) {
  const std::string date = "<h1>A bridge of words</h1><div class=date>05/10/2018</div>";
  const std::pair<const char*, const char*> cases[] = {
      {"pt-BR", "2018-10-05"}, {"en-GB", "2018-10-05"},  {"de", "2018-10-05"},
      {"en", "unknown"},       {"en-US", "unknown"},     {"", "unknown"},
      {"fr-CA", "unknown"},    {"es-419", "2018-10-05"}, {"es-US", "unknown"},
      {"zh-CN", "unknown"},
  };
  for (const auto& [language, day] : cases) {
    const std::string page = "<html lang=\"" + std::string(language) + "\"><body>" + date +
                             "<article>" + paragraphs + "</article></body></html>";
    EXPECT_EQ(published_of(page), day) << language;
  }
  const std::string british =
      "<html lang=en><head><link rel=canonical href=\"https://h.co.uk/x\"/>"
      "</head><body>" +
      date + paragraphs + "</body></html>";
  EXPECT_EQ(published_of(british), "2018-10-05");
}

TEST(HtmlDates, OfTheDayInTheMastheadAreNotTheArticles) {
  const std::string masthead =
      "<div id=top><div class=date>Friday, July 12, 2024</div><a href=/>The Herald</a></div>";
  const std::string above = "<div><p>11 July 2024</p><h1>A bridge of words</h1></div>";

  EXPECT_EQ(published_of(page_with("", masthead + "<main><h1>A bridge of words</h1></main>")),
            "unknown");
  EXPECT_EQ(published_of(page_with("", masthead + above)), "2024-07-11");
}

TEST(HtmlDates, OfSeveralMicrodataAreTheHeadlines) {
  const std::string teaser =
      "<div itemscope itemtype=\"https://schema.org/NewsArticle\"><b itemprop=headline>Other</b>"
      "<meta itemprop=datePublished content=2020-01-01></div>";
  const std::string own =
      "<div itemscope itemtype=\"https://schema.org/NewsArticle\"><h1>A bridge of words</h1>"
      "<span itemprop=datePublished content=2024-07-11>x</span></div>";
  const std::string comment =
      "<div itemscope itemtype=\"https://schema.org/Comment\"><b itemprop=datePublished>"
      "2024-07-13</b></div>";

  EXPECT_EQ(published_of(page_with("", own)), "2024-07-11");
  EXPECT_EQ(published_of(page_with("", teaser + own + comment)), "2024-07-11");
  EXPECT_EQ(published_of(page_with("", comment)), "unknown");
}

TEST(HtmlDates, AreTakenFromTheHeadlineThatIsTheTitle) {
  const std::string logo = "<h1>The Herald</h1><div class=date>Friday, July 12, 2024</div>";
  const std::string own = "<h1>A bridge of words</h1><p>11 July 2024</p>";

  EXPECT_EQ(published_of(page_with("<title>A bridge of words</title>", logo + own)), "2024-07-11");
}

TEST(HtmlDates, InScriptsCountWhereTheyAgree) {
  const std::string one = R"(<script>x={"publishedDate":"2024-07-11T10:00","updated":"2024-08-01"})"
                          R"(</script>)";
  const std::string other = R"(<script>{\"datePublished\": \"2020-01-01\"}</script>)";

  EXPECT_EQ(published_of(page_with(one)), "2024-07-11");
  EXPECT_EQ(published_of(page_with(other)), "2020-01-01");
  EXPECT_EQ(published_of(page_with(one + other)), "unknown");
}

TEST(HtmlDates, AreDaysOfTheOutletNotOfUtc) {
  const std::string utc =
      R"(<meta property="article:published_time" content="2024-07-12T03:30:00Z">)";
  const std::string seen = "<h1>A bridge</h1><time datetime=\"2024-07-11T20:30:00-07:00\">x</time>";
  const std::string late = "<h1>A bridge</h1><time datetime=\"2024-07-13T20:30:00-07:00\">x</time>";

  EXPECT_EQ(published_of(page_with(utc, seen)), "2024-07-11");
  EXPECT_EQ(published_of(page_with(utc, late)), "2024-07-12");
}

TEST(HtmlDates, AreReadNearTheTitleWhereNoHeadlineIsMarked) {
  EXPECT_EQ(published_of(page_with("<title>A bridge of words</title>",
                                   "<dt>A bridge of words</dt><div>[ 2024-07-11 15:24 ]</div>")),
            "2024-07-11");
}

// Each of these would be work for each other one.
TEST(HtmlDates, InHostileNumbersTakeNoLongerThanAPage) {
  std::string flat, nested;
  for (int i = 0; i < 60'000; ++i) {
    flat += "<span itemprop=datePublished>2024-07-11</span><span itemprop=author>y</span>";
    nested += "<div itemscope itemprop=\"author datePublished\" class=date>word ";
  }

  EXPECT_EQ(published_of(page_with("", "<div itemscope><h2>A</h2>" + flat + "</div>")),
            "2024-07-11");
  EXPECT_EQ(published_of(page_with("", "<h1>A bridge</h1>" + nested)), "unknown");
}

TEST(HtmlDates, BelowTheArticleAreNotTaken) {
  EXPECT_EQ(published_of(page_with("") + "<ul><li><time datetime=\"2020-01-01\">x</time></ul>"),
            "unknown");
}

TEST(HtmlDates, AreTheOutletsDayWhateverTheAddressSays) {
  const std::string head =
      R"(<link rel=canonical href="https://h.example/2024/07/11/bridge">
         <meta property="article:published_time" content="2024-07-12T05:07:00Z">)";
  const std::string seen = "<h1>A bridge</h1><time datetime=\"2024-07-12T01:07:00-04:00\">x</time>";

  EXPECT_EQ(published_of(page_with(head, seen)), "2024-07-12");
  EXPECT_EQ(published_of(page_with(head)), "2024-07-11");
}

}  // namespace
}  // namespace verbale
