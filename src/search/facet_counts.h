#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <unordered_map>

#include "search/facet_columns.h"
#include "verbale/base/result.h"
#include "verbale/schema/schema.h"
#include "verbale/search/searcher.h"

namespace verbale {

// Counts one field's values over the matches of a query: gives Xapian's stock spy for the field's
// slot, which remote servers know too, and reads the packed values that it counted.
class FacetCounts {
 public:
  // `field` is the request's and outlives this.
  FacetCounts(const FacetRequest& request, const Field& field)
      : request_(request), field_(field), spy_(*field.slot) {}

  const Field& field() const { return field_; }
  Xapian::ValueCountMatchSpy& spy() { return spy_; }

  // Counts passages of a local database without a match: in ascending order from its values, in
  // any from a column.
  void count(const Xapian::Database& database, std::span<const Xapian::docid> passages);
  void count(const FacetColumn& column, std::span<const Xapian::docid> passages);

  Facet counted(const Schema& schema) const;

 private:
  using Counts = std::unordered_map<std::string, std::size_t>;

  std::size_t unpack(Counts& counts) const;
  std::size_t unpack(const std::string& packed, std::size_t passages, Counts& counts) const;

  FacetRequest request_;
  const Field& field_;
  Xapian::ValueCountMatchSpy spy_;
  Counts packed_;             // Counted without the spy.
  std::size_t passages_ = 0;  // The same.
};

// The field that a request such as "speaker" or "date:month" names. An error that lists the facets
// when there is none.
Result<const Field*, QueryError> facet_field(const FacetRequest& request, const Schema& schema);

}  // namespace verbale
