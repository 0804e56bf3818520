#include "ingest/pipeline.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "verbale/readers/duplicates.h"

namespace verbale {
namespace {

// Large enough that taking turns costs nothing, small enough that no core is idle at the end.
constexpr std::size_t records_per_batch = 32;
constexpr std::size_t bytes_per_batch = 64 << 10;

// What may be read and not yet written, so that memory does not grow while one article is slow.
constexpr std::size_t batches_ahead_per_job = 3;
constexpr std::size_t articles_ahead_per_job = 128;

constexpr std::size_t duplicates_shown = 10;

}  // namespace

Pipeline::Pipeline(const IngestParts& parts, const IngestOptions& options,
                   const IngestEvents& events)
    : parts_(parts), options_(options), events_(events), lanes_(parts.writer.lanes()) {}

IngestReport Pipeline::run() {
  work_on_all_threads();
  if (failure_) {
    std::rethrow_exception(failure_);
  }
  report_.bytes = parts_.reader.bytes_read();
  for (auto& [place, duplicate] : duplicates_) {
    report_.duplicates.push_back(std::move(duplicate));
  }
  return std::move(report_);
}

void Pipeline::work_on_all_threads() {
  std::vector<std::jthread> others;
  for (unsigned job = 1; job < options_.jobs; ++job) {
    others.emplace_back([this] { work(); });
  }
  work();
}

// What one thread throws ends the work of all, and run() throws it.
void Pipeline::work() {
  try {
    work_until_end();
  } catch (...) {
    const std::lock_guard held(mutex_);
    if (!failure_) {
      failure_ = std::current_exception();
    }
    changed_.notify_all();
  }
}

void Pipeline::work_until_end() {
  ArticlePreparer preparer(parts_.schema);
  Held held(mutex_);
  for (;;) {
    // Writing goes first: it frees memory, and an idle lane may be a core that idles later.
    if (Lane* const lane = failure_ ? nullptr : fullest_free_lane()) {
      write(*lane, held);
      continue;
    }
    switch (next_task()) {
      case Task::Read:
        read_and_analyze(preparer, held);
        break;
      case Task::Wait:
        changed_.wait(held);
        break;
      case Task::End:
        return;
    }
  }
}

Pipeline::Task Pipeline::next_task() const {
  const bool all_read = no_more_ && !reading_;
  if (failure_ || (all_read && batches_queued_ == batches_read_ && articles_waiting_ == 0)) {
    return Task::End;
  }
  const bool room = batches_read_ - batches_queued_ < batches_ahead_per_job * options_.jobs &&
                    articles_waiting_ < articles_ahead_per_job * options_.jobs;
  return !no_more_ && !reading_ && room ? Task::Read : Task::Wait;
}

Pipeline::Lane* Pipeline::fullest_free_lane() {
  Lane* fullest = nullptr;
  for (Lane& lane : lanes_) {
    const std::size_t most = fullest == nullptr ? 0 : fullest->queue.size();
    if (!lane.busy && lane.queue.size() > most) {
      fullest = &lane;
    }
  }
  return fullest;
}

void Pipeline::write(Lane& lane, Held& held) {
  auto items = std::exchange(lane.queue, {});
  lane.busy = true;
  held.unlock();

  std::map<std::uint64_t, Duplicate> duplicates;
  for (Item& item : items) {
    const ArticleId id = item.article.id();
    if (parts_.writer.put(std::move(item.article))) {
      duplicates.emplace(item.place, Duplicate{item.where, id});
    }
  }

  held.lock();
  lane.busy = false;
  articles_waiting_ -= items.size();
  duplicates_.merge(duplicates);
  while (duplicates_.size() > duplicates_shown) {
    duplicates_.erase(std::prev(duplicates_.end()));
  }
  changed_.notify_all();
}

void Pipeline::read_and_analyze(ArticlePreparer& preparer, Held& held) {
  const std::uint64_t number = batches_read_++;
  reading_ = true;
  held.unlock();
  Batch batch = read_batch();
  const bool stopped = events_.stop();

  held.lock();
  reading_ = false;
  report_.interrupted = report_.interrupted || stopped;
  no_more_ = no_more_ || batch.last || stopped;
  changed_.notify_all();
  held.unlock();
  analyze(batch, preparer);

  held.lock();
  analyzed_.emplace(number, std::move(batch));
  for (auto next = analyzed_.find(batches_queued_); next != analyzed_.end();
       next = analyzed_.find(batches_queued_)) {
    queue(std::move(next->second));
    analyzed_.erase(next);
    ++batches_queued_;
  }
  changed_.notify_all();
}

Pipeline::Batch Pipeline::read_batch() {
  Batch batch;
  std::size_t bytes = 0;
  while (batch.records.size() < records_per_batch && bytes < bytes_per_batch) {
    auto record = parts_.reader.next(batch.refusals);
    if (!record) {
      batch.last = true;
      break;
    }
    bytes += record->bytes.size();
    batch.records.push_back(*std::move(record));
  }
  batch.progress = {.bytes = parts_.reader.bytes_read(),
                    .bytes_total = parts_.reader.bytes_total()};
  return batch;
}

void Pipeline::analyze(Batch& batch, ArticlePreparer& preparer) const {
  for (RawRecord& record : batch.records) {
    ParsedRecord parsed = parse_record(record, options_.read);
    record.bytes = {};
    std::ranges::move(parsed.refusals, std::back_inserter(batch.refusals));
    for (Article& article : parsed.articles) {
      analyze_article(std::move(article), record.where, batch, preparer);
    }
  }
}

void Pipeline::analyze_article(Article article, const std::string& where, Batch& batch,
                               ArticlePreparer& preparer) const {
  if (shard_of(article.id, options_.part.of) + 1 != options_.part.number) {
    ++batch.other_parts;
    return;
  }
  if (article.text.empty()) {
    batch.refusals.push_back(
        {where, "article " + article.id.value + " has no words to index", Loss::Nothing});
    return;
  }
  const std::uint64_t text = std::stoull(text_digest(article.text).substr(0, 16), nullptr, 16);
  auto prepared = preparer.prepare(parts_.analyzer.analyze(std::move(article), options_.analysis));
  if (prepared.passages() == 0) {
    batch.refusals.push_back({where, "the text is empty; an article needs some words"});
    return;
  }
  batch.items.push_back({.article = std::move(prepared), .where = where, .text = text});
}

void Pipeline::note_same_text(const Item& item) {
  const auto before = texts_.add(item.text, item.article.id().value);
  if (!before) {
    return;
  }
  ++report_.same_texts;
  if (report_.same.size() < duplicates_shown) {
    report_.same.push_back({item.where, item.article.id(), ArticleId{*before}});
  }
}

void Pipeline::queue(Batch batch) {
  if (options_.strict && report_.refused != 0) {
    return;
  }
  for (const Refusal& refusal : batch.refusals) {
    events_.refused(refusal);
  }
  report_.refused +=
      static_cast<std::uint64_t>(std::ranges::count(batch.refusals, Loss::Article, &Refusal::loss));
  report_.articles += batch.items.size();
  report_.other_parts += batch.other_parts;
  no_more_ = no_more_ || (options_.strict && report_.refused != 0);
  for (Item& item : batch.items) {
    item.place = places_++;
    note_same_text(item);
    ++articles_waiting_;
    lanes_[parts_.writer.lane_of(item.article.id())].queue.push_back(std::move(item));
  }
  batch.progress.articles = report_.articles;
  batch.progress.refused = report_.refused;
  events_.progress(batch.progress);
}

}  // namespace verbale
