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

// Of about `size` bytes from `begin` on, whole characters.
std::string_view sample_at(std::string_view text, std::size_t begin, std::size_t size) {
  const auto inside = [text](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (inside(begin)) {
    ++begin;
  }
  std::size_t end = std::min(begin + size, text.size());
  while (inside(end)) {
    ++end;
  }
  return text.substr(begin, end - begin);
}

// A text whose beginning and middle are in one language is in that one; the others are read on.
std::string language_of(std::string_view text) {
  constexpr std::size_t sample = 512;
  if (text.size() > 3 * sample) {
    std::string beginning = detect_language(sample_at(text, 0, sample));
    if (!beginning.empty() &&
        beginning == detect_language(sample_at(text, text.size() / 2, sample))) {
      return beginning;
    }
  }
  return detect_language(text);
}

// Whether a fourth of the words and more are of the closed classes of English, as they are nowhere
// else: most passages need not be asked for their language.
bool is_english(const Document& document, const Lexicon& lexicon, TextRange passage) {
  constexpr Traits english = trait_determiner | trait_preposition | trait_coordinator |
                             trait_auxiliary | trait_subordinator | pronoun_traits;
  std::size_t words = 0, known = 0;
  auto token = std::ranges::lower_bound(document.tokens, passage.begin, {},
                                        [](const Token& t) { return t.range.begin; });
  for (; token != document.tokens.end() && token->range.begin < passage.end; ++token) {
    words += token->is_word() || token->kind == TokenKind::Ideograph ? 1 : 0;
    known += token->is_word() && lexicon.has(*token, english) ? 1 : 0;
  }
  return known * 4 > words;
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
    article.language = language_of(article.text);
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
    passage.language = read.language == "en" && is_english(document, rules_->lexicon, passage.range)
                           ? read.language
                           : passage_language(passage.range.in(read.text), read.language);
  }
  rules_->context.annotate(document, context, analyzed);
  return analyzed;
}

}  // namespace verbale
