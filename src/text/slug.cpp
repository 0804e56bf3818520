#include "verbale/text/slug.h"

#include <cstdint>

#include "verbale/text/folding.h"

namespace verbale {
namespace {

constexpr std::size_t max_bytes = 80;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// FNV-1a, 64 bits, in hexadecimal.
std::string stable_hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) {
    out += "0123456789abcdef"[(hash >> shift) & 0xFU];
  }
  return out;
}

}  // namespace

std::string slug(std::string_view name) {
  std::string folded = fold(name);
  if (folded.empty()) {
    return folded;
  }
  std::string out;
  for (const char c : to_latin(folded)) {
    if (is_alphanumeric(c)) {
      out += c;
    } else if (c != '\'' && c != '.' && !out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  if (!out.empty() && out.back() == '-') {
    out.pop_back();
  }
  if (out.empty()) {
    return "x" + stable_hash(folded);
  }
  if (out.size() > max_bytes) {
    const std::string hash = stable_hash(out);
    out.resize(max_bytes - 1 - hash.size());
    out += '-' + hash;
  }
  return out;
}

}  // namespace verbale
