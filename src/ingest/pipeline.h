#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "ingest/seen_texts.h"
#include "verbale/ingest/ingest.h"

namespace verbale {

// What a run works with; all of it outlives the run.
struct IngestParts {
  const Schema& schema;
  const ArticleAnalyzer& analyzer;
  RecordReader& reader;
  IndexWriter& writer;
};

// One run of Ingest. Records are cut into batches by one thread at a time, analyzed by any, and
// put back into order before their articles queue up for the writer's lanes, each of which is
// written by one thread at a time.
class Pipeline {
 public:
  Pipeline(const IngestParts& parts, const IngestOptions& options, const IngestEvents& events);

  IngestReport run();

 private:
  using Held = std::unique_lock<std::mutex>;

  // An article on its way to the writer.
  struct Item {
    PreparedArticle article;
    std::string where;
    std::uint64_t text = 0;   // 64 bits of text_digest().
    std::uint64_t place = 0;  // In the sources' order.
  };

  struct Batch {
    std::vector<RawRecord> records;
    bool last = false;
    std::vector<Refusal> refusals;
    std::vector<Item> items;
    std::uint64_t other_parts = 0;
    IngestProgress progress;  // Of the reader's bytes, when it had read the batch.
  };

  struct Lane {
    std::vector<Item> queue;
    bool busy = false;
  };

  enum class Task { Read, Wait, End };

  void work_on_all_threads();
  void work();
  void work_until_end();
  Task next_task() const;
  Lane* fullest_free_lane();
  void write(Lane& lane, Held& held);
  void read_and_analyze(ArticlePreparer& preparer, Held& held);
  Batch read_batch();
  void analyze(Batch& batch, ArticlePreparer& preparer) const;
  void analyze_article(Article article, const std::string& where, Batch& batch,
                       ArticlePreparer& preparer) const;
  void queue(Batch batch);
  void note_same_text(const Item& item);

  const IngestParts parts_;
  const IngestOptions& options_;
  const IngestEvents& events_;

  std::mutex mutex_;  // Of everything below. The reader belongs to whoever has set `reading_`.
  std::condition_variable changed_;
  bool reading_ = false;
  bool no_more_ = false;
  std::uint64_t batches_read_ = 0;
  std::uint64_t batches_queued_ = 0;
  std::map<std::uint64_t, Batch> analyzed_;  // By number; those whose turn has not come.
  std::vector<Lane> lanes_;
  std::size_t articles_waiting_ = 0;  // For a lane, or being written.
  std::uint64_t places_ = 0;
  SeenTexts texts_;
  std::map<std::uint64_t, Duplicate> duplicates_;  // By place.
  IngestReport report_;
  std::exception_ptr failure_;
};

}  // namespace verbale
