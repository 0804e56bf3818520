#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace verbale {

struct RankedPassage {
  Xapian::Document document;
  double score = 0;
  double of_article = 0;  // The part of the score that is its article's.
};

// Remote shards are asked for all documents of a page at once; of local ones each is read when it
// is needed, since reading ahead costs more there than it saves.
enum class Fetching { EachByItself, AllAtOnce };

struct Page {
  Xapian::doccount offset = 0;
  Xapian::doccount limit = 0;
  Fetching fetching = Fetching::EachByItself;
};

struct Ranking {
  std::vector<RankedPassage> page;
  std::size_t matches = 0;  // All of the query's; exact only when asked to be.
};

enum class Counting { NotNeeded, Exact };

// A page of the passages that `enquire`, with its query and spies, matches: best first, equal
// scores in the order of value_slot::article. Reads that value only of passages whose score is
// shared across the end of the page: read of every match, as Xapian does when told to sort by it,
// it costs more than everything else together.
Ranking best_passages(const Xapian::Database& database, Xapian::Enquire& enquire, Page page,
                      Counting counting);

// The passages of `found`, which is that page, in the order that Xapian gave them.
std::vector<RankedPassage> passages_of(const Xapian::MSet& found, Page page);

// The impact alone, as it is stored: no document length, no frequencies.
inline constexpr const char* impact_scheme = "nnn";

}  // namespace verbale
