#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace verbale {

// A half-open range of UTF-8 bytes in a text that the holder names: an article's text, or a
// passage's. Always on code point boundaries. Code points appear in JSON only.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const TextRange&) const = default;

  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
  bool contains(TextRange other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  bool overlaps(TextRange other) const { return begin < other.end && other.begin < end; }

  // The bytes of `text` that the range names; the range must lie inside it.
  std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
};

}  // namespace verbale
