#include "readers/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <string>
#include <utility>

#include "readers/input.h"

namespace verbale::readers {
namespace {

constexpr std::uint64_t free_output = 16u << 20;
constexpr std::size_t input_block = 64 * 1024;
constexpr int layers = 2;
constexpr std::string_view gzip_magic = "\x1F\x8B";
constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";

// Counts what goes in and comes out.
class ExpansionLimit {
 public:
  explicit ExpansionLimit(std::uint64_t max_expansion) : max_expansion_(max_expansion) {}

  std::optional<Error> add(std::uint64_t in, std::uint64_t out) {
    in_ += in;
    out_ += out;
    if (out_ <= free_output || out_ / max_expansion_ <= in_) {
      return std::nullopt;
    }
    return Error{"expands to more than " + std::to_string(max_expansion_) +
                     " times its size; expand it by hand if that is right",
                 ""};
  }

 private:
  std::uint64_t max_expansion_;
  std::uint64_t in_ = 0;
  std::uint64_t out_ = 0;
};

// What an Input shows first, as a ByteSource: an input that was looked at and is read on.
class InputSource : public ByteSource {
 public:
  explicit InputSource(Input input) : input_(std::move(input)) {}

  Result<std::size_t> read(char* out, std::size_t size) override {
    const std::string_view next = input_.ahead(1).empty() ? "" : input_.ahead_now(size);
    if (next.empty() && input_.failure()) {
      return *input_.failure();
    }
    next.copy(out, next.size());
    input_.drop(next.size());
    return next.size();
  }

 private:
  Input input_;
};

// One gzip member after the other (RFC 1952); what follows the last one is ignored, as gzip does
// with the padding of tapes.
class GzipSource : public ByteSource {
 public:
  GzipSource(Input input, std::uint64_t max_expansion)
      : input_(std::move(input)), limit_(max_expansion) {
    good_ = inflateInit2(&stream_, MAX_WBITS + 16) == Z_OK;
  }
  ~GzipSource() override { inflateEnd(&stream_); }

  Result<std::size_t> read(char* out, std::size_t size) override {
    std::size_t got = 0;
    while (got == 0) {
      if (between_members_ && input_.ahead(2) != gzip_magic) {
        return std::size_t{0};
      }
      const std::string_view in = input_.ahead(1).empty() ? "" : input_.ahead_now(input_block);
      if (in.empty() || !good_) {
        return input_.failure().value_or(Error{"the compressed bytes end too early", ""});
      }
      const auto step = inflate_some(in, out, size);
      if (!step) {
        return step.error();
      }
      got = *step;
    }
    return got;
  }

 private:
  Result<std::size_t> inflate_some(std::string_view in, char* out, std::size_t size) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(size);
    const int outcome = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t used = in.size() - stream_.avail_in;
    const std::size_t got = size - stream_.avail_out;
    input_.drop(used);
    if (outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR) {
      return Error{"the gzip stream is damaged near byte " + std::to_string(input_.offset()), ""};
    }
    between_members_ = outcome == Z_STREAM_END;
    if (between_members_) {
      inflateReset(&stream_);
    }
    if (auto error = limit_.add(used, got)) {
      return *error;
    }
    return got;
  }

  Input input_;
  ExpansionLimit limit_;
  z_stream stream_ = {};
  bool good_ = false;
  bool between_members_ = false;
};

class ZstdSource : public ByteSource {
 public:
  ZstdSource(Input input, std::uint64_t max_expansion)
      : input_(std::move(input)), limit_(max_expansion), stream_(ZSTD_createDStream()) {}

  Result<std::size_t> read(char* out, std::size_t size) override {
    ZSTD_outBuffer target = {out, size, 0};
    while (target.pos == 0) {
      const std::string_view in = input_.ahead(1).empty() ? "" : input_.ahead_now(input_block);
      if (in.empty() && !inside_frame_) {
        return input_.failure() ? Result<std::size_t>(*input_.failure()) : std::size_t{0};
      }
      if (in.empty()) {
        return input_.failure().value_or(Error{"the compressed bytes end too early", ""});
      }
      ZSTD_inBuffer from = {in.data(), in.size(), 0};
      const std::size_t outcome = ZSTD_decompressStream(stream_.get(), &target, &from);
      input_.drop(from.pos);
      if (ZSTD_isError(outcome) != 0) {
        return Error{"the Zstandard stream is damaged near byte " +
                         std::to_string(input_.offset()) + ": " + ZSTD_getErrorName(outcome),
                     ""};
      }
      inside_frame_ = outcome != 0;
      if (auto error = limit_.add(from.pos, target.pos)) {
        return *error;
      }
    }
    return target.pos;
  }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };

  Input input_;
  ExpansionLimit limit_;
  std::unique_ptr<ZSTD_DStream, Free> stream_;
  bool inside_frame_ = false;
};

std::unique_ptr<ByteSource> one_layer(std::unique_ptr<ByteSource> source,
                                      std::uint64_t max_expansion) {
  Input input(std::move(source));
  const std::string_view start = input.ahead(zstd_magic.size());
  if (start.starts_with(gzip_magic)) {
    return std::make_unique<GzipSource>(std::move(input), max_expansion);
  }
  if (start == zstd_magic) {
    return std::make_unique<ZstdSource>(std::move(input), max_expansion);
  }
  return std::make_unique<InputSource>(std::move(input));
}

}  // namespace

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source,
                                         std::uint64_t max_expansion) {
  for (int layer = 0; layer < layers; ++layer) {
    source = one_layer(std::move(source), max_expansion);
  }
  return source;
}

}  // namespace verbale::readers
