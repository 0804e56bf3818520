#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "verbale/index/check.h"
#include "verbale/index/generation.h"
#include "verbale/index/writer.h"
#include "verbale/index/writer_lock.h"
#include "verbale/schema/schema.h"

namespace verbale {

struct DraftOptions {
  std::size_t shards = 1;           // Of the published generation.
  std::size_t lanes_per_shard = 1;  // Written side by side, merged into their shard by publish().
  std::size_t passages_per_run = 20'000;  // Of the databases that a lane is written as, at least.
  Part part;                              // Told in the manifest; a part has one shard.
  CheckDepth verify = CheckDepth::Structure;  // What publish() finds sound before it publishes.
  bool term_lists = false;                    // See Manifest.
};

// A generation that is being built beside the live one and is not visible until it is published.
// Built without syncing, so that only publish() may make it live. A draft that is left unpublished
// is garbage, which its destructor, or the next draft after a killed process, removes.
class GenerationDraft {
 public:
  GenerationDraft(const WriterLock& lock, const Schema& schema, const DraftOptions& options);
  ~GenerationDraft();
  GenerationDraft(GenerationDraft&&) noexcept;
  GenerationDraft& operator=(GenerationDraft&&) noexcept;

  IndexWriter& writer();

  // Compacts, verifies, syncs to disk and makes it the current generation by one rename. Throws
  // IndexError and leaves the live generation as it is when any step fails.
  Generation publish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct JoinOptions {
  std::size_t shards = 1;  // 1, or the number of parts.
  CheckDepth verify = CheckDepth::Structure;
  bool term_lists = false;  // Of the local shards; see Manifest.
};

// Joins parts into a generation of the index and publishes it. Sources are folders of generations
// or indexes, or remote shards: "tcp:HOST:PORT", "prog:COMMAND ARGUMENT...". Together they must be
// the parts 1 to N of one N, all built by this format, analyzer and field table, and with term
// lists where their own are kept.
Generation publish_parts(const WriterLock& lock, const std::vector<std::string>& sources,
                         const Schema& schema, const JoinOptions& options);

// Removes the oldest generations until `keep` are left; never the current one. Returns how many.
std::size_t remove_old_generations(const WriterLock& lock, std::size_t keep);

}  // namespace verbale
