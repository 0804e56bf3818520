#include "verbale/index/writer.h"

#include "index/lanes.h"
#include "index/passage_document.h"
#include "verbale/base/error.h"

namespace verbale {

PreparedArticle::PreparedArticle(std::unique_ptr<Documents> documents)
    : documents_(std::move(documents)) {}
PreparedArticle::~PreparedArticle() = default;
PreparedArticle::PreparedArticle(PreparedArticle&&) noexcept = default;
PreparedArticle& PreparedArticle::operator=(PreparedArticle&&) noexcept = default;

const ArticleId& PreparedArticle::id() const {
  return documents_->id;
}

std::size_t PreparedArticle::passages() const {
  return documents_->passages.size();
}

struct ArticlePreparer::Makers {
  explicit Makers(const Schema& schema) : documents(schema) {}

  DocumentMaker documents;
};

ArticlePreparer::ArticlePreparer(const Schema& schema)
    : makers_(std::make_unique<Makers>(schema)) {}
ArticlePreparer::~ArticlePreparer() = default;
ArticlePreparer::ArticlePreparer(ArticlePreparer&&) noexcept = default;
ArticlePreparer& ArticlePreparer::operator=(ArticlePreparer&&) noexcept = default;

PreparedArticle ArticlePreparer::prepare(const AnalyzedArticle& article) {
  auto prepared = std::make_unique<PreparedArticle::Documents>();
  prepared->id = article.article.id;
  prepared->passages = makers_->documents.make_documents(article);
  for (const Xapian::Document& passage : prepared->passages) {
    prepared->digest += digest_of(passage);
    prepared->terms += passage.termlist_count();
  }
  if (!prepared->passages.empty()) {
    prepared->passages.front().add_value(digest_slot, prepared->digest.bytes());
  }
  return PreparedArticle(std::move(prepared));
}

Tally& Tally::operator+=(const Tally& other) {
  added += other.added;
  updated += other.updated;
  unchanged += other.unchanged;
  duplicates += other.duplicates;
  removed += other.removed;
  passages += other.passages;
  return *this;
}

IndexWriter::IndexWriter(const WriterLock& lock, const Generation& generation, CommitMode mode,
                         RemakeProgress progress)
    : lanes_(std::make_unique<Lanes>()) {
  if (generation.has_remote_shards()) {
    throw IndexError(IndexFault::Storage,
                     "this index has remote shards, which cannot be changed from here; rebuild "
                     "their parts where they are and `verbale publish` them");
  }
  const TermLists lists = generation.manifest.term_lists ? TermLists::With : TermLists::Without;
  lanes_->shards = generation.manifest.shards.size();
  for (const ShardPlace& place : generation.manifest.shards) {
    lanes_->lanes.emplace_back(
        std::make_unique<ShardWriter>(generation.folder / place.address, mode, lists));
  }
  if (!generation.manifest.term_lists) {
    lanes_->remake = std::make_unique<Remake>(lock, generation, mode, std::move(progress));
  }
}

IndexWriter::IndexWriter(std::unique_ptr<Lanes> lanes) : lanes_(std::move(lanes)) {}
IndexWriter::~IndexWriter() = default;
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;

std::size_t IndexWriter::lanes() const {
  return lanes_->lanes.size();
}

std::size_t IndexWriter::lane_of(const ArticleId& id) const {
  const std::size_t lanes_per_shard = lanes_->lanes.size() / lanes_->shards;
  return shard_of(id, lanes_->shards) * lanes_per_shard + builder_of(id, lanes_per_shard);
}

bool IndexWriter::put(PreparedArticle article) {
  Lane& lane = lanes_->lanes[lane_of(article.id())];
  const auto put = [&] { return lane.put(std::move(article)); };
  return lanes_->remake ? lanes_->remake->before(
                              lanes_->lanes, [&] { return lane.would_replace(article); }, put)
                        : put();
}

bool IndexWriter::remove(const ArticleId& id) {
  Lane& lane = lanes_->lanes[lane_of(id)];
  const auto remove = [&] { return lane.remove(id); };
  return lanes_->remake ? lanes_->remake->before(
                              lanes_->lanes, [&] { return lane.holds(id); }, remove)
                        : remove();
}

void IndexWriter::commit() {
  for (Lane& lane : lanes_->lanes) {
    lane.commit();
  }
  if (lanes_->remake) {
    lanes_->remake->commit(lanes_->lanes);
  }
}

Tally IndexWriter::tally() const {
  Tally tally;
  for (const Lane& lane : lanes_->lanes) {
    tally += lane.tally();
  }
  return tally;
}

}  // namespace verbale
