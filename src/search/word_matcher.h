#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "search/best_passages.h"

namespace verbale {

enum class WordsMatch { All, Any };

struct WeighedTerm {
  std::string term;
  double weight = 0;
  std::size_t frequency = 0;
};

// One word of a query by the terms that it may be. Only those in the text make it match by itself;
// those of its exact form add to the score of a passage that has it in the text.
struct WordTerms {
  std::vector<WeighedTerm> text, context, exact;
};

// Words that stand side by side. All: a passage has each in its text or context, and one at least
// in its text. Any: it has one in its text.
struct WordGroup {
  std::vector<WordTerms> words;
  WordsMatch match = WordsMatch::All;
};

// Finds the passages of a local database that match a group of words, with the scores that Xapian's
// matcher gives to the same query, by walking the posting lists: this reads each list once where a
// query of Xapian's needs the lists of the text twice, and counts and ranks in the same pass.
class WordMatcher {
 public:
  WordMatcher(const Xapian::Database& database, const WordGroup& group)
      : database_(database), group_(group) {}

  // Calls `visit` with each match, by ascending document id.
  template <class Visit>
  void for_each(Visit visit) const {
    if (group_.words.size() > 1 && group_.match == WordsMatch::All) {
      for (const ScoredPassage& passage : all_words()) {
        visit(passage);
      }
    } else {
      any_words([&](ScoredPassage passage) { visit(passage); });
    }
  }

 private:
  std::vector<ScoredPassage> all_words() const;
  void any_words(const std::function<void(ScoredPassage)>& visit) const;

  const Xapian::Database& database_;
  const WordGroup& group_;
};

}  // namespace verbale
