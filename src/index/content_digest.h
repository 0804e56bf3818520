#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace verbale {

// The digest of an article's content, kept in the value of this slot of its first passage, and
// itself no part of the digest.
inline constexpr Xapian::valueno digest_slot = 30;

// A sum of SHA-256 digests modulo 2^256: of the passages of an article, a shard, an index. It does
// not depend on their order, and what was added can be taken away.
class ContentDigest {
 public:
  ContentDigest() = default;

  ContentDigest& operator+=(const ContentDigest& other);
  ContentDigest& operator-=(const ContentDigest& other);
  bool operator==(const ContentDigest&) const = default;

  // 32 bytes, the least significant first, and back; bytes of another length give the zero digest.
  std::string bytes() const;
  static ContentDigest of_bytes(std::string_view bytes);

  // 64 hex digits, the most significant first, and back.
  std::string hex() const;
  static std::optional<ContentDigest> of_hex(std::string_view hex);

  static ContentDigest sha256(std::string_view bytes);

 private:
  std::array<std::uint64_t, 4> words_{};
};

// Digests passages by everything that is in them and by nothing about where they are: data, terms
// with wdf and positions, values. docs/index_format.md has the layout of what is hashed. Keeps a
// buffer; make one per thread.
class PassageDigester {
 public:
  ContentDigest operator()(const Xapian::Document& document);

 private:
  void number(std::uint64_t value);
  void text(std::string_view bytes);

  std::string buffer_;
};

}  // namespace verbale
