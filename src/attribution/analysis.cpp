#include "verbale/attribution/analysis.h"

#include <algorithm>

#include "attribution/attributions.h"
#include "attribution/closed_classes.h"
#include "attribution/context.h"
#include "attribution/passages.h"
#include "attribution/simple_attributions.h"
#include "attribution/speech_attributions.h"
#include "attribution/word_key.h"
#include "verbale/text/language.h"

namespace verbale {

namespace {

using namespace attribution;

void add_words(Abbreviations::Words& words, std::string_view list) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    words.emplace(list.substr(at, end - at));
    at = end + 1;
  }
}

Abbreviations read_abbreviations(const Schema& schema) {
  Abbreviations abbreviations;
  for (const ClosedClass& words : closed_classes()) {
    if ((words.traits & trait_abbreviation) != 0) {
      add_words((words.traits & trait_honorific) != 0 ? abbreviations.never_final
                                                      : abbreviations.may_be_final,
                words.words);
    }
  }
  for (const Abbreviation& row : schema.abbreviations()) {
    const bool never = row.kind == "title" || row.kind == "latin";
    (never ? abbreviations.never_final : abbreviations.may_be_final)
        .emplace(fold_word(row.form).view());
  }
  return abbreviations;
}

// Speakers in whom the analysis has too little confidence are not named; the receipt stays.
void drop_doubtful(std::vector<Attribution>& attributions, double min_confidence) {
  for (Attribution& attribution : attributions) {
    if (attribution.confidence < min_confidence) {
      attribution.speakers.clear();
    }
  }
}

}  // namespace

struct ArticleAnalyzer::Rules {
  explicit Rules(const Schema& all_tables)
      : schema(all_tables),
        lexicon(schema),
        abbreviations(read_abbreviations(schema)),
        context(schema, lexicon),
        clause_words(schema, lexicon) {}

  const Schema& schema;
  Lexicon lexicon;
  Abbreviations abbreviations;
  ContextRules context;
  ClauseWords clause_words;
};

ArticleAnalyzer::ArticleAnalyzer(const Schema& schema) : rules_(std::make_unique<Rules>(schema)) {}
ArticleAnalyzer::~ArticleAnalyzer() = default;
ArticleAnalyzer::ArticleAnalyzer(ArticleAnalyzer&&) noexcept = default;
ArticleAnalyzer& ArticleAnalyzer::operator=(ArticleAnalyzer&&) noexcept = default;

AnalyzedArticle ArticleAnalyzer::analyze(Article article, const AnalysisOptions& options) const {
  if (article.language.empty()) {
    article.language = detect_language(article.text);
  }
  AnalyzedArticle analyzed;
  analyzed.article = std::move(article);
  const Article& read = analyzed.article;
  Document document =
      read_document(read.text, rules_->lexicon, rules_->abbreviations, read.language);
  std::vector<Attribution> attributions =
      has_simple_clauses(read.language)
          ? attribute_simple_clauses(document, read,
                                     {rules_->lexicon, rules_->schema, rules_->clause_words})
          : attribute_document(document, read, rules_->lexicon, rules_->schema);
  const ArticleContext context = rules_->context.read(document, read);
  replace_with_speech(attributions,
                      attribute_speech({document, read, context, rules_->lexicon, rules_->schema}));
  drop_doubtful(attributions, options.min_confidence);

  analyzed.passages = cut_passages(document, attributions);
  for (Passage& passage : analyzed.passages) {
    passage.language = passage_language(passage.range.in(read.text), read.language);
  }
  rules_->context.annotate(document, context, analyzed);
  return analyzed;
}

}  // namespace verbale
