#include "search/index_searcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <ostream>
#include <random>
#include <set>

#include "index/passage_document.h"
#include "search/highlight_oracle.h"
#include "search/sample_index.h"
#include "support/temporary_folder.h"
#include "verbale/query/parser.h"

namespace verbale::testing {
namespace {

const Schema& schema() {
  static const Schema tables = Schema::builtin();
  return tables;
}

const Speaker lin{{"lin-sora"}, "Lin Sora", "spokesperson", "CN"};
const Speaker vane{{"ada-vane"}, "Ada Vane", "foreign-minister", "GB"};
const Speaker okoro{{"okoro"}, "Ben Okoro", "spokesperson", "NATO"};

// An invented affair about a lighthouse.
const std::vector<Written>& affair() {
  static const std::vector<Written> articles{
      {"a",
       "Lighthouse dispute deepens",
       "Harbour Post",
       {{"“The lamp is a decisive signal for every ship,” Lin said.",
         {lin},
         {"GB"},
         {"security/maritime"},
         "2024-07-11"},
        {"“We will not switch off the lamp,” Vane replied.",
         {vane},
         {"CN"},
         {"security"},
         "2024-07-12"},
        {"Boats waited outside the harbour.", {}, {}, {}, ""}}},
      {"b",
       "Ministers meet on the island",
       "Harbour Post",
       {{"“Mutual signals build lasting trust,” Okoro said.",
         {okoro},
         {"CN", "GB"},
         {"security/nato"},
         "2024-08"},
        {"“Trust is mutual, or it is not trust,” Vane and Lin said.", {vane, lin}, {}, {}, "2023"},
        {"Vane visited the lighthouse in the evening.", {}, {"GB"}, {}, "2024-07-13"}}},
      {"c",
       "灯塔争端",
       "岛报",
       {{"“北约NATO应停止制裁,”林说。", {lin}, {}, {"sanctions"}, "2024-07-11", "zh"},
        {"Le phare était éteint.", {}, {}, {}, "", "fr"}}},
  };
  return articles;
}

SearchAnswer answer_of(const SearchRequest& request, std::size_t shards = 1) {
  IndexSearcher searcher(index_of(affair(), schema(), shards), schema());
  auto answer = searcher.search(request);
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().message);
  return answer ? *std::move(answer) : SearchAnswer{};
}

struct MatchCase {
  const char* name;
  QueryNode query;
  const char* ids;  // Sorted; "!" before them: relaxed.
};

void PrintTo(const MatchCase& c, std::ostream* out) {
  *out << c.name;
}

std::string sorted_ids(SearchAnswer answer) {
  std::ranges::sort(answer.hits, {}, [](const Hit& hit) { return hit.id.value; });
  return (answer.relaxed ? "!" : "") + ids(answer);
}

class Match : public ::testing::TestWithParam<MatchCase> {};

TEST_P(Match, FindsThePassages) {
  EXPECT_EQ(sorted_ids(answer_of({.query = GetParam().query})), GetParam().ids);
}

TEST_P(Match, FindsTheSameInShards) {
  const auto one = answer_of({.query = GetParam().query});
  const auto three = answer_of({.query = GetParam().query}, 3);

  EXPECT_EQ(ids(one), ids(three));
  for (std::size_t i = 0; i < one.hits.size(); ++i) {
    EXPECT_EQ(one.hits[i].score, three.hits[i].score);
  }
}

const MatchCase match_cases[] = {
    {"WordByItsStem", word("signal"), "a#0 b#0"},
    {"WordInTheTitleAloneIsNoMatch", word("dispute"), ""},
    {"TitleCompletesTheWords", both({word("lamp"), word("dispute")}), "a#0 a#1"},
    {"SpeakerCompletesTheWords", both({word("lamp"), word("sora")}), "a#0"},
    {"AllWordsInContextAreNoMatch", both({word("dispute"), word("sora")}), ""},
    {"WordsThatNoPassageHasTogetherAreRelaxed", both({word("boats"), word("trust")}),
     "!a#2 b#0 b#1"},
    {"PhraseIsExact", phrase("mutual signals"), "b#0"},
    {"PhraseIsUnstemmed", phrase("mutual signal"), ""},
    {"PhraseOfOneWordIsUnstemmed", phrase("signals"), "b#0"},
    {"PhraseIsNeverRelaxed", both({phrase("mutual signals"), word("boats")}), ""},
    {"SaidOnly", word("replied", "said"), ""},
    {"SaidWord", word("signal", "said"), "a#0 b#0"},
    {"SaidPhrase", phrase("decisive signal", "said"), "a#0"},
    {"TitleWordFindsEveryPassage", word("dispute", "title"), "a#0 a#1 a#2"},
    {"TitlePhraseFindsTheArticle", phrase("lighthouse dispute", "title"), "a#0"},
    {"Prefix", prefix("sig"), "a#0 b#0"},
    {"Near", near(5, {word("mutual"), word("trust")}), "b#0 b#1"},
    {"NearIsNear", near(3, {word("mutual"), word("trust")}), "b#1"},
    {"AdjKeepsTheOrder", adjacent(5, {word("mutual"), word("trust")}), "b#0 b#1"},
    {"AdjacentWords", adjacent(1, {word("mutual"), word("signals")}), "b#0"},
    {"EachGapOfAdjIsBounded", adjacent(2, {word("mutual"), word("or"), word("not")}), ""},
    {"EachGapOfAdjHolds", adjacent(3, {word("mutual"), word("or"), word("not")}), "b#1"},
    {"NearTheSameWordAgain", near(6, {word("trust"), word("trust")}), ""},
    {"NearTheSameWordTwice", near(8, {word("trust"), word("trust")}), "b#1"},
    {"NearWhatMayBeTheSameWord", near(8, {prefix("tru"), word("trust")}), "b#1"},
    {"NotAdj", both({word("trust"), no(adjacent(3, {word("mutual"), word("or"), word("not")}))}),
     "b#0"},
    {"Not", both({word("trust"), no(word("signals"))}), "b#1"},
    {"NotAlone", no(word("the")), "b#0 b#1 c#0 c#1"},
    {"Or", either({word("boats"), word("signals")}), "a#0 a#2 b#0"},
    {"SpeakerById", is("speaker", {"ada-vane"}), "a#1 b#1"},
    {"SpeakerByName", is("speaker", {"ADA Vane"}), "a#1 b#1"},
    {"SpeakerByPartOfTheName", is("speaker", {"Vane"}), "a#1 b#1"},
    {"NoSpeaker", missing("speaker"), "a#2 b#2 c#1"},
    {"FieldsNarrow", both({is("speaker", {"ada-vane"}), is("about", {"CN"})}), "a#1"},
    {"ValuesOfAFieldWiden", either({is("country", {"NATO"}), is("country", {"GB"})}),
     "a#1 b#0 b#1"},
    {"BothValuesOfAField", both({is("country", {"CN"}), is("country", {"GB"})}), "b#1"},
    {"BothSpeakers", both({is("speaker", {"lin-sora"}), is("speaker", {"ada-vane"})}), "b#1"},
    {"BothTalkedAbout", both({is("about", {"CN"}), is("about", {"GB"})}), "b#0"},
    {"TopicParentFindsItsChildren", is("topic", {"security"}), "a#0 a#1 b#0"},
    {"TopicChild", is("topic", {"security/nato"}), "b#0"},
    {"OutletAsWritten", is("outlet", {"harbour post"}), "a#0 a#1 a#2 b#0 b#1 b#2"},
    {"Day", dated("2024-07-11", "2024-07-11"), "a#0 c#0"},
    {"Month", dated("2024-07", "2024-07"), "a#0 a#1 b#2 c#0"},
    {"MonthIsInAYear", dated("2024", "2024"), "a#0 a#1 b#0 b#2 c#0"},
    {"AYearIsInNoMonth", dated("2023-06", "2024-07-11"), "a#0 c#0"},
    {"OpenEnd", dated("2024-07-12", ""), "a#1 b#0 b#2"},
    {"OpenBeginning", dated("", "2024-07-12"), "a#0 a#1 b#1 c#0"},
    {"RangeBackwards", dated("2024-07-12", "2024-07-11"), ""},
    {"Graphemes", word("制裁"), "c#0"},
    {"GraphemeRun", word("停止制裁"), "c#0"},
    {"AcrossScripts", word("北约NATO"), "c#0"},
    {"GraphemesInAnotherOrder", word("裁制"), ""},
    {"OneGrapheme", word("裁"), "c#0"},
    {"GraphemeTitle", word("灯塔", "title"), "c#0 c#1"},
    {"FoldedForm", word("etait"), "c#1"},
    {"DiacriticsForm", word("était"), "c#1"},
    {"NoWordAtAll", word("—"), "a#0 a#1 a#2 b#0 b#1 b#2 c#0 c#1"},
    {"Article", is("article", {"b"}), "b#0 b#1 b#2"},
    {"Everything", QueryNode{}, "a#0 a#1 a#2 b#0 b#1 b#2 c#0 c#1"},
};

INSTANTIATE_TEST_SUITE_P(Queries, Match, ::testing::ValuesIn(match_cases),
                         [](const auto& test) { return test.param.name; });

// By article, of which a hash decides, then by passage.
TEST(IndexSearcher, EqualScoresAreOrderedByPassage) {
  for (const std::size_t shards : {1, 2, 3}) {
    EXPECT_EQ(ids(answer_of({.query = {}}, shards)), "a#0 a#1 a#2 c#0 c#1 b#0 b#1 b#2");
  }
}

TEST(IndexSearcher, PagesFollowEachOther) {
  const auto second = answer_of({.query = {}, .offset = 2, .limit = 3});

  EXPECT_EQ(ids(second), "a#2 c#0 c#1");
  EXPECT_EQ(second.hits.front().rank, 3u);
  EXPECT_EQ(second.total, 8u);
  EXPECT_EQ(answer_of({.query = {}, .offset = 20}).total, 8u);
}

TEST(IndexSearcher, UndatedComesLastInBothOrders) {
  EXPECT_EQ(ids(answer_of({.query = {}, .sort = SortOrder::DateAscending}, 2)),
            "b#1 a#0 c#0 a#1 b#2 b#0 a#2 c#1");
  EXPECT_EQ(ids(answer_of({.query = {}, .sort = SortOrder::DateDescending}, 2)).substr(0, 23),
            "b#0 b#2 a#1 c#0 a#0 b#1");
}

TEST(IndexSearcher, CollapsedArticlesAreCountedBeforeAndAfter) {
  const auto answer = answer_of({.query = word("the"), .collapse = Collapse::Article}, 2);

  EXPECT_EQ(answer.hits.size(), 2u);
  EXPECT_EQ(answer.groups, 2u);
  EXPECT_EQ(answer.total, 4u);
}

// Both articles have one equally good passage; the rest of the second one is about it, too.
TEST(IndexSearcher, AnArticleThatIsAllAboutItComesFirst) {
  const std::vector<Written> articles{
      {"a", "Storm", "", {{"The ferry sank.", {}, {}, {}, ""}, {"Rain fell.", {}, {}, {}, ""}}},
      {"b", "Storm", "", {{"The ferry sank.", {}, {}, {}, ""}, {"A ferry!", {}, {}, {}, ""}}}};
  IndexSearcher searcher(index_of(articles, schema(), 2), schema());

  const auto answer =
      searcher.search({.query = word("sank"), .collapse = Collapse::Article, .limit = 1});
  const auto both_words = searcher.search(
      {.query = both({word("sank"), word("ferry")}), .collapse = Collapse::Article, .limit = 2});

  EXPECT_EQ(ids(*answer), "a#0");
  EXPECT_EQ(ids(*both_words), "b#0 a#0");
  EXPECT_EQ(both_words->groups, 2u);
}

// Another name of what was typed finds as the name itself does, in the text and there alone.
TEST(IndexSearcher, SynonymsFindAndAreLit) {
  const std::vector<Written> articles{
      {"a", "", "", {{"The United Nations sent an envoy.", {}, {}, {}, ""}}},
      {"b", "", "", {{"The U.N. sent “an envoy of the UN”.", {}, {}, {}, ""}}},
      {"c", "United Nations", "", {{"An envoy came of united nations.", {}, {}, {}, ""}}},
      {"d", "", "", {{"Un avion et un navire.", {}, {}, {}, "", "fr"}}}};
  IndexSearcher searcher(index_of(articles, schema(), 2), schema());
  const auto lit = [&](std::string_view query, bool expand) {
    const QueryOptions options{.today = *Date::of_day(2030, 1, 1), .expand = expand};
    const auto answer = searcher.search(
        {.query = parse_query(query, schema(), options)->root, .match = MatchMode::All});
    std::vector<std::string> found;
    for (const Hit& hit : answer->hits) {
      found.push_back(hit.article.id.value + ": " + marked(hit.text, hit.highlights));
    }
    std::ranges::sort(found);
    std::string text;
    for (const std::string& line : found) {
      text += line + "\n";
    }
    EXPECT_EQ(found.size(), answer->total);
    return text;
  };

  EXPECT_EQ(lit("UN envoy", true),
            "a: The [United Nations] sent an [envoy].\n"
            "b: The [U.N.] sent “an [envoy] of the [UN]”.\n"
            "c: An [envoy] came of [united nations].\n");
  EXPECT_EQ(lit("UN envoy", false), "b: The [U.N.] sent “an [envoy] of the [UN]”.\n");
  EXPECT_EQ(lit("united nations", true),
            "a: The [United] [Nations] sent an envoy.\n"
            "b: The [U.N.] sent “an envoy of the [UN]”.\n"
            "c: An envoy came of [united] [nations].\n");
  EXPECT_EQ(lit("said:un", true), "b: The U.N. sent “an envoy of the [UN]”.\n");
}

TEST(IndexSearcher, LowConfidenceIsLeftOut) {
  EXPECT_EQ(answer_of({.query = {}, .min_confidence = 0.9}).total, 5u);
  EXPECT_EQ(answer_of({.query = {}, .min_confidence = 0.91}).total, 0u);
}

TEST(IndexSearcher, SaysWhatItAnsweredWithTheFiltersOfOptions) {
  const std::vector<QueryNode> filters{is("country", {"CN"}), is("lang", {"en"}),
                                       is("country", {"GB"}), dated("2024", "")};
  const auto read = [&](const QueryNode& query, const std::vector<QueryNode>& narrow) {
    return answer_of({.query = query, .filters = narrow}).interpreted;
  };

  EXPECT_EQ(read(both({word("lamp"), word("ship")}), filters),
            "lamp AND ship AND (country:CN OR country:GB) AND lang:en AND date:2024..");
  EXPECT_EQ(read(either({word("lamp"), word("ship")}), {filters[1]}), "(lamp OR ship) AND lang:en");
  EXPECT_EQ(read({}, {filters[0], filters[2]}), "country:CN OR country:GB");
  EXPECT_EQ(read({}, {}), "*");
}

TEST(Facets, CountEveryHit) {
  const auto answer = answer_of(
      {.query = {}, .limit = 1, .facets = {{"country", 1}, {"topic", 10}, {"date:month", 10}}}, 2);

  EXPECT_EQ(printed(answer.facets[0]), "CN 3; distinct 3, other 3, missing 3");
  EXPECT_EQ(printed(answer.facets[1]),
            "security 3, sanctions 1, security/maritime 1, security/nato 1; distinct 4, other 0, "
            "missing 4");
  EXPECT_EQ(printed(answer.facets[2]), "2024-07 4, 2024-08 1; distinct 2, other 0, missing 3");
}

TEST(Facets, OwnFilterDoesNotNarrowTheirCounts) {
  const auto answer = answer_of({.query = {},
                                 .filters = {is("country", {"NATO"})},
                                 .facets = {{"country", 10}, {"outlet", 10}}});

  EXPECT_EQ(answer.total, 1u);
  EXPECT_EQ(printed(answer.facets[0]), "CN 3, GB 2, NATO 1; distinct 3, other 0, missing 3");
  EXPECT_EQ(printed(answer.facets[1]), "Harbour Post 1; distinct 1, other 0, missing 0");
}

// A name is written in several ways; its label is one of them, whatever the shards.
TEST(Facets, LabelsOfSpeakersOutsideTheTablesAreOneOverShards) {
  std::vector<Written> articles;
  for (const char* name : {"ZOË QUILL", "Zoë Quill", "zoë quill", "Zoe Quill", "ZOE QUILL"}) {
    const Speaker quill{{"zoe-quill"}, name, "", ""};
    const std::string id = "q" + std::to_string(articles.size());
    articles.push_back({id, "", "", {{"“Yes,” she said.", {quill}, {}, {}, ""}}});
  }
  std::set<std::string> labels;
  for (const std::size_t shards : {1, 2, 3, 5}) {
    IndexSearcher searcher(index_of(articles, schema(), shards), schema());
    labels.insert(searcher.search({.query = {}, .facets = {{"speaker", 10}}})
                      ->facets.front()
                      .values.front()
                      .label);
  }
  EXPECT_EQ(labels.size(), 1U);
}

// The first time from the values of the passages found, then from columns kept in memory.
TEST(Facets, AskedAgainCountTheSameAndWhatWasCommittedSince) {
  const TemporaryFolder folder;
  const std::string shard = (folder.path() / "shard").string();
  const auto article = [](const std::string& id, const std::string& country) {
    const Speaker speaker{{id}, id, "", country};
    return Written{id, "", "", {{"“The tide is late,” she said.", {speaker}, {}, {}, ""}}};
  };
  write_index({article("a", "CN"), article("b", "")}, schema(), shard);
  IndexSearcher searcher(Xapian::Database(shard), schema());
  const SearchRequest request{.query = word("tide"), .facets = {{"country", 10}, {"speaker", 10}}};
  const auto counted = [&] {
    const auto answer = searcher.search(request);
    return printed(answer->facets[0]) + " | " + printed(answer->facets[1]);
  };
  const std::string first = counted();
  EXPECT_EQ(first,
            "CN 1; distinct 1, other 0, missing 1 | a 1, b 1; distinct 2, other 0, missing 0");
  EXPECT_EQ(counted(), first);
  EXPECT_EQ(counted(), first);

  Xapian::WritableDatabase writer(shard, Xapian::DB_OPEN);
  DocumentMaker maker(schema());
  writer.add_document(maker.make_documents(analyzed(article("c", "GB"))).front());
  writer.commit();
  searcher.reopen();
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(counted(),
              "CN 1, GB 1; distinct 2, other 0, missing 1 | a 1, b 1, c 1; distinct 3, "
              "other 0, missing 0");
  }
}

TEST(Facets, UnknownOneIsAnErrorThatListsThem) {
  IndexSearcher searcher(index_of(affair(), schema()), schema());
  const auto answer = searcher.search({.query = {}, .facets = {{"title", 10}}});

  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().message.find("speaker, role, country"), std::string::npos);
}

TEST(Hits, CarryTheirPassage) {
  const auto answer = answer_of({.query = word("制裁"), .context = 1});
  ASSERT_EQ(answer.hits.size(), 1u);
  const Hit& hit = answer.hits.front();

  EXPECT_EQ(hit.article.title, "灯塔争端");
  EXPECT_EQ(hit.text, "“北约NATO应停止制裁,”林说。");
  EXPECT_EQ(hit.passage.quotations.front().in(hit.text), "北约NATO应停止制裁,");
  EXPECT_EQ(hit.in_code_points.quotations.front(), (TextRange{1, 13}));
  EXPECT_EQ(hit.in_code_points.attributions.front().range, (TextRange{1, 13}));
  EXPECT_EQ(hit.after, "Le phare était éteint.");
  EXPECT_EQ(hit.before, "");
}

TEST(Hits, RebuildTheirArticle) {
  IndexSearcher searcher(index_of(affair(), schema(), 2), schema());
  for (const Written& written : affair()) {
    const AnalyzedArticle original = analyzed(written);
    const auto rebuilt = searcher.article_of({written.id + "#1"});

    ASSERT_TRUE(rebuilt);
    EXPECT_EQ(rebuilt->article.text, original.article.text);
    EXPECT_EQ(rebuilt->passages.size(), original.passages.size());
    EXPECT_EQ(rebuilt->passages[0].attributions, original.passages[0].attributions);
  }
  EXPECT_FALSE(searcher.article_of({"nobody#0"}));
}

// A few words and values, drawn and joined at random; what a draw gives depends on nothing else.
class Draw {
 public:
  explicit Draw(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }

  QueryNode query(unsigned depth) {
    static const std::vector<QueryNode> leaves{
        word("lamp"),         word("signal"),        word("trust"),         word("the"),
        phrase("mutual"),     phrase("the lamp"),    is("about", {"CN"}),   missing("speaker"),
        dated("2024-07", ""), word("vane", "title"), word("trust", "said"), QueryNode{}};
    const std::size_t shape = depth == 0 ? 0 : below(6);
    switch (shape) {
      case 1:
      case 2:
        return both({query(depth - 1), query(depth - 1)});
      case 3:
        return either({query(depth - 1), query(depth - 1)});
      case 4:
        return both({query(depth - 1), no(query(depth - 1))});
      default:
        return leaves[below(leaves.size())];
    }
  }

 private:
  std::mt19937 random_;
};

constexpr unsigned generated_queries = 300;
const std::vector<std::string> all_facets{"speaker", "role", "country", "about",   "topic",
                                          "outlet",  "lang", "kind",    "date:day"};

QueryNode filter_by(const std::string& field, const std::string& value) {
  return field == "date:day" ? dated(value, value) : is(field, {value});
}

TEST(Facets, FilteringByAValueGivesAsManyHitsAsItsCount) {
  IndexSearcher searcher(index_of(affair(), schema(), 2), schema());
  Draw draw(1);
  std::size_t checked = 0;
  for (unsigned i = 0; i < generated_queries; ++i) {
    SearchRequest request{.query = draw.query(2), .match = MatchMode::All, .limit = 0};
    for (const std::string& field : all_facets) {
      request.facets.push_back({field, 100});
    }
    const auto answer = searcher.search(request);
    ASSERT_TRUE(answer);
    for (const Facet& facet : answer->facets) {
      for (const FacetValue& value : facet.values) {
        SearchRequest narrowed{.query = request.query,
                               .filters = {filter_by(facet.field, value.value)},
                               .match = MatchMode::All,
                               .limit = 0};
        EXPECT_EQ(searcher.search(narrowed)->total, value.count)
            << facet.field << ":" << value.value << " in " << answer->interpreted;
        ++checked;
      }
      SearchRequest without{.query = request.query, .match = MatchMode::All, .limit = 0};
      const std::string field = facet.field.substr(0, facet.field.find(':'));
      without.filters = {missing(field)};
      if (field != "date") {
        EXPECT_EQ(searcher.search(without)->total, facet.missing) << field;
      }
    }
  }
  std::cout << checked << " facet values checked\n";
}

SearchRequest any_request(Draw& draw) {
  SearchRequest request{.query = draw.query(2), .limit = 1 + draw.below(5)};
  request.collapse = static_cast<Collapse>(draw.below(4));
  request.sort = static_cast<SortOrder>(draw.below(3));
  request.offset = draw.below(3);
  return request;
}

void expect_same_answers(IndexSearcher& one, IndexSearcher& other, unsigned seed) {
  Draw draw(seed);
  for (unsigned i = 0; i < generated_queries; ++i) {
    const SearchRequest request = any_request(draw);
    const auto a = one.search(request);
    const auto b = other.search(request);
    ASSERT_EQ(ids(*a), ids(*b)) << a->interpreted;
    EXPECT_EQ(a->total, b->total) << a->interpreted;
    EXPECT_EQ(a->groups, b->groups) << a->interpreted;
    for (std::size_t hit = 0; hit < a->hits.size(); ++hit) {
      EXPECT_EQ(a->hits[hit].score, b->hits[hit].score) << a->interpreted;
    }
  }
}

TEST(Shards, GiveOneAnswer) {
  IndexSearcher one(index_of(affair(), schema(), 1), schema());
  IndexSearcher three(index_of(affair(), schema(), 3), schema());
  expect_same_answers(one, three, 2);
}

TEST(Shards, BehindAServerGiveTheSameAnswer) {
  const std::string server = "/usr/bin/xapian-progsrv";
  if (!std::filesystem::exists(server)) {
    GTEST_SKIP() << "SKIPPED: " << server << " is missing; install xapian-tools";
  }
  const TemporaryFolder folder;
  const std::string shard = (folder.path() / "shard").string();
  write_index(affair(), schema(), shard);
  IndexSearcher near(index_of(affair(), schema(), 2), schema());
  IndexSearcher far(Xapian::Remote::open(server, shard), schema(), Fetching::AllAtOnce);
  expect_same_answers(near, far, 3);
}

// Many passages of few words, so that most scores are shared, under titles and names of such words.
std::vector<Written> repetitive_articles(Draw& draw) {
  static const std::vector<std::string> words{"lamp", "lamps", "harbour", "trust",
                                              "cafe", "café",  "signal",  "island",
                                              "ship", "the",   "the",     "the"};
  const auto some_words = [&](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += words[draw.below(words.size())] + " ";
    }
    return text + ".";
  };
  std::vector<Written> articles;
  for (int i = 0; i < 80; ++i) {
    Written& article = articles.emplace_back();
    article.id = "article-" + std::to_string(i);
    article.title = some_words(draw.below(4));
    for (std::size_t passages = 1 + draw.below(6); passages > 0; --passages) {
      Spoken& passage = article.passages.emplace_back();
      passage.text = some_words(1 + draw.below(12));
      passage.language = draw.below(4) == 0 ? "fr" : "en";
      if (draw.below(3) == 0) {
        passage.speakers = {{{"speaker"}, some_words(2), "minister", "GB"}};
      }
    }
  }
  return articles;
}

// Words are matched without Xapian's matcher where the index is local, and with it elsewhere.
TEST(Words, AreMatchedAndScoredAsByXapian) {
  Draw draw(4);
  const Xapian::Database index = index_of(repetitive_articles(draw), schema(), 2);
  IndexSearcher one(index, schema(), Fetching::EachByItself);
  IndexSearcher other(index, schema(), Fetching::AllAtOnce);
  for (unsigned i = 0; i < generated_queries; ++i) {
    std::vector<QueryNode> words;
    for (std::size_t count = 1 + draw.below(3); count > 0; --count) {
      words.push_back(
          word(std::vector{"lamp", "trust", "café", "cafe", "the", "ship", "no"}[draw.below(7)]));
    }
    SearchRequest request{.query = draw.below(2) == 0 ? both(words) : either(words)};
    request.match = static_cast<MatchMode>(draw.below(3));
    request.limit = draw.below(40);
    request.offset = draw.below(3) * 10;
    request.facets = {{"country"}, {"lang"}};
    const auto a = one.search(request);
    const auto b = other.search(request);
    ASSERT_EQ(ids(*a), ids(*b)) << a->interpreted;
    EXPECT_EQ(a->total, b->total) << a->interpreted;
    EXPECT_EQ(a->groups, b->groups) << a->interpreted;
    for (std::size_t hit = 0; hit < a->hits.size(); ++hit) {
      EXPECT_EQ(a->hits[hit].score, b->hits[hit].score) << a->interpreted;
    }
    for (std::size_t facet = 0; facet < a->facets.size(); ++facet) {
      EXPECT_EQ(printed(a->facets[facet]), printed(b->facets[facet])) << a->interpreted;
    }
  }
}

}  // namespace
}  // namespace verbale::testing
