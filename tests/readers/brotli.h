#pragma once

#include <brotli/encode.h>

#include <cstdint>
#include <string>

namespace verbale {

inline std::string brotli(const std::string& bytes) {
  std::string compressed(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = compressed.size();
  BrotliEncoderCompress(BROTLI_DEFAULT_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
                        bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                        reinterpret_cast<std::uint8_t*>(compressed.data()));
  compressed.resize(size);
  return compressed;
}

}  // namespace verbale
