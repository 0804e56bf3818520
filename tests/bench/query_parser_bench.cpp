#include <benchmark/benchmark.h>

#include "verbale/query/parser.h"
#include "verbale/schema/schema.h"

namespace verbale::bench {
namespace {

void parse(benchmark::State& state, const std::string& query) {
  const Schema schema = Schema::builtin();
  const QueryOptions options{.today = *Date::of_day(2031, 3, 4)};
  for (auto _ : state) {
    benchmark::DoNotOptimize(parse_query(query, schema, options));
  }
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

BENCHMARK_CAPTURE(parse, word, "sanctions")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(parse, words_and_phrase, "grain OR \"point of no return\" -strait")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(parse, fields, "country:China speaker:\"Wang Yi\" date:2024-01..2024-06")
    ->Unit(benchmark::kMicrosecond);
// Refused, and quickly.
BENCHMARK_CAPTURE(parse, twenty_thousand_words, repeated("grain ", 20000))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse, fifty_thousand_parentheses, repeated("(", 50000))
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace verbale::bench
