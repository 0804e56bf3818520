#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace verbale {

// How much an occurrence counts inside its passage: the document part of the IneB2 scheme,
// quantised to seven bits and stored as the term's wdf. A query then multiplies it by the term's
// part, made from live frequencies, and never reads a document length. The average length is a
// constant, because with the true one every added passage would change all impacts.
inline constexpr double max_impact = 127;
inline constexpr double average_passage_words = 100;
inline constexpr double typical_article_words = 300;
inline constexpr double average_title_words = 9;
inline constexpr double average_name_words = 2;

struct TextLength {
  unsigned words = 0;
  double average = average_passage_words;  // Of the texts of its sort.
};

inline unsigned term_impact(unsigned frequency, TextLength length) {
  const double normalised = frequency * std::log2(1 + length.average / std::max(1u, length.words));
  return static_cast<unsigned>(
      std::clamp(std::round(max_impact * normalised / (1 + normalised)), 1.0, max_impact));
}

// What term_impact() made the impact of: occurrences by the length of their text, in units of
// 1/1024 so that sums are the same in any order. The greatest impact stands for any number above.
inline std::uint64_t normalised_frequency(unsigned impact) {
  const double share = std::min<double>(impact, max_impact - 0.5) / max_impact;
  return static_cast<std::uint64_t>(std::lround(1024 * share / (1 - share)));
}

// The length of an article in a byte, to a sixth of it.
inline std::uint8_t length_code(unsigned words) {
  return static_cast<std::uint8_t>(std::lround(4 * std::log2(std::max(1u, words))));
}
inline double length_of_code(std::uint8_t code) {
  return std::exp2(code / 4.0);
}

}  // namespace verbale
