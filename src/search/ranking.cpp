#include "search/ranking.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "index/terms.h"

namespace verbale {
namespace {

void put_in_order(std::span<RankedPassage> passages) {
  std::vector<std::pair<std::string, RankedPassage>> ordered;
  for (RankedPassage& passage : passages) {
    ordered.emplace_back(passage.document.get_value(value_slot::article), std::move(passage));
  }
  // Equal ones stand in the order of their document ids.
  std::ranges::stable_sort(
      ordered, {}, [](const auto& passage) -> const auto& { return passage.first; });
  std::ranges::transform(ordered, passages.begin(),
                         [](auto& passage) { return std::move(passage.second); });
}

// A match that looks at all passages anyway keeps some more than the page, so that it mostly has
// all those that share the last score.
constexpr Xapian::doccount ties_of_one_match = 50;

// Puts passages of equal score, which stand together, in their order where that shows between the
// ranks `begin` and `end`.
void settle_ties(std::vector<RankedPassage>& passages, std::size_t begin, std::size_t end) {
  for (std::size_t first = 0; first < std::min(end, passages.size());) {
    std::size_t last = first + 1;
    while (last < passages.size() && passages[last].score == passages[first].score) {
      ++last;
    }
    if (last - first > 1 && last > begin) {
      put_in_order(std::span(passages).subspan(first, last - first));
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

Ranking best_passages(const Xapian::Database& database, Xapian::Enquire& enquire, Page page,
                      Counting counting) {
  const Xapian::doccount all = database.get_doccount();
  const Xapian::doccount end = page.offset + std::min(page.limit, all - std::min(page.offset, all));
  const bool exact = counting == Counting::Exact;
  enquire.set_weighting_scheme(Xapian::TfIdfWeight(impact_scheme));
  const Xapian::MSet best =
      enquire.get_mset(0, end + (exact ? ties_of_one_match : 1), exact ? all : 0);
  const auto score_at = [&](Xapian::doccount rank) { return best[rank].get_weight(); };

  Ranking ranking;
  ranking.matches = best.get_matches_upper_bound();
  const Xapian::doccount got = best.size();
  if (end > 0 && got > end && score_at(end - 1) == score_at(got - 1)) {
    enquire.clear_matchspies();
    enquire.set_cutoff(0, score_at(end - 1));
    enquire.set_sort_by_relevance_then_value(value_slot::article, false);
    ranking.page = passages_of(enquire.get_mset(page.offset, end - page.offset), page);
    return ranking;
  }
  ranking.page = passages_of(best, page);
  settle_ties(ranking.page, page.offset, end);
  ranking.page.erase(ranking.page.begin() + std::min(got, end), ranking.page.end());
  ranking.page.erase(ranking.page.begin(), ranking.page.begin() + std::min(got, page.offset));
  return ranking;
}

}  // namespace verbale
