#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "verbale/index/generation.h"
#include "verbale/index/writer_lock.h"
#include "verbale/model/analyzed_article.h"
#include "verbale/schema/schema.h"

namespace verbale {

// An article made ready for the index: the terms, values and data of its passages and their
// digest. Belongs to one thread at a time.
class PreparedArticle {
 public:
  struct Documents;
  explicit PreparedArticle(std::unique_ptr<Documents> documents);
  ~PreparedArticle();
  PreparedArticle(PreparedArticle&&) noexcept;
  PreparedArticle& operator=(PreparedArticle&&) noexcept;

  const ArticleId& id() const;
  std::size_t passages() const;
  const Documents& documents() const { return *documents_; }

 private:
  std::unique_ptr<Documents> documents_;
};

// Makes articles ready, which needs no index. Keeps buffers; make one per thread.
class ArticlePreparer {
 public:
  // Keeps a reference: `schema` must outlive the preparer.
  explicit ArticlePreparer(const Schema& schema);
  ~ArticlePreparer();
  ArticlePreparer(ArticlePreparer&&) noexcept;
  ArticlePreparer& operator=(ArticlePreparer&&) noexcept;

  PreparedArticle prepare(const AnalyzedArticle& article);

 private:
  struct Makers;
  std::unique_ptr<Makers> makers_;
};

// What happened to the articles given to a writer; each counts once.
struct Tally {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;   // The index had it with the same content.
  std::uint64_t duplicates = 0;  // Took the place of an earlier one of the same id and run.
  std::uint64_t removed = 0;
  std::uint64_t passages = 0;  // Written.

  Tally& operator+=(const Tally& other);
};

// When a writer makes what it was given visible.
enum class CommitMode {
  Often,    // Every some thousand passages, and at the end: a killed run keeps most of its work.
  AtTheEnd  // Not before commit().
};

// Told while a generation without term lists is remade: first with 0 passages done.
using RemakeProgress = std::function<void(std::uint64_t passages_done, std::uint64_t passages)>;

// Changes the articles of one generation. Passages of an article are replaced together, and every
// commit of a shard holds whole articles and the counts and digest that are true for them.
// Articles are written in lanes: put() and remove() of articles of different lanes may be called
// from different threads at the same time; everything else from one thread at a time. Every
// function throws IndexError. A writer that goes without commit() loses what was not committed.
class IndexWriter {
 public:
  // Changes a live generation in place; every commit is synced to disk. One without term lists is
  // replaced by a new generation that has them when an article of it must be replaced or removed.
  // Throws when the generation has remote shards, which only their own machines change.
  IndexWriter(const WriterLock& lock, const Generation& generation, CommitMode mode,
              RemakeProgress progress = {});
  ~IndexWriter();
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;

  std::size_t lanes() const;
  std::size_t lane_of(const ArticleId& id) const;

  // Adds the article or replaces the one of its id; the later of several in one run wins. Returns
  // whether it takes the place of an earlier one of this run.
  bool put(PreparedArticle article);

  // Removes an article with all its passages; false when there is none.
  bool remove(const ArticleId& id);

  void commit();
  Tally tally() const;

 private:
  friend class GenerationDraft;
  struct Lanes;
  explicit IndexWriter(std::unique_ptr<Lanes> lanes);
  std::unique_ptr<Lanes> lanes_;
};

}  // namespace verbale
