#pragma once

#include <algorithm>
#include <cmath>

namespace verbale {

// How much an occurrence counts inside its passage: the document part of the IneB2 scheme,
// quantised to seven bits and stored as the term's wdf. A query then multiplies it by the term's
// part, made from live frequencies, and never reads a document length. The average length is a
// constant, because with the true one every added passage would change all impacts.
inline constexpr double max_impact = 127;
inline constexpr double average_passage_words = 150;
inline constexpr double average_article_words = 400;
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

}  // namespace verbale
