#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "index/content_digest.h"
#include "verbale/index/generation.h"

namespace verbale {

// What a shard knows about itself, kept in its Xapian metadata and changed in the same commit as
// what it counts.
struct ShardState {
  std::uint64_t articles = 0;
  std::uint64_t passages = 0;
  ContentDigest digest;

  ShardState& operator+=(const ShardState& other);
  bool operator==(const ShardState&) const = default;
};

namespace metadata_key {
inline constexpr const char* state = "state";        // to_string(ShardState)
inline constexpr const char* manifest = "manifest";  // to_string(Manifest), without shards
}  // namespace metadata_key

std::string to_string(const ShardState& state);
Result<ShardState> parse_shard_state(std::string_view text);

// Throws IndexError (Damaged) that names `place`.
ShardState state_of(const Xapian::Database& shard, const std::string& place);

// For messages: the folder, HOST:PORT or command line.
std::string name_of(const Generation& generation, const ShardPlace& place);

// Connects to a remote shard, whatever it serves. Throws IndexError (Unreachable).
Xapian::Database connect(const ShardPlace& place);

// Opens one shard for reading. Throws IndexError that names it: Damaged, or Unreachable when a
// remote shard does not answer or is no longer the one that was published.
Xapian::Database open_shard(const Generation& generation, const ShardPlace& place);

enum class Missing { IsAnError, IsReported };

struct OpenedShards {
  Xapian::Database database;           // All that answer, as one.
  std::vector<std::string> unreached;  // Messages about the others; empty with IsAnError.
};

// Opens a generation for searching. A database is one thread's.
OpenedShards open_shards(const Generation& generation, Missing missing);

// The lowest of the bits that shard_of() leaves alone, to divide a shard's articles further.
std::size_t builder_of(const ArticleId& id, std::size_t count);

}  // namespace verbale
