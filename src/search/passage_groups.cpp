#include "search/passage_groups.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <utility>

#include "index/impact.h"
#include "index/terms.h"
#include "search/term_weight.h"

namespace verbale {
namespace {

constexpr std::size_t key_hash_bytes = 8;

// One occurrence in a passage of average length.
const std::uint64_t one_occurrence = 1024;

// The document part of IneB2 for an article, of occurrences that have the lengths of their passages
// in them.
double article_share(std::uint64_t occurrences, std::uint8_t length) {
  const double frequency = static_cast<double>(occurrences) / static_cast<double>(one_occurrence) *
                           std::log2(1 + typical_article_words / length_of_code(length));
  return frequency / (1 + frequency);
}

}  // namespace

// A local database gives values in the order of its documents at little cost. Of remote shards
// they come with the matches, since each value asked for would be a message there and back.
void PassageGroups::match(Xapian::Enquire& enquire) {
  const bool remote = fetching_ == Fetching::AllAtOnce;
  const Xapian::doccount all = database_.get_doccount();
  enquire.set_weighting_scheme(Xapian::TfIdfWeight(impact_scheme));
  if (remote) {
    enquire.set_collapse_key(slot_, all);
    enquire.set_sort_by_relevance_then_value(value_slot::article, false);
  }
  const Xapian::MSet found = enquire.get_mset(0, all, all);
  matches_.reserve(found.size());
  for (auto item = found.begin(); item != found.end(); ++item) {
    matches_.push_back({*item, item.get_weight(), 0});
    if (remote) {
      carried_.emplace(*item, Carried{item.get_collapse_key(), item.get_sort_key()});
    }
  }
  std::ranges::sort(matches_, {}, &Match::passage);
  std::vector<Xapian::docid> passages;
  std::ranges::transform(matches_, std::back_inserter(passages), &Match::passage);
  put_in_groups(values(slot_, passages));
}

void PassageGroups::put_in_groups(std::span<const std::string> keys) {
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const auto [known, added] =
        by_key_.try_emplace(keys[i], static_cast<std::uint32_t>(groups_.size()));
    if (added) {
      groups_.emplace_back().length = keys[i].size() > key_hash_bytes
                                          ? static_cast<std::uint8_t>(keys[i][key_hash_bytes])
                                          : std::uint8_t{0};
    }
    Group& group = groups_[known->second];
    if (added || matches_[i].score > group.score) {
      group.score = matches_[i].score;
      group.best = matches_[i].passage;
    }
    matches_[i].group = known->second;
  }
}

std::vector<std::string> PassageGroups::values(unsigned slot,
                                               std::span<const Xapian::docid> passages) const {
  std::vector<std::string> values(passages.size());
  if (fetching_ == Fetching::AllAtOnce) {
    for (std::size_t i = 0; i < passages.size(); ++i) {
      const Carried& carried = carried_.at(passages[i]);
      values[i] = slot == slot_ ? carried.key : carried.article;
    }
    return values;
  }
  auto value = database_.valuestream_begin(slot);
  const auto end = database_.valuestream_end(slot);
  for (std::size_t i = 0; i < passages.size() && value != end; ++i) {
    value.skip_to(passages[i]);
    if (value != end && value.get_docid() == passages[i]) {
      values[i] = *value;
    }
  }
  return values;
}

// Most passages that have the word are matches, whose groups are known.
template <class Visit>
void PassageGroups::for_each_local_posting(const std::string& term, Visit visit) {
  auto value = database_.valuestream_begin(slot_);
  const auto end_of_values = database_.valuestream_end(slot_);
  auto match = matches_.begin();
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    const Xapian::docid passage = *posting;
    while (match != matches_.end() && match->passage < passage) {
      ++match;
    }
    if (match != matches_.end() && match->passage == passage) {
      visit(groups_[match->group], posting.get_wdf());
      continue;
    }
    if (value != end_of_values) {
      value.skip_to(passage);
    }
    const bool has_value = value != end_of_values && value.get_docid() == passage;
    const auto known = has_value ? by_key_.find(*value) : by_key_.end();
    if (known != by_key_.end()) {
      visit(groups_[known->second], posting.get_wdf());
    }
  }
}

// Visits the group and impact of each passage that has the term, where one of its group is matched.
template <class Visit>
void PassageGroups::for_each_posting(const std::string& term, Visit visit) {
  if (fetching_ == Fetching::EachByItself) {
    for_each_local_posting(term, visit);
    return;
  }
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::TfIdfWeight(impact_scheme));
  enquire.set_collapse_key(slot_, database_.get_doccount());
  enquire.set_query(Xapian::Query(term));
  const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
  for (auto item = found.begin(); item != found.end(); ++item) {
    if (const auto known = by_key_.find(item.get_collapse_key()); known != by_key_.end()) {
      visit(groups_[known->second], static_cast<unsigned>(item.get_weight()));
    }
  }
}

void PassageGroups::weigh(const std::vector<ArticleWord>& words) {
  for (const ArticleWord& word : words) {
    gather(word);
    for (Group& group : groups_) {
      group.occurrences += group.in_title ? one_occurrence : 0;
      const double share = article_share(group.occurrences, group.length);
      group.of_article += share > 0 ? exact_weight(word.weight * share) : 0;
      group.occurrences = 0;
      group.in_title = false;
    }
  }
}

// Counts the word in each group.
void PassageGroups::gather(const ArticleWord& word) {
  for (const std::string& term : word.in_text) {
    for_each_posting(term, [](Group& group, unsigned impact) {
      group.occurrences += normalised_frequency(impact);
    });
  }
  for (const std::string& term : word.in_title) {
    for_each_posting(term, [](Group& group, unsigned) { group.in_title = true; });
  }
}

void PassageGroups::put_in_order(std::span<const Group*> groups) const {
  std::ranges::sort(groups, {}, &Group::best);
  std::vector<Xapian::docid> best;
  std::ranges::transform(groups, std::back_inserter(best), &Group::best);
  const std::vector<std::string> articles = values(value_slot::article, best);
  std::vector<std::pair<std::string_view, const Group*>> ordered;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    ordered.emplace_back(articles[i], groups[i]);
  }
  std::ranges::stable_sort(ordered, [](const auto& a, const auto& b) {
    return std::pair(-a.second->total(), a.first) < std::pair(-b.second->total(), b.first);
  });
  std::ranges::transform(ordered, groups.begin(), [](const auto& group) { return group.second; });
}

std::vector<RankedPassage> PassageGroups::page(Page page) const {
  const std::size_t end = std::min<std::size_t>(groups_.size(), page.offset + page.limit);
  if (page.offset >= end) {
    return {};
  }
  std::vector<const Group*> groups;
  for (const Group& group : groups_) {
    groups.push_back(&group);
  }
  const auto total = [](const Group* group) { return group->total(); };
  const auto last = groups.begin() + static_cast<std::ptrdiff_t>(end) - 1;
  std::ranges::nth_element(groups, last, std::greater<>(), total);
  // Those of a score that is shared across the end of the page are ranked with those on it.
  const double least = total(*last);
  const auto shown = std::partition(last + 1, groups.end(),
                                    [&](const Group* group) { return total(group) == least; });
  put_in_order({groups.begin(), shown});
  std::vector<RankedPassage> passages;
  for (std::size_t i = page.offset; i < end; ++i) {
    passages.push_back(
        {database_.get_document(groups[i]->best), groups[i]->total(), groups[i]->of_article});
  }
  return passages;
}

}  // namespace verbale
