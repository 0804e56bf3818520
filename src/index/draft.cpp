#include <algorithm>
#include <iterator>
#include <system_error>

#include "index/files.h"
#include "index/lanes.h"
#include "index/layout.h"
#include "index/publication.h"
#include "verbale/index/publish.h"
#include "verbale/text/analyzer.h"

namespace verbale {
namespace {

Manifest describe(const Schema& schema, const DraftOptions& options) {
  Manifest manifest{.format = index_format,
                    .analyzer = analyzer_version,
                    .fields = schema.field_digest(),
                    .schema = schema.digest(),
                    .part = options.part,
                    .term_lists = options.term_lists,
                    .shards = {}};
  for (std::size_t shard = 0; shard < options.shards; ++shard) {
    manifest.shards.push_back({ShardAccess::Local, layout::shard_name(shard), ""});
  }
  return manifest;
}

}  // namespace

struct GenerationDraft::State {
  Publication publication;
  std::unique_ptr<IndexWriter> writer;
  const IndexWriter::Lanes* lanes = nullptr;  // The writer's.

  ~State() {
    writer.reset();
    std::error_code ignored;
    std::filesystem::remove_all(layout::draft(publication.root, publication.number), ignored);
  }
};

GenerationDraft::GenerationDraft(const WriterLock& lock, const Schema& schema,
                                 const DraftOptions& options)
    : state_(std::make_unique<State>()) {
  Publication& publication = state_->publication;
  publication.root = lock.root();
  publication.number = next_generation(lock.root());
  publication.manifest = describe(schema, options);
  publication.schema = &schema;
  publication.verify = options.verify;

  const auto draft = layout::draft(publication.root, publication.number);
  make_folders(draft);
  auto lanes = std::make_unique<IndexWriter::Lanes>();
  lanes->shards = options.shards;
  for (std::size_t shard = 0; shard < options.shards; ++shard) {
    for (std::size_t lane = 0; lane < options.lanes_per_shard; ++lane) {
      lanes->lanes.emplace_back(draft / ("lane-" + std::to_string(lanes->lanes.size())),
                                publication.manifest, options.passages_per_run, schema);
    }
  }
  state_->lanes = lanes.get();
  state_->writer.reset(new IndexWriter(std::move(lanes)));
}

GenerationDraft::~GenerationDraft() = default;
GenerationDraft::GenerationDraft(GenerationDraft&&) noexcept = default;
GenerationDraft& GenerationDraft::operator=(GenerationDraft&&) noexcept = default;

IndexWriter& GenerationDraft::writer() {
  return *state_->writer;
}

Generation GenerationDraft::publish() {
  state_->writer->commit();
  const std::vector<Lane>& lanes = state_->lanes->lanes;
  auto& sources = state_->publication.sources;
  sources.resize(state_->lanes->shards);
  for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
    std::ranges::move(lanes[lane].folders(),
                      std::back_inserter(sources[lane * sources.size() / lanes.size()]));
  }
  state_->writer.reset();
  return verbale::publish(state_->publication);
}

}  // namespace verbale
