#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "search/index_words.h"
#include "search/place_check.h"
#include "search/ranking.h"
#include "search/word_matcher.h"
#include "verbale/base/result.h"
#include "verbale/query/parser.h"
#include "verbale/schema/schema.h"

namespace verbale {

// A term that adds to a hit's score: its impact in the passage times `weight`.
struct ScoredTerm {
  std::string term;
  std::string word;   // Of the query.
  std::string place;  // "text", "title", ...
  double weight = 0;
};

// A word that articles are weighed by.
struct ArticleWord {
  std::vector<std::string> in_text, in_title;  // Its terms.
  double weight = 0;
};

struct BuiltQuery {
  Xapian::Query query;
  bool can_relax = false;            // Any would match more than All.
  std::optional<std::size_t> total;  // Its matches, where frequencies alone tell them.
  std::optional<std::string> term;   // It matches what has this term, and no more.
  std::optional<WordGroup> words;    // It matches what these do, and no more.
  std::vector<ScoredTerm> scored;
  std::vector<std::string> warnings;
};

// Translates query trees into Xapian queries over the terms of docs/index_format.md. Weights come
// from the live frequencies, so a built query serves one state of the index.
class QueryBuilder {
 public:
  QueryBuilder(const Xapian::Database& database, const Schema& schema, IndexWords& words,
               Fetching fetching)
      : database_(database),
        schema_(schema),
        words_(words),
        remote_(fetching == Fetching::AllAtOnce) {}

  // What a query asks that cannot be answered is an error.
  Result<BuiltQuery, QueryError> build(const QueryNode& query, WordsMatch match);

  // The bare words of `root`: what articles are weighed by beside their best passages.
  std::vector<ArticleWord> article_words(const QueryNode& root);

  // Filters of one field widen, those of different fields narrow. Without weight. Matches
  // everything when there are none.
  Xapian::Query filter(const std::vector<QueryNode>& filters);

 private:
  struct WordMatch {
    Xapian::Query text;
    Xapian::Query context;
    WordTerms terms;
    bool stop = false;  // No word in it: nothing to match.
  };
  struct Stems {
    std::vector<std::string> terms;  // Those that the index has.
    std::vector<std::size_t> frequencies;
    std::size_t frequency = 0;  // Of all.
  };
  struct Weighed {
    std::string word;
    double times = 1;
  };

  Xapian::Query node(const QueryNode& node);
  Xapian::Query and_group(const QueryNode& node);
  Xapian::Query or_group(const QueryNode& node);
  Xapian::Query bare_words(const std::vector<const QueryNode*>& nodes, WordsMatch match);
  Xapian::Query field_words(const QueryNode& node);
  ArticleWord article_word(const std::string& word, double times);
  WordMatch bare_word(const QueryNode& node, double times);
  Stems stems(const std::string& field_prefix, const std::string& word);
  static std::vector<WeighedTerm> weighed_terms(const Stems& stems, double weight);
  Xapian::Query scored_stems(const Stems& stems, double weight, const Weighed& weighed,
                             const char* place);
  Xapian::Query one_word(const std::string& field_prefix, const Weighed& weighed,
                         const char* place);
  Xapian::Query graphemes(const std::string& field_prefix, const std::vector<QueryWord>& words,
                          const Weighed& weighed, const char* place);
  Xapian::Query or_synonyms(const Xapian::Query& written, const QueryNode& node, double weight);
  Xapian::Query synonym(const QueryNode& name, double weight);
  Xapian::Query phrase(const QueryNode& node);
  Xapian::Query words_in_order(const std::string& field_prefix,
                               const std::vector<QueryWord>& words);
  Xapian::Query prefix(const QueryNode& node);
  const Expansion& expansion(const QueryNode& node);
  Xapian::Query near(const QueryNode& node);
  Xapian::Query at_places(const QueryNode& node, std::vector<OperandTerms> operands);
  Xapian::Query checked(const QueryNode& node, PlaceRule rule);
  OperandTerms operand(const QueryNode& node);
  Xapian::Query values(const QueryNode& node);
  Xapian::Query value(const Field& field, const std::string& value);
  Xapian::Query dates(const QueryNode& node);
  Xapian::Query scored(const std::string& term, double weight, const Weighed& weighed,
                       const char* place);
  std::string field_prefix(const std::string& field) const;
  Xapian::Query fail(const QueryNode& node, std::string message, std::string suggestion);

  const Xapian::Database& database_;
  const Schema& schema_;
  IndexWords& words_;
  bool remote_;  // Some shards are: what only local ones can do is an error.
  WordsMatch match_ = WordsMatch::All;
  BuiltQuery built_;
  std::size_t wildcards_ = 1;                    // In the query.
  std::map<std::string, Expansion> expansions_;  // By the wildcard as it is printed.
  std::size_t checked_ = 0;                      // Chains whose places are looked at.
  std::optional<QueryError> error_;
  WordGroup words_in_group_;  // The bare words of the group seen last.
  bool terms_tell_ = true;    // Whether these words match nothing but their terms.
};

}  // namespace verbale
