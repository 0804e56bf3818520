#pragma once

#include <memory>
#include <vector>

#include "index/shard_writer.h"

namespace verbale {

// The writers of a generation: those of the first shard, then those of the second, and so on.
struct IndexWriter::Lanes {
  std::size_t shards = 1;
  std::vector<std::unique_ptr<ShardWriter>> writers;
};

}  // namespace verbale
