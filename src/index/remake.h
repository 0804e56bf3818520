#pragma once

#include <mutex>
#include <optional>
#include <shared_mutex>
#include <vector>

#include "index/lane.h"
#include "index/publication.h"

namespace verbale {

// What a live generation without term lists becomes when an article of it must be replaced or
// removed: a new generation of the same passages, and of those that the run has added, with term
// lists. The lanes then go on in it.
class Remake {
 public:
  Remake(const WriterLock& lock, Generation generation, CommitMode mode, RemakeProgress progress);
  ~Remake();

  // Calls `work`, after remaking the generation where `needed` says so. From any thread: threads
  // that write are let finish first.
  template <class Needed, class Work>
  bool before(std::vector<Lane>& lanes, Needed needed, Work work) {
    {
      const std::shared_lock held(mutex_);
      if (done_ || !needed()) {
        return work();
      }
    }
    const std::unique_lock held(mutex_);
    if (!done_) {
      remake(lanes);
      done_ = true;
    }
    return work();
  }

  // After the lanes' own: with CommitMode::AtTheEnd the new generation is not seen before.
  void commit(std::vector<Lane>& lanes);

 private:
  void remake(std::vector<Lane>& lanes);
  void publish_and_move(std::vector<Lane>& lanes);

  const std::filesystem::path root_;
  const Generation generation_;
  const CommitMode mode_;
  const RemakeProgress progress_;
  std::shared_mutex mutex_;
  bool done_ = false;
  std::optional<Schema> schema_;
  std::optional<Publication> unpublished_;
};

}  // namespace verbale
