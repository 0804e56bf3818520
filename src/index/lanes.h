#pragma once

#include <vector>

#include "index/lane.h"

namespace verbale {

// The lanes of a generation: those of the first shard, then those of the second, and so on.
struct IndexWriter::Lanes {
  std::size_t shards = 1;
  std::vector<Lane> lanes;
};

}  // namespace verbale
