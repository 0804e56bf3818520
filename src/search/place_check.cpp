#include "search/place_check.h"

#include <algorithm>

namespace verbale {
namespace {

// The places of any of some terms in passages that are asked for in ascending order. The terms'
// own lists tell which of them a passage has.
class PlacesReader {
 public:
  PlacesReader(const Xapian::Database& shard, const OperandTerms& terms) : shard_(shard) {
    for (const std::string& term : terms) {
      lists_.push_back({term, shard.postlist_begin(term), shard.postlist_end(term)});
    }
  }

  Positions places(Xapian::docid passage) {
    Positions places;
    for (List& list : lists_) {
      if (list.next != list.end) {
        list.next.skip_to(passage);
      }
      if (list.next != list.end && *list.next == passage) {
        places.insert(places.end(), shard_.positionlist_begin(passage, list.term),
                      shard_.positionlist_end(passage, list.term));
      }
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
  }

 private:
  struct List {
    std::string term;
    Xapian::PostingIterator next, end;
  };
  const Xapian::Database& shard_;
  std::vector<List> lists_;
};

}  // namespace

void CheckedPlaces::init(const Xapian::Database& shard) {
  kept_.clear();
  next_ = 0;
  Xapian::Enquire enquire(shard);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, rule_.candidates, 0));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  std::vector<PlacesReader> readers;
  for (const OperandTerms& terms : rule_.operands) {
    readers.emplace_back(shard, terms);
  }
  const Xapian::MSet found = enquire.get_mset(0, shard.get_doccount());
  for (auto passage = found.begin(); passage != found.end(); ++passage) {
    std::vector<Positions> lists;
    lists.reserve(rule_.operands.size());
    for (PlacesReader& reader : readers) {
      lists.push_back(reader.places(*passage));
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
