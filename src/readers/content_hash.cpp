#include "readers/content_hash.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace verbale::readers {
namespace {

constexpr std::size_t id_bytes = 16;

void update(sha256_ctx& context, std::string_view bytes) {
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

}  // namespace

std::string content_hash(std::string_view title, std::string_view text) {
  sha256_ctx context;
  sha256_init(&context);
  update(context, title);
  update(context, std::string_view("\0", 1));
  update(context, text);
  std::array<std::uint8_t, id_bytes> digest{};
  sha256_digest(&context, digest.size(), digest.data());

  std::string hex;
  for (const std::uint8_t byte : digest) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

}  // namespace verbale::readers
