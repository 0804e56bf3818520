#pragma once

#include <nettle/sha2.h>
#include <xapian.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
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

// Digests a passage by everything that is in it and by nothing about where it is: data, values,
// terms with wdf and positions, given in this order, values by ascending slots and terms in byte
// order. docs/index_format.md has the layout of what is hashed.
class PassageHash {
 public:
  PassageHash() { sha256_init(&context_); }

  void data(std::string_view bytes);
  void value(Xapian::valueno slot, std::string_view bytes);  // That of digest_slot is left out.
  void end_of_values();
  void term(std::string_view term, Xapian::termcount wdf,
            std::span<const Xapian::termpos> positions);
  ContentDigest end();

 private:
  void number(std::uint64_t value);
  void text(std::string_view bytes);
  void update(std::string_view bytes);

  sha256_ctx context_;
};

ContentDigest digest_of(const Xapian::Document& passage);

// The sum over all passages of a shard. Walks posting lists and value streams, so that it needs no
// term lists; `passages_at_once` bounds its memory, some 120 bytes each.
ContentDigest digest_of(const Xapian::Database& shard, Xapian::docid passages_at_once = 250'000);

}  // namespace verbale
