#pragma once

#include <xapian.h>

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/analyzers.h"
#include "search/facet_columns.h"
#include "search/facet_counts.h"
#include "search/index_words.h"
#include "search/passage_reader.h"
#include "search/query_builder.h"
#include "search/ranking.h"
#include "verbale/schema/schema.h"
#include "verbale/search/searcher.h"

namespace verbale {

// Answers queries against an open Xapian database, of whatever shards it is made. Throws Xapian's
// errors: Searcher, which opens the database and outlives what happens to it, deals with them.
class IndexSearcher {
 public:
  // Keeps a reference: `schema` must outlive the searcher.
  IndexSearcher(Xapian::Database database, const Schema& schema,
                Fetching fetching = Fetching::EachByItself);
  IndexSearcher(const IndexSearcher&) = delete;
  IndexSearcher& operator=(const IndexSearcher&) = delete;

  Result<SearchAnswer, QueryError> search(const SearchRequest& request);
  std::optional<AnalyzedArticle> article_of(const PassageId& id) const {
    return passages_.article_of(id);
  }

  // Sees what was committed since.
  void reopen();

 private:
  // The matches of one query: a page of them, and exact counts.
  struct Matches {
    std::vector<RankedPassage> page;
    std::size_t total = 0;
    std::size_t groups = 0;
    std::deque<FacetCounts> facets;  // Spies never move.
  };

  Result<Matches, QueryError> match(const BuiltQuery& built, const SearchRequest& request);
  void match_best_first(const BuiltQuery& built, const SearchRequest& request, Matches& matches);
  void match_words(const WordGroup& words, const SearchRequest& request, Matches& matches);
  void count_facets_of(std::span<const Xapian::docid> passages, Matches& matches);
  void count_facets_apart(const BuiltQuery& built, const SearchRequest& request, Matches& matches);
  void match_groups(const BuiltQuery& built, const SearchRequest& request, Matches& matches);
  void match_in_order(const BuiltQuery& built, const SearchRequest& request, Matches& matches);
  void count_wider_facets(const BuiltQuery& built, const SearchRequest& request, Matches& matches);
  Page page_of(const SearchRequest& request) const;
  bool add_spies(const SearchRequest& request, Matches& matches, Xapian::Enquire& enquire);
  Xapian::Query narrowed(const Xapian::Query& query, const SearchRequest& request,
                         const std::string& except_field);
  void order_by(const SearchRequest& request, Xapian::Query query, Xapian::Enquire& enquire);
  void add_hits(const Matches& matches, const BuiltQuery& built, const SearchRequest& request,
                SearchAnswer& answer);
  void label_speakers(Facet& facet);
  void add_advice(const SearchRequest& request, SearchAnswer& answer);
  bool mend_values(QueryNode& node, SearchAnswer& answer);
  std::string label_of(const std::string& field, const std::string& value);
  std::size_t count(const SearchRequest& request);

  Xapian::Database database_;
  Fetching fetching_;
  const Schema& schema_;
  Analyzers analyzers_;
  IndexWords words_;
  QueryBuilder builder_;
  PassageReader passages_;
  FacetColumns columns_;
  std::unordered_map<std::string, std::string> names_;  // Of speakers outside the tables, by id.
  Xapian::FixedWeightPostingSource dated_weight_;
};

}  // namespace verbale
