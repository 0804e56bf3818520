#include "index/publication.h"

#include <xapian.h>

#include "index/files.h"
#include "index/layout.h"
#include "index/shards.h"
#include "index/term_lists.h"
#include "index/xapian_errors.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// Counts and digests of merged shards add up; everything else is the same in all of them.
class StateMerger : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                         const std::string values[]) override {
    // The key comes with Xapian's own prefix.
    if (!key.ends_with(metadata_key::state)) {
      return values[0];
    }
    ShardState sum;
    for (std::size_t i = 0; i < count; ++i) {
      const auto state = parse_shard_state(values[i]);
      if (!state) {
        throw IndexError(IndexFault::Damaged, state.error().message);
      }
      sum += *state;
    }
    return to_string(sum);
  }
};

// One database alone keeps its document ids.
void compact(const std::vector<fs::path>& sources, const fs::path& target) {
  with_xapian(target.string(), [&] {
    Xapian::Database joined;
    for (const fs::path& source : sources) {
      joined.add_database(Xapian::Database(source.string(), Xapian::DB_BACKEND_GLASS));
    }
    StateMerger merger;
    joined.compact(target.string(), sources.size() == 1 ? Xapian::DBCOMPACT_NO_RENUMBER : 0, 0,
                   merger);
  });
}

fs::path draft_of(const Publication& publication) {
  return layout::draft(publication.root, publication.number);
}

void compact_shards(const Publication& publication) {
  const fs::path without = draft_of(publication) / "without-term-lists";
  if (!publication.manifest.term_lists) {
    make_without_term_lists(without);
  }
  std::size_t number = 0;
  for (const ShardPlace& place : publication.manifest.shards) {
    if (place.access != ShardAccess::Local) {
      continue;
    }
    auto sources = publication.sources[number++];
    if (!publication.manifest.term_lists) {
      sources.push_back(without);
    }
    compact(sources, draft_of(publication) / place.address);
  }
  remove_tree(without);
}

// Sources inside the draft are its own; parts elsewhere are their owner's.
void remove_sources(const Publication& publication) {
  for (const auto& sources : publication.sources) {
    for (const fs::path& source : sources) {
      if (source.parent_path() == draft_of(publication)) {
        remove_tree(source);
      }
    }
  }
}

void write_description(const Publication& publication) {
  const fs::path draft = draft_of(publication);
  make_folders(draft / "schema");
  with_xapian(draft.string(), [&] { publication.schema->save(draft / "schema"); });
  write_file(layout::manifest(draft), to_string(publication.manifest));
}

void verify(const Publication& publication) {
  const auto problems = check({.number = publication.number,
                               .folder = draft_of(publication),
                               .manifest = publication.manifest},
                              publication.verify);
  if (!problems.empty()) {
    throw IndexError(IndexFault::Damaged,
                     "the new generation is not published, because it is damaged: " +
                         problems.front() + "; see that disk and memory are sound, then try again");
  }
}

}  // namespace

std::vector<PublicationStep> publication_steps(const Publication& publication) {
  const fs::path& root = publication.root;
  const fs::path draft = draft_of(publication);
  const fs::path finished = layout::generation(root, publication.number);
  const fs::path current = layout::current(root);
  const fs::path next = root / "CURRENT.next";
  return {
      {"compact the shards", [&publication] { compact_shards(publication); }},
      {"remove what they were made from", [&publication] { remove_sources(publication); }},
      {"write manifest and schema", [&publication] { write_description(publication); }},
      {"verify", [&publication] { verify(publication); }},
      {"sync the files", [draft] { sync_tree(draft); }},
      {"give the folder its name", [draft, finished] { rename_path(draft, finished); }},
      {"sync the folder of generations", [&root] { sync_folder(layout::generations(root)); }},
      {"write the new CURRENT",
       [next, &publication] { write_file(next, std::to_string(publication.number) + "\n"); }},
      {"rename it over the old", [next, current] { rename_path(next, current); }},
      {"sync the index's folder", [&root] { sync_folder(root); }},
  };
}

Generation publish(const Publication& publication) {
  for (const PublicationStep& step : publication_steps(publication)) {
    step.run();
  }
  return current_generation(publication.root);
}

std::uint64_t next_generation(const fs::path& root) {
  for (const fs::path& folder : layout::drafts(root)) {
    remove_tree(folder);
  }
  const auto numbers = layout::generation_numbers(root);
  return numbers.empty() ? 1 : numbers.back() + 1;
}

}  // namespace verbale
