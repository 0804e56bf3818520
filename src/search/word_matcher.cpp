#include "search/word_matcher.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <span>

namespace verbale {
namespace {

// A passage that may have all words, while they are looked for one after the other.
struct Candidate {
  Xapian::docid passage = 0;
  double score = 0;
  bool in_text = false;       // Some word.
  bool has_word = false;      // The one looked for.
  bool word_in_text = false;  // The same.
};

std::size_t postings(const WordTerms& word) {
  std::size_t count = 0;
  for (const auto* terms : {&word.text, &word.context}) {
    for (const WeighedTerm& term : *terms) {
      count += term.frequency;
    }
  }
  return count;
}

constexpr Xapian::docid past_all = std::numeric_limits<Xapian::docid>::max();

// Visits the candidates that have the term.
template <class Visit>
void for_each_with(const Xapian::Database& database, std::vector<Candidate>& candidates,
                   const WeighedTerm& term, Visit visit) {
  auto posting = database.postlist_begin(term.term);
  const auto end = database.postlist_end(term.term);
  Xapian::docid at = posting == end ? past_all : *posting;
  for (Candidate& candidate : candidates) {
    if (at < candidate.passage) {
      posting.skip_to(candidate.passage);
      at = posting == end ? past_all : *posting;
    }
    if (at == candidate.passage) {
      visit(candidate, posting.get_wdf() * term.weight);
    }
  }
}

void add_exact_form(const Xapian::Database& database, const WordTerms& word,
                    std::vector<Candidate>& candidates) {
  for (const WeighedTerm& term : word.exact) {
    for_each_with(database, candidates, term, [](Candidate& candidate, double score) {
      candidate.score += candidate.word_in_text ? score : 0;
    });
  }
}

// Adds what has the term to the candidates of the same word.
void unite(const Xapian::Database& database, const WeighedTerm& term, bool in_text,
           std::vector<Candidate>& candidates) {
  const auto middle = static_cast<std::ptrdiff_t>(candidates.size());
  const auto end = database.postlist_end(term.term);
  for (auto posting = database.postlist_begin(term.term); posting != end; ++posting) {
    candidates.push_back({*posting, posting.get_wdf() * term.weight, in_text, true, in_text});
  }
  std::inplace_merge(candidates.begin(), candidates.begin() + middle, candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.passage < b.passage; });
  std::size_t kept = 0;
  for (const Candidate& candidate : candidates) {
    if (kept > 0 && candidates[kept - 1].passage == candidate.passage) {
      candidates[kept - 1].score += candidate.score;
      candidates[kept - 1].in_text |= candidate.in_text;
      candidates[kept - 1].word_in_text |= candidate.in_text;
    } else {
      candidates[kept++] = candidate;
    }
  }
  candidates.resize(kept);
}

std::vector<Candidate> passages_with(const Xapian::Database& database, const WordTerms& word) {
  std::vector<Candidate> candidates;
  candidates.reserve(postings(word));
  for (const WeighedTerm& term : word.text) {
    unite(database, term, true, candidates);
  }
  for (const WeighedTerm& term : word.context) {
    unite(database, term, false, candidates);
  }
  add_exact_form(database, word, candidates);
  return candidates;
}

// Leaves the candidates that have the word, with what it adds to their scores.
void require(const Xapian::Database& database, const WordTerms& word,
             std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    candidate.has_word = candidate.word_in_text = false;
  }
  for (const WeighedTerm& term : word.text) {
    for_each_with(database, candidates, term, [](Candidate& candidate, double score) {
      candidate.in_text = candidate.has_word = candidate.word_in_text = true;
      candidate.score += score;
    });
  }
  for (const WeighedTerm& term : word.context) {
    for_each_with(database, candidates, term, [](Candidate& candidate, double score) {
      candidate.has_word = true;
      candidate.score += score;
    });
  }
  std::erase_if(candidates, [](const Candidate& candidate) { return !candidate.has_word; });
  add_exact_form(database, word, candidates);
}

// One posting list on its way.
struct Cursor {
  Cursor(const Xapian::Database& database, const WeighedTerm& term)
      : posting(database.postlist_begin(term.term)),
        end(database.postlist_end(term.term)),
        weight(term.weight) {}

  bool is_before(std::uint64_t passage) const { return posting != end && *posting < passage; }

  Xapian::PostingIterator posting, end;
  double weight;
};

struct WordCursors {
  WordCursors(const Xapian::Database& database, const WordTerms& word) {
    for (const WeighedTerm& term : word.text) {
      text.emplace_back(database, term);
    }
    for (const WeighedTerm& term : word.context) {
      context.emplace_back(database, term);
    }
    for (const WeighedTerm& term : word.exact) {
      exact.emplace_back(database, term);
    }
  }

  std::vector<Cursor> text, context, exact;
};

// past_all where no list has any more.
Xapian::docid next_in_text(const std::vector<WordCursors>& words) {
  Xapian::docid next = past_all;
  for (const WordCursors& word : words) {
    for (const Cursor& cursor : word.text) {
      next = std::min(next, cursor.posting == cursor.end ? past_all : *cursor.posting);
    }
  }
  return next;
}

// The scores of so many passages at a time as stay in a core's cache.
class ScoreWindow {
 public:
  static constexpr std::uint64_t size = 4096;

  // Adds the postings of the passages below `first` + size, all lists in turn.
  void fill(std::uint64_t first, std::vector<WordCursors>& words) {
    first_ = first;
    std::uint16_t number = 0;
    for (WordCursors& word : words) {
      ++number;
      walk(word.text, [&](std::uint64_t at, double score) {
        found_[at / 64] |= std::uint64_t{1} << at % 64;
        word_[at] = number;
        scores_[at] += score;
      });
      walk(word.exact,
           [&](std::uint64_t at, double score) { scores_[at] += word_[at] == number ? score : 0; });
    }
    for (WordCursors& word : words) {
      walk(word.context,
           [&](std::uint64_t at, double score) { scores_[at] += word_[at] != 0 ? score : 0; });
    }
  }

  // Visits and forgets them.
  template <class Visit>
  void empty(Visit visit) {
    for (std::size_t block = 0; block < found_.size(); ++block) {
      for (std::uint64_t rest = found_[block]; rest != 0; rest &= rest - 1) {
        const std::size_t at = block * 64 + static_cast<std::size_t>(std::countr_zero(rest));
        visit({static_cast<Xapian::docid>(first_ + at), scores_[at]});
        scores_[at] = 0;
        word_[at] = 0;
      }
      found_[block] = 0;
    }
  }

 private:
  template <class Visit>
  void walk(std::vector<Cursor>& cursors, Visit visit) {
    for (Cursor& cursor : cursors) {
      if (cursor.is_before(first_)) {
        cursor.posting.skip_to(static_cast<Xapian::docid>(first_));
      }
      for (; cursor.is_before(first_ + size); ++cursor.posting) {
        visit(*cursor.posting - first_, cursor.posting.get_wdf() * cursor.weight);
      }
    }
  }

  std::uint64_t first_ = 0;
  std::array<double, size> scores_{};
  std::array<std::uint16_t, size> word_{};  // The last one in the text, from 1.
  std::array<std::uint64_t, size / 64> found_{};
};

}  // namespace

std::vector<ScoredPassage> WordMatcher::all_words() const {
  std::vector<const WordTerms*> rarest_first;
  for (const WordTerms& word : group_.words) {
    rarest_first.push_back(&word);
  }
  std::ranges::stable_sort(rarest_first, {}, [](const WordTerms* word) { return postings(*word); });
  std::vector<Candidate> candidates = passages_with(database_, *rarest_first.front());
  for (const WordTerms* word : std::span(rarest_first).subspan(1)) {
    require(database_, *word, candidates);
  }
  std::vector<ScoredPassage> passages;
  for (const Candidate& candidate : candidates) {
    if (candidate.in_text) {
      passages.push_back({candidate.passage, candidate.score});
    }
  }
  return passages;
}

void WordMatcher::any_words(const std::function<void(ScoredPassage)>& visit) const {
  std::vector<WordCursors> words;
  for (const WordTerms& word : group_.words) {
    words.emplace_back(database_, word);
  }
  ScoreWindow window;
  for (auto next = next_in_text(words); next != past_all; next = next_in_text(words)) {
    window.fill(next, words);
    window.empty(visit);
  }
}

}  // namespace verbale
