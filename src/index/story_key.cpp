#include "index/story_key.h"

#include <algorithm>

#include "index/terms.h"

namespace verbale {
namespace {

constexpr std::uint64_t base = 0x9E3779B97F4A7C15U;  // Odd, so that no power of it is zero.

constexpr std::uint64_t power(std::uint64_t number, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) {
    result *= number;
  }
  return result;
}

// The finalizer of SplitMix64: the smallest of mixed numbers is any of them.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

}  // namespace

void StoryKey::add(std::string_view word) {
  constexpr std::uint64_t oldest = power(base, run_words);
  std::uint64_t& place = run_[count_ % run_words];
  const std::uint64_t hash = stable_hash(word);
  rolling_ = rolling_ * base + hash - place * oldest;
  place = hash;
  if (++count_ >= run_words) {
    smallest_ = std::min(smallest_, mixed(rolling_));
  }
}

std::uint64_t StoryKey::value() const {
  return count_ < run_words ? mixed(rolling_) : smallest_;
}

}  // namespace verbale
