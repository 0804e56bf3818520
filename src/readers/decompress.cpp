#include "readers/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <deque>
#include <string>
#include <utility>

#include "readers/input.h"

namespace verbale::readers {
namespace {

constexpr std::uint64_t free_output = 16u << 20;
constexpr std::size_t input_block = 64U << 10;
constexpr std::size_t most_put_back = 256U << 10;
constexpr int most_resumed = 1000;
constexpr int layers = 2;
constexpr std::string_view gzip_magic = "\x1F\x8B";
constexpr std::string_view member_header = "\x1F\x8B\x08";
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

  // `input_` reads on with the same offsets; only what is compressed has other places.
  std::uint64_t place_of(std::uint64_t offset) override { return input_.source().place_of(offset); }
  bool resume() override { return input_.resume(); }

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
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  GzipSource(GzipSource&&) = delete;
  GzipSource& operator=(GzipSource&&) = delete;
  ~GzipSource() override { inflateEnd(&stream_); }

  std::uint64_t place_of(std::uint64_t offset) override {
    while (members_.size() > 1 && members_[1].out <= offset) {
      members_.pop_front();
    }
    return members_.empty() ? 0 : members_.front().in;
  }

  // At the next header of a member (RFC 1952, 2.3: two magic bytes and the method). Damage shows
  // late, so the search begins behind the header of the damaged member.
  bool resume() override {
    if (++resumed_ > most_resumed) {
      return false;
    }
    input_.put_back(consumed_);
    consumed_.clear();
    for (std::string_view next = input_.ahead(input_block); next.size() > 3;
         next = input_.ahead(input_block)) {
      const std::size_t header = next.find(member_header, 1);
      if (header != std::string_view::npos) {
        input_.drop(header);
        inflateReset(&stream_);
        between_members_ = true;
        return true;
      }
      input_.drop(next.size() - 2);
    }
    return false;
  }

  Result<std::size_t> read(char* out, std::size_t size) override {
    std::size_t got = 0;
    while (got == 0) {
      if (between_members_ && input_.ahead(2) != gzip_magic) {
        return std::size_t{0};
      }
      if (between_members_) {
        members_.push_back({out_, input_.offset()});
        between_members_ = false;
        consumed_.clear();
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
    keep(in.substr(0, used));
    input_.drop(used);
    if (outcome != Z_OK && outcome != Z_STREAM_END && outcome != Z_BUF_ERROR) {
      return Error{"the gzip stream is damaged near byte " + std::to_string(input_.offset()), ""};
    }
    between_members_ = outcome == Z_STREAM_END;
    if (between_members_) {
      inflateReset(&stream_);
    }
    out_ += got;
    if (auto error = limit_.add(used, got)) {
      return *error;
    }
    return got;
  }

  // The bytes of the member so far, as long as they are few.
  void keep(std::string_view bytes) {
    consumed_ += bytes;
    if (consumed_.size() > most_put_back) {
      consumed_.clear();
    }
  }

  struct Member {
    std::uint64_t out;  // Where it begins in the output,
    std::uint64_t in;   // and in the input.
  };

  Input input_;
  ExpansionLimit limit_;
  z_stream stream_ = {};
  std::deque<Member> members_;
  std::uint64_t out_ = 0;
  std::string consumed_;
  int resumed_ = 0;
  bool good_ = false;
  bool between_members_ = true;
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
