#include "index/remake.h"

#include <system_error>

#include "index/files.h"
#include "index/layout.h"
#include "verbale/base/error.h"

namespace verbale {

namespace fs = std::filesystem;

Remake::Remake(const WriterLock& lock, Generation generation, CommitMode mode,
               RemakeProgress progress)
    : root_(lock.root()),
      generation_(std::move(generation)),
      mode_(mode),
      progress_(std::move(progress)) {}

Remake::~Remake() {
  if (unpublished_) {
    std::error_code ignored;
    fs::remove_all(layout::draft(root_, unpublished_->number), ignored);
  }
}

void Remake::remake(std::vector<Lane>& lanes) {
  if (mode_ == CommitMode::Often) {
    for (Lane& lane : lanes) {
      lane.commit();
    }
  }
  auto schema = Schema::load(generation_.schema_folder());
  if (!schema) {
    throw IndexError(IndexFault::Damaged, to_string(schema.error()));
  }
  schema_ = *std::move(schema);
  unpublished_ = Publication{.root = root_,
                             .number = next_generation(root_),
                             .manifest = generation_.manifest,
                             .schema = &*schema_,
                             .sources = {}};
  Publication& publication = *unpublished_;
  publication.manifest.term_lists = true;
  const fs::path draft = layout::draft(root_, publication.number);
  make_folders(draft);

  const std::uint64_t passages = stats(generation_).passages;
  std::uint64_t before = 0;
  const auto progress = [&](std::uint64_t done) {
    if (progress_) {
      progress_(before + done, passages);
    }
  };
  progress(0);
  for (Lane& lane : lanes) {
    const fs::path copy = draft / ("copy-" + std::to_string(publication.sources.size()));
    std::uint64_t copied = 0;
    lane.shard().copy_with_term_lists(copy, *schema_, publication.manifest,
                                      [&](std::uint64_t done) { progress(copied = done); });
    before += copied;
    publication.sources.push_back({copy});
  }
  if (mode_ == CommitMode::Often) {
    publish_and_move(lanes);
    return;
  }
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    lanes[i].shard().move_to(publication.sources[i].front());
  }
}

void Remake::commit(std::vector<Lane>& lanes) {
  if (unpublished_) {
    publish_and_move(lanes);
  }
}

void Remake::publish_and_move(std::vector<Lane>& lanes) {
  for (Lane& lane : lanes) {
    lane.shard().close();
  }
  const Generation published = publish(*unpublished_);
  unpublished_.reset();
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    lanes[i].shard().move_to(published.folder / published.manifest.shards[i].address);
  }
}

}  // namespace verbale
