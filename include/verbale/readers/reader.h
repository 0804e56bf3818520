#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "verbale/model/article.h"

namespace verbale {

enum class SourceFormat { Auto, Text, Html, JsonLines, Feed, Warc, Csv };

// What a refusal costs. Where nothing was there to be taken, as in an empty file, it is told, but
// not counted: the run is complete.
enum class Loss { Article, Nothing };

// An article or a whole source that cannot be taken: counted, reported, and nothing else lost.
struct Refusal {
  std::string where;   // "articles.jsonl:41", "crawl.warc.gz@1048576", "page.html"
  std::string reason;  // What is wrong and what to do about it.
  Loss loss = Loss::Article;
};

struct ReadOptions {
  SourceFormat format = SourceFormat::Auto;
  std::map<std::string, std::string> field_map;  // Article field -> name in the records.
  std::uint64_t max_record_bytes = 16u << 20;    // A larger record is refused, not read.
  std::uint64_t max_expansion = 200;             // Of compressed input; beyond: refused.
};

// A piece of a source that can be turned into articles by itself: a line of JSON Lines, a file of
// text, a WARC response. Cut by one thread, parsed by many.
struct RawRecord {
  SourceFormat format = SourceFormat::Text;  // Never Auto.
  std::string bytes;
  std::string where;
  std::map<std::string, std::string> context;  // What the source knows: "url", "header" of a CSV.
};

// What reading a record gives: articles in order, and refusals. An entry of a feed may have come
// without words: its article has no text.
struct ParsedRecord {
  std::vector<Article> articles;
  std::vector<Refusal> refusals;
};

// Streams the raw records of paths: files, folders (recursively, in byte order of their paths), and
// "-" for `standard_input`. Decompresses .gz and .zst. Memory is bounded by one record, whatever
// the size of the source. What cannot be read is a refusal, reported between records. Not
// thread-safe.
class RecordReader {
 public:
  RecordReader(std::vector<std::filesystem::path> paths, ReadOptions options,
               std::istream& standard_input);
  ~RecordReader();
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  // The next record; empty at the end. Appends what had to be refused on the way to `refusals`.
  std::optional<RawRecord> next(std::vector<Refusal>& refusals);

  std::uint64_t bytes_read() const;  // Of the files as they are on disk.

  // Of the files when this was first asked; nothing when standard input is among them.
  std::optional<std::uint64_t> bytes_total() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Turns a record into articles. Never throws on any bytes. Thread-safe. Articles without an id
// get their url, or else a hash of title and text, as id.
ParsedRecord parse_record(const RawRecord& record, const ReadOptions& options);

}  // namespace verbale
