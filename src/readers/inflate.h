#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "verbale/base/result.h"

namespace verbale::readers {

// Whether a body that is said to be compressed is not.
bool looks_like_text(std::string_view body);

// What a body of HTTP with a content encoding of gzip or deflate expands to, by its own first
// bytes: gzip, zlib or raw deflate, or itself where archives took the compression off and left the
// header. A body that is cut off gives what there is. An error where the body is damaged from the
// start or expands to more than `most_bytes`.
Result<std::string> inflate_body(std::string_view body, std::uint64_t most_bytes);

}  // namespace verbale::readers
