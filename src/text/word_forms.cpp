#include "word_forms.h"

#include <cstring>
#include <new>

namespace verbale {
namespace {

constexpr unsigned words_before_table = 64;
constexpr std::size_t entry_count = std::size_t{1} << 14;

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = word.size() * 0x9E3779B97F4A7C15ULL;
  while (word.size() >= 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, word.data(), 8);
    hash = (hash ^ eight) * 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32;
    word.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, word.data(), word.size());
  hash = (hash ^ rest) * 0xD6E8FEB86659FD93ULL;
  return hash ^ (hash >> 32);
}

}  // namespace

// calloc, because the pages that no word hashes to then cost nothing.
void WordFormCache::make_table() {
  entries_.reset(static_cast<Entry*>(std::calloc(entry_count, sizeof(Entry))));
  if (!entries_) {
    throw std::bad_alloc();
  }
}

WordFormCache::Entry& WordFormCache::entry_of(std::string_view spelling) const {
  return entries_[hash_of(spelling) % entry_count];
}

const WordForms* WordFormCache::find(std::string_view spelling) {
  if (!entries_) {
    return nullptr;
  }
  const Entry& entry = entry_of(spelling);
  if (std::string_view(entry.bytes, entry.spelling) != spelling) {
    return nullptr;
  }
  const char* at = entry.bytes + entry.spelling;
  found_.stem = {at, entry.stem};
  at += entry.stem;
  found_.folded = {at, entry.folded};
  at += entry.folded;
  found_.exact = {at, entry.exact};
  at += entry.exact;
  found_.bare_stem = {at, entry.bare_stem};
  return &found_;
}

void WordFormCache::keep(std::string_view spelling, const WordForms& forms) {
  if (++seen_ == words_before_table) {
    make_table();
  }
  if (!entries_) {
    return;
  }
  Entry& entry = entry_of(spelling);
  const std::string_view parts[] = {spelling, forms.stem, forms.folded, forms.exact,
                                    forms.bare_stem};
  std::size_t bytes = 0;
  for (const std::string_view part : parts) {
    bytes += part.size();
  }
  if (bytes > sizeof entry.bytes) {
    return;
  }
  char* at = entry.bytes;
  for (const std::string_view part : parts) {
    std::memcpy(at, part.data(), part.size());
    at += part.size();
  }
  entry.spelling = static_cast<std::uint8_t>(spelling.size());
  entry.stem = static_cast<std::uint8_t>(forms.stem.size());
  entry.folded = static_cast<std::uint8_t>(forms.folded.size());
  entry.exact = static_cast<std::uint8_t>(forms.exact.size());
  entry.bare_stem = static_cast<std::uint8_t>(forms.bare_stem.size());
}

}  // namespace verbale
