#pragma once

#include <cstdint>
#include <memory>

#include "readers/byte_source.h"

namespace verbale::readers {

// What `source` expands to when its first bytes say gzip or Zstandard, itself otherwise; two
// layers deep. Reading fails where the output passes `max_expansion` times the input (the first
// 16 MiB of output are free) and where the compressed bytes are damaged or cut off.
std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source,
                                         std::uint64_t max_expansion);

}  // namespace verbale::readers
