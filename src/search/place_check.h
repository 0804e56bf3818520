#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "search/word_windows.h"

namespace verbale {

// Terms that one operand of NEAR or ADJ may be, sorted.
using OperandTerms = std::vector<std::string>;

// Narrows a query to the passages where words stand as Xapian 1.4 cannot ask for: it looks at the
// places of every candidate and names the passages by their own terms, which serves remote shards
// and any place in a query. Costs what reading the places does, as Xapian's own NEAR.
class PlaceCheck {
 public:
  explicit PlaceCheck(const Xapian::Database& database) : database_(database) {}

  // Whether a passage stays, by the places of each operand's words in it.
  using Holds = std::function<bool(const std::vector<Positions>&)>;

  // Every passage that `candidates` matches has a word of each operand.
  Xapian::Query narrowed(const Xapian::Query& candidates, const std::vector<OperandTerms>& operands,
                         const Holds& holds) const;

 private:
  Positions places(Xapian::docid passage, const OperandTerms& terms) const;
  std::string own_term(Xapian::docid passage) const;

  const Xapian::Database& database_;
};

}  // namespace verbale
