#include "search/term_weight.h"

#include <algorithm>
#include <cmath>

#include "index/impact.h"

namespace verbale {

namespace {

// Of a term in the passages that have it: the mean over all terms of both collections of
// docs/ranking.md. The true number is not in the index, where impacts stand in its place.
constexpr double occurrences_a_passage = 1.5;

}  // namespace

double exact_weight(double weight) {
  return std::ldexp(std::max(1.0, std::round(std::ldexp(weight, 20))), -20);
}

double term_weight(double frequency, std::size_t passages) {
  const double n = std::max(frequency, 1.0);
  const auto all = static_cast<double>(std::max<std::size_t>(passages, 1));
  // Passages that would hold the term if its occurrences fell at random.
  const double expected = all * (1 - std::exp(-occurrences_a_passage * n / all));
  const double rarity = std::log2((all + 1) / (expected + 0.5));
  return std::max(rarity, 0.01) * (n + 1) / n / max_impact;
}

double articles_with(std::size_t frequency, std::size_t articles) {
  const auto all = static_cast<double>(std::max<std::size_t>(articles, 1));
  return all * (1 - std::exp(-static_cast<double>(frequency) / all));
}

}  // namespace verbale
