#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdlib>

#include "search/case_maker.h"
#include "search/highlight_oracle.h"
#include "search/sample_index.h"
#include "verbale/query/parser.h"

namespace verbale {
namespace {

constexpr int articles_each = 30;

std::vector<testing::Written> random_articles(testing::CaseMaker& make) {
  std::vector<testing::Written> articles;
  for (int i = 0; i < articles_each; ++i) {
    testing::Spoken passage;
    passage.text = make.text(10);
    passage.language = make.language();
    articles.push_back({"a" + std::to_string(10 + i), make.text(3), "", {passage}});
  }
  return articles;
}

std::vector<std::string> found_by(IndexSearcher& searcher, const QueryNode& query,
                                  MatchMode match) {
  SearchRequest request;
  request.query = query;
  request.match = match;
  request.limit = articles_each;
  const auto answer = searcher.search(request);
  EXPECT_TRUE(answer);
  std::vector<std::string> ids;
  for (const Hit& hit : answer->hits) {
    ids.push_back(hit.article.id.value);
  }
  std::ranges::sort(ids);
  return ids;
}

std::vector<std::string> found_by_brute_force(const std::vector<testing::Written>& articles,
                                              const QueryNode& query, MatchMode match) {
  std::vector<std::string> ids;
  for (const testing::Written& article : articles) {
    const AnalyzedArticle whole = testing::analyzed(article);
    const std::string& language = article.passages.front().language;
    const HighlightTarget target{.text = article.passages.front().text,
                                 .language = language,
                                 .quotations = whole.passages.front().quotations,
                                 .title = article.title,
                                 .title_language = language};
    if (matches_by_brute_force(query, target, match)) {
      ids.push_back(article.id);
    }
  }
  return ids;
}

std::string listed(const std::vector<testing::Written>& articles) {
  std::string out;
  for (const testing::Written& article : articles) {
    out += "\n" + article.id + " " + article.passages.front().language + ": " +
           article.passages.front().text + " / " + article.title;
  }
  return out;
}

// The index, the query and the highlighter mean the same by every part of a query.
TEST(Agreement, TheIndexFindsThePassagesThatTheBruteForceMatcherFinds) {
  // Memory is never zero by chance: Xapian 1.4.22 reads some before it writes it
  // (query_builder.cpp).
  mallopt(M_PERTURB, 0x55);
  const char* wanted = std::getenv("VERBALE_CASES");
  const int queries = (wanted == nullptr ? 10'000 : std::atoi(wanted)) / articles_each;
  const Schema schema = Schema::builtin();
  const QueryOptions options{.today = *Date::of_day(2030, 3, 13)};
  testing::CaseMaker make(77);
  int compared = 0;
  while (compared < queries) {
    make.choose_words();
    const auto articles = random_articles(make);
    const auto shards = static_cast<std::size_t>(make.number(1, 3));
    IndexSearcher searcher(testing::index_of(articles, schema, shards), schema);
    for (int i = 0; i < 40; ++i) {
      const std::string query = make.query(make.number(0, 2));
      const auto parsed = parse_query(query, schema, options);
      if (!parsed || query.find("country:") != std::string::npos) {
        continue;
      }
      const MatchMode match = make.match();
      ASSERT_EQ(found_by(searcher, parsed->root, match),
                found_by_brute_force(articles, parsed->root, match))
          << query << (match == MatchMode::All ? " (all)" : " (any)") << listed(articles);
      ++compared;
    }
  }
  std::cout << compared * articles_each << " pairs of query and passage: " << compared
            << " queries over " << articles_each << " passages each, no disagreement\n";
}

}  // namespace
}  // namespace verbale
