#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/model/text_range.h"
#include "verbale/search/searcher.h"

namespace verbale::testing {

// Few words, so that queries and passages meet; forms that stems, folding and scripts relate.
inline constexpr std::string_view vocabulary[] = {
    "port",   "ports", "Port\u2019s", "trade",   "trading", "traded", "caf\u00e9", "cafe",
    "U.S.",   "US",    "G-7",         "G7",      "dual",    "use",    "uses",      "COVID-19",
    "the",    "of",    "北约",        "北",      "约",      "NATO",   "制裁",      "l\u2019accord",
    "accord", "1,000", "Королёв",     "королев", "الميناء", "ميناء",  "AT&T",      "한국",
    "co-op"};

// Names of one thing, by the table of synonyms.
inline constexpr std::string_view named_twice[] = {"U.N.", "united", "Nations",     "USA",
                                                   "U.S.", "states", "coronavirus", "COVID-19"};

// Random queries and passages of the same few words.
class CaseMaker {
 public:
  explicit CaseMaker(unsigned seed) : random_(seed) { choose_words(); }

  // A few of the words, for a query and the passages it is compared with.
  void choose_words() {
    words_.clear();
    const bool named = number(0, 3) == 0;
    for (int i = 0; i < 5; ++i) {
      words_.push_back(named ? pick(named_twice) : pick(vocabulary));
    }
  }

  std::string text(int most) {
    std::string out;
    for (int i = number(1, most); i > 0; --i) {
      out += pick(words_);
      static constexpr std::string_view gaps[] = {" ", " ", " ",  " ",      ", ",
                                                  "-", "",  ". ", " \u201c"};
      out += pick(gaps);
    }
    return out;
  }

  std::vector<TextRange> quotations(const std::string& text) {
    std::vector<TextRange> ranges;
    for (int i = number(0, 2); i > 0; --i) {
      const std::uint32_t begin = boundary(text), end = boundary(text);
      ranges.push_back({std::min(begin, end), std::max(begin, end)});
    }
    return ranges;
  }

  std::string query(int depth) {
    const int kind = number(0, depth > 0 ? 11 : 5);
    switch (kind) {
      case 6:
        return query(depth - 1) + " " + query(depth - 1);
      case 7:
        return "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
      case 8:
        return query(depth - 1) + " -" + field() + word();
      case 9:
        return query(depth - 1) + " -(" + query(depth - 1) + ")";
      case 10:
        return "(" + query(depth - 1) + " country:XA)";
      case 11:
        return query(depth - 1) + " AND " + query(depth - 1);
      default:
        return leaf(kind);
    }
  }

  std::string language() {
    static constexpr std::string_view languages[] = {"en", "en", "fr", "zh", "ar", "ru", ""};
    return std::string(pick(languages));
  }

  MatchMode match() { return number(0, 1) == 0 ? MatchMode::All : MatchMode::Any; }
  std::vector<std::string> names() {
    return number(0, 3) == 0 ? std::vector<std::string>{word() + " " + word()}
                             : std::vector<std::string>{};
  }

  int number(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random_);
  }

 private:
  template <class List>
  std::string_view pick(const List& list) {
    return list[static_cast<std::size_t>(number(0, static_cast<int>(std::size(list)) - 1))];
  }

  std::uint32_t boundary(const std::string& text) {
    auto at = static_cast<std::uint32_t>(number(0, static_cast<int>(text.size())));
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
      ++at;
    }
    return at;
  }

  std::string word() { return std::string(pick(words_)); }
  std::string field() {
    static constexpr std::string_view fields[] = {"", "", "", "said:", "title:"};
    return std::string(pick(fields));
  }

  std::string leaf(int kind) {
    static constexpr std::string_view prefixes[] = {"p*",  "tra*", "caf*", "u*",
                                                    "ac*", "кор*", "co*"};
    const std::string in = field();
    switch (kind) {
      case 0:
      case 1:
        return in + word();
      case 2:
        return in + "\"" + word() + " " + word() + (number(0, 2) == 0 ? " " + word() : "") + "\"";
      case 3:
        return in + std::string(pick(prefixes));
      default: {
        const std::string op =
            (kind == 4 ? " NEAR/" : " ADJ/") + std::to_string(number(1, 4)) + " ";
        std::string chain = operand(in, prefixes) + op + operand(in, prefixes);
        return number(0, 2) == 0 ? chain + op + operand(in, prefixes) : chain;
      }
    }
  }

  template <class Prefixes>
  std::string operand(const std::string& in, const Prefixes& prefixes) {
    switch (number(0, 5)) {
      case 0:
        return in + std::string(pick(prefixes));
      case 1:
        return "(" + in + word() + " OR " + in + std::string(pick(prefixes)) + ")";
      default:
        return in + word();
    }
  }

  std::mt19937 random_;
  std::vector<std::string_view> words_;
};

}  // namespace verbale::testing
