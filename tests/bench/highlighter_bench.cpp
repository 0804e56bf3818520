#include <benchmark/benchmark.h>

#include "sample.h"
#include "search/highlighter.h"

namespace verbale::bench {
namespace {

QueryNode words(const char* text, QueryOp op) {
  QueryNode node;
  node.op = op;
  node.text = text;
  return node;
}

// Ten passages, as a page has them, with the reading of the query.
void highlight_a_page(benchmark::State& state, QueryOp op, const char* text) {
  const QueryNode query = words(text, op);
  const std::string passage = sample_passage(static_cast<std::size_t>(state.range(0)));
  const HighlightTarget target{.text = passage, .language = "en", .title_language = "en"};
  Analyzers analyzers;
  for (auto _ : state) {
    Highlighter highlighter(query, MatchMode::All, analyzers);
    for (int hit = 0; hit < 10; ++hit) {
      benchmark::DoNotOptimize(highlighter.highlight(target));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(10 * state.iterations() * passage.size()));
}

BENCHMARK_CAPTURE(highlight_a_page, word, QueryOp::Words, "trawler")
    ->Arg(25)
    ->Arg(150)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(highlight_a_page, phrase, QueryOp::Phrase, "inside the line")
    ->Arg(25)
    ->Arg(150)
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace verbale::bench
