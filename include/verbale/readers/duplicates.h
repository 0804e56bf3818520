#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

// The same for texts of the same words in the same order, whatever their case, white space and
// punctuation: the first 128 bits of SHA-256 over them, in hex. Two articles of one text digest are
// the same article, printed twice.
std::string text_digest(std::string_view text);

// A sketch of a text's set of four-word shingles (MinHash by one permutation, 64 bins), by which
// texts are compared without having them. For storing, `minima` is the whole of it; never change
// how it is made without a new index format.
struct NearDuplicateKey {
  static constexpr std::size_t bins = 64;
  static constexpr std::size_t bands = 16;

  std::array<std::uint32_t, bins> minima{};

  bool operator==(const NearDuplicateKey&) const = default;
};

// Of a text with fewer than 20 words: all bins 0, which resembles nothing.
NearDuplicateKey near_duplicate_key(std::string_view text);

// The estimated resemblance of the two texts: shingles in both over shingles in either, 0 to 1.
// Its standard error is at most 1/16.
double resemblance(const NearDuplicateKey& a, const NearDuplicateKey& b);

// From here on two texts are versions of one: wire copy cut, shortened or led in differently.
// docs/readers.md gives the pairs that it was chosen by.
inline constexpr double near_duplicate_resemblance = 0.5;

// Link keys: near duplicates share at least one of these (at a resemblance of 0.5 with probability
// 0.64, of 0.7 with 0.99), other texts almost never. Candidates are found by them and decided on
// by resemblance(). Empty key: all 0, to be ignored.
std::array<std::uint64_t, NearDuplicateKey::bands> link_keys(const NearDuplicateKey& key);

}  // namespace verbale
