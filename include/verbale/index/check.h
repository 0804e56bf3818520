#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "verbale/index/generation.h"

namespace verbale {

struct IndexStats {
  std::uint64_t generation = 0;
  int format = 0;
  std::uint64_t articles = 0;
  std::uint64_t passages = 0;
  std::size_t shards = 0;
  std::uint64_t bytes = 0;  // Of the generation's files.
  std::string digest;       // Of the content, 64 hex digits; see docs/index_format.md.
};

// From the shards' own metadata: quick. Throws IndexError.
IndexStats stats(const Generation& generation);

enum class CheckDepth {
  Structure,  // Every block of every table, and counts.
  Content     // Also the digest, by reading everything back.
};

// Reads a generation back and says in words what is wrong with it; empty when nothing is.
std::vector<std::string> check(const Generation& generation, CheckDepth depth);

}  // namespace verbale
