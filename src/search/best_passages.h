#pragma once

#include <xapian.h>

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace verbale {

struct ScoredPassage {
  Xapian::docid passage = 0;
  double score = 0;
};

// Keeps the best of many passages. Equal scores are in the order of value_slot::article and then of
// document ids, as everywhere; that value is read only of passages whose score is shared.
class BestPassages {
 public:
  explicit BestPassages(std::size_t wanted) : wanted_(wanted) {}

  void add(ScoredPassage passage) {
    if (passage.score >= least_ && wanted_ > 0) {
      kept_.push_back(passage);
      if (kept_.size() >= full_) {
        drop_worst();
      }
    }
  }

  // The wanted ones in order; fewer where there are no more.
  std::vector<ScoredPassage> in_order(const Xapian::Database& database);

 private:
  void drop_worst();

  std::size_t wanted_;
  std::size_t full_ = 256;
  double least_ = -std::numeric_limits<double>::infinity();
  std::vector<ScoredPassage> kept_;
};

}  // namespace verbale
