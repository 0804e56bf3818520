#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "verbale/model/analyzed_article.h"
#include "verbale/query/parser.h"
#include "verbale/schema/schema.h"

namespace verbale {

enum class SortOrder { Relevance, DateAscending, DateDescending };
enum class MatchMode { Auto, All, Any };
enum class Collapse { None, Article, Story, Statement };

struct FacetRequest {
  std::string field;  // "speaker"; for dates "date", "date:month", "date:day" pick the unit.
  std::size_t limit = 10;
};

struct SearchRequest {
  QueryNode query;                 // What was typed.
  std::vector<QueryNode> filters;  // Filter and Range nodes, of options; same field: Or.
  MatchMode match = MatchMode::Auto;
  SortOrder sort = SortOrder::Relevance;
  Collapse collapse = Collapse::None;
  std::size_t offset = 0;
  std::size_t limit = 10;
  unsigned context = 1;  // Sentences before and after each hit.
  double min_confidence = 0;
  std::vector<FacetRequest> facets;
  bool expand = true;  // Synonyms and stems of other languages.
  bool explain = false;
  bool partial = false;  // Answer without the shards that cannot be reached.
};

struct Hit {
  PassageId id;
  std::size_t rank = 0;  // From 1, over all pages.
  double score = 0;
  Passage passage;                    // Ranges are bytes of the article's text.
  Passage in_code_points;             // The same, ranges counted in code points: what JSON prints.
  std::string text;                   // The passage's.
  std::vector<TextRange> highlights;  // In `text`, bytes, in order, not overlapping.
  std::vector<TextRange> title_highlights;  // In `article.title`.
  std::string before, after;                // Context.
  Article article;                          // All but its text.
  std::vector<std::string> explanation;     // Where the score comes from, when asked.
};

struct FacetValue {
  std::string value;
  std::string label;
  std::size_t count = 0;
};

struct Facet {
  std::string field;
  std::vector<FacetValue> values;  // By count, then value; dates by time.
  std::size_t distinct = 0;        // Values over all hits.
  std::size_t other = 0;           // Sum of the counts beyond `values`.
  std::size_t missing = 0;         // Hits without a value.
};

// How a query was read.
struct ReadQuery {
  QueryNode tree;                       // With the filters of options.
  std::vector<std::string> expansions;  // Names, synonyms, wildcards.
  std::vector<std::string> dropped;     // What was left out.
};

struct SearchAnswer {
  std::uint64_t generation = 0;
  std::string interpreted;
  std::optional<ReadQuery> explained;  // When asked.
  bool relaxed = false;
  bool partial = false;
  std::size_t total = 0;   // Passages, exactly, before collapsing.
  std::size_t groups = 0;  // Collapse keys; equal to `total` without collapsing.
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<std::string> suggestion;
  std::vector<std::string> warnings;
  std::vector<std::string> advice;  // For an empty answer: what to try.
};

// Answers queries against one generation of an index. The generation is chosen when the Searcher
// is made and never changes under it. Not thread-safe; make one per thread.
class Searcher {
 public:
  // Throws IndexError when `index_root` has no readable current generation.
  Searcher(const std::filesystem::path& index_root, const Schema& schema);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // Hits best first; equal scores by passage id, so that any number of shards gives one order.
  // An error when the query asks what cannot be answered (a wildcard that expands too far).
  Result<SearchAnswer, QueryError> search(const SearchRequest& request) const;

  // A passage's whole article, rebuilt from its passages; nothing when the id is unknown.
  std::optional<AnalyzedArticle> article_of(const PassageId& id) const;

 private:
  struct Impl;  // Keeps Xapian out of every file that includes this one.
  std::unique_ptr<Impl> impl_;
};

}  // namespace verbale
