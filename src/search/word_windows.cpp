#include "search/word_windows.h"

#include <algorithm>
#include <iterator>

namespace verbale {
namespace {

// The places of each list between two places, both included.
class Window {
 public:
  Window(std::span<const Positions> lists, std::uint32_t first, std::uint32_t last) {
    for (const Positions& list : lists) {
      const auto begin = std::ranges::lower_bound(list, first);
      lists_.emplace_back(begin, std::ranges::upper_bound(begin, list.end(), last, {}));
    }
  }

  bool has_empty_list() const {
    return std::ranges::any_of(lists_, [](const auto& list) { return list.empty(); });
  }

  std::span<const std::uint32_t> list(std::size_t i) const { return lists_[i]; }

  // Whether every list can have a place of its own when list `chosen` has `place`: augmenting
  // paths of a bipartite matching. A list of as many places as there are lists always finds one.
  bool can_choose(std::size_t chosen, std::uint32_t place) const {
    Taken taken{{place, chosen}};
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      Positions tried{place};
      if (i != chosen && lists_[i].size() < lists_.size() && !find_place(i, taken, tried)) {
        return false;
      }
    }
    return true;
  }

 private:
  using Taken = std::vector<std::pair<std::uint32_t, std::size_t>>;

  bool find_place(std::size_t i, Taken& taken, Positions& tried) const {
    for (const std::uint32_t place : lists_[i]) {
      if (std::ranges::find(tried, place) != tried.end()) {
        continue;
      }
      tried.push_back(place);
      const auto holder = std::ranges::find(taken, place, &Taken::value_type::first);
      if (holder == taken.end()) {
        taken.emplace_back(place, i);
        return true;
      }
      const std::size_t index = static_cast<std::size_t>(holder - taken.begin());
      if (find_place(taken[index].second, taken, tried)) {
        taken[index].second = i;
        return true;
      }
    }
    return false;
  }

  std::vector<std::span<const std::uint32_t>> lists_;
};

}  // namespace

std::vector<Positions> places_near(std::span<const Positions> lists, std::uint32_t span) {
  Positions starts;
  for (const Positions& list : lists) {
    starts.insert(starts.end(), list.begin(), list.end());
  }
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  if (starts.size() < lists.size()) {
    return std::vector<Positions>(lists.size());
  }
  // A place is in many windows: once it is chosen, it is.
  std::vector<std::vector<bool>> chosen;
  for (const Positions& list : lists) {
    chosen.emplace_back(list.size());
  }
  for (const std::uint32_t start : starts) {
    const Window window(lists, start, start + span);
    if (window.has_empty_list()) {
      continue;
    }
    for (std::size_t i = 0; i < lists.size(); ++i) {
      std::size_t at = static_cast<std::size_t>(window.list(i).data() - lists[i].data());
      for (const std::uint32_t place : window.list(i)) {
        chosen[i][at] = chosen[i][at] || window.can_choose(i, place);
        ++at;
      }
    }
  }
  std::vector<Positions> found(lists.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    std::ranges::copy_if(
        lists[i], std::back_inserter(found[i]),
        [&, at = std::size_t{0}](std::uint32_t) mutable { return chosen[i][at++]; });
  }
  return found;
}

std::vector<Positions> places_in_order(std::span<const Positions> lists, std::uint32_t gap) {
  std::vector<Positions> found(lists.begin(), lists.end());
  // What no chain from the first list leads up to goes, then what no chain leads on from.
  for (std::size_t i = 1; i < found.size(); ++i) {
    std::erase_if(found[i], [&](std::uint32_t place) {
      const Positions& before = found[i - 1];
      const auto next = std::ranges::lower_bound(before, place);
      return next == before.begin() || place - *std::prev(next) > gap;
    });
  }
  for (std::size_t i = found.size() - 1; i-- > 0;) {
    std::erase_if(found[i], [&](std::uint32_t place) {
      const Positions& after = found[i + 1];
      const auto next = std::ranges::upper_bound(after, place);
      return next == after.end() || *next - place > gap;
    });
  }
  return found;
}

}  // namespace verbale
