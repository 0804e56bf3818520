#pragma once

#include <cstddef>

namespace verbale {

// How much a match counts by where it is found, of what it counts in the passage's text. Chosen
// over both collections of docs/ranking.md together.
struct PlaceWeights {
  double title = 0.9;
  double speaker_name = 0.3;
  double article = 0.7;     // Anywhere in the article, where articles are ranked.
  double exact_form = 0.2;  // Added where the diacritics agree too.
  double synonym = 0.8;     // Another name of what was asked for.
};

inline constexpr PlaceWeights place_weights;

// Scores are sums of these times small whole numbers. Multiples of 2^-20 add up exactly, in
// whatever order a shard adds them, so that any number of shards gives the same scores.
double exact_weight(double weight);

// How much a term that `frequency` of `passages` passages hold tells: the collection part of the
// IneB2 scheme, whose other part term_impact() stored. Divided by the greatest impact, so that
// impact times this is IneB2's weight.
double term_weight(double frequency, std::size_t passages);

// In how many of `articles` articles a term is that `frequency` passages hold, taken to fall at
// random: how many there are is not in the index.
double articles_with(std::size_t frequency, std::size_t articles);

}  // namespace verbale
