#include "search/word_windows.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace verbale {
namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

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

  bool has_shared_places() const {
    Positions all;
    for (const auto& list : lists_) {
      all.insert(all.end(), list.begin(), list.end());
    }
    std::ranges::sort(all);
    return std::ranges::adjacent_find(all) != all.end();
  }

  std::span<const std::uint32_t> list(std::size_t i) const { return lists_[i]; }

  // Whether every list can have a place of its own when list `chosen` has `place`: augmenting
  // paths of a bipartite matching.
  bool can_choose(std::size_t chosen, std::uint32_t place) const {
    std::vector<std::pair<std::uint32_t, std::size_t>> taken{{place, chosen}};
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      Positions tried{place};
      if (i != chosen && !find_place(i, taken, tried)) {
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

  std::vector<Positions> lists_;
};

void sort_out(std::vector<Positions>& lists) {
  for (Positions& list : lists) {
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

}  // namespace

std::vector<Positions> places_near(std::span<const Positions> lists, std::uint32_t span) {
  std::vector<Positions> found(lists.size());
  Positions starts;
  for (const Positions& list : lists) {
    starts.insert(starts.end(), list.begin(), list.end());
  }
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  for (const std::uint32_t start : starts) {
    const Window window(lists, start, start + span);
    if (window.has_empty_list()) {
      continue;
    }
    const bool shared = window.has_shared_places();
    for (std::size_t i = 0; i < lists.size(); ++i) {
      for (const std::uint32_t place : window.list(i)) {
        if (!shared || window.can_choose(i, place)) {
          found[i].push_back(place);
        }
      }
    }
  }
  sort_out(found);
  return found;
}

std::vector<Positions> places_in_order(std::span<const Positions> lists, std::uint32_t span) {
  const std::size_t count = lists.size();
  // For each place: where the shortest chain that leads up to it begins, and where the shortest
  // that leads on from it ends.
  std::vector<Positions> begins(count), ends(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (const std::uint32_t place : lists[i]) {
      if (i == 0) {
        begins[i].push_back(place);
        continue;
      }
      const auto after = std::ranges::lower_bound(lists[i - 1], place);
      const auto before = static_cast<std::size_t>(after - lists[i - 1].begin());
      begins[i].push_back(before == 0 ? nowhere : begins[i - 1][before - 1]);
    }
  }
  for (std::size_t i = count; i-- > 0;) {
    for (const std::uint32_t place : lists[i]) {
      if (i + 1 == count) {
        ends[i].push_back(place);
        continue;
      }
      const auto after = std::ranges::upper_bound(lists[i + 1], place);
      const auto next = static_cast<std::size_t>(after - lists[i + 1].begin());
      ends[i].push_back(next == lists[i + 1].size() ? nowhere : ends[i + 1][next]);
    }
  }
  std::vector<Positions> found(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < lists[i].size(); ++j) {
      if (begins[i][j] != nowhere && ends[i][j] != nowhere && ends[i][j] - begins[i][j] <= span) {
        found[i].push_back(lists[i][j]);
      }
    }
  }
  return found;
}

}  // namespace verbale
