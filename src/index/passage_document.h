#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "index/story_key.h"
#include "verbale/model/analyzed_article.h"
#include "verbale/schema/schema.h"
#include "verbale/text/analyzer.h"

namespace verbale {

// Turns analyzed articles into Xapian documents, one a passage, each with its terms, values and
// stored data as docs/index_format.md writes them down. The same article always gives the same
// documents. Keeps analyzers between articles, so it is not thread-safe; make one per thread.
class DocumentMaker {
 public:
  // Keeps a reference: `schema` must outlive the maker.
  explicit DocumentMaker(const Schema& schema);

  // In the order of the passages. Each carries article_term().
  std::vector<Xapian::Document> make_documents(const AnalyzedArticle& analyzed);

 private:
  Analyzer& analyzer(const std::string& language);
  // Both return how many words the text has.
  unsigned add_words(Xapian::Document& document, const Passage& passage, std::string_view text,
                     StoryKey& story);
  unsigned add_title(std::vector<Xapian::Document>& documents, const Article& article);
  void add_speaker_words(Xapian::Document& document, const Passage& passage);

  const Schema& schema_;
  std::string said_, title_;  // Prefixes.
  std::map<std::string, Analyzer> analyzers_;
};

}  // namespace verbale
