#include <cstdint>
#include <cstdlib>
#include <string>

#include "verbale/attribution/analysis.h"
#include "verbale/text/utf8.h"

// Whatever the text: passages lie in order inside it, and every range of a receipt lies inside too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const verbale::Schema schema = verbale::Schema::builtin();
  static const verbale::ArticleAnalyzer analyzer(schema);
  verbale::Article article;
  article.id = {"fuzz"};
  article.language = size % 2 == 0 ? "en" : "";
  article.text = verbale::replace_invalid_utf8({reinterpret_cast<const char*>(data), size});

  const verbale::AnalyzedArticle found =
      analyzer.analyze(std::move(article), {.min_confidence = 0});

  const auto end = static_cast<std::uint32_t>(found.article.text.size());
  std::uint32_t last = 0;
  for (const verbale::Passage& passage : found.passages) {
    if (passage.range.begin < last || passage.range.end < passage.range.begin ||
        passage.range.end > end) {
      std::abort();
    }
    last = passage.range.end;
    for (const verbale::Attribution& attribution : passage.attributions) {
      for (const verbale::TextRange range :
           {attribution.range, attribution.cue, attribution.mention, attribution.antecedent}) {
        if (range.begin > range.end || range.end > end) {
          std::abort();
        }
      }
    }
  }
  return 0;
}
