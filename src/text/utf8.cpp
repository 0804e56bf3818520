#include "verbale/text/utf8.h"

#include <cstring>

namespace verbale {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
  char32_t code_point = replacement;
  std::size_t bytes = 1;  // Of the code point, or of the maximal ill-formed part.
  bool valid = false;
};

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

// How a lead byte goes on: Table 3-7 of the Unicode Standard. Only the second byte's bounds vary.
struct Lead {
  std::size_t bytes = 0;  // 0: no lead byte.
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xBF;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) {
    return {2};
  }
  if (byte >= 0xE0 && byte <= 0xEF) {
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
  }
  return {};
}

Decoded decode(std::string_view text, std::size_t offset) {
  const unsigned char first = byte_at(text, offset);
  if (first < 0x80) {
    return {first, 1, true};
  }
  const Lead lead = lead_of(first);
  if (lead.bytes == 0) {
    return {};
  }
  char32_t code_point = first & (0xFFU >> (lead.bytes + 1));
  for (std::size_t i = 1; i < lead.bytes; ++i) {
    const unsigned char low = i == 1 ? lead.second_min : 0x80;
    const unsigned char high = i == 1 ? lead.second_max : 0xBF;
    if (offset + i >= text.size() || byte_at(text, offset + i) < low ||
        byte_at(text, offset + i) > high) {
      return {replacement, i, false};
    }
    code_point = (code_point << 6) | (byte_at(text, offset + i) & 0x3FU);
  }
  return {code_point, lead.bytes, true};
}

// The first offset from `offset` on that may hold a byte beyond ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  while (offset + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset, sizeof word);
    if ((word & 0x8080808080808080ULL) != 0) {
      break;
    }
    offset += sizeof word;
  }
  return offset;
}

std::optional<std::size_t> first_invalid_from(std::string_view text, std::size_t offset) {
  while ((offset = skip_ascii(text, offset)) < text.size()) {
    const Decoded decoded = decode(text, offset);
    if (!decoded.valid) {
      return offset;
    }
    offset += decoded.bytes;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  return first_invalid_from(text, 0);
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  while (const auto invalid = first_invalid_from(text, copied)) {
    out.append(text, copied, *invalid - copied);
    append_utf8(out, replacement);
    copied = *invalid + decode(text, *invalid).bytes;
  }
  return out.append(text, copied);
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode(text, offset);
  offset += decoded.bytes;
  return decoded.code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0U | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0U | (code_point >> 12));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (code_point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return count;
}

std::uint32_t CodePointOffsets::at(std::uint32_t byte_offset) {
  if (byte_offset < byte_) {
    byte_ = 0;
    code_point_ = 0;
  }
  code_point_ +=
      static_cast<std::uint32_t>(count_code_points(text_.substr(byte_, byte_offset - byte_)));
  byte_ = byte_offset;
  return code_point_;
}

}  // namespace verbale
