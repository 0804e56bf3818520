#include "index/content_digest.h"

#include <nettle/sha2.h>

#include <charconv>

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

void PassageDigester::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) {
    buffer_ += static_cast<char>(value | 0x80);
  }
  buffer_ += static_cast<char>(value);
}

void PassageDigester::text(std::string_view bytes) {
  number(bytes.size());
  buffer_ += bytes;
}

ContentDigest PassageDigester::operator()(const Xapian::Document& document) {
  buffer_.clear();
  text(document.get_data());
  number(document.termlist_count());
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text(*term);
    number(term.get_wdf());
    number(term.positionlist_count());
    for (auto place = term.positionlist_begin(); place != term.positionlist_end(); ++place) {
      number(*place);
    }
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    if (value.get_valueno() != digest_slot) {
      number(value.get_valueno());
      text(*value);
    }
  }
  return ContentDigest::sha256(buffer_);
}

}  // namespace verbale
