#include "index/term_lists.h"

#include "index/passage_document.h"
#include "index/shard_writer.h"
#include "index/shards.h"
#include "index/stored_passage.h"
#include "index/xapian_errors.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

constexpr int new_database =
    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS;

[[noreturn]] void cannot_be_made_anew() {
  throw IndexError(
      IndexFault::Damaged,
      "the passages of a shard cannot be made anew as they were; `verbale check` tells "
      "what is wrong, `verbale rebuild` makes a new index");
}

class Copy {
 public:
  Copy(const std::filesystem::path& folder, const Schema& schema)
      : database_(folder.string(), new_database), preparer_(schema) {}

  void add(Xapian::docid id, StoredPassage stored) {
    if (stored.ordinal == 0) {
      end_article();
    }
    append_passage(std::move(stored), article_);
    ids_.push_back(id);
  }

  void end_article() {
    if (ids_.empty()) {
      return;
    }
    const PreparedArticle prepared = preparer_.prepare(article_);
    if (prepared.passages() != ids_.size()) {
      cannot_be_made_anew();
    }
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      database_.replace_document(ids_[i], prepared.documents().passages[i]);
    }
    digest_ += prepared.documents().digest;
    passages_ += ids_.size();
    if (passages_ - committed_ >= passages_per_commit) {
      database_.commit();
      committed_ = passages_;
    }
    ids_.clear();
    article_ = {};
  }

  void add_all(const Xapian::Database& shard,
               const std::function<void(std::uint64_t passages_done)>& progress) {
    std::uint64_t told = 0;
    for (auto id = shard.postlist_begin(""); id != shard.postlist_end(""); ++id) {
      add(*id, read_stored_passage(shard.get_document(*id).get_data()));
      if (passages_ - told >= passages_a_report) {
        progress(told = passages_);
      }
    }
    end_article();
  }

  const ContentDigest& digest() const { return digest_; }

  void end(const std::string& state, const std::string& description) {
    database_.set_metadata(metadata_key::state, state);
    database_.set_metadata(metadata_key::manifest, description);
    database_.commit();
  }

 private:
  static constexpr std::uint64_t passages_per_commit = 400;  // As a draft's.
  static constexpr std::uint64_t passages_a_report = 1000;

  Xapian::WritableDatabase database_;
  ArticlePreparer preparer_;
  AnalyzedArticle article_;
  std::vector<Xapian::docid> ids_;
  ContentDigest digest_;
  std::uint64_t passages_ = 0;
  std::uint64_t committed_ = 0;
};

}  // namespace

void copy_with_term_lists(const Xapian::Database& shard, const CopyTarget& target,
                          const Schema& schema,
                          const std::function<void(std::uint64_t passages_done)>& progress) {
  with_xapian(target.folder.string(), [&] {
    Copy copy(target.folder, schema);
    copy.add_all(shard, progress);
    if (copy.digest() != state_of(shard, target.folder.string()).digest) {
      cannot_be_made_anew();
    }
    copy.end(shard.get_metadata(metadata_key::state), target.description);
  });
}

void make_without_term_lists(const std::filesystem::path& folder) {
  with_xapian(folder.string(), [&] {
    Xapian::WritableDatabase(folder.string(), new_database | Xapian::DB_NO_TERMLIST).commit();
  });
}

}  // namespace verbale
