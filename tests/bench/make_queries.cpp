// Makes the queries that every engine is asked, out of the passages themselves: the same dump and
// seed give the same queries. usage: make_queries DUMP QUERIES [SEED] [COUNT]
#include <algorithm>
#include <array>
#include <iostream>
#include <random>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "passages.h"
#include "queries.h"

namespace verbale::bench {
namespace {

// A word of fewer passages tells nothing about speed.
constexpr std::size_t least_passages = 10;

constexpr std::array<std::string_view, 48> stop_words = {
    "about", "after", "also",  "and",  "any",   "are",   "been", "but",    "can",   "could",
    "for",   "from",  "had",   "has",  "have",  "his",   "its",  "into",   "may",   "more",
    "not",   "our",   "other", "over", "said",  "says",  "she",  "should", "such",  "than",
    "that",  "the",   "their", "them", "then",  "there", "they", "this",   "those", "was",
    "were",  "which", "will",  "with", "would", "been",  "what", "who"};

struct SampledPassage {
  std::vector<std::string> words;
  std::string date, country;
};

// What make() draws from: the passages, and in how many of them each word stands.
struct Collection {
  std::vector<SampledPassage> passages;
  std::unordered_map<std::string, std::size_t> frequency;
};

Collection read_collection(const std::string& dump) {
  Collection collection;
  read_dump(dump, [&](const DumpedPassage& passage) {
    SampledPassage& sampled = collection.passages.emplace_back();
    sampled.words = plain_words(passage.text);
    sampled.date = passage.date;
    sampled.country = passage.countries.empty() ? "" : passage.countries.front();
    for (const std::string& word :
         std::unordered_set<std::string>(sampled.words.begin(), sampled.words.end())) {
      ++collection.frequency[word];
    }
  });
  return collection;
}

class QueryMaker {
 public:
  QueryMaker(const Collection& collection, unsigned seed)
      : collection_(collection), random_(seed) {}

  // Several words are drawn from one passage, so that AND has hits.
  BenchQuery words(const char* kind, std::size_t count) {
    for (;;) {
      const SampledPassage& passage = any_passage();
      std::vector<std::string> candidates;
      for (const std::string& word : passage.words) {
        if (is_content(word) && std::ranges::find(candidates, word) == candidates.end()) {
          candidates.push_back(word);
        }
      }
      if (candidates.size() >= count) {
        std::ranges::shuffle(candidates, random_);
        candidates.resize(count);
        return {.kind = kind, .words = candidates};
      }
    }
  }

  // A run of words as it stands, stop words included.
  BenchQuery phrase(std::size_t count) {
    for (;;) {
      const SampledPassage& passage = any_passage();
      if (passage.words.size() < count) {
        continue;
      }
      const auto first = passage.words.begin() +
                         static_cast<std::ptrdiff_t>(below(passage.words.size() - count + 1));
      const auto last = first + static_cast<std::ptrdiff_t>(count);
      if (std::any_of(first, last, [&](const std::string& word) { return is_content(word); })) {
        return {.kind = "phrase", .words = {first, last}};
      }
    }
  }

  // A word, a country that speaks in a passage of that word, and up to three months around its
  // date, or nine years where only years are known. Empty words when nothing fits.
  BenchQuery filter() {
    for (unsigned tries = 0; tries < 10000; ++tries) {
      const SampledPassage& passage = any_passage();
      std::vector<std::string> content;
      std::ranges::copy_if(passage.words, std::back_inserter(content),
                           [&](const std::string& word) { return is_content(word); });
      if (passage.country.empty() || passage.date.empty() || content.empty()) {
        continue;
      }
      const auto [from, until] = dates_around(passage.date);
      return {.kind = "filter",
              .words = {content[below(content.size())]},
              .country = passage.country,
              .from = from,
              .until = until};
    }
    return {};
  }

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

 private:
  const SampledPassage& any_passage() {
    return collection_.passages[below(collection_.passages.size())];
  }

  bool is_content(const std::string& word) const {
    return word.size() > 2 && std::ranges::find(stop_words, word) == stop_words.end() &&
           collection_.frequency.at(word) >= least_passages;
  }

  std::pair<std::string, std::string> dates_around(const std::string& date) {
    const int year = std::stoi(date.substr(0, 4));
    if (date.size() == 4) {
      const int from = year - static_cast<int>(below(5));
      return {std::to_string(from), std::to_string(year + static_cast<int>(below(5)))};
    }
    const int month = std::stoi(date.substr(4, 2));
    const int from = std::max(1, month - static_cast<int>(below(2)));
    const int until = std::min(12, month + static_cast<int>(below(2)));
    return {std::to_string(year * 100 + from), std::to_string(year * 100 + until)};
  }

  const Collection& collection_;
  std::mt19937 random_;
};

std::vector<BenchQuery> make(const Collection& collection, unsigned seed, std::size_t count) {
  QueryMaker maker(collection, seed);
  std::vector<BenchQuery> queries;
  for (std::size_t i = 0; i < count; ++i) {
    queries.push_back(maker.words("word", 1));
    queries.push_back(maker.words("or", 2 + maker.below(2)));
    queries.push_back(maker.words("and", 2 + maker.below(2)));
    queries.push_back(maker.phrase(2 + maker.below(3)));
    queries.push_back(maker.words("facets", 1));
    if (BenchQuery filter = maker.filter(); !filter.words.empty()) {
      queries.push_back(std::move(filter));
    }
  }
  return queries;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: make_queries DUMP QUERIES [SEED] [COUNT]\n";
    return 2;
  }
  const auto number = [&](int place, unsigned otherwise) {
    return argc > place ? static_cast<unsigned>(std::stoul(argv[place])) : otherwise;
  };
  const auto collection = verbale::bench::read_collection(argv[1]);
  verbale::bench::write_queries(argv[2],
                                verbale::bench::make(collection, number(3, 6), number(4, 200)));
}
