#include <utility>

#include "readers/byte_source.h"
#include "readers/cutter.h"
#include "readers/decompress.h"
#include "readers/input.h"
#include "readers/path_walk.h"
#include "readers/sniff.h"
#include "readers/words.h"
#include "verbale/readers/reader.h"

namespace verbale {

namespace fs = std::filesystem;

struct RecordReader::State {
  State(std::vector<fs::path> given, ReadOptions read_options, std::istream& stdin_stream)
      : paths(std::move(given)),
        options(std::move(read_options)),
        standard_input(stdin_stream),
        walk(paths) {}

  void open_next(std::vector<Refusal>& refusals);
  void start(std::unique_ptr<readers::ByteSource> bytes, const fs::path& path,
             std::vector<Refusal>& refusals);

  std::vector<fs::path> paths;
  ReadOptions options;
  std::istream& standard_input;
  readers::PathWalk walk;
  std::unique_ptr<readers::Cutter> cutter;
  std::uint64_t bytes_read = 0;
  // Of the files when reading began; who asks again does not walk the folders again.
  std::optional<std::optional<std::uint64_t>> bytes_total;
  bool ended = false;
};

// Leaves `cutter` empty where the file is refused.
void RecordReader::State::open_next(std::vector<Refusal>& refusals) {
  const auto path = walk.next(refusals);
  if (!path) {
    ended = true;
    return;
  }
  if (*path == "-") {
    start(readers::read_stream(standard_input, bytes_read), *path, refusals);
    return;
  }
  auto file = readers::open_file(*path, bytes_read);
  if (!file) {
    refusals.push_back({readers::printable_path(*path), file.error().message});
    return;
  }
  start(*std::move(file), *path, refusals);
}

void RecordReader::State::start(std::unique_ptr<readers::ByteSource> bytes, const fs::path& path,
                                std::vector<Refusal>& refusals) {
  readers::OpenSource source{
      readers::Input(readers::decompressed(std::move(bytes), options.max_expansion)),
      readers::printable_path(path),
      path == "-" ? "" : readers::printable_path(path.lexically_normal())};
  const std::string_view beginning = source.input.ahead(readers::sniff_bytes);
  const bool blank = beginning.size() < readers::sniff_bytes && readers::trim(beginning).empty();
  if (const auto& failure = source.input.failure(); failure && beginning.empty()) {
    refusals.push_back({source.name, failure->message});
    return;
  }
  if (blank && !source.input.failure()) {
    refusals.push_back({source.name, "is empty", Loss::Nothing});
    return;
  }
  const SourceFormat format = options.format == SourceFormat::Auto
                                  ? readers::sniff(beginning, source.name)
                                  : options.format;
  cutter = readers::make_cutter(format, std::move(source), options);
}

RecordReader::RecordReader(std::vector<fs::path> paths, ReadOptions options,
                           std::istream& standard_input)
    : state_(std::make_unique<State>(std::move(paths), std::move(options), standard_input)) {}

RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

std::optional<RawRecord> RecordReader::next(std::vector<Refusal>& refusals) {
  std::optional<RawRecord> record;
  while (!record && !state_->ended) {
    if (state_->cutter == nullptr) {
      state_->open_next(refusals);
      continue;
    }
    record = state_->cutter->next(refusals);
    if (!record) {
      state_->cutter.reset();
    }
  }
  return record;
}

std::uint64_t RecordReader::bytes_read() const {
  return state_->bytes_read;
}

std::optional<std::uint64_t> RecordReader::bytes_total() const {
  if (!state_->bytes_total) {
    state_->bytes_total = readers::bytes_below(state_->paths);
  }
  return *state_->bytes_total;
}

}  // namespace verbale
