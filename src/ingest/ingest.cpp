#include "verbale/ingest/ingest.h"

#include <utility>

#include "ingest/pipeline.h"

namespace verbale {

Ingest::Ingest(const Schema& schema, IngestOptions options)
    : schema_(schema), options_(std::move(options)), analyzer_(schema) {}

IngestReport Ingest::run(RecordReader& reader, IndexWriter& writer,
                         const IngestEvents& events) const {
  const IngestParts parts{
      .schema = schema_, .analyzer = analyzer_, .reader = reader, .writer = writer};
  return Pipeline(parts, options_, events).run();
}

}  // namespace verbale
