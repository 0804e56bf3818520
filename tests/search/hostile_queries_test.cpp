#include <gtest/gtest.h>

#include <chrono>
#include <ostream>

#include "search/sample_index.h"
#include "support/slowdown.h"
#include "verbale/query/parser.h"

namespace verbale {
namespace {

using testing::Spoken;
using testing::Written;

const Schema& schema() {
  static const Schema tables = Schema::builtin();
  return tables;
}

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += piece;
  }
  return out;
}

// Words of which few are frequent, many of them beginning alike.
std::string words_from(int first, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    const int number = (first * 7919 + i * 104'729) % 9'973;
    text += i % 3 == 0   ? "the "
            : i % 3 == 1 ? "a" + std::to_string(number % 500) + " "
                         : "b" + std::to_string(number) + " ";
  }
  return text;
}

IndexSearcher& searcher() {
  static const auto made = [] {
    std::vector<Written> articles;
    for (int i = 0; i < 2'000; ++i) {
      const Spoken passage{words_from(i, 60), {}, {}, {}, "2031-03-04"};
      articles.push_back({"a" + std::to_string(i), "title", "outlet", {passage}});
    }
    return std::make_unique<IndexSearcher>(testing::index_of(articles, schema(), 2), schema());
  }();
  return *made;
}

struct HostileCase {
  const char* name;
  std::string query;
  const char* error;  // Empty: an answer.
};

void PrintTo(const HostileCase& c, std::ostream* out) {
  *out << c.name;
}

const HostileCase hostile_cases[] = {
    {"TwentyThousandWords", repeated("word ", 20'000), "the query has more than 1,024 words"},
    {"AsManyWordsAsMayBe", words_from(1, 1'024), ""},
    {"FiftyThousandBrackets", repeated("(", 50'000), "brackets are nested more than 64 deep"},
    {"FiftyThousandPairs", repeated("(", 50'000) + "a" + repeated(")", 50'000),
     "brackets are nested more than 64 deep"},
    {"FiftyThousandNots", repeated("NOT ", 50'000) + "the", ""},
    {"ManyLeftOut", "* " + repeated("-the ", 1'000), ""},
    {"OneLetter", "a*", ""},
    {"OneWildcardOften", repeated("a* OR ", 1'000) + "b*", ""},
    {"ManyWildcards", "b1* b2* b3* b4* b5* b6* b7* b8* b9* a1* a2* a3* a4* a5* a*", ""},
    {"HundredThousandWordsInMarks", "\"" + repeated("the ", 100'000) + "\"",
     "this quotation mark is not closed within 8,192 bytes"},
    {"LongPhrase", "\"" + repeated("the ", 1'000) + "\"", ""},
    {"LongNear", repeated("the NEAR/100 ", 19) + "the", ""},
    {"ManyNears", repeated("the NEAR/9 the NEAR/9 the a ", 200), ""},
    {"ManyFilters", repeated("speaker:Nobody ", 1'000), ""},
    {"ManyNames", "UN " + repeated("United Nations ", 500), ""},
    {"LongWord", std::string(1'000'000, 'a'), "the query has more than 1,024 words"},
};

class HostileQueryTest : public ::testing::TestWithParam<HostileCase> {};

// Pitfall 12: a clear error or an answer, soon. A second on an idle machine; tests may share one.
TEST_P(HostileQueryTest, EndsSoon) {
  searcher();
  const auto start = std::chrono::steady_clock::now();
  const auto parsed =
      parse_query(GetParam().query, schema(), {.today = *Date::of_day(2031, 6, 15)});
  std::string error = parsed ? "" : parsed.error().message;
  if (parsed) {
    const auto answer = searcher().search({.query = parsed->root});
    error = answer ? "" : answer.error().message;
  }

  EXPECT_EQ(error, GetParam().error);
  EXPECT_LT(std::chrono::steady_clock::now() - start,
            std::chrono::seconds(10 * sanitizer_slowdown));
}

INSTANTIATE_TEST_SUITE_P(Queries, HostileQueryTest, ::testing::ValuesIn(hostile_cases),
                         [](const auto& test) { return test.param.name; });

TEST(HostileQueries, WildcardsAndChainsHaveALimit) {
  const auto error_of = [](const std::string& query) {
    const auto parsed = parse_query(query, schema(), {.today = *Date::of_day(2031, 6, 15)});
    const auto answer = searcher().search({.query = parsed->root});
    return answer ? "" : answer.error().message;
  };
  std::string wildcards, chains;
  for (int i = 0; i < 51; ++i) {
    wildcards += "b" + std::to_string(i) + "* ";
    chains += "a" + std::to_string(i) + " ADJ/3 the ADJ/3 b" + std::to_string(i) + " ";
  }

  EXPECT_EQ(error_of(wildcards), "a query has at most 50 different words with *");
  EXPECT_EQ(error_of(chains).substr(0, 30), "a query has at most 10 chains ");
}

TEST(HostileQueries, WhatIsSaidTwiceIsAskedOnce) {
  const QueryOptions options{.today = *Date::of_day(2031, 6, 15)};
  const auto total = [&](const std::string& query) {
    return searcher().search({.query = parse_query(query, schema(), options)->root})->total;
  };

  EXPECT_EQ(total("date:2030.. date:..2032 date:2031-01..2031-12"), 2'000U);
  EXPECT_EQ(total("date:2030.. date:2031-04.. date:..2032"), 0U);
  EXPECT_EQ(total("date:2032.. date:..2030"), 0U);
  EXPECT_EQ(total("\"the\" \"the\""), 2'000U);
}

}  // namespace
}  // namespace verbale
