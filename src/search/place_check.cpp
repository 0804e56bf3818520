#include "search/place_check.h"

#include <algorithm>

namespace verbale {
namespace {

Positions places(const Xapian::Database& shard, Xapian::docid passage, const OperandTerms& terms) {
  Positions places;
  const auto read = [&](const std::string& term) {
    places.insert(places.end(), shard.positionlist_begin(passage, term),
                  shard.positionlist_end(passage, term));
  };
  if (terms.size() == 1) {
    read(terms.front());
    return places;
  }
  auto present = shard.termlist_begin(passage);
  const auto end = shard.termlist_end(passage);
  for (const std::string& term : terms) {
    present.skip_to(term);
    if (present == end) {
      break;
    }
    if (*present == term) {
      read(term);
    }
  }
  std::ranges::sort(places);
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace

void CheckedPlaces::init(const Xapian::Database& shard) {
  kept_.clear();
  next_ = 0;
  Xapian::Enquire enquire(shard);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, rule_.candidates, 0));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, shard.get_doccount());
  for (auto passage = found.begin(); passage != found.end(); ++passage) {
    std::vector<Positions> lists;
    for (const OperandTerms& terms : rule_.operands) {
      lists.push_back(places(shard, *passage, terms));
    }
    if (rule_.holds(lists)) {
      kept_.push_back(*passage);
    }
  }
}

void CheckedPlaces::next(double) {
  ++next_;
}

void CheckedPlaces::skip_to(Xapian::docid passage, double) {
  const auto from = kept_.begin() + static_cast<std::ptrdiff_t>(next_ == 0 ? 0 : next_ - 1);
  next_ =
      static_cast<std::size_t>(std::lower_bound(from, kept_.end(), passage) - kept_.begin()) + 1;
}

}  // namespace verbale
