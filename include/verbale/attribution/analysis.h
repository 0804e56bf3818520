#pragma once

#include <memory>

#include "verbale/model/analyzed_article.h"
#include "verbale/schema/schema.h"

namespace verbale {

struct AnalysisOptions {
  // Attributions of less confidence keep their receipt and lose their speakers. The default is
  // the point that docs/attribution.md justifies.
  double min_confidence = 0.5;
};

// Finds out who said what, when and about what in an article. Deterministic, offline; linear in
// the length of the text, whatever it holds. Reading a Schema into its look-up structures takes
// some milliseconds, so make one ArticleAnalyzer and keep it. analyze() is const and thread-safe.
class ArticleAnalyzer {
 public:
  // Keeps a reference: `schema` must outlive the analyzer.
  explicit ArticleAnalyzer(const Schema& schema);
  ~ArticleAnalyzer();
  ArticleAnalyzer(ArticleAnalyzer&&) noexcept;
  ArticleAnalyzer& operator=(ArticleAnalyzer&&) noexcept;

  // Passages of `article.text`. Also fills what the article does not say and the text does:
  // language. Never fails: text that makes no sense is narration.
  AnalyzedArticle analyze(Article article, const AnalysisOptions& options = {}) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace verbale
