#include "queries.h"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace verbale::bench {
namespace {

struct Timings {
  std::vector<double> microseconds;
  Answered sum;
};

double quantile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
}

boost::json::object summary(Timings timings) {
  std::ranges::sort(timings.microseconds);
  const auto count = static_cast<double>(timings.microseconds.size());
  return {{"queries", timings.microseconds.size()},
          {"p50_us", quantile(timings.microseconds, 0.50)},
          {"p95_us", quantile(timings.microseconds, 0.95)},
          {"p99_us", quantile(timings.microseconds, 0.99)},
          {"mean_total", static_cast<double>(timings.sum.total) / count},
          {"mean_hits", static_cast<double>(timings.sum.hits) / count},
          {"mean_highlights", static_cast<double>(timings.sum.highlights) / count}};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

}  // namespace

void write_queries(const std::string& path, const std::vector<BenchQuery>& queries) {
  std::ofstream out(path);
  for (const BenchQuery& query : queries) {
    out << query.kind << '\t' << joined(query.words) << '\t' << query.country << '\t' << query.from
        << '\t' << query.until << '\n';
  }
  if (!out.flush()) {
    throw std::runtime_error("cannot write " + path);
  }
}

std::vector<BenchQuery> read_queries(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    throw std::runtime_error("cannot read " + path);
  }
  std::vector<BenchQuery> queries;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    BenchQuery& query = queries.emplace_back();
    std::string words;
    std::getline(cells, query.kind, '\t');
    std::getline(cells, words, '\t');
    std::getline(cells, query.country, '\t');
    std::getline(cells, query.from, '\t');
    std::getline(cells, query.until, '\t');
    std::istringstream each(words);
    for (std::string word; each >> word;) {
      query.words.push_back(word);
    }
  }
  return queries;
}

void time_queries(const std::vector<BenchQuery>& queries, unsigned rounds,
                  const std::function<Answered(const BenchQuery&)>& ask) {
  using Clock = std::chrono::steady_clock;
  std::vector<Answered> answers;
  for (const BenchQuery& query : queries) {
    answers.push_back(ask(query));
  }

  std::vector<double> best(queries.size(), 1e12);
  for (unsigned round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < queries.size(); ++i) {
      const auto start = Clock::now();
      ask(queries[i]);
      const std::chrono::duration<double, std::micro> took = Clock::now() - start;
      best[i] = std::min(best[i], took.count());
    }
  }

  std::map<std::string, Timings> kinds;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    Timings& timings = kinds[queries[i].kind];
    timings.microseconds.push_back(best[i]);
    timings.sum.total += answers[i].total;
    timings.sum.hits += answers[i].hits;
    timings.sum.highlights += answers[i].highlights;
  }
  boost::json::object report;
  for (const char* kind : query_kinds) {
    if (const auto found = kinds.find(kind); found != kinds.end()) {
      report[kind] = summary(std::move(found->second));
    }
  }
  std::cout << boost::json::serialize(report) << '\n';
}

}  // namespace verbale::bench
