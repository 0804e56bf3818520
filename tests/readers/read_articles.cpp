// Prints what the readers make of paths, one article a line as JSON Lines, refusals on stderr.
// usage: read_articles PATH...

#include <boost/json.hpp>
#include <iostream>
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

}  // namespace

int main(int argc, char** argv) {
  const verbale::ReadOptions options;
  verbale::RecordReader reader({argv + 1, argv + argc}, options, std::cin);
  std::vector<verbale::Refusal> refusals;
  for (auto record = reader.next(refusals); record; record = reader.next(refusals)) {
    const verbale::ParsedRecord parsed = parse_record(*record, options);
    refusals.insert(refusals.end(), parsed.refusals.begin(), parsed.refusals.end());
    for (const verbale::Article& article : parsed.articles) {
      std::cout << boost::json::serialize(json_of(article)) << '\n';
    }
  }
  for (const verbale::Refusal& refusal : refusals) {
    std::cerr << refusal.where << ": " << refusal.reason << '\n';
  }
  return 0;
}
