#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace verbale {

// The offset of the first byte that is not part of valid UTF-8 (RFC 3629: no surrogates, nothing
// overlong, nothing beyond U+10FFFF), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Each maximal ill-formed part becomes one U+FFFD, as browsers do (W3C Encoding Standard).
std::string replace_invalid_utf8(std::string_view text);

// Decodes the code point at `offset`, which must be on a boundary of valid UTF-8, and moves
// `offset` past it.
char32_t next_code_point(std::string_view text, std::size_t& offset);

// Appends the UTF-8 of one code point.
void append_utf8(std::string& out, char32_t code_point);

std::size_t count_code_points(std::string_view text);

// Turns byte offsets of one text into code point offsets. Cheap for offsets that mostly grow, and
// free for ASCII. Keeps a view of `text`, so use it within one function only.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text) : text_(text) {}

  std::uint32_t at(std::uint32_t byte_offset);

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint32_t code_point_ = 0;
};

}  // namespace verbale
