#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "search/word_windows.h"

namespace verbale {

// Terms that one operand of NEAR or ADJ may be, sorted.
using OperandTerms = std::vector<std::string>;

// Where words must stand as Xapian 1.4 cannot ask for.
struct PlaceRule {
  Xapian::Query candidates;  // Matches no passage without a word of each operand.
  std::vector<OperandTerms> operands;
  // Whether a candidate stays, by the places of each operand's words in it.
  std::function<bool(const std::vector<Positions>&)> holds;
};

// The candidates of a rule that it keeps. Looks at the places of all of them before the match,
// which costs what Xapian's own NEAR does. Of local shards only: no remote server knows it.
class CheckedPlaces : public Xapian::PostingSource {
 public:
  explicit CheckedPlaces(PlaceRule rule) : rule_(std::move(rule)) {}

  void init(const Xapian::Database& shard) override;
  PostingSource* clone() const override { return new CheckedPlaces(rule_); }

  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }

  void next(double) override;
  void skip_to(Xapian::docid passage, double) override;
  bool at_end() const override { return next_ > kept_.size(); }
  Xapian::docid get_docid() const override { return kept_[next_ - 1]; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(kept_.size()); }

  PlaceRule rule_;
  std::vector<Xapian::docid> kept_;
  std::size_t next_ = 0;  // The one after the passage where it stands.
};

}  // namespace verbale
