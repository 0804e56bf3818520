#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "readers/printed.h"

namespace verbale {
namespace {

struct FeedCase {
  const char* name;
  std::string feed;
  std::string expected;
};

void PrintTo(const FeedCase& c, std::ostream* out) {
  *out << c.feed;
}

const FeedCase feed_cases[] = {
    {"Rss2",
     R"(<?xml version="1.0"?><rss version="2.0"><channel><title>The Herald</title>
        <link>https://h.example/</link><item><title>Talks &amp;amp; tea</title>
        <link>https://h.example/1</link><pubDate>Thu, 11 Jul 2024 10:00:00 GMT</pubDate>
        <description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description></item>
        </channel></rss>)",
     "id=https://h.example/1|url=https://h.example/1|title=Talks & tea|outlet=The Herald|"
     "published=2024-07-11|text=One.\n\nTwo."},
    {"ContentBeforeDescription",
     R"(<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>
        <guid isPermaLink="false">n1</guid><description>Short.</description>
        <content:encoded><![CDATA[<p>The whole.</p>]]></content:encoded></item></channel></rss>)",
     "id=n1|text=The whole."},
    {"AtomWithXhtml",
     R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>H</title><entry><id>tag:1</id>
        <title type="text">1 &lt; 2</title><link rel="self" href="/s"/><link href="https://h.example/1"/>
        <published>2024-07-11T01:00:00Z</published><updated>2024-08-01T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &amp; a half.</p><p>Two.</p></div>
        </content></entry></feed>)",
     "id=https://h.example/1|url=https://h.example/1|title=1 < 2|outlet=H|published=2024-07-11|"
     "text=One & a half.\n\nTwo."},
    {"AtomThatWasOnlyUpdated",
     R"(<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><updated>2024-07-11T00:00:00Z</updated>
        <summary>T</summary></entry></feed>)",
     "id=a|published=2024-07-11|text=T"},
    {"Rdf",
     R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>H</title></channel><item><title>A</title><link>https://h.example/1</link>
        <dc:date>2024-07-11</dc:date><description>T</description></item></rdf:RDF>)",
     "id=https://h.example/1|url=https://h.example/1|title=A|outlet=H|published=2024-07-11|text=T"},
    {"RelativeLinks",
     R"(<rss><channel><link>https://h.example/news/</link><item><link>../1?x</link>
        <description>T</description></item></channel></rss>)",
     "id=https://h.example/1?x|url=https://h.example/1?x|text=T"},
    {"TitlesOfMediaAreNotTheEntrys",
     R"(<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><media:title>M</media:title>
        <title>A</title><guid>g</guid><description>T</description></item></channel></rss>)",
     "id=g|title=A|text=T"},
    {"HeadlinesAlone",
     R"(<rss><channel><item><title>"We agree", says Ruiz</title><guid>g</guid></item></channel></rss>)",
     "id=g|title=\"We agree\", says Ruiz|text=\"We agree\", says Ruiz"},
    {"EntitiesOfHtml",
     R"(<rss><channel><item><guid>g</guid><title>Caf&eacute; &amp; b & c</title><description>T</description>
        </item></channel></rss>)",
     "id=g|title=Café & b & c|text=T"},
    {"Base64OfAtom",
     R"(<feed><entry><id>1</id><title mode="base64">QW5hJ3MgPGI+bm90ZTwvYj4=</title>
        <content type="application/octet-stream">PHA+T25lLjwvcD4=</content></entry>
        <entry><id>2</id><title mode="base64">not base64!</title></entry></feed>)",
     "id=1|title=Ana's note|text=One.\nid=2|title=not base64!|text=not base64!"},
    {"ChannelDefinition",
     R"(<CHANNEL><ITEM HREF="https://h.example/1" LASTMOD="2004-04-06"><TITLE>A</TITLE>
        <ABSTRACT>T</ABSTRACT></ITEM></CHANNEL>)",
     "id=https://h.example/1|url=https://h.example/1|title=A|published=2004-04-06|text=T"},
    {"ModulesWhereTheFeedSaysNothing",
     R"(<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item><guid>1</guid>
        <itunes:author>Ana Ruiz</itunes:author><itunes:title>A</itunes:title>
        <itunes:summary>T</itunes:summary></item></channel></rss>)",
     "id=1|title=A|author=Ana Ruiz|text=T"},
    {"CommentsAreNoMarkup",
     R"(<!-- <!DOCTYPE --><rss><channel><!-- <item><title>No</title></item> --><item><guid>1</guid>
        <title>A <!-- B -->C</title></item></channel></rss>)",
     "id=1|title=A C|text=A C"},
    {"CutOff",
     R"(<rss><channel><item><guid>1</guid><description>One.</description></item><item><guid>2</guid>
        <description>Tw)",
     "id=1|text=One.\nid=2|text=Tw"},
    {"PrefixThatWasNeverDeclared",
     "<rss><channel><item><guid>1</guid><content:encoded>One.</content:encoded></item></channel>"
     "</rss>",
     "id=1|text=One."},
    {"EntityBomb",
     R"(<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c
        SYSTEM "file:///etc/passwd">]><rss><channel><item><guid>1</guid>
        <description>x &b; &c;</description></item></channel></rss>)",
     "id=1|text=x &b; &c;"},
    {"ControlCharacters",
     "<rss><channel><item><guid>1</guid><description>One\x01two.</description></item></channel>"
     "</rss>",
     "id=1|text=One two."},
    {"EntryOfALinkAndADate",
     R"(<rss><channel><item><link>https://h.example/1</link><pubDate>Thu, 11 Jul 2024</pubDate>
        </item></channel></rss>)",
     "id=https://h.example/1|url=https://h.example/1|published=2024-07-11"},
    {"EntryWithNothing", "<rss><channel><item><guid>1</guid></item></channel></rss>",
     "refused feed.xml#1: the entry has no title, text, link or date"},
    {"AuthorsOfRss",
     R"(<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><guid>1</guid>
        <title>T</title><author>ana@h.example (Ana Ruiz)</author><dc:creator>Ben Lum</dc:creator>
        </item><item><guid>2</guid><title>T</title><author>desk@h.example</author></item>
        </channel></rss>)",
     "id=1|title=T|author=Ana Ruiz|author=Ben Lum|text=T\nid=2|title=T|text=T"},
    {"AuthorsOfAtom",
     R"(<feed xmlns="http://www.w3.org/2005/Atom"><author><name>The Desk</name></author>
        <entry><id>1</id><title>T</title><author><name>Ana Ruiz</name><email>a@h.example</email>
        </author><author><name>Ben Lum</name></author></entry><entry><id>2</id><title>T</title>
        </entry></feed>)",
     "id=1|title=T|author=Ana Ruiz|author=Ben Lum|text=T\nid=2|title=T|author=The Desk|text=T"},
    {"NoEntries", "<rss><channel/></rss>", "refused feed.xml: is a feed without entries"},
    {"NoXml", "nothing", "refused feed.xml: is not XML"},
};

class FeedRecordTest : public testing::TestWithParam<FeedCase> {};

TEST_P(FeedRecordTest, GivesItsEntries) {
  ParsedRecord parsed =
      parse_record({SourceFormat::Feed, GetParam().feed, "feed.xml", {}}, ReadOptions());
  for (Article& article : parsed.articles) {
    article.language.clear();
  }

  EXPECT_EQ(printed(parsed), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Feeds, FeedRecordTest, testing::ValuesIn(feed_cases),
                         [](const auto& test) { return test.param.name; });

TEST(FeedRecord, DepthIsNoDanger) {
  std::string feed = "<rss><channel><item><guid>1</guid><description>";
  for (int i = 0; i < 100'000; ++i) {
    feed += "<a>";
  }
  const ParsedRecord parsed = parse_record({SourceFormat::Feed, feed, "feed.xml", {}}, {});

  EXPECT_EQ(parsed.articles.size() + parsed.refusals.size(), 1u);
}

}  // namespace
}  // namespace verbale
