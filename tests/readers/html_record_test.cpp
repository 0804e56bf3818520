#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>
#include <string>

#include "readers/html_pages.h"
#include "readers/printed.h"

namespace verbale {
namespace {

// Fixtures are pages beside what is to be read from them.
class HtmlFixtureTest : public testing::TestWithParam<const char*> {
 protected:
  static std::string file(const std::string& name) {
    std::ifstream in(std::filesystem::path(VERBALE_SOURCE_DIR) / "tests/fixtures/html" / name,
                     std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
  }
};

TEST_P(HtmlFixtureTest, GivesTheArticleWithoutThePage) {
  const std::string name = GetParam();

  EXPECT_EQ(printed(parse(file(name + ".html"))) + "\n", file(name + ".txt"));
}

INSTANTIATE_TEST_SUITE_P(Pages, HtmlFixtureTest,
                         testing::Values("news_article", "embedded_post", "table_layout",
                                         "parts_of_one_article", "comments_longer_than_article"),
                         [](const auto& test) { return std::string(test.param); });

struct MetadataCase {
  const char* name;
  std::string head;
  std::string expected;  // Without the text.
};

void PrintTo(const MetadataCase& c, std::ostream* out) {
  *out << c.head;
}

const MetadataCase metadata_cases[] = {
    {"LinkedRecordBeforeOpenGraph",
     R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge of words",
        "datePublished":"2024-07-11T23:00:00+02:00","publisher":{"name":"The Herald"}}</script>
        <meta property="og:title" content="Other"><meta property="og:site_name" content="Shop">
        <meta property="article:published_time" content="2024-07-09">)",
     "id=page.html|title=A bridge of words|outlet=The Herald|published=2024-07-11"},
    {"LinkedRecordInAGraph",
     R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
        {"@type":["Article","ReportageNewsArticle"],"headline":"A bridge of words",
        "datePublished":"2024-07-11"}]}</script>)",
     "id=page.html|title=A bridge of words|published=2024-07-11"},
    {"LinkedRecordsOfOtherArticlesAreNotThePage",
     R"(<script type="application/ld+json">{"@type":"ItemList","itemListElement":[
        {"@type":"NewsArticle","headline":"Other","datePublished":"2020-01-01"}]}</script>
        <script type="application/ld+json">[{"@type":"NewsArticle","headline":"One",
        "datePublished":"2020-01-01"},{"@type":"NewsArticle","headline":"Two",
        "datePublished":"2020-01-02"}]</script><title>A bridge of words</title>)",
     "id=page.html|title=A bridge of words"},
    {"LinkedRecordWithLineBreaksAndTrailingCommas",
     "<script type='application/ld+json'>\n{\"@type\":\"NewsArticle\",\"headline\":\"A bridge\n"
     "of words\",\"datePublished\":\"2024-07-11\",}\n</script>",
     "id=page.html|title=A bridge of words|published=2024-07-11"},
    {"AuthorsOfTheLinkedRecord",
     R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"A bridge of words",
        "author":[{"@type":"Person","name":"Ana Ruiz"},"Ben Lum",{"@id":"#x"}]}</script>
        <meta name="author" content="The Desk">)",
     "id=page.html|title=A bridge of words|author=Ana Ruiz|author=Ben Lum"},
    {"AuthorsOfMeta",
     R"(<meta property="article:author" content="https://social.example/ana">
        <meta name="byl" content="By Ana Ruiz, Ben Lum and Cleo Maris">)",
     "id=page.html|author=Ana Ruiz|author=Ben Lum|author=Cleo Maris"},
    {"OpenGraph",
     R"(<meta property="og:title" content="A bridge of words | The Herald">
        <meta property="og:site_name" content="The Herald">
        <meta property="og:url" content="https://h.example/bridge">
        <meta property="article:published_time" content="2024-07-11T10:00:00Z">)",
     "id=page.html|url=https://h.example/bridge|title=A bridge of words|outlet=The Herald|"
     "published=2024-07-11"},
    {"CanonicalLinkAndDateInIt",
     R"(<link rel="canonical" href="https://www.h.example/2024/jul/11/bridge">)",
     "id=page.html|url=https://www.h.example/2024/jul/11/bridge|outlet=h.example|"
     "published=2024-07-11"},
    {"TheFrontPageIsNotTheArticlesAddress", R"(<link rel="canonical" href="https://h.example/">)",
     "id=page.html"},
    {"ADayInUtcIsTheOutletsDayInTheAddress",
     R"(<link rel="canonical" href="https://h.example/2024/07/11/bridge">
        <meta property="article:published_time" content="2024-07-12T03:30:00Z">)",
     "id=page.html|url=https://h.example/2024/07/11/bridge|outlet=h.example|published=2024-07-11"},
    {"ADayOfChangeIsNoDayOfPublication",
     R"(<meta property="article:modified_time" content="2024-07-11"><title>Bridge</title>)",
     "id=page.html|title=Bridge"},
    {"TheDayThatComputersCountFromIsNone",
     R"(<meta property="article:published_time" content="1970-01-01T00:00:00Z">)", "id=page.html"},
};

class HtmlMetadataTest : public testing::TestWithParam<MetadataCase> {};

TEST_P(HtmlMetadataTest, ComesFromTheFirstSourceThatHasIt) {
  ParsedRecord parsed = parse(page_with(GetParam().head));

  ASSERT_EQ(parsed.articles.size(), 1u) << printed(parsed);
  parsed.articles[0].text.clear();
  parsed.articles[0].language.clear();
  EXPECT_EQ(printed(parsed), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Heads, HtmlMetadataTest, testing::ValuesIn(metadata_cases),
                         [](const auto& test) { return test.param.name; });

std::vector<std::string> authors_of(const std::string& before) {
  const ParsedRecord parsed = parse(page_with("", before));
  return parsed.articles.empty() ? std::vector<std::string>{} : parsed.articles[0].authors;
}

TEST(HtmlTitles, AreTheHeadlineThatTheReaderSees) {
  struct {
    const char* head;
    const char* body;
    const char* title;
  } const cases[] = {
      {"<meta property=og:title content=\"Opinion | A bridge of words\">",
       "<h1>A bridge of words</h1>", "A bridge of words"},
      {"<meta property=og:title content=\"Guards at the bridge charged, court told\">",
       "<h1>The Herald</h1><h1>Two guards charged after a night at the bridge</h1>",
       "Two guards charged after a night at the bridge"},
      {"<meta property=og:title content=\"A bridge of words\">",
       "<h1>More from the Herald today</h1>", "A bridge of words"},
      {"<title>両国の橋についての会談 - ある新聞</title>", "<h1>両国の橋についての会談</h1>",
       "両国の橋についての会談"},
      {"<title>A bridge of words - Somewhere</title>", "<dt>A bridge of words</dt>",
       "A bridge of words"},
      {"<title>A bridge of words - Somewhere Else</title>", "<h1>Somewhere Else</h1>",
       "A bridge of words - Somewhere Else"},
      {"<title>A bridge - of words</title>", "", "A bridge - of words"},
      {"<title>A bridge of words | The Herald</title><meta property=og:site_name content=Herald>",
       "", "A bridge of words"},
  };
  for (const auto& c : cases) {
    const ParsedRecord parsed = parse(page_with(c.head, c.body));
    ASSERT_EQ(parsed.articles.size(), 1u);
    EXPECT_EQ(parsed.articles[0].title, c.title);
  }
}

TEST(HtmlAuthors, AreThoseOfTheArticleNotOfItsCommentsOrTeasers) {
  const std::string teaser = "<aside><a rel=author href=/c>Cleo Maris</a></aside>";
  const std::string comment =
      "<div class=comments><b itemprop=author>A reader</b> <b itemprop=author>Another</b></div>";
  const std::string byline =
      "<h1>A bridge</h1><p itemprop=author>By <b itemprop=name>Ana Ruiz</b></p>";
  const std::string link = "<h1>A bridge</h1>By <a rel=author href=/a>Ana Ruiz</a>";

  EXPECT_EQ(authors_of(comment + byline), std::vector<std::string>{"Ana Ruiz"});
  EXPECT_EQ(authors_of(teaser + link), std::vector<std::string>{"Ana Ruiz"});
  EXPECT_EQ(authors_of(teaser + comment), std::vector<std::string>{});
}

struct EncodingCase {
  const char* name;
  std::string head;
  std::string word;
  const char* charset;
};

TEST(HtmlEncodings, AreFoundAsBrowsersFindThem) {
  const EncodingCase cases[] = {
      {"undeclared UTF-8", "", "Caf\xC3\xA9", ""},
      {"undeclared windows-1252", "", "Caf\xE9", ""},
      {"meta charset", "<meta charset=iso-8859-1>", "Caf\xE9", ""},
      {"meta http-equiv",
       "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">", "Caf\xE9", ""},
      {"a script before the meta", "<script>x='<meta charset=utf-8>'</script><meta charset=latin1>",
       "Caf\xE9", ""},
      {"the header before the meta", "<meta charset=utf-8>", "Caf\xE9", "iso-8859-1"},
      {"a byte order mark before all", "", "Caf\xC3\xA9", "iso-8859-1"},
      {"meta that says UTF-16", "<meta charset=utf-16>", "Caf\xC3\xA9", ""},
  };
  for (const EncodingCase& c : cases) {
    const std::string mark = std::string(c.name).starts_with("a byte") ? "\xEF\xBB\xBF" : "";
    const std::string html = mark + page_with(c.head + "<title>" + c.word + "</title>");
    const ParsedRecord parsed = parse(html, {{"charset", c.charset}});
    ASSERT_EQ(parsed.articles.size(), 1u) << c.name;
    EXPECT_EQ(parsed.articles[0].title, "Caf\xC3\xA9") << c.name;
  }
}

TEST(HtmlRecord, APageWithoutAnArticleIsRefused) {
  EXPECT_EQ(printed(parse("<html><body><nav><a href=/>Home</a></nav></body></html>")),
            "refused page.html: is a page without an article");
  EXPECT_EQ(printed(parse("<html>")), "refused page.html: is a page without an article");
}

TEST(HtmlRecord, AListOfTeasersIsNoArticle) {
  std::string teasers;
  for (int i = 0; i < 6; ++i) {
    teasers += "<div><h3><a href=/" + std::to_string(i) +
               ">A headline of the day</a></h3>"
               "<p>Some sixty letters of what the article that is behind it says.</p></div>";
  }
  const std::string front = "<html><body><div id=top>" + teasers + "</div></body></html>";
  const std::string head = "<meta property=\"og:type\" content=\"article\">";

  EXPECT_EQ(printed(parse(front)), "refused page.html: is a page without an article");
  EXPECT_EQ(parse(head + front).articles.size(), 1u);
}

TEST(HtmlRecord, RowsOfLinksInATableOfFactsAreText) {
  const auto row = [](const std::string& name, const std::string& vote) {
    return "<tr><td><a href=/x>" + name + "</a></td><td><a href=/y>" + vote + "</a></td></tr>";
  };
  const std::string votes =
      "<table>" + row("Orvania", "yes") + row("Lutha", "no") + row("Velm", "abstains") + "</table>";
  const std::string links =
      "<table><tr><td><a href=/x>More news</a></td><td><a href=/y>Sport</a>"
      "</td></tr></table>";
  const std::string page =
      "<html><body><article>" + paragraphs + votes + links + "</article></body></html>";
  const ParsedRecord parsed = parse(page);

  ASSERT_EQ(parsed.articles.size(), 1u);
  EXPECT_TRUE(parsed.articles[0].text.ends_with("\n\nOrvania yes\n\nLutha no\n\nVelm abstains"))
      << parsed.articles[0].text;
}

std::string repeated(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) {
    result += text;
  }
  return result;
}

TEST(HtmlRecord, NestingDoesNotLoseTextOrTakeForever) {
  for (const std::string opening :
       {"<div>", "<b>", "<p><font size=1>", "<a href=x>", "<table><td>", "<div><object></div>",
        "<ul><li>", "<div><button></div></button>", "<span><p>", "<table>", "<svg>", "<select>",
        "<div><!-- --!>", "<script><!--<script></script>", "<a =\">\"", "<form>", "<dl><dd>"}) {
    const ParsedRecord parsed = parse(repeated(opening, 100'000) + paragraphs);
    EXPECT_EQ(parsed.articles.size() + parsed.refusals.size(), 1u) << opening;
  }
  EXPECT_EQ(parse(repeated("<div>", 100'000) + paragraphs).articles.size(), 1u);
}

TEST(HtmlRecord, APageOfTagsAloneIsRefused) {
  EXPECT_EQ(printed(parse(repeated("<br>", 500'000))),
            "refused page.html: has more than 400000 tags; that is no article");
}

TEST(HtmlRecord, ManyAttributesAreNoWork) {
  std::string tag = "<div";
  for (int i = 0; i < 200'000; ++i) {
    tag += " a" + std::to_string(i) + "=1";
  }

  EXPECT_EQ(parse(tag + ">" + paragraphs).articles.size(), 1u);
}

TEST(HtmlRecord, LessThanSignsStayText) {
  const ParsedRecord parsed = parse(page_with("", "") + "<p>1 <<b>script>2 &lt; 3</p>");

  EXPECT_EQ(parsed.articles.size(), 1u);
}

}  // namespace
}  // namespace verbale
