// Prints what the readers make of paths, one article a line as JSON Lines, refusals on stderr.
// usage: read_articles [--time] PATH...
// --time prints, instead of the articles, how many there are and the MB/s of reading alone.

#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "verbale/readers/reader.h"
#include "verbale/text/language.h"

namespace {

boost::json::object json_of(const verbale::Article& article) {
  boost::json::object line;
  line["id"] = article.id.value;
  line["url"] = article.url;
  line["title"] = article.title;
  line["outlet"] = article.outlet;
  line["authors"] = boost::json::array(article.authors.begin(), article.authors.end());
  line["published"] = article.published ? to_string(*article.published) : "";
  line["language"] =
      article.language.empty() ? verbale::detect_language(article.text) : article.language;
  line["text"] = article.text;
  return line;
}

struct Counts {
  std::size_t articles = 0;
  std::size_t refused = 0;
  std::size_t text_bytes = 0;
};

void report(const Counts& counts, std::uint64_t bytes, double seconds) {
  std::printf("%zu articles, %zu refused, %.1f MB in %.2f s: %.1f MB/s, %.1f MB of text\n",
              counts.articles, counts.refused, static_cast<double>(bytes) / 1e6, seconds,
              static_cast<double>(bytes) / 1e6 / seconds,
              static_cast<double>(counts.text_bytes) / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
  const bool time = argc > 1 && std::string_view(argv[1]) == "--time";
  std::vector<std::filesystem::path> paths(argv + (time ? 2 : 1), argv + argc);
  const verbale::ReadOptions options;
  verbale::RecordReader reader(std::move(paths), options, std::cin);
  Counts counts;
  std::vector<verbale::Refusal> refusals;
  const auto begin = std::chrono::steady_clock::now();
  for (auto record = reader.next(refusals); record; record = reader.next(refusals)) {
    verbale::ParsedRecord parsed = parse_record(*record, options);
    refusals.insert(refusals.end(), parsed.refusals.begin(), parsed.refusals.end());
    counts.articles += parsed.articles.size();
    for (const verbale::Article& article : parsed.articles) {
      counts.text_bytes += article.text.size();
      if (!time) {
        std::cout << boost::json::serialize(json_of(article)) << '\n';
      }
    }
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  for (const verbale::Refusal& refusal : refusals) {
    std::cerr << refusal.where << ": " << refusal.reason << '\n';
  }
  counts.refused = refusals.size();
  if (time) {
    report(counts, reader.bytes_read(), taken.count());
  }
  return 0;
}
