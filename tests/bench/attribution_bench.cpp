#include <benchmark/benchmark.h>

#include "attribution/document.h"
#include "attribution/lexicon.h"
#include "sample.h"
#include "verbale/attribution/analysis.h"
#include "verbale/schema/schema.h"

namespace verbale::bench {
namespace {

void start_up(benchmark::State& state) {
  for (auto _ : state) {
    const Schema schema = Schema::builtin();
    const ArticleAnalyzer analyzer(schema);
    benchmark::DoNotOptimize(&analyzer);
  }
}
BENCHMARK(start_up)->Unit(benchmark::kMillisecond);

// Tokens, sentences and quotations alone: the part that reads every byte.
void scan_quotations(benchmark::State& state) {
  const Schema schema = Schema::builtin();
  const attribution::Lexicon lexicon(schema);
  const Abbreviations abbreviations;
  const std::string text = sample_article(1 << 16).text;
  std::size_t quotations = 0;
  for (auto _ : state) {
    quotations += attribution::read_document(text, lexicon, abbreviations).quotations.size();
  }
  benchmark::DoNotOptimize(quotations);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(scan_quotations)->Unit(benchmark::kMillisecond);

// Articles of 4 KB to 1 MB: the time per byte must not grow with the size.
void attribute(benchmark::State& state) {
  const Schema schema = Schema::builtin();
  const ArticleAnalyzer analyzer(schema);
  const Article article = sample_article(static_cast<std::size_t>(state.range(0)));
  std::size_t passages = 0;
  for (auto _ : state) {
    passages += analyzer.analyze(article).passages.size();
  }
  benchmark::DoNotOptimize(passages);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * article.text.size()));
}
BENCHMARK(attribute)->Arg(1 << 12)->Arg(1 << 16)->Arg(1 << 20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace verbale::bench
