#include "verbale/query/parser.h"

#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <random>

#include "support/slowdown.h"
#include "support/temporary_folder.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// Tables of an invented affair beside the built-in ones.
Schema make_schema() {
  const TemporaryFolder temporary;
  const fs::path& folder = temporary.path();
  std::ofstream(folder / "countries.tsv") << "id\tname\taliases\tdemonyms\tcapitals\n"
                                             "XA\tVelmark\t韦尔马克\tVelmarkian\tPort Elma\n"
                                             "XB\tTarrovia\t\tTarrovian\tSarn\n";
  std::ofstream(folder / "bodies.tsv") << "id\tname\taliases\n"
                                          "avess\tAVESS Bloc\tthe bloc of nine\n";
  std::ofstream(folder / "people.tsv")
      << "id\tname\taliases\tgender\tcountry\toffices\tsurname\n"
         "ilse-maravenn\tIlse Maravenn\tИльзе Маравенн\tf\tXA\tforeign-minister@XA "
         "2029-11..\tMaravenn\n"
         "bram-ostergell\tBram Ostergell\t\tm\tXA\tforeign-minister@XA "
         "2025..2029-10\tOstergell\n"
         "kasimir-tovreny\tKasimir Tovreny\t\tm\tXB\t\tTovreny\n"
         "olga-tovreny\tOlga Tovreny\t\tf\tXB\t\tTovreny\n";
  auto schema = Schema::load(folder);
  EXPECT_TRUE(schema) << to_string(schema.error());
  return *std::move(schema);
}

const Schema& schema() {
  static const Schema made = make_schema();
  return made;
}

const QueryOptions options{.today = *Date::of_day(2030, 3, 13)};

Result<ParsedQuery, QueryError> parse(std::string_view query) {
  return parse_query(query, schema(), options);
}

std::string printed(std::string_view query) {
  const auto parsed = parse(query);
  return parsed ? to_string(parsed->root) : "error: " + parsed.error().message;
}

// "range|message|suggestion"
std::string fault(std::string_view query) {
  const auto parsed = parse(query);
  if (parsed) {
    return "no error: " + to_string(parsed->root);
  }
  const QueryError& error = parsed.error();
  return std::string(error.range.in(query)) + "|" + error.message + "|" + error.suggestion;
}

QueryNode without_ranges(QueryNode node) {
  node.range = {};
  for (QueryNode& child : node.children) {
    child = without_ranges(child);
  }
  return node;
}

struct QueryCase {
  const char* name;
  const char* query;
  const char* tree;
};

void PrintTo(const QueryCase& c, std::ostream* out) {
  *out << c.query;
}

constexpr QueryCase good_queries[] = {
    {"Word", "NATO", "NATO"},
    {"Words", "NATO sanctions", "NATO AND sanctions"},
    {"ExplicitAnd", "NATO AND sanctions", "NATO AND sanctions"},
    {"SmallOperatorsAreWords", "black and white", "black AND and AND white"},
    {"Or", "port OR harbour", "port OR harbour"},
    {"AndBindsMoreThanOr", "a b OR c", "(a AND b) OR c"},
    {"Brackets", "a (b OR c)", "a AND (b OR c)"},
    {"BracketsThatDoNothing", "((a)) (b c)", "a AND b AND c"},
    {"Not", "port NOT tariff", "port AND NOT tariff"},
    {"Minus", "port -tariff", "port AND NOT tariff"},
    {"MinusBrackets", "port -(tariff OR levy)", "port AND NOT (tariff OR levy)"},
    {"MinusPhrase", "port -\"red line\"", "port AND NOT \"red line\""},
    {"MinusField", "port -country:XA", "port AND NOT country:XA"},
    {"TwoNotsAreNone", "port NOT NOT tariff", "port AND tariff"},
    {"DashBetweenWords", "port - tariff", "port AND tariff"},
    {"EverythingBut", "* -tariff", "* AND NOT tariff"},
    {"Everything", "*", "*"},
    {"Wildcard", "sanct*", "sanct*"},
    {"WildcardIsFolded", "Réf*", "ref*"},
    {"WildcardAfterAList", "port,tariff*", "port AND tariff*"},
    {"WildcardAfterHanIsTheWord", "制裁*", "制裁"},
    {"Near", "mutual NEAR/5 trust", "mutual NEAR/5 trust"},
    {"NearWithoutNumber", "mutual NEAR trust", "mutual NEAR/10 trust"},
    {"NearChain", "a NEAR/3 b NEAR/3 c", "a NEAR/3 b NEAR/3 c"},
    {"NearBindsMost", "a b NEAR/2 c d", "a AND (b NEAR/2 c) AND d"},
    {"NearOfChoices", "(a OR b*) NEAR/2 c", "(a OR b*) NEAR/2 c"},
    {"NearInAField", "said:mutual NEAR/2 said:trust", "said:mutual NEAR/2 said:trust"},
    {"Adj", "mutual ADJ/3 trust", "mutual ADJ/3 trust"},
    {"NotNear", "port -a NEAR/2 b", "port AND NOT (a NEAR/2 b)"},
    // Words as people write them.
    {"HyphenStaysTogether", "dual-use", "dual-use"},
    {"CovidStaysTogether", "COVID-19", "COVID-19"},
    {"Initials", "U.S. policy", "U.S. AND policy"},
    {"InitialsAndHyphen", "U.S.-Velmark talks", "U.S.-Velmark AND talks"},
    {"Ampersand", "AT&T", "AT&T"},
    {"Apostrophes", "China's O\u2019Brien l\u2019accord",
     "China's AND O\u2019Brien AND l\u2019accord"},
    {"Comma", "ports,tariffs", "ports AND tariffs"},
    {"Thousands", "1,000 tons", "1,000 AND tons"},
    {"Years", "programme 2023-2027", "programme AND 2023-2027"},
    {"Time", "12:30", "12 AND 30"},
    {"Han", "北约NATO制裁", "北约NATO制裁"},
    {"Punctuation", "port, tariff!", "port AND tariff"},
    {"SymbolIsLeftOut", "port & tariff", "port AND tariff"},
    // Phrases in every pair of marks.
    {"Straight", "\"decisive enabler\"", "\"decisive enabler\""},
    {"Curly", "\u201cdecisive enabler\u201d", "\"decisive enabler\""},
    {"German", "\u201edecisive enabler\u201c", "\"decisive enabler\""},
    {"French", "\u00abdecisive enabler\u00bb", "\"decisive enabler\""},
    {"FrenchWithSpaces", "\u00ab\u00a0decisive enabler\u00a0\u00bb", "\"decisive enabler\""},
    {"Danish", "\u00bbdecisive enabler\u00ab", "\"decisive enabler\""},
    {"Swedish", "\u201ddecisive enabler\u201d", "\"decisive enabler\""},
    {"Corner", "\u300c决定性\u300d", "\"决定性\""},
    {"CurlySingle", "\u2018decisive enabler\u2019", "\"decisive enabler\""},
    {"FrenchSingle", "\u2039decisive enabler\u203a", "\"decisive enabler\""},
    {"StraightSingleIsAnApostrophe", "'decisive enabler'", "decisive AND enabler"},
    {"MixedMarks", "\"decisive enabler\u201d", "\"decisive enabler\""},
    {"TwoPhrases", "\u201ca b\" \u201cc d\u201d", "\"a b\" AND \"c d\""},
    {"NestedMarks", "\u201che said \"no\" twice\u201d", "\"he said  no  twice\""},
    {"NestedCurlyMarks", "\"he said \u201cno\u201d twice\"", "\"he said  no  twice\""},
    {"PhraseWithApostrophe", "\"China's port\"", "\"China's port\""},
    {"PhraseOfOneWord", "\"ports\"", "\"ports\""},
    {"PhraseOfOperators", "\"AND OR\"", "\"AND OR\""},
    {"PhraseTouchingAWord", "port\"red line\"", "port AND \"red line\""},
    // Fields.
    {"FieldWord", "said:enabler", "said:enabler"},
    {"FieldPhrase", "said:\"decisive enabler\"", "said:\"decisive enabler\""},
    {"FieldPhraseInCurlyMarks", "said:\u201cdecisive enabler\u201d", "said:\"decisive enabler\""},
    {"FieldWildcard", "title:summ*", "title:summ*"},
    {"FieldNameInCapitals", "Title:summit", "title:summit"},
    {"FilterQuoted", "speaker:\"Ilse Maravenn\"", "speaker:\"Ilse Maravenn\""},
    {"FilterInCurlyMarks", "speaker:\u201cIlse Maravenn\u201d", "speaker:\"Ilse Maravenn\""},
    {"FiltersOfOneFieldSideBySide", "country:XA country:XB", "country:XA OR country:XB"},
    {"FiltersOfOneFieldBesideWords", "country:XA port country:XB",
     "(country:XA OR country:XB) AND port"},
    {"FiltersOfTwoFields", "country:XA about:XB country:XB about:none",
     "(country:XA OR country:XB) AND (about:XB OR about:none)"},
    {"FiltersWithAnd", "country:XA AND country:XB", "country:XA AND country:XB"},
    {"FiltersWithAndAndWords", "country:XA port AND country:XB",
     "country:XA AND port AND country:XB"},
    {"FilterBesideAWrittenChoice", "(country:XA OR country:none) country:XB",
     "(country:XA OR country:none) AND country:XB"},
    {"FilterBesideAFilterInBrackets", "(country:XA) country:XB", "country:XA OR country:XB"},
    {"BeginningsOfOneField", "speaker:mara* speaker:none", "speaker:mara* OR speaker:none"},
    {"FiltersLeftOut", "* -country:XA -country:XB", "* AND NOT country:XA AND NOT country:XB"},
    {"FilterAndOneLeftOut", "country:XA -country:XB", "country:XA AND NOT country:XB"},
    {"WordsOfAFieldAreAllWanted", "said:port said:ferry", "said:port AND said:ferry"},
    {"DatesNarrowEachOther", "date:>2020 date:<2025", "date:2021.. AND date:..2024"},
    {"OneOutletTwice", "outlet:Post AND outlet:post", "outlet:Post AND outlet:post"},
    {"Missing", "speaker:none", "speaker:none"},
    {"MissingDate", "date:none", "date:none"},
    {"NoneOfATextFieldIsAWord", "said:none", "said:none"},
    {"NoneInMarksIsAName", "outlet:\"none\"", "outlet:\"none\""},
    {"SpeakerWildcard", "speaker:Mara*", "speaker:mara*"},
    {"Kind", "kind:quote", "kind:quote"},
    {"Url", "url:https://example.org/a(b)?c=d", "url:\"https://example.org/a(b)?c=d\""},
    {"FilterInBrackets", "(outlet:a OR outlet:b)", "outlet:a OR outlet:b"},
    {"TopicPath", "topic:security/nato", "topic:security/nato"},
    {"Date", "date:2024-07", "date:2024-07"},
    {"DateRange", "date:2024-01..2024-06", "date:2024-01..2024-06"},
    {"DateFrom", "date:>=2022", "date:2022.."},
    {"RelativeDate", "date:\"last month\"", "date:2030-02"},
    {"RelativeDateWithAHyphen", "date:last-month", "date:2030-02"},
    {"Published", "published:<2024", "published:..2023"},
};

class GoodQueryTest : public testing::TestWithParam<QueryCase> {};

TEST_P(GoodQueryTest, BecomesATree) {
  EXPECT_EQ(printed(GetParam().query), GetParam().tree);
}

TEST_P(GoodQueryTest, PrintedAndParsedAgainIsTheSameTree) {
  const auto parsed = parse(GetParam().query);
  ASSERT_TRUE(parsed) << parsed.error().message;
  const auto again = parse(to_string(parsed->root));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(without_ranges(again->root), without_ranges(parsed->root));
}

INSTANTIATE_TEST_SUITE_P(Queries, GoodQueryTest, testing::ValuesIn(good_queries),
                         [](const auto& test) { return test.param.name; });

// Each would be another query in Xapian's own parser.
constexpr QueryCase bad_queries[] = {
    {"Empty", "", "|the query is empty|"},
    {"Spaces", "  ", "  |the query is empty|"},
    {"OnlySymbols", "& !", "& !|there is no word in the query|"},
    {"UnclosedQuote", "a \"red line", "\"|this quotation mark is not closed|a \"red line\""},
    {"UnclosedCurlyQuote", "\u201cred line",
     "\u201c|this quotation mark is not closed|\u201cred line\u201c"},
    {"EmptyPhrase", "a \"\"", "\"\"|there is no word between these quotation marks|"},
    {"UnclosedBracket", "(a b", "(|this ( is not closed|(a b)"},
    {"UnopenedBracket", "a b)", ")|no ( opens what this closes|a b"},
    {"EmptyBrackets", "a ()", "()|there is nothing between these brackets|"},
    {"DanglingOr", "port OR", "OR|a word is missing after OR|port"},
    {"LeadingOr", "OR port", "OR|a word is missing before OR|port"},
    {"DoubleOr", "a OR OR b", "OR|a word is missing before OR|a OR  b"},
    {"DanglingNot", "port NOT", "NOT|a word is missing after NOT|port"},
    {"OnlyOperators", "AND OR", "AND OR|the query holds operators only|\"and or\""},
    {"OnlyNegation", "NOT tariff",
     "NOT tariff|only what to leave out, nothing to find; * stands for everything|(* NOT tariff)"},
    {"OnlyNegationInAChoice", "port OR -tariff",
     "-tariff|only what to leave out, nothing to find; * stands for everything|port OR (* "
     "-tariff)"},
    {"TwoMinusSigns", "--tariff", "--tariff|one - is enough to leave a word out|NOT tariff"},
    {"UnknownField", "speker:Maravenn",
     "speker|there is no field \"speker\"; the fields are said, title, speaker, role, country, "
     "about, topic, outlet, lang, kind, date, published, article, url|speaker:Maravenn"},
    {"FarFromAnyField", "re: port",
     "re|there is no field \"re\"; the fields are said, title, speaker, role, country, about, "
     "topic, outlet, lang, kind, date, published, article, url|re  port"},
    {"NoValue", "port speaker:", "speaker|a value is missing after speaker:|speaker:\"Wang Yi\""},
    {"SpaceBeforeTheValue", "speaker: Maravenn",
     "speaker|a value is missing after speaker:|speaker:\"Wang Yi\""},
    {"BracketsAfterAField", "said:(a b)",
     "said|write said: before each word; brackets cannot follow it|said:\"decisive enabler\""},
    {"NameWithoutMarks", "speaker:Ilse Maravenn port",
     "Ilse Maravenn|a value of several words stands in quotation marks|speaker:\"Ilse Maravenn\" "
     "port"},
    {"RoleWithoutMarks", "role:foreign minister",
     "foreign minister|a value of several words stands in quotation marks|role:\"foreign "
     "minister\""},
    {"UnknownKind", "kind:tweet",
     "tweet|there is no kind \"tweet\"; the kinds are quote, reported, speech and "
     "narration|kind:quote"},
    {"TwoOutletsAtOnce", "outlet:a AND outlet:b port",
     "outlet:a AND outlet:b|a passage has one outlet, so that nothing can be both|(outlet:a OR "
     "outlet:b) port"},
    {"TwoKindsAtOnce", "kind:quote port AND kind:speech",
     "kind:quote port AND kind:speech|a passage has one kind, so that nothing can be "
     "both|kind:quote OR kind:speech"},
    {"BadDate", "date:soon",
     "soon|\"soon\" is not a date; write 2024, 2024-07, 2024-07-11, 2024-01..2024-06, >=2022 or "
     "\"last month\"|"},
    {"RelativeDateWithoutMarks", "date:last month",
     "last|\"last\" is not a date; write 2024, 2024-07, 2024-07-11, 2024-01..2024-06, >=2022 or "
     "\"last month\"|date:\"last month\""},
    {"BackwardsDates", "date:2024..2023",
     "2024..2023|this range ends before it begins|date:2023..2024"},
    {"LeadingWildcard", "*tion", "*|* stands only at the end of a word|tion*"},
    {"WildcardInside", "sa*ction", "*|* stands only at the end of a word|sa*"},
    {"WildcardAfterTwoWords", "dual-us*", "dual-us*|* stands only at the end of a single word|"},
    {"NearPhrase", "mutual NEAR/3 \"red line\"",
     "\"red line\"|NEAR and ADJ stand between single words|mutual AND \"red line\""},
    {"NearHyphen", "dual-use NEAR/3 goods",
     "dual-use|NEAR and ADJ stand between single words|dual-use AND goods"},
    {"NearNot", "a NEAR/3 NOT b", "NOT|NEAR and ADJ stand between single words|"},
    {"NearFilter", "a NEAR/3 country:XA",
     "country:XA|NEAR and ADJ stand between single words|a AND country:XA"},
    {"NearAcrossFields", "said:a NEAR/3 b", "b|NEAR and ADJ join words of one field|"},
    {"NearZero", "a NEAR/0 b",
     "NEAR/0|how near? a number of words from 1 to 100 follows the /|NEAR/5"},
    {"NearWords", "a NEAR/x b",
     "NEAR/x|how near? a number of words from 1 to 100 follows the /|NEAR/5"},
    {"MixedWindows", "a NEAR/2 b NEAR/3 c",
     "NEAR/3|one chain of words has one NEAR/n or ADJ/n; put AND between two|a NEAR/2 b NEAR/2 c"},
    {"NearNothing", "a NEAR/2", "NEAR/2|a word is missing after NEAR/2|a"},
    {"InvalidUtf8", "a\xFF", "\xFF|the query is not valid UTF-8|"},
};

class BadQueryTest : public testing::TestWithParam<QueryCase> {};

TEST_P(BadQueryTest, IsAnErrorAtThePlaceWithASuggestion) {
  EXPECT_EQ(fault(GetParam().query), GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(Queries, BadQueryTest, testing::ValuesIn(bad_queries),
                         [](const auto& test) { return test.param.name; });

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += piece;
  }
  return out;
}

// Pitfall 12: query bombs end quickly, in a clear error.
// Processor time, which other work beside does not lengthen.
TEST(QueryParser, HostileQueriesEndQuickly) {
  const std::clock_t start = std::clock();
  EXPECT_EQ(printed(repeated("word ", 20'000)), "error: the query has more than 1,024 words");
  EXPECT_EQ(printed(repeated("(", 50'000)), "error: brackets are nested more than 64 deep");
  EXPECT_EQ(printed(repeated("(", 50'000) + "a" + repeated(")", 50'000)),
            "error: brackets are nested more than 64 deep");
  EXPECT_EQ(printed(repeated("NOT ", 50'000) + "a"), "a");
  EXPECT_EQ(printed(repeated("-", 50'000) + "a"), "error: one - is enough to leave a word out");
  EXPECT_EQ(printed("\"" + repeated("word ", 1'100) + "\""),
            "error: the query has more than 1,024 words");
  EXPECT_EQ(printed("\"" + repeated("word ", 100'000) + "\""),
            "error: this quotation mark is not closed within 8,192 bytes");
  EXPECT_EQ(printed(repeated("\u2018a ", 50'000)), "error: the query has more than 1,024 words");
  EXPECT_EQ(printed(repeated("\u00aba\" ", 50'000)), "error: the query has more than 1,024 words");
  EXPECT_EQ(printed(repeated("a OR ", 1'000) + "a").substr(0, 11), "a OR a OR a");
  EXPECT_EQ(printed(repeated(")", 50'000)), "error: no ( opens what this closes");
  EXPECT_EQ(printed(std::string(1'000'000, 'a')).substr(0, 6), "error:");
  EXPECT_LT(std::clock() - start, sanitizer_slowdown * CLOCKS_PER_SEC);
}

TEST(QueryParser, AChainOfNearHasALimit) {
  EXPECT_EQ(printed("a" + repeated(" NEAR/3 b", 19)).substr(0, 10), "a NEAR/3 b");
  EXPECT_EQ(printed("a" + repeated(" NEAR/3 b", 20)),
            "error: one chain of NEAR or ADJ joins at most 20 words");
}

TEST(QueryParser, ExactlyTheLimitOfWordsIsRead) {
  EXPECT_TRUE(parse(repeated("a ", 1'024)));
  EXPECT_FALSE(parse(repeated("a ", 1'025)));
}

TEST(QueryParser, PlainWordsHaveNoSyntax) {
  const QueryOptions plain{.today = options.today, .plain = true};
  const auto parsed =
      parse_query("speaker:\"Wang (Yi\" AND -dual-use sanct* 北约 date:", schema(), plain);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(to_string(parsed->root),
            "speaker AND Wang AND Yi AND and AND dual AND use AND sanct AND 北约 AND date");
  EXPECT_EQ(parse_query("...", schema(), plain).error().message, "there is no word in the query");
}

TEST(QueryParser, RangesPointIntoTheQuery) {
  const std::string query = "port -\"red line\" speaker:none";
  const auto parsed = parse(query);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->root.range.in(query), query);
  EXPECT_EQ(parsed->root.children[1].range.in(query), "-\"red line\"");
  EXPECT_EQ(parsed->root.children[2].range.in(query), "speaker:none");
}

struct NameCase {
  const char* name;
  const char* query;
  const char* values;  // Of the first filter.
  const char* note;
};

void PrintTo(const NameCase& c, std::ostream* out) {
  *out << c.query;
}

constexpr NameCase name_cases[] = {
    {"FullName", "speaker:\"Ilse Maravenn\"", "ilse-maravenn", ""},
    {"Id", "speaker:ilse-maravenn", "ilse-maravenn", ""},
    {"OtherScript", "speaker:\"Ильзе Маравенн\"", "ilse-maravenn",
     "speaker:\"Ильзе Маравенн\" was read as Ilse Maravenn (ilse-maravenn)"},
    {"Surname", "speaker:Maravenn", "ilse-maravenn Maravenn",
     "speaker:\"Maravenn\" was read as Ilse Maravenn (ilse-maravenn), Maravenn"},
    {"AmbiguousSurname", "speaker:Tovreny", "kasimir-tovreny olga-tovreny Tovreny",
     "speaker:\"Tovreny\" was read as Kasimir Tovreny (kasimir-tovreny), Olga Tovreny "
     "(olga-tovreny), Tovreny"},
    {"UnknownName", "speaker:\"Zoë Quill\"", "zoe-quill Zoë Quill", ""},
    {"BodyAlias", "speaker:\"the bloc of nine\"", "avess",
     "speaker:\"the bloc of nine\" was read as AVESS Bloc (avess)"},
    {"TitleToday", "speaker:\"Velmarkian foreign minister\"", "ilse-maravenn",
     "speaker:\"Velmarkian foreign minister\" was read as Ilse Maravenn (ilse-maravenn) by office"},
    {"TitleOnADate", "speaker:\"foreign minister of Velmark\" date:2027", "bram-ostergell",
     "speaker:\"foreign minister of Velmark\" was read as Bram Ostergell (bram-ostergell) by "
     "office"},
    {"TitleInARange", "speaker:\"Velmark foreign minister\" date:2029",
     "ilse-maravenn bram-ostergell",
     "speaker:\"Velmark foreign minister\" was read as Ilse Maravenn (ilse-maravenn), Bram "
     "Ostergell (bram-ostergell) by office"},
    {"Country", "country:Velmark", "XA", ""},
    {"CountryInAnotherScript", "country:韦尔马克", "XA",
     "country:\"韦尔马克\" was read as Velmark (XA)"},
    {"Demonym", "about:Tarrovian", "XB", "about:\"Tarrovian\" was read as Tarrovia (XB)"},
    {"Capital", "country:Sarn", "XB", "country:\"Sarn\" was read as Tarrovia (XB)"},
    {"UnknownCountry", "country:Ormont", "Ormont", ""},
    {"Role", "role:\"foreign minister\"", "foreign-minister", ""},
    {"Language", "lang:French", "fr", ""},
    {"LanguageSubtag", "lang:zh-Hant", "zh", ""},
    {"KindInCapitals", "kind:QUOTE", "quote", ""},
    {"Outlet", "outlet:\"Harbour Post\"", "Harbour Post", ""},
};

class NameTest : public testing::TestWithParam<NameCase> {};

TEST_P(NameTest, ResolvesAndSaysSo) {
  const auto parsed = parse(GetParam().query);
  ASSERT_TRUE(parsed) << parsed.error().message;
  const QueryNode& filter =
      parsed->root.op == QueryOp::Filter ? parsed->root : parsed->root.children.front();
  std::string values;
  for (const std::string& value : filter.values) {
    values += (values.empty() ? "" : " ") + value;
  }
  EXPECT_EQ(values, GetParam().values);
  EXPECT_EQ(parsed->notes.empty() ? "" : parsed->notes.front(), GetParam().note);
}

INSTANTIATE_TEST_SUITE_P(Names, NameTest, testing::ValuesIn(name_cases),
                         [](const auto& test) { return test.param.name; });

// Pitfall 20: expansion can be turned off.
TEST(QueryParser, NamesStandForThemselvesWithoutExpansion) {
  const QueryOptions exact{.today = options.today, .expand = false};
  const auto values = [&](std::string_view query) {
    return parse_query(query, schema(), exact)->root.values;
  };
  using Values = std::vector<std::string>;
  EXPECT_EQ(values("speaker:Maravenn"), (Values{"maravenn", "Maravenn"}));
  EXPECT_EQ(values("speaker:\"Ilse Maravenn\""), (Values{"ilse-maravenn"}));
  EXPECT_EQ(values("country:Velmark"), (Values{"XA"}));
  EXPECT_EQ(values("country:Sarn"), (Values{"Sarn"}));
}

// Names that mean the same: typed => what else is looked for.
constexpr QueryCase synonym_cases[] = {
    {"Abbreviation", "UN", "UN was also looked for as \"United Nations\""},
    {"AbbreviationWithPeriods", "U.N. envoy", "U.N. was also looked for as \"United Nations\""},
    {"WordsSideBySide", "United Nations envoy", "United Nations was also looked for as UN"},
    {"WordsBetweenAnd", "united AND nations", "united nations was also looked for as UN"},
    {"TheLongestName", "Cape Verde port", "Cape Verde was also looked for as \"Cabo Verde\""},
    {"Plural", "drones", "drones was also looked for as UAV and \"unmanned aerial vehicle\""},
    {"Spelling", "airstrike", "airstrike was also looked for as \"air strike\""},
    {"WrittenTogether", "cease-fire", "cease-fire was also looked for as ceasefire"},
    {"LongAbbreviationInSmallLetters", "opec",
     "opec was also looked for as \"Organization of the Petroleum Exporting Countries\""},
    {"ShortAbbreviationInSmallLettersIsAWord", "un", ""},
    {"NoneIsAWordOfItsOwn", "World Health Organisation",
     "World Health Organisation was also looked for as \"World Health Organization\""},
    {"Said", "said:UN", "UN was also looked for as \"United Nations\""},
    {"TitlesAreAsWritten", "title:UN", ""},
    {"PhrasesAreAsWritten", "\"UN envoy\" \"United Nations\"", ""},
    {"PhraseBetweenTheWords", "united \"red line\" nations", ""},
    {"NotIsAsWritten", "envoy -UN", ""},
    {"NearIsAsWritten", "UN NEAR/3 envoy", ""},
    {"Choice", "port OR UN", "UN was also looked for as \"United Nations\""},
    {"ChoiceOfWordsIsNoName", "united OR nations", ""},
    {"OnceTold", "UN OR (UN envoy)", "UN was also looked for as \"United Nations\""},
};

class SynonymTest : public testing::TestWithParam<QueryCase> {};

TEST_P(SynonymTest, AreAnnounced) {
  const auto parsed = parse(GetParam().query);
  ASSERT_TRUE(parsed) << parsed.error().message;
  std::string notes;
  for (const std::string& note : parsed->notes) {
    notes += (notes.empty() ? "" : "; ") + note;
  }
  EXPECT_EQ(notes, GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(Names, SynonymTest, testing::ValuesIn(synonym_cases),
                         [](const auto& test) { return test.param.name; });

// Pitfall 20.
TEST(QueryParser, SynonymsCanBeTurnedOff) {
  for (const QueryOptions& as_typed : {QueryOptions{.today = options.today, .plain = true},
                                       QueryOptions{.today = options.today, .expand = false}}) {
    const auto parsed = parse_query("UN", schema(), as_typed);
    EXPECT_TRUE(parsed->notes.empty());
    EXPECT_TRUE(parsed->root.synonyms.empty());
  }
}

TEST(QueryParser, SynonymsHaveALimit) {
  const auto parsed = parse(repeated("UN ", 1'000));
  std::size_t added = 0;
  for (const QueryNode& word : parsed->root.children) {
    added += word.synonyms.size();
  }
  EXPECT_EQ(added, 64U);
}

TEST(QueryParser, WhatIsLeftOutIsSaid) {
  EXPECT_EQ(parse("port & tariff")->notes,
            std::vector<std::string>{"\"&\" holds no word and was left out"});
  EXPECT_EQ(parse("\"red li*\"")->notes,
            std::vector<std::string>{"* has no meaning inside a phrase and was left out"});
}

// Whatever is typed gives a tree that survives printing, or an error inside the query.
TEST(QueryParser, RandomQueriesAreReadOrRefusedAndSurvivePrinting) {
  static constexpr std::string_view pieces[] = {
      "a",      "port",   "AND",   "OR",       "NOT",    "-",        "NEAR/2",        "ADJ/3",
      "(",      ")",      "\"",    "\u201c",   "\u201d", "\u00ab",   "\u00bb",        "\u2018",
      "\u2019", "*",      ":",     "said:",    "title:", "speaker:", "country:XA",    "date:",
      "2024",   "..2025", ">=",    "none",     "北约",   "dual-use", "U.S.",          "'",
      "&",      ",",      "1,000", "co-op",    "kind:",  "quote",    "l\u2019accord", "é",
      "\u0301", "AND",    "or",    "topic:a/b"};
  std::mt19937 random(17);
  std::uniform_int_distribution<std::size_t> piece(0, std::size(pieces) - 1);
  std::uniform_int_distribution<int> length(1, 9), space(0, 2);
  int trees = 0;
  for (int round = 0; round < 40'000; ++round) {
    std::string query;
    for (int i = length(random); i > 0; --i) {
      query += pieces[piece(random)];
      query += space(random) > 0 ? " " : "";
    }
    const auto parsed = parse(query);
    if (!parsed) {
      ASSERT_LE(parsed.error().range.end, query.size()) << query;
      ASSERT_LE(parsed.error().range.begin, parsed.error().range.end) << query;
      ASSERT_FALSE(parsed.error().message.empty()) << query;
      continue;
    }
    ++trees;
    const std::string text = to_string(parsed->root);
    const auto again = parse(text);
    ASSERT_TRUE(again) << query << " -> " << text << ": " << again.error().message;
    ASSERT_EQ(without_ranges(again->root), without_ranges(parsed->root)) << query << " -> " << text;
  }
  EXPECT_GT(trees, 4'000);
}

}  // namespace
}  // namespace verbale
