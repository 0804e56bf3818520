#include <algorithm>
#include <optional>

#include "index/files.h"
#include "index/layout.h"
#include "index/publication.h"
#include "index/shards.h"
#include "index/xapian_errors.h"
#include "verbale/base/error.h"
#include "verbale/index/publish.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// A part to be joined: where it is, and what it says of itself.
struct Source {
  std::string name;
  Manifest manifest;
  std::vector<fs::path> databases;   // Of a part on this machine.
  std::optional<ShardPlace> remote;  // Of one that stays where it is.
};

[[noreturn]] void refuse(const std::string& why) {
  throw IndexError(IndexFault::Incompatible, "nothing is published: " + why);
}

std::optional<ShardPlace> remote_place(const std::string& source) {
  if (source.starts_with("tcp:")) {
    return ShardPlace{ShardAccess::Tcp, source.substr(4), ""};
  }
  if (source.starts_with("prog:")) {
    return ShardPlace{ShardAccess::Program, source.substr(5), ""};
  }
  return std::nullopt;
}

Source open_remote(ShardPlace place) {
  const Xapian::Database shard = connect(place);
  const auto manifest = with_xapian(
      place.address, [&] { return parse_manifest(shard.get_metadata(metadata_key::manifest)); });
  if (!manifest) {
    refuse(place.address + " serves no part of a Verbale index");
  }
  place.digest = state_of(shard, place.address).digest.hex();
  return {place.address, *manifest, {}, place};
}

Source open_source(const std::string& source) {
  if (auto place = remote_place(source)) {
    return open_remote(*std::move(place));
  }
  const Generation generation = generation_at(source);
  Source opened{source, generation.manifest, {}, std::nullopt};
  if (generation.has_remote_shards()) {
    refuse(source + " itself has remote shards");
  }
  for (const ShardPlace& place : generation.manifest.shards) {
    opened.databases.push_back(generation.folder / place.address);
  }
  return opened;
}

// Every K of 1..N once, in order.
void require_all_parts(const std::vector<Source>& sources) {
  const unsigned of = sources.front().manifest.part.of;
  for (std::size_t i = 0; i < std::max<std::size_t>(of, sources.size()); ++i) {
    const std::string wanted = std::to_string(i + 1) + "/" + std::to_string(of);
    if (i >= sources.size() || sources[i].manifest.part.number > i + 1) {
      refuse("part " + wanted + " is missing");
    }
    const Part& part = sources[i].manifest.part;
    if (part.of != of) {
      refuse(sources[i].name + " is one of " + std::to_string(part.of) + " parts, " +
             sources.front().name + " one of " + std::to_string(of));
    }
    if (part.number < i + 1) {
      refuse(sources[i].name + " is part " + std::to_string(part.number) + "/" +
             std::to_string(of) + " once more");
    }
  }
}

void require_same_making(const std::vector<Source>& sources, const Schema& schema) {
  for (const Source& source : sources) {
    require_compatible({.number = 0, .folder = source.name, .manifest = source.manifest}, schema);
    if (source.manifest.schema != schema.digest()) {
      refuse(source.name +
             " was built with other schema tables than these; build it anew, or "
             "publish with the tables that all parts were built with");
    }
  }
}

// A part without term lists cannot be given them by merging, nor be shown by its server.
void require_term_lists(const std::vector<Source>& sources, const JoinOptions& options) {
  for (const Source& source : sources) {
    if (!source.manifest.term_lists && (source.remote || options.term_lists)) {
      refuse(source.name + " was built without the term lists that " +
             (source.remote ? "Xapian's servers need" : "--updatable asks for") +
             "; build it with `verbale rebuild --updatable`");
    }
  }
}

// Local parts become one shard together, or one each; remote ones stay shards of their own.
void plan_shards(const std::vector<Source>& sources, std::size_t shards, Publication& publication) {
  std::size_t local = 0;
  for (const Source& source : sources) {
    if (source.remote) {
      publication.manifest.shards.push_back(*source.remote);
      continue;
    }
    if (local == 0 || shards > 1) {
      publication.manifest.shards.push_back(
          {ShardAccess::Local, layout::shard_name(publication.sources.size()), ""});
      publication.sources.emplace_back();
    }
    auto& into = publication.sources.back();
    into.insert(into.end(), source.databases.begin(), source.databases.end());
    ++local;
  }
}

}  // namespace

Generation publish_parts(const WriterLock& lock, const std::vector<std::string>& names,
                         const Schema& schema, const JoinOptions& options) {
  std::vector<Source> sources;
  std::ranges::transform(names, std::back_inserter(sources), open_source);
  std::ranges::stable_sort(sources, {}, [](const Source& s) { return s.manifest.part.number; });
  if (sources.empty()) {
    refuse("no part is given");
  }
  require_same_making(sources, schema);
  require_term_lists(sources, options);
  require_all_parts(sources);
  if (options.shards != 1 && options.shards != sources.size()) {
    refuse("the number of shards is 1 or that of the parts");
  }

  Publication publication{.root = lock.root(),
                          .number = next_generation(lock.root()),
                          .manifest = sources.front().manifest,
                          .schema = &schema,
                          .verify = options.verify,
                          .sources = {}};
  publication.manifest.part = {};
  publication.manifest.term_lists = options.term_lists;
  publication.manifest.shards.clear();
  plan_shards(sources, options.shards, publication);
  make_folders(layout::draft(publication.root, publication.number));
  return publish(publication);
}

std::size_t remove_old_generations(const WriterLock& lock, std::size_t keep) {
  const std::uint64_t current = current_generation(lock.root()).number;
  auto numbers = layout::generation_numbers(lock.root());
  std::erase(numbers, current);
  const std::size_t others = std::max<std::size_t>(keep, 1) - 1;
  const std::size_t surplus = numbers.size() > others ? numbers.size() - others : 0;
  for (std::size_t i = 0; i < surplus; ++i) {
    remove_tree(layout::generation(lock.root(), numbers[i]));
  }
  return surplus;
}

}  // namespace verbale
