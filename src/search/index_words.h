#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/analyzers.h"

namespace verbale {

// One word of a query as the index has it. Its forms outlive the analysis.
struct QueryWord {
  std::string folded;
  std::string exact;
  bool ideographic = false;
};

// A stem of one language.
struct LanguageStem {
  std::string language;
  std::string stem;
};

// What a database knows about words: its languages, how often a term occurs, which words begin in
// some way. Remembers languages and analyzers; a term is asked for whenever it is needed, since
// the index may have changed.
class IndexWords {
 public:
  // Keeps references.
  IndexWords(const Xapian::Database& database, Analyzers& analyzers)
      : database_(database), analyzers_(analyzers) {}

  // The words of `text`, the same for every language.
  std::vector<QueryWord> words_of(std::string_view text);

  // The stems of the one word `text` in every language of the index: with its diacritics and bare.
  std::vector<LanguageStem> stems_of(std::string_view text);

  Xapian::doccount frequency(const std::string& term) const { return database_.get_termfreq(term); }
  // Whether the text of any passage has the one word `text`, by its stem.
  bool has_text_word(std::string_view text);

  Xapian::doccount passages() const { return database_.get_doccount(); }

  // The database was reopened.
  void forget_languages() { languages_.reset(); }

 private:
  const std::vector<std::string>& languages();

  const Xapian::Database& database_;
  std::optional<std::vector<std::string>> languages_;
  Analyzers& analyzers_;
};

// Terms that begin with `prefix`.
struct Expansion {
  struct Term {
    std::string term;
    Xapian::doccount frequency = 0;
  };
  std::vector<Term> terms;  // The most frequent ones, most frequent first.
  std::size_t found = 0;    // All of them; at most the number that is looked at.
  bool all_seen = true;     // False when there are more than are looked at.
};

Expansion expand_prefix(const Xapian::Database& database, const std::string& prefix,
                        std::size_t limit);

}  // namespace verbale
