#pragma once

#include <optional>
#include <vector>

#include "attribution/about.h"
#include "attribution/dates.h"
#include "attribution/statement_dates.h"
#include "attribution/topics.h"
#include "verbale/model/analyzed_article.h"

namespace verbale::attribution {

// What an article's text says about all of its passages.
struct ArticleContext {
  std::vector<DateExpression> dates;
  std::optional<StatementDate> date;  // The article's.
  std::vector<AboutMention> about;
  std::vector<TopicHit> topics;
  TextRange dateline;  // Of its place; empty without one.
};

// When, and about what: everything about passages but who speaks. Immutable and thread-safe.
class ContextRules {
 public:
  // Keeps references.
  ContextRules(const Schema& schema, const Lexicon& lexicon);

  ArticleContext read(const Document& document, const Article& article) const;

  // Fills date, about and topics of the passages of `analyzed`, whose text `document` is, and what
  // the article as a whole is about.
  void annotate(const Document& document, const ArticleContext& context,
                AnalyzedArticle& analyzed) const;

 private:
  void date_passages(const Document& document, const ArticleContext& context,
                     AnalyzedArticle& analyzed) const;

  const Lexicon& lexicon_;
  DateRules dates_;
  AboutRules about_;
  TopicRules topics_;
};

}  // namespace verbale::attribution
