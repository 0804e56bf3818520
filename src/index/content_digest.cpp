#include "index/content_digest.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "index/terms.h"

namespace verbale {

ContentDigest& ContentDigest::operator+=(const ContentDigest& other) {
  bool carry = false;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint64_t before = words_[i];
    words_[i] += other.words_[i] + (carry ? 1 : 0);
    carry = carry ? words_[i] <= before : words_[i] < before;
  }
  return *this;
}

ContentDigest& ContentDigest::operator-=(const ContentDigest& other) {
  bool borrow = false;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint64_t before = words_[i];
    words_[i] -= other.words_[i] + (borrow ? 1 : 0);
    borrow = borrow ? words_[i] >= before : words_[i] > before;
  }
  return *this;
}

std::string ContentDigest::bytes() const {
  std::string bytes;
  for (const std::uint64_t word : words_) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
      bytes += static_cast<char>(word >> shift);
    }
  }
  return bytes;
}

ContentDigest ContentDigest::of_bytes(std::string_view bytes) {
  ContentDigest digest;
  if (bytes.size() != 32) {
    return digest;
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    digest.words_[i / 8] |= std::uint64_t{byte} << (i % 8 * 8);
  }
  return digest;
}

std::string ContentDigest::hex() const {
  constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (std::size_t i = words_.size(); i-- > 0;) {
    for (unsigned shift = 64; shift > 0; shift -= 4) {
      hex += digits[words_[i] >> (shift - 4) & 15];
    }
  }
  return hex;
}

std::optional<ContentDigest> ContentDigest::of_hex(std::string_view hex) {
  ContentDigest digest;
  if (hex.size() != 64) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < digest.words_.size(); ++i) {
    const char* const begin = hex.data() + 16 * (digest.words_.size() - 1 - i);
    const auto [end, fault] = std::from_chars(begin, begin + 16, digest.words_[i], 16);
    if (fault != std::errc{} || end != begin + 16) {
      return std::nullopt;
    }
  }
  return digest;
}

ContentDigest ContentDigest::sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context, digest.size(), digest.data());
  return of_bytes({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

void PassageHash::update(std::string_view bytes) {
  sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

void PassageHash::number(std::uint64_t value) {
  char bytes[10];
  std::size_t size = 0;
  for (; value >= 0x80; value >>= 7) {
    bytes[size++] = static_cast<char>(value | 0x80);
  }
  bytes[size++] = static_cast<char>(value);
  update({bytes, size});
}

void PassageHash::text(std::string_view bytes) {
  number(bytes.size());
  update(bytes);
}

void PassageHash::data(std::string_view bytes) {
  text(bytes);
}

// Slots count from 1 here, so that 0 can end the values as it ends the terms.
void PassageHash::value(Xapian::valueno slot, std::string_view bytes) {
  if (slot != digest_slot) {
    number(slot + 1);
    text(bytes);
  }
}

void PassageHash::end_of_values() {
  number(0);
}

void PassageHash::term(std::string_view term, Xapian::termcount wdf,
                       std::span<const Xapian::termpos> positions) {
  text(term);
  number(wdf);
  number(positions.size());
  for (const Xapian::termpos position : positions) {
    number(position);
  }
}

ContentDigest PassageHash::end() {
  number(0);
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&context_, digest.size(), digest.data());
  return ContentDigest::of_bytes({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

ContentDigest digest_of(const Xapian::Document& passage) {
  PassageHash hash;
  hash.data(passage.get_data());
  for (auto value = passage.values_begin(); value != passage.values_end(); ++value) {
    hash.value(value.get_valueno(), *value);
  }
  hash.end_of_values();
  std::vector<Xapian::termpos> positions;
  for (auto term = passage.termlist_begin(); term != passage.termlist_end(); ++term) {
    positions.assign(term.positionlist_begin(), term.positionlist_end());
    hash.term(*term, term.get_wdf(), positions);
  }
  return hash.end();
}

namespace {

// The passages of a shard from `first` on, `size` document ids long.
class Window {
 public:
  Window(const Xapian::Database& shard, Xapian::docid first, Xapian::docid size)
      : shard_(shard), first_(first), hashes_(size) {}

  ContentDigest digest() {
    read_data();
    for (Xapian::valueno slot = 0; slot < value_slots; ++slot) {
      read_values(slot);
    }
    for (auto& hash : hashes_) {
      if (hash) {
        hash->end_of_values();
      }
    }
    for (auto term = shard_.allterms_begin(); term != shard_.allterms_end(); ++term) {
      read_postings(*term);
    }
    ContentDigest sum;
    for (auto& hash : hashes_) {
      sum += hash ? hash->end() : ContentDigest();
    }
    return sum;
  }

 private:
  bool holds(Xapian::docid passage) const { return passage - first_ < hashes_.size(); }

  // A posting of a passage that is not there is damage, which the sums will show.
  PassageHash& hash_of(Xapian::docid passage) {
    auto& hash = hashes_[passage - first_];
    return hash ? *hash : hash.emplace();
  }

  void read_data() {
    auto passage = shard_.postlist_begin("");
    const auto end = shard_.postlist_end("");
    for (passage.skip_to(first_); passage != end && holds(*passage); ++passage) {
      hash_of(*passage).data(shard_.get_document(*passage).get_data());
    }
  }

  void read_values(Xapian::valueno slot) {
    auto value = shard_.valuestream_begin(slot);
    const auto end = shard_.valuestream_end(slot);
    if (value != end) {
      value.skip_to(first_);
    }
    for (; value != end && holds(value.get_docid()); ++value) {
      hash_of(value.get_docid()).value(slot, *value);
    }
  }

  void read_postings(const std::string& term) {
    auto posting = shard_.postlist_begin(term);
    const auto end = shard_.postlist_end(term);
    if (posting != end && *posting < first_) {
      posting.skip_to(first_);
    }
    const bool placed = may_have_positions(term);
    for (; posting != end && holds(*posting); ++posting) {
      positions_.clear();
      if (placed) {
        positions_.assign(posting.positionlist_begin(), posting.positionlist_end());
      }
      hash_of(*posting).term(term, posting.get_wdf(), positions_);
    }
  }

  const Xapian::Database& shard_;
  Xapian::docid first_;
  std::vector<std::optional<PassageHash>> hashes_;
  std::vector<Xapian::termpos> positions_;
};

}  // namespace

ContentDigest digest_of(const Xapian::Database& shard, Xapian::docid passages_at_once) {
  ContentDigest sum;
  const Xapian::docid last = shard.get_lastdocid();
  for (Xapian::docid first = 1; first <= last; first += std::min(passages_at_once, last)) {
    sum += Window(shard, first, std::min(passages_at_once, last - first + 1)).digest();
  }
  return sum;
}

}  // namespace verbale
