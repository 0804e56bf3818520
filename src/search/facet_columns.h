#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace verbale {

// The packed value of one slot for each passage.
struct FacetColumn {
  std::vector<std::uint32_t> value_of;  // By document id, a place in `values`.
  std::vector<std::string> values{""};  // The first stands for no value.
};

// Columns of a local database, kept from query to query. Xapian stores values in blocks, all of
// which a frequent word touches, so that counting its passages costs as much as reading the whole
// column; with the column it is one addition a passage. Four bytes a passage and field.
class FacetColumns {
 public:
  // Nothing for the first query that asks for a slot: a process that asks once only reads what it
  // needs.
  const FacetColumn* of(const Xapian::Database& database, Xapian::valueno slot);
  void forget() { columns_.clear(); }

 private:
  std::map<Xapian::valueno, FacetColumn> columns_;
};

}  // namespace verbale
