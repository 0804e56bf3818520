#include <benchmark/benchmark.h>

#include "sample.h"
#include "verbale/text/analyzer.h"

namespace verbale::bench {
namespace {

void analyze(benchmark::State& state) {
  const std::string text = sample_article(1 << 18).text;
  Analyzer analyzer("en");
  std::size_t words = 0;
  for (auto _ : state) {
    analyzer.analyze(text, [&](const Word& word) { words += word.stem.size(); });
  }
  benchmark::DoNotOptimize(words);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}
BENCHMARK(analyze)->Unit(benchmark::kMillisecond);

// What a query pays before its first word.
void make_an_analyzer(benchmark::State& state) {
  for (auto _ : state) {
    Analyzer analyzer("en");
    benchmark::DoNotOptimize(analyzer);
  }
}
BENCHMARK(make_an_analyzer)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace verbale::bench
