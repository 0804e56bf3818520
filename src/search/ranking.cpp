#include "search/ranking.h"

#include <algorithm>

#include "index/terms.h"

namespace verbale {
namespace {

// Puts passages of equal score, which stand together, in their order.
void settle_ties(std::vector<RankedPassage>& passages) {
  for (auto first = passages.begin(); first != passages.end();) {
    const auto last = std::find_if(first, passages.end(), [&](const RankedPassage& passage) {
      return passage.score != first->score;
    });
    if (last - first > 1) {
      std::sort(first, last, [](const RankedPassage& a, const RankedPassage& b) {
        return a.document.get_value(value_slot::order) < b.document.get_value(value_slot::order);
      });
    }
    first = last;
  }
}

}  // namespace

std::vector<RankedPassage> passages_of(const Xapian::MSet& found, Page page) {
  // 1.4.22 crashes where the page is not the first.
  if (page.fetching == Fetching::AllAtOnce && page.offset == 0) {
    found.fetch();
  }
  std::vector<RankedPassage> passages;
  for (auto item = found.begin(); item != found.end(); ++item) {
    passages.push_back({item.get_document(), item.get_weight()});
  }
  return passages;
}

std::vector<RankedPassage> best_passages(const Xapian::Database& database,
                                         const Xapian::Query& query, Page page) {
  const Xapian::doccount all = database.get_doccount();
  const Xapian::doccount end = page.offset + std::min(page.limit, all - std::min(page.offset, all));
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::TfIdfWeight(impact_scheme));
  enquire.set_query(query);
  const Xapian::MSet best = enquire.get_mset(0, end + 1);
  const auto score_at = [&](Xapian::doccount rank) { return best[rank].get_weight(); };

  if (end > 0 && best.size() > end && score_at(end - 1) == score_at(end)) {
    enquire.set_cutoff(0, score_at(end - 1));
    enquire.set_sort_by_relevance_then_value(value_slot::order, false);
    return passages_of(enquire.get_mset(page.offset, end - page.offset), page);
  }
  std::vector<RankedPassage> passages = passages_of(best, page);
  passages.resize(std::min<std::size_t>(passages.size(), end));
  settle_ties(passages);
  passages.erase(passages.begin(),
                 passages.begin() + std::min<std::ptrdiff_t>(page.offset, std::ssize(passages)));
  return passages;
}

}  // namespace verbale
