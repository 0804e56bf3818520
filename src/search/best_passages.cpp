#include "search/best_passages.h"

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

#include "index/terms.h"

namespace verbale {
namespace {

void put_in_order(const Xapian::Database& database, std::span<ScoredPassage> equals) {
  std::vector<std::pair<std::string, ScoredPassage>> ordered;
  auto article = database.valuestream_begin(value_slot::article);
  for (const ScoredPassage& passage : equals) {
    article.skip_to(passage.passage);
    ordered.emplace_back(*article, passage);
  }
  std::ranges::stable_sort(
      ordered, {}, [](const auto& passage) -> const auto& { return passage.first; });
  std::ranges::transform(ordered, equals.begin(), [](auto& passage) { return passage.second; });
}

}  // namespace

// All that share the least score stay, so that a page may be much shorter than what is kept.
void BestPassages::drop_worst() {
  if (kept_.size() > wanted_) {
    const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(wanted_) - 1;
    std::ranges::nth_element(kept_, last, std::greater<>(), &ScoredPassage::score);
    least_ = last->score;
    std::erase_if(kept_, [&](const ScoredPassage& passage) { return passage.score < least_; });
  }
  full_ = std::max(full_, 2 * kept_.size());
}

std::vector<ScoredPassage> BestPassages::in_order(const Xapian::Database& database) {
  drop_worst();
  std::ranges::sort(kept_, [](const ScoredPassage& a, const ScoredPassage& b) {
    return std::pair(-a.score, a.passage) < std::pair(-b.score, b.passage);
  });
  for (auto first = kept_.begin(); first != kept_.end();) {
    const auto last = std::ranges::find_if(first, kept_.end(), [&](const ScoredPassage& passage) {
      return passage.score != first->score;
    });
    if (last - first > 1) {
      put_in_order(database, {first, last});
    }
    first = last;
  }
  kept_.resize(std::min(kept_.size(), wanted_));
  return std::move(kept_);
}

}  // namespace verbale
