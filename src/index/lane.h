#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "index/shard_writer.h"

namespace verbale {

// What one thread at a time writes of a shard: the shard itself when it is live; of a draft, runs,
// databases of bounded size side by side which publishing merges. Adding to a B-tree costs more the
// larger it is, and merging sorted ones costs little (docs/performance.md).
class Lane {
 public:
  // Writes a live shard.
  explicit Lane(std::unique_ptr<ShardWriter> shard);

  // Writes runs `folder`.0, .1, ..., each of `passages_per_run` or an eighth of what was written
  // before it, so that their number grows with the logarithm of the lane: 5 runs of 100,000
  // passages, 30 of two million. `schema` must outlive the lane.
  Lane(const std::filesystem::path& folder, const Manifest& manifest, std::size_t passages_per_run,
       const Schema& schema);

  // See IndexWriter.
  bool put(PreparedArticle article);
  bool remove(const ArticleId& id);
  void commit();
  Tally tally() const;

  // Of a live shard.
  bool would_replace(const PreparedArticle& article) const;
  bool holds(const ArticleId& id) const;
  ShardWriter& shard() { return *runs_.back(); }

  // Of the runs, in order.
  std::vector<std::filesystem::path> folders() const;

 private:
  void start_run();

  std::filesystem::path folder_;
  Manifest manifest_;
  const Schema* schema_ = nullptr;
  std::size_t passages_per_run_ = 0;
  std::uint64_t passages_before_ = 0;
  std::vector<std::unique_ptr<ShardWriter>> runs_;  // The last one grows.
  std::uint64_t duplicates_ = 0;                    // Of articles of older runs, the same again.
};

}  // namespace verbale
