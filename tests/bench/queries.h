#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace verbale::bench {

// The kinds of query, as the tables of docs/performance.md name them.
inline constexpr const char* query_kinds[] = {"word", "or", "and", "phrase", "facets", "filter"};

// One query for every engine; each driver writes it in its engine's own language.
struct BenchQuery {
  std::string kind;
  std::vector<std::string> words;
  std::string country = {};           // kind "filter"
  std::string from = {}, until = {};  // kind "filter", inclusive: "1987" or "198702".
};

// Lines of kind, words, country, from and until, tabs between them.
void write_queries(const std::string& path, const std::vector<BenchQuery>& queries);
std::vector<BenchQuery> read_queries(const std::string& path);

// What one engine says to one query: counted, so that the engines can be seen to answer the same.
struct Answered {
  std::size_t total = 0;       // Passages, exact where the engine counts exactly.
  std::size_t hits = 0;        // On the first page of ten.
  std::size_t highlights = 0;  // Hits with at least one.
};

// Asks every query once to warm up and then `rounds` times, keeping each query's best time, which
// other work on the machine disturbs least. Prints to stdout, as JSON by kind: queries, p50, p95
// and p99 in microseconds and the means of what was answered.
void time_queries(const std::vector<BenchQuery>& queries, unsigned rounds,
                  const std::function<Answered(const BenchQuery&)>& ask);

}  // namespace verbale::bench
