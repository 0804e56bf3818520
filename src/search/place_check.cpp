#include "search/place_check.h"

#include <algorithm>

#include "index/terms.h"

namespace verbale {

using Query = Xapian::Query;

Positions PlaceCheck::places(Xapian::docid passage, const OperandTerms& terms) const {
  Positions places;
  const auto read = [&](const std::string& term) {
    places.insert(places.end(), database_.positionlist_begin(passage, term),
                  database_.positionlist_end(passage, term));
  };
  if (terms.size() == 1) {
    read(terms.front());
    return places;
  }
  auto present = database_.termlist_begin(passage);
  const auto end = database_.termlist_end(passage);
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

std::string PlaceCheck::own_term(Xapian::docid passage) const {
  auto term = database_.termlist_begin(passage);
  term.skip_to(std::string(term_prefix::passage));
  return *term;
}

Query PlaceCheck::narrowed(const Query& candidates, const std::vector<OperandTerms>& operands,
                           const Holds& holds) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(Query(Query::OP_SCALE_WEIGHT, candidates, 0));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
  std::vector<Xapian::docid> kept, dropped;
  for (auto passage = found.begin(); passage != found.end(); ++passage) {
    std::vector<Positions> lists;
    for (const OperandTerms& terms : operands) {
      lists.push_back(places(*passage, terms));
    }
    (holds(lists) ? kept : dropped).push_back(*passage);
  }
  if (dropped.empty()) {
    return candidates;
  }
  const bool few_kept = kept.size() < dropped.size();
  std::vector<Query> named;
  for (const Xapian::docid passage : few_kept ? kept : dropped) {
    named.emplace_back(own_term(passage));
  }
  const Query any(Query::OP_OR, named.begin(), named.end());
  return Query(few_kept ? Query::OP_FILTER : Query::OP_AND_NOT, candidates, any);
}

}  // namespace verbale
