#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "index/stored_passage.h"
#include "verbale/schema/schema.h"
#include "verbale/search/searcher.h"
#include "verbale/text/sentences.h"

namespace verbale {

// Reads passages back: a hit's own, those around it, a whole article.
class PassageReader {
 public:
  PassageReader(const Xapian::Database& database, const Schema& schema)
      : database_(database), schema_(schema) {}

  // Everything of a hit but rank, score and highlights; `context` sentences around it.
  Hit hit(const Xapian::Document& document, unsigned context);

  std::optional<AnalyzedArticle> article_of(const PassageId& id) const;

  // The name of a speaker as a passage of his has it; empty when no passage is his. For speakers
  // that are not in the tables.
  std::string name_of(const SpeakerId& speaker) const;

 private:
  std::optional<StoredPassage> passage(const ArticleId& article, std::size_t ordinal) const;
  std::optional<StoredPassage> beside(Xapian::docid docid, const StoredPassage& stored,
                                      int step) const;
  std::string sentences_before(Xapian::docid docid, const StoredPassage& stored, unsigned wanted);
  std::string sentences_after(Xapian::docid docid, const StoredPassage& stored, unsigned wanted);
  const Abbreviations& abbreviations();

  const Xapian::Database& database_;
  const Schema& schema_;
  std::optional<Abbreviations> abbreviations_;
};

}  // namespace verbale
