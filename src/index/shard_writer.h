#pragma once

#include <xapian.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "index/shards.h"
#include "index/term_lists.h"
#include "verbale/index/writer.h"

namespace verbale {

struct PreparedArticle::Documents {
  ArticleId id;
  std::vector<Xapian::Document> passages;  // The first one carries the digest in its value.
  ContentDigest digest;
  std::size_t terms = 0;  // Of all passages together.
};

// Whether readers see the shard while it is written.
enum class ShardLife {
  Live,   // Every commit is synced to disk.
  Draft,  // Nothing is synced, and a killed process leaves garbage.
};

// What a shard holds of an article.
enum class Stored { Not, Same, Other };

// Writes one shard: whole articles only, and with each commit the counts and digest of what it
// holds.
class ShardWriter {
 public:
  // Writes a live shard. Nothing in it may be replaced or removed while it has no term lists.
  ShardWriter(const std::filesystem::path& folder, CommitMode mode, TermLists lists);

  // Writes a draft. One without term lists gets them when an article must be taken out of it.
  ShardWriter(const std::filesystem::path& folder, const Schema& schema, TermLists lists);
  ~ShardWriter();

  // Writes into the shard what it is a shard of, for those who open it from afar.
  void describe(const Manifest& manifest);

  // See IndexWriter.
  bool put(PreparedArticle article);
  bool remove(const ArticleId& id);
  void commit();

  // Of drafts written as several shards that are one: whether this one holds the article; taking
  // it out, uncounted; putting it in as one that the tally has counted.
  Stored compare(const PreparedArticle& article) const;
  bool holds(const ArticleId& id) const;
  bool take_out(const ArticleId& id);
  void put_again(PreparedArticle article);

  // Copies the shard as it is now, what is not committed included, into one with term lists.
  void copy_with_term_lists(const std::filesystem::path& folder, const Schema& schema,
                            const Manifest& manifest,
                            const std::function<void(std::uint64_t passages_done)>& progress);

  // Goes on in a copy. close() comes before the files of the shard are moved.
  void close();
  void move_to(const std::filesystem::path& folder);

  TermLists term_lists() const { return lists_; }
  const Tally& tally() const { return tally_; }
  const std::string& folder() const { return name_; }

 private:
  void add(const PreparedArticle::Documents& article);
  bool take_out_passages(const ArticleId& id);
  void get_term_lists();
  bool put_over(Xapian::docid first, PreparedArticle article);
  void settle_updates();
  void commit_when_full();

  std::string name_;
  ShardLife life_;
  CommitMode mode_;
  const Schema* schema_ = nullptr;  // Of a draft.
  TermLists lists_ = TermLists::With;
  Xapian::WritableDatabase database_;
  ShardState state_;
  Tally tally_;
  Xapian::docid last_before_run_;
  bool changed_ = false;
  std::size_t passages_in_batch_ = 0;
  std::size_t terms_in_batch_ = 0;

  // Articles whose stored version differs wait for the end of the batch: when a later record of
  // the same id brings back what is stored (the source holds the id twice), nothing has changed.
  std::map<std::string, PreparedArticle> updates_;
};

}  // namespace verbale
