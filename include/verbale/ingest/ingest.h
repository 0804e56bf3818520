#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "verbale/attribution/analysis.h"
#include "verbale/index/generation.h"
#include "verbale/index/writer.h"
#include "verbale/readers/reader.h"
#include "verbale/schema/schema.h"

namespace verbale {

struct IngestOptions {
  ReadOptions read;
  AnalysisOptions analysis;
  unsigned jobs = 1;    // Threads at work; the result does not depend on it.
  Part part;            // Articles of other parts are passed over.
  bool strict = false;  // Stop at the first refusal.
};

// An article that came again under the same id in one run; the later one is kept.
struct Duplicate {
  std::string where;  // The later one.
  ArticleId id;
};

// An article with the text of another one of the same run, whatever its marks and capitals; both
// are kept, and `--collapse story` shows one of them.
struct SameText {
  std::string where;
  ArticleId id;
  ArticleId before;  // The first one with this text.
};

struct IngestReport {
  std::uint64_t articles = 0;         // Read, of this part, and given to the writer.
  std::uint64_t other_parts = 0;      // Read and left to other parts.
  std::uint64_t refused = 0;          // Articles and whole sources.
  std::uint64_t bytes = 0;            // Of the sources, as they are on disk.
  std::vector<Duplicate> duplicates;  // The first few, in the order of the sources.
  std::uint64_t same_texts = 0;       // Articles with the text of another one.
  std::vector<SameText> same;         // The first few of them, in the order of the sources.
  bool interrupted = false;           // Ended because stop() said so.
};

struct IngestProgress {
  std::uint64_t articles = 0;
  std::uint64_t refused = 0;
  std::uint64_t bytes = 0;
  std::optional<std::uint64_t> bytes_total;
};

// How the caller follows a run and ends it. Called from any of the threads, by one at a time.
struct IngestEvents {
  std::function<void(const Refusal&)> refused = [](const Refusal&) {};  // In the sources' order.
  std::function<void(const IngestProgress&)> progress = [](const IngestProgress&) {};  // Often.
  std::function<bool()> stop = [] { return false; };  // True: read no more, finish what was read.
};

// Articles in, passages out: reads, analyzes and writes on `jobs` threads, each of which does
// whatever is next to do, so that none waits for another's speciality. Articles reach the writer
// in the order of the sources, and memory holds a few batches of records, whatever their number.
class Ingest {
 public:
  // Keeps a reference: `schema` must outlive it.
  Ingest(const Schema& schema, IngestOptions options);

  // Puts all that `reader` gives into `writer`, without the last commit, which is the caller's to
  // make. Throws what the writer throws.
  IngestReport run(RecordReader& reader, IndexWriter& writer, const IngestEvents& events) const;

 private:
  const Schema& schema_;
  IngestOptions options_;
  ArticleAnalyzer analyzer_;
};

}  // namespace verbale
