#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/base/result.h"
#include "verbale/model/id.h"
#include "verbale/schema/schema.h"

namespace verbale {

// The version of what docs/index_format.md describes. Raise it with every change of terms, slots,
// stored data or files; an index of another format is refused.
inline constexpr int index_format = 2;

// The K-th of N parts of a collection: the articles whose id hashes to it. 1/1 is all of them.
struct Part {
  unsigned number = 1;
  unsigned of = 1;

  bool operator==(const Part&) const = default;
};

enum class ShardAccess { Local, Tcp, Program };

// Where a shard's Xapian database is: a folder inside the generation; HOST:PORT of a
// xapian-tcpsrv; or a command line that runs xapian-progsrv ("ssh host xapian-progsrv DIR").
struct ShardPlace {
  ShardAccess access = ShardAccess::Local;
  std::string address;
  std::string digest;  // Of a remote shard, as it was when published; another one is refused.

  bool operator==(const ShardPlace&) const = default;
};

// What never changes about a generation.
struct Manifest {
  int format = index_format;
  int analyzer = 0;
  std::string fields;  // Schema::field_digest() of the schema it was built with.
  std::string schema;  // Schema::digest() of it.
  Part part;
  // Whether the shards have Xapian's term lists, without which no article can be replaced or
  // removed and no server can show a passage.
  bool term_lists = true;
  std::vector<ShardPlace> shards;

  bool operator==(const Manifest&) const = default;
};

// One complete index on disk: a folder that holds `manifest`, `schema/` with the tables it was
// built with, and its local shards.
struct Generation {
  std::uint64_t number = 0;  // 0 when the folder is not in an index's generations/.
  std::filesystem::path folder;
  Manifest manifest;

  std::filesystem::path schema_folder() const { return folder / "schema"; }
  bool has_remote_shards() const;
};

// The manifest as it is written, one `key value` a line, and back. The error names the line.
std::string to_string(const Manifest& manifest);
Result<Manifest> parse_manifest(std::string_view text);

// The generation that INDEX/CURRENT names. Throws IndexError: Missing when there is no index,
// Damaged when CURRENT or the manifest cannot be read, Incompatible when the format is another.
Generation current_generation(const std::filesystem::path& root);

// The generation in a folder, wherever it is, or the current one of the index in that folder.
Generation generation_at(const std::filesystem::path& folder);

// Whether `root` has a current generation at all.
bool has_current_generation(const std::filesystem::path& root);

// Throws IndexError (Incompatible), with the command that mends it, when the generation was built
// with another analyzer or field table than this program's. Every reader and writer calls it.
void require_compatible(const Generation& generation, const Schema& schema);

// A warning when the gazetteers or topics were edited since the generation was built: it answers
// as it was built, until the next rebuild.
std::optional<std::string> edited_schema_warning(const Generation& generation,
                                                 const Schema& schema);

// The number of the shard or part, from 0 to `count` - 1, that an article belongs to: FNV-1a of its
// id, mixed. Never changes: parts built anywhere agree on it.
std::size_t shard_of(const ArticleId& id, std::size_t count);

}  // namespace verbale
