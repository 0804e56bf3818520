#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "verbale/base/result.h"

namespace verbale::readers {

// A response of HTTP as a web archive keeps it, its body decoded.
struct HttpResponse {
  int status = 0;
  std::string content_type;  // Lower case, with its parameters.
  std::string body;
};

// Takes off chunks (RFC 9112, 7.1; as far as they go, and not at all where the body has none) and
// gzip, deflate or brotli. An error where there is no status line, where the body is compressed in
// another way, damaged, or expands to more than `most_bytes`.
Result<HttpResponse> parse_http_response(std::string_view message, std::uint64_t most_bytes);

}  // namespace verbale::readers
