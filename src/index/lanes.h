#pragma once

#include <memory>
#include <vector>

#include "index/lane.h"
#include "index/remake.h"

namespace verbale {

// The lanes of a generation: those of the first shard, then those of the second, and so on.
struct IndexWriter::Lanes {
  std::size_t shards = 1;
  std::vector<Lane> lanes;
  std::unique_ptr<Remake> remake;  // Of a live generation without term lists.
};

}  // namespace verbale
