#include "index/shard_writer.h"

#include "index/files.h"
#include "index/passage_document.h"
#include "index/terms.h"
#include "index/xapian_errors.h"

namespace verbale {
namespace {

// Xapian gathers the postings of a batch in nested maps, which get slower per posting the more
// they hold: batches that stay in the processor's cache are fastest (docs/performance.md).
struct BatchLimit {
  std::size_t passages;
  std::size_t terms;
};

constexpr BatchLimit draft_batch{400, 400'000};

// A live batch ends with waiting for the disk, so it is larger.
constexpr BatchLimit live_batch{5000, 2'000'000};

// Not DB_DANGEROUS, which makes nothing faster here (9.3 against 9.2 CPU seconds for 6,000 Reuters
// articles): Xapian cannot undo a failed write under it, and ends the process on a full disk.
constexpr int draft_flags = Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS;

constexpr int flags_of(TermLists lists) {
  return lists == TermLists::Without ? Xapian::DB_NO_TERMLIST : 0;
}

Xapian::WritableDatabase open_live(const std::string& folder, TermLists lists) {
  return with_xapian(folder, [&] {
    return Xapian::WritableDatabase(folder,
                                    Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS | flags_of(lists));
  });
}

Xapian::WritableDatabase make_draft(const std::string& folder, TermLists lists) {
  return with_xapian(folder, [&] {
    return Xapian::WritableDatabase(folder, Xapian::DB_CREATE | draft_flags | flags_of(lists));
  });
}

// What a shard says that it is one of.
std::string description(Manifest manifest) {
  manifest.shards.clear();
  return to_string(manifest);
}

}  // namespace

ShardWriter::ShardWriter(const std::filesystem::path& folder, CommitMode mode, TermLists lists)
    : name_(folder.string()),
      life_(ShardLife::Live),
      mode_(mode),
      lists_(lists),
      database_(open_live(name_, lists)),
      last_before_run_(database_.get_lastdocid()) {
  state_ = state_of(database_, name_);
  // Xapian commits by itself after some number of documents, maybe in the middle of an article;
  // inside a transaction it does not.
  database_.begin_transaction();
}

ShardWriter::ShardWriter(const std::filesystem::path& folder, const Schema& schema, TermLists lists)
    : name_(folder.string()),
      life_(ShardLife::Draft),
      mode_(CommitMode::Often),
      schema_(&schema),
      lists_(lists),
      database_(make_draft(name_, lists)),
      last_before_run_(0) {}

ShardWriter::~ShardWriter() {
  if (life_ == ShardLife::Live) {
    try {
      database_.cancel_transaction();
    } catch (const Xapian::Error&) {
      // A database that cannot be written any more keeps its last commit anyway.
    }
  }
}

void ShardWriter::describe(const Manifest& manifest) {
  with_xapian(name_,
              [&] { database_.set_metadata(metadata_key::manifest, description(manifest)); });
}

bool ShardWriter::put(PreparedArticle article) {
  return with_xapian(name_, [&] {
    const std::string term = article_term(article.id());
    const auto stored = database_.postlist_begin(term);
    bool duplicate = false;
    if (stored != database_.postlist_end(term)) {
      duplicate = put_over(*stored, std::move(article));
    } else {
      add(article.documents());
      ++tally_.added;
    }
    commit_when_full();
    return duplicate;
  });
}

bool ShardWriter::put_over(Xapian::docid first, PreparedArticle article) {
  const auto waiting = updates_.find(article.id().value);
  const bool duplicate = first > last_before_run_ || waiting != updates_.end();
  const std::string stored = database_.get_document(first).get_value(digest_slot);
  if (waiting != updates_.end()) {
    updates_.erase(waiting);
    ++tally_.duplicates;
  }
  if (stored == article.documents().digest.bytes()) {
    ++(duplicate && waiting == updates_.end() ? tally_.duplicates : tally_.unchanged);
    return duplicate;
  }
  if (first > last_before_run_) {
    take_out_passages(article.id());
    add(article.documents());
    ++tally_.duplicates;
  } else {
    std::string id = article.id().value;
    passages_in_batch_ += article.passages();
    terms_in_batch_ += article.documents().terms;
    updates_.emplace(std::move(id), std::move(article));
  }
  return duplicate;
}

Stored ShardWriter::compare(const PreparedArticle& article) const {
  return with_xapian(name_, [&] {
    const std::string term = article_term(article.id());
    const auto stored = database_.postlist_begin(term);
    if (stored == database_.postlist_end(term)) {
      return Stored::Not;
    }
    const std::string digest = database_.get_document(*stored).get_value(digest_slot);
    return digest == article.documents().digest.bytes() ? Stored::Same : Stored::Other;
  });
}

void ShardWriter::put_again(PreparedArticle article) {
  with_xapian(name_, [&] {
    add(article.documents());
    ++tally_.duplicates;
    commit_when_full();
  });
}

bool ShardWriter::holds(const ArticleId& id) const {
  return with_xapian(name_, [&] { return database_.term_exists(article_term(id)); });
}

bool ShardWriter::take_out(const ArticleId& id) {
  return with_xapian(name_, [&] { return take_out_passages(id); });
}

bool ShardWriter::remove(const ArticleId& id) {
  return with_xapian(name_, [&] {
    updates_.erase(id.value);
    const bool removed = take_out_passages(id);
    tally_.removed += removed ? 1 : 0;
    commit_when_full();
    return removed;
  });
}

void ShardWriter::commit() {
  with_xapian(name_, [&] {
    settle_updates();
    passages_in_batch_ = 0;
    terms_in_batch_ = 0;
    if (!changed_ && life_ == ShardLife::Live) {
      return;
    }
    database_.set_metadata(metadata_key::state, to_string(state_));
    if (life_ == ShardLife::Live) {
      database_.commit_transaction();
      database_.begin_transaction();
    } else {
      database_.commit();
    }
    changed_ = false;
  });
}

void ShardWriter::add(const PreparedArticle::Documents& article) {
  for (const Xapian::Document& passage : article.passages) {
    database_.add_document(passage);
  }
  ++state_.articles;
  state_.passages += article.passages.size();
  state_.digest += article.digest;
  tally_.passages += article.passages.size();
  passages_in_batch_ += article.passages.size();
  terms_in_batch_ += article.terms;
  changed_ = true;
}

void ShardWriter::copy_with_term_lists(
    const std::filesystem::path& folder, const Schema& schema, const Manifest& manifest,
    const std::function<void(std::uint64_t passages_done)>& progress) {
  with_xapian(name_, [&] { database_.set_metadata(metadata_key::state, to_string(state_)); });
  verbale::copy_with_term_lists(database_, {folder, description(manifest)}, schema, progress);
}

void ShardWriter::close() {
  with_xapian(name_, [&] { database_.close(); });
}

void ShardWriter::move_to(const std::filesystem::path& folder) {
  name_ = folder.string();
  lists_ = TermLists::With;
  database_ = open_live(name_, lists_);
  database_.begin_transaction();
  changed_ = false;
}

// In place: readers do not see a draft.
void ShardWriter::get_term_lists() {
  commit();
  const std::filesystem::path copy = name_ + ".copy";
  verbale::copy_with_term_lists(database_, {copy, database_.get_metadata(metadata_key::manifest)},
                                *schema_, [](std::uint64_t) {});
  database_.close();
  remove_tree(name_);
  rename_path(copy, name_);
  database_ = Xapian::WritableDatabase(name_, Xapian::DB_OPEN | draft_flags);
  lists_ = TermLists::With;
}

bool ShardWriter::take_out_passages(const ArticleId& id) {
  if (lists_ == TermLists::Without && database_.term_exists(article_term(id))) {
    get_term_lists();
  }
  const std::string term = article_term(id);
  const std::vector<Xapian::docid> passages(database_.postlist_begin(term),
                                            database_.postlist_end(term));
  if (passages.empty()) {
    return false;
  }
  const Xapian::Document first = database_.get_document(passages.front());
  state_.digest -= ContentDigest::of_bytes(first.get_value(digest_slot));
  --state_.articles;
  state_.passages -= passages.size();
  for (const Xapian::docid passage : passages) {
    database_.delete_document(passage);
  }
  passages_in_batch_ += passages.size();
  changed_ = true;
  return true;
}

void ShardWriter::settle_updates() {
  for (const auto& [id, article] : updates_) {
    take_out_passages(article.id());
    add(article.documents());
    ++tally_.updated;
  }
  updates_.clear();
}

void ShardWriter::commit_when_full() {
  const BatchLimit& limit = life_ == ShardLife::Live ? live_batch : draft_batch;
  if (passages_in_batch_ < limit.passages && terms_in_batch_ < limit.terms) {
    return;
  }
  if (mode_ == CommitMode::Often) {
    commit();
    return;
  }
  settle_updates();
  passages_in_batch_ = 0;
  terms_in_batch_ = 0;
}

}  // namespace verbale
