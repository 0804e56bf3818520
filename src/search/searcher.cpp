#include "verbale/search/searcher.h"

#include "index/shards.h"
#include "index/xapian_errors.h"
#include "search/index_searcher.h"

namespace verbale {
namespace {

// A writer that commits more often than a query takes is no reason to wait for ever.
constexpr int most_reopenings = 10;

}  // namespace

struct Searcher::Impl {
  Impl(const std::filesystem::path& index_root, const Schema& schema)
      : generation(current_generation(index_root)) {
    require_compatible(generation, schema);
    warning = edited_schema_warning(generation, schema);
    OpenedShards opened = open_shards(generation, Missing::IsReported);
    unreached = std::move(opened.unreached);
    index.emplace(std::move(opened.database), schema,
                  generation.has_remote_shards() ? Fetching::AllAtOnce : Fetching::EachByItself);
  }

  // Runs a whole question again when a writer's commits took away the state that it was reading.
  template <class Work>
  auto ask(Work work) {
    return with_xapian(generation.folder.string(), [&] {
      for (int reopenings = 0;; ++reopenings) {
        try {
          return work(*index);
        } catch (const Xapian::DatabaseModifiedError&) {
          if (reopenings == most_reopenings) {
            throw;
          }
          index->reopen();
        }
      }
    });
  }

  Generation generation;
  std::optional<std::string> warning;
  std::vector<std::string> unreached;
  std::optional<IndexSearcher> index;
};

Searcher::Searcher(const std::filesystem::path& index_root, const Schema& schema)
    : impl_(std::make_unique<Impl>(index_root, schema)) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Result<SearchAnswer, QueryError> Searcher::search(const SearchRequest& request) const {
  if (!impl_->unreached.empty() && !request.partial) {
    throw IndexError(IndexFault::Unreachable, impl_->unreached.front());
  }
  auto answer = impl_->ask([&](IndexSearcher& index) { return index.search(request); });
  if (answer) {
    answer->generation = impl_->generation.number;
    answer->partial = !impl_->unreached.empty();
    for (const std::string& missing : impl_->unreached) {
      answer->warnings.push_back(missing);
    }
    if (impl_->warning) {
      answer->warnings.push_back(*impl_->warning);
    }
  }
  return answer;
}

std::optional<AnalyzedArticle> Searcher::article_of(const PassageId& id) const {
  return impl_->ask([&](IndexSearcher& index) { return index.article_of(id); });
}

}  // namespace verbale
