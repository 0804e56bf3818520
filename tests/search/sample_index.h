#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "search/index_searcher.h"
#include "verbale/model/analyzed_article.h"
#include "verbale/schema/schema.h"

namespace verbale::testing {

// A passage as a test writes it: words between “ and ” are quotations.
struct Spoken {
  std::string text;
  std::vector<Speaker> speakers;
  std::vector<std::string> about;
  std::vector<std::string> topics;
  std::string date;  // Empty: unknown.
  std::string language = "en";
  double confidence = 0.9;
};

struct Written {
  std::string id;
  std::string title;
  std::string outlet;
  std::vector<Spoken> passages;
};

// The passages stand in the article's text one a paragraph.
AnalyzedArticle analyzed(const Written& written);

// An index in memory, its articles dealt out to `shards` databases.
Xapian::Database index_of(const std::vector<Written>& articles, const Schema& schema,
                          std::size_t shards = 1);

// One on disk.
void write_index(const std::vector<Written>& articles, const Schema& schema,
                 const std::string& folder);

// Query trees.
QueryNode word(const std::string& text, const std::string& field = "");
QueryNode phrase(const std::string& text, const std::string& field = "");
QueryNode prefix(const std::string& text);
QueryNode is(const std::string& field, std::vector<std::string> values);
QueryNode missing(const std::string& field);
QueryNode dated(const std::string& from, const std::string& until);
QueryNode both(std::vector<QueryNode> children);
QueryNode either(std::vector<QueryNode> children);
QueryNode no(QueryNode child);
QueryNode near(unsigned window, std::vector<QueryNode> children);
QueryNode adjacent(unsigned window, std::vector<QueryNode> children);

// "a#0 a#1": the hits of an answer in order.
std::string ids(const SearchAnswer& answer);

// "CN 3, US 1; distinct 2, other 0, missing 1"
std::string printed(const Facet& facet);

}  // namespace verbale::testing
