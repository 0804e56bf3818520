#include "index/lane.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr std::uint64_t part_of_run = 8;

}  // namespace

Lane::Lane(std::unique_ptr<ShardWriter> shard) {
  runs_.push_back(std::move(shard));
}

Lane::Lane(const std::filesystem::path& folder, const Manifest& manifest,
           std::size_t passages_per_run, const Schema& schema)
    : folder_(folder), manifest_(manifest), schema_(&schema), passages_per_run_(passages_per_run) {
  start_run();
}

// Where an article came twice, with another content, more will: runs are then written with what
// taking articles out needs.
void Lane::start_run() {
  const bool lists = manifest_.term_lists || std::ranges::any_of(runs_, [](const auto& run) {
                       return run->term_lists() == TermLists::With;
                     });
  std::filesystem::path run = folder_;
  run += "." + std::to_string(runs_.size());
  runs_.push_back(
      std::make_unique<ShardWriter>(run, *schema_, lists ? TermLists::With : TermLists::Without));
  runs_.back()->describe(manifest_);
}

bool Lane::put(PreparedArticle article) {
  for (std::size_t older = 0; older + 1 < runs_.size(); ++older) {
    switch (runs_[older]->compare(article)) {
      case Stored::Not:
        continue;
      case Stored::Same:
        ++duplicates_;
        return true;
      case Stored::Other:
        runs_[older]->take_out(article.id());
        runs_.back()->put_again(std::move(article));
        return true;
    }
  }
  const bool duplicate = runs_.back()->put(std::move(article));
  const std::uint64_t full =
      std::max<std::uint64_t>(passages_per_run_, passages_before_ / part_of_run);
  if (passages_per_run_ != 0 && runs_.back()->tally().passages >= full) {
    passages_before_ += runs_.back()->tally().passages;
    runs_.back()->commit();
    start_run();
  }
  return duplicate;
}

bool Lane::remove(const ArticleId& id) {
  return std::ranges::any_of(runs_, [&](const auto& run) { return run->remove(id); });
}

bool Lane::would_replace(const PreparedArticle& article) const {
  return runs_.back()->compare(article) == Stored::Other;
}

bool Lane::holds(const ArticleId& id) const {
  return runs_.back()->holds(id);
}

void Lane::commit() {
  for (const auto& run : runs_) {
    run->commit();
  }
}

Tally Lane::tally() const {
  Tally tally;
  for (const auto& run : runs_) {
    tally += run->tally();
  }
  tally.duplicates += duplicates_;
  return tally;
}

std::vector<std::filesystem::path> Lane::folders() const {
  std::vector<std::filesystem::path> folders;
  for (const auto& run : runs_) {
    folders.push_back(run->folder());
  }
  return folders;
}

}  // namespace verbale
