#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/query_builder.h"
#include "search/ranking.h"

namespace verbale {

// All passages that a query matches, in groups by the value of a slot: the passages of an article,
// or those that say the same. A group is ranked by its best passage, an article also as a whole.
class PassageGroups {
 public:
  PassageGroups(const Xapian::Database& database, unsigned slot, Fetching fetching)
      : database_(database), slot_(slot), fetching_(fetching) {}

  // Runs the match of `enquire`, whose query and spies are set.
  void match(Xapian::Enquire& enquire);

  // Weighs the groups, which are articles, by the words that are anywhere in them: as IneB2 does,
  // with the occurrences that the impacts of their passages were made from. A title that has a word
  // counts as one occurrence in a passage of average length.
  void weigh(const std::vector<ArticleWord>& words);

  std::size_t passages() const { return matches_.size(); }
  std::size_t groups() const { return groups_.size(); }

  // A page of groups by their best passages, the first of equally good ones; groups of equal scores
  // in the order of value_slot::article, then of document ids.
  std::vector<RankedPassage> page(Page page) const;

 private:
  struct Match {
    Xapian::docid passage = 0;
    double score = 0;
    std::uint32_t group = 0;
  };
  struct Group {
    Xapian::docid best = 0;
    double score = 0;  // Of the best passage.
    double of_article = 0;
    std::uint64_t occurrences = 0;  // Of one word, while it is weighed.
    std::uint8_t length = 0;        // length_code(), of articles.
    bool in_title = false;

    double total() const { return score + of_article; }
  };
  // What a remote shard sends along with each passage.
  struct Carried {
    std::string key;
    std::string article;
  };

  template <class Visit>
  void for_each_posting(const std::string& term, Visit visit);
  template <class Visit>
  void for_each_local_posting(const std::string& term, Visit visit);
  void gather(const ArticleWord& word);
  void put_in_groups(std::span<const std::string> keys);
  std::vector<std::string> values(unsigned slot, std::span<const Xapian::docid> passages) const;
  void put_in_order(std::span<const Group*> groups) const;

  const Xapian::Database& database_;
  unsigned slot_;
  Fetching fetching_;
  std::vector<Match> matches_;  // By document id.
  std::vector<Group> groups_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::unordered_map<Xapian::docid, Carried> carried_;  // Of remote shards only.
};

}  // namespace verbale
