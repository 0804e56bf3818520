#include "readers/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::size_t step_bytes = 64U << 10;
constexpr int gzip_bits = MAX_WBITS + 16;
constexpr int zlib_bits = MAX_WBITS;
constexpr int raw_bits = -MAX_WBITS;

int window_bits(std::string_view body) {
  if (body.starts_with("\x1F\x8B")) {
    return gzip_bits;
  }
  const auto first = static_cast<unsigned char>(body[0]);
  const auto second = body.size() > 1 ? static_cast<unsigned char>(body[1]) : 0U;
  const bool zlib = (first & 0x0F) == 8 && (first * 256U + second) % 31 == 0;
  return zlib ? zlib_bits : raw_bits;
}

}  // namespace

bool looks_like_text(std::string_view body) {
  const std::string_view start = body.substr(0, 64);
  return trim(start).starts_with('<') ||
         std::ranges::all_of(start, [](char c) { return c >= ' ' || is_space(c); });
}

Result<std::string> inflate_body(std::string_view body, std::uint64_t most_bytes) {
  if (body.empty() || looks_like_text(body)) {
    return std::string(body);
  }
  z_stream stream = {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  if (inflateInit2(&stream, window_bits(body)) != Z_OK) {
    return Error{"cannot be expanded: out of memory", ""};
  }
  std::string expanded;
  std::array<char, step_bytes> step;
  int outcome = Z_OK;
  while (outcome == Z_OK && expanded.size() <= most_bytes) {
    stream.next_out = reinterpret_cast<Bytef*>(step.data());
    stream.avail_out = static_cast<uInt>(step.size());
    outcome = inflate(&stream, Z_NO_FLUSH);
    expanded.append(step.data(), step.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (expanded.size() > most_bytes) {
    return Error{"expands to more than " + std::to_string(most_bytes >> 20) + " MiB", ""};
  }
  if (expanded.empty()) {
    return Error{"has a body whose compression is damaged", ""};
  }
  return expanded;
}

}  // namespace verbale::readers
