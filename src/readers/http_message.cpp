#include "readers/http_message.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "readers/inflate.h"
#include "readers/unbrotli.h"
#include "readers/words.h"

namespace verbale::readers {
namespace {

struct Head {
  int status = 0;
  std::string content_type;
  std::string content_encoding;
  std::string transfer_encoding;
};

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

// "HTTP/1.1 200 OK"
int status_of(std::string_view line) {
  const std::size_t space = line.find(' ');
  int status = 0;
  if (starts_ignoring_case(line, "HTTP/") && space != std::string_view::npos) {
    std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
  }
  return status;
}

std::optional<Head> take_head(std::string_view& rest) {
  Head head;
  head.status = status_of(take_line(rest));
  if (head.status == 0) {
    return std::nullopt;
  }
  while (!rest.empty()) {
    const std::string_view line = trim(take_line(rest));
    if (line.empty()) {
      break;
    }
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string name = lower(trim(line.substr(0, colon)));
    const std::string value = lower(trim(line.substr(std::min(colon + 1, line.size()))));
    if (name == "content-type") {
      head.content_type = value;
    } else if (name == "content-encoding") {
      head.content_encoding = value;
    } else if (name == "transfer-encoding") {
      head.transfer_encoding = value;
    }
  }
  return head;
}

// The bytes of the chunks; the whole body where it does not begin with one.
std::string without_chunks(std::string_view body) {
  std::string joined;
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::string_view line = trim(take_line(rest));
    std::uint64_t size = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool good =
        read.ec == std::errc() && read.ptr != line.data() &&
        (read.ptr == line.data() + line.size() || *read.ptr == ';' || is_space(*read.ptr));
    if (!good) {
      return joined.empty() ? std::string(body) : joined;
    }
    if (size == 0) {
      break;
    }
    joined += rest.substr(0, size);
    rest.remove_prefix(std::min<std::uint64_t>(size, rest.size()));
    take_line(rest);
  }
  return joined;
}

}  // namespace

Result<HttpResponse> parse_http_response(std::string_view message, std::uint64_t most_bytes) {
  const auto head = take_head(message);
  if (!head) {
    return Error{"is no response of HTTP", ""};
  }
  HttpResponse response{head->status, head->content_type, ""};
  response.body = head->transfer_encoding.find("chunked") == std::string::npos
                      ? std::string(message)
                      : without_chunks(message);
  const std::string& encoding = head->content_encoding;
  if (encoding.empty() || encoding == "identity" || encoding == "none") {
    return response;
  }
  const bool brotli = encoding == "br";
  if (!brotli && encoding != "gzip" && encoding != "x-gzip" && encoding != "deflate") {
    return Error{"is compressed as \"" + encoding + "\", which is not read", ""};
  }
  auto inflated =
      brotli ? unbrotli_body(response.body, most_bytes) : inflate_body(response.body, most_bytes);
  if (!inflated) {
    return inflated.error();
  }
  response.body = *std::move(inflated);
  return response;
}

}  // namespace verbale::readers
