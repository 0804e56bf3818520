#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/analyzers.h"
#include "verbale/model/text_range.h"

namespace verbale {

// A word of a text that is in some class.
struct Occurrence {
  std::uint32_t position = 0;
  TextRange range;
};

// The occurrences of every class in one text, in order.
using Occurrences = std::vector<std::vector<Occurrence>>;

// The kinds of words that a query looks for, each once and with a number: what is written so, what
// has the same stem, what begins so. Finds the words of all of them in one pass over a text.
class WordClasses {
 public:
  // Keeps the reference.
  explicit WordClasses(Analyzers& analyzers) : analyzers_(analyzers) {}

  // Words equal to `folded`.
  std::size_t written(std::string_view folded);
  // Words equal to `word`, folded, or with its stem in the text's language.
  std::size_t stemmed(std::string_view word);
  // Words with the stem of the English `word`, in English texts and those of no known language.
  std::size_t english(std::string_view word);
  // Words that begin with `folded`.
  std::size_t beginning(std::string_view folded);

  Occurrences find(std::string_view text, std::string_view language);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  using ClassesByWord =
      std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>>;

  // Most words of a text begin unlike every word of the query: the first byte tells.
  struct Stems {
    explicit Stems(Analyzer& its_analyzer) : analyzer(its_analyzer) {}

    Analyzer& analyzer;
    ClassesByWord classes;
    std::bitset<256> first_bytes;
  };

  Stems& stems_of(const std::string& language);
  std::size_t number(char kind, std::string_view word);

  Analyzers& analyzers_;
  std::size_t count_ = 0;
  std::map<std::string, std::size_t> numbers_;
  ClassesByWord folded_;
  std::map<std::size_t, std::string> stemmed_;
  std::map<std::size_t, std::string> english_;
  std::vector<std::pair<std::string, std::size_t>> beginnings_;
  std::bitset<256> first_bytes_;
  std::map<std::string, Stems> languages_;
};

}  // namespace verbale
