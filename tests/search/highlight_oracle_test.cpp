#include "search/highlight_oracle.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "search/case_maker.h"
#include "verbale/query/parser.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

// Pitfall 1: phrase, NEAR, ADJ, field, stem, wildcard, negation, overlap, scripts.
TEST(Highlighter, AgreesWithTheBruteForceMatcher) {
  const char* wanted = std::getenv("VERBALE_CASES");
  const int cases = wanted == nullptr ? 10'000 : std::atoi(wanted);
  const Schema schema = Schema::builtin();
  const QueryOptions options{.today = *Date::of_day(2030, 3, 13)};
  Analyzers analyzers;
  testing::CaseMaker make(2024);
  int compared = 0;
  int highlighted = 0;
  while (compared < cases) {
    make.choose_words();
    const std::string query = make.query(make.number(0, 2));
    const auto parsed = parse_query(query, schema, options);
    if (!parsed) {
      continue;
    }
    const MatchMode match = make.match();
    Highlighter highlighter(parsed->root, match, analyzers);
    for (int i = 0; i < 4 && compared < cases; ++i, ++compared) {
      const std::string text = make.text(10), title = make.text(4);
      const auto quotations = make.quotations(text);
      const auto names = make.names();
      const std::string language = make.language(), title_language = make.language();
      const HighlightTarget target{text, language, quotations, title, title_language, names};
      const Highlights found = highlighter.highlight(target);
      const Highlights expected = highlights_by_brute_force(parsed->root, target, match);
      ASSERT_EQ(marked(text, found.text), marked(text, expected.text)) << query << " " << language;
      ASSERT_EQ(marked(title, found.title), marked(title, expected.title)) << query;
      highlighted += found.text.empty() ? 0 : 1;
    }
  }
  std::cout << compared << " pairs of query and passage compared, no disagreement; " << highlighted
            << " with highlights\n";
  EXPECT_GT(highlighted, cases / 4);
}

}  // namespace
}  // namespace verbale
