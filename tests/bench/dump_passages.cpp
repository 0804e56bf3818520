// Writes the passages that Verbale makes of articles, for the other engines to index.
// usage: dump_passages DUMP PATH [FIELD=NAME...]   (as verbale's --map)
#include <fstream>
#include <iostream>

#include "passages.h"
#include "verbale/attribution/analysis.h"
#include "verbale/readers/reader.h"
#include "verbale/schema/schema.h"

namespace verbale::bench {
namespace {

DumpedPassage dumped(const AnalyzedArticle& analyzed, std::size_t ordinal) {
  const Article& article = analyzed.article;
  const Passage& passage = analyzed.passages[ordinal];
  DumpedPassage dumped{.id = article.id.value + "#" + std::to_string(ordinal),
                       .article = article.id.value,
                       .title = article.title,
                       .outlet = article.outlet,
                       .language = passage.language,
                       .about = passage.about,
                       .text = std::string(passage.range.in(article.text))};
  if (passage.date) {
    dumped.date = to_string(passage.date->date);
    std::erase(dumped.date, '-');
  }
  for (const Speaker& speaker : passage.speakers) {
    dumped.speakers.push_back(speaker.id.value);
    if (!speaker.country.empty()) {
      dumped.countries.push_back(speaker.country);
    }
  }
  for (const Topic& topic : passage.topics) {
    dumped.topics.push_back(topic.id);
  }
  return dumped;
}

void dump(const std::string& path, const std::string& source, const ReadOptions& options) {
  const Schema schema = Schema::builtin();
  const ArticleAnalyzer analyzer(schema);
  RecordReader reader({source}, options, std::cin);
  std::ofstream out(path);
  std::vector<Refusal> refusals;
  while (const auto record = reader.next(refusals)) {
    for (Article& article : parse_record(*record, options).articles) {
      const AnalyzedArticle analyzed = analyzer.analyze(std::move(article));
      for (std::size_t i = 0; i < analyzed.passages.size(); ++i) {
        out << to_json(dumped(analyzed, i)) << '\n';
      }
    }
  }
  if (!out.flush()) {
    throw std::runtime_error("cannot write " + path);
  }
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: dump_passages DUMP PATH [FIELD=NAME...]\n";
    return 2;
  }
  verbale::ReadOptions options;
  for (const std::string_view pair : std::vector<std::string_view>(argv + 3, argv + argc)) {
    const std::size_t equals = std::min(pair.find('='), pair.size() - 1);
    options.field_map.emplace(pair.substr(0, equals), pair.substr(equals + 1));
  }
  verbale::bench::dump(argv[1], argv[2], options);
}
