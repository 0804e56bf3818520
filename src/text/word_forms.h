#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace verbale {

// The forms of a word that are indexed; see Word in verbale/text/analyzer.h.
struct WordForms {
  std::string_view folded;
  std::string_view stem;
  std::string_view exact;
  std::string_view bare_stem;
};

// Remembers the forms of the words seen lately, so that ICU and the stemmer see each common word
// once. A table of fixed size: a word replaces the one that hashes to its place. It is made once
// some words have been seen, because a query has few.
class WordFormCache {
 public:
  // The forms kept for `spelling`; null when there are none. Live until the next `keep`.
  const WordForms* find(std::string_view spelling);

  // Forms that do not fit are not kept.
  void keep(std::string_view spelling, const WordForms& forms);

 private:
  struct Entry {
    std::uint8_t spelling = 0;  // Bytes of each, one after another in `bytes`; 0: empty.
    std::uint8_t stem = 0;
    std::uint8_t folded = 0;
    std::uint8_t exact = 0;
    std::uint8_t bare_stem = 0;
    char bytes[123];
  };
  struct Freed {
    void operator()(Entry* entries) const { std::free(entries); }
  };

  Entry& entry_of(std::string_view spelling) const;
  void make_table();

  unsigned seen_ = 0;
  std::unique_ptr<Entry[], Freed> entries_;
  WordForms found_;
};

}  // namespace verbale
