// Asks Verbale's own index through its public interface, parsing included.
// usage: verbale_queries INDEX QUERIES [ROUNDS]
#include <chrono>
#include <iostream>

#include "queries.h"
#include "verbale/query/parser.h"
#include "verbale/schema/schema.h"
#include "verbale/search/searcher.h"

namespace verbale::bench {
namespace {

std::string text_of(const BenchQuery& query) {
  const char* between = query.kind == "or" ? " OR " : query.kind == "and" ? " AND " : " ";
  std::string text;
  for (const std::string& word : query.words) {
    text += (text.empty() ? "" : between) + word;
  }
  return query.kind == "phrase" ? '"' + text + '"' : text;
}

// "198702" -> "1987-02"
std::string dashed(const std::string& digits) {
  return digits.size() > 4 ? digits.substr(0, 4) + "-" + digits.substr(4) : digits;
}

std::vector<QueryNode> filters_of(const BenchQuery& query) {
  if (query.kind != "filter") {
    return {};
  }
  QueryNode country{.op = QueryOp::Filter, .field = "country"};
  country.text = query.country;
  country.values = {query.country};
  QueryNode dates{.op = QueryOp::Range, .field = "date"};
  dates.dates = {*parse_date(dashed(query.from)), *parse_date(dashed(query.until))};
  return {country, dates};
}

class VerbaleSearcher {
 public:
  explicit VerbaleSearcher(const std::string& index) : searcher_(index, schema_) {}

  Answered ask(const BenchQuery& query) {
    auto parsed = parse_query(text_of(query), schema_, {.today = today_});
    if (!parsed) {
      throw std::runtime_error(parsed.error().message);
    }
    SearchRequest request;
    request.query = std::move(parsed->root);
    request.filters = filters_of(query);
    request.match = MatchMode::All;
    request.context = 0;
    if (query.kind == "facets") {
      request.facets = {{"speaker"}, {"country"}, {"topic"}};
    }
    const auto answer = searcher_.search(request);
    if (!answer) {
      throw std::runtime_error(answer.error().message);
    }
    Answered answered{answer->total, answer->hits.size(), 0};
    for (const Hit& hit : answer->hits) {
      answered.highlights += !hit.highlights.empty();
    }
    return answered;
  }

 private:
  Schema schema_ = Schema::builtin();
  Date today_ = Date::of(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  Searcher searcher_;
};

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: verbale_queries INDEX QUERIES [ROUNDS]\n";
    return 2;
  }
  verbale::bench::VerbaleSearcher searcher(argv[1]);
  verbale::bench::time_queries(
      verbale::bench::read_queries(argv[2]), argc > 3 ? std::stoul(argv[3]) : 3,
      [&](const verbale::bench::BenchQuery& query) { return searcher.ask(query); });
}
