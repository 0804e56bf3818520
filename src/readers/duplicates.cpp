#include "verbale/readers/duplicates.h"

#include <algorithm>
#include <deque>
#include <limits>

#include "readers/content_hash.h"
#include "readers/words.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t shingle_words = 4;
constexpr std::size_t fewest_words = 20;
constexpr std::uint32_t empty_bin = std::numeric_limits<std::uint32_t>::max();

// Scripts that are written without spaces: each character is a word.
bool is_word_alone(char32_t c) {
  return (c >= 0x0E00 && c < 0x0F00) || (c >= 0x3040 && c < 0xA000) ||
         (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00) ||
         (c >= 0x20000 && c < 0x32000);
}

// Quotation marks, dashes and spaces beyond ASCII, CJK punctuation, full-width marks.
bool is_mark(char32_t c) {
  return (c >= 0x80 && c < 0xC0) || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3040) ||
         (c >= 0xFE00 && c < 0xFE70) || (c >= 0xFF00 && c < 0xFF10) || c == 0xFFFD || c == 0xFEFF;
}

// How a character takes part in words.
enum class Part { OfWord, Alone, Between };

Part part_of(char32_t c) {
  if (c < 0x80) {
    const char ascii = static_cast<char>(c);
    return readers::is_letter(ascii) || readers::is_digit(ascii) ? Part::OfWord : Part::Between;
  }
  if (is_mark(c)) {
    return Part::Between;
  }
  return is_word_alone(c) ? Part::Alone : Part::OfWord;
}

// Calls `visit` with each word of `text`, ASCII letters small.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) {
      visit(std::string_view(word));
      word.clear();
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const Part part = part_of(next_code_point(text, at));
    if (part == Part::OfWord) {
      word += readers::lower(text.substr(begin, at - begin));
      continue;
    }
    flush();
    if (part == Part::Alone) {
      visit(text.substr(begin, at - begin));
    }
  }
  flush();
}

// FNV-1a, 64 bits: stable on every machine.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return hash;
}

// The finalizer of SplitMix64.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::uint64_t shingle_hash(const std::deque<std::uint64_t>& words) {
  std::uint64_t hash = 0;
  for (const std::uint64_t word : words) {
    hash = mixed(hash * 31 + word);
  }
  return hash;
}

// Densification by optimal rotation (Shrivastava 2017): an empty bin takes the value of another
// one, chosen by a hash of its own number, so that two texts choose alike.
void fill_empty_bins(NearDuplicateKey& key) {
  const auto own = key.minima;
  for (std::size_t bin = 0; bin < NearDuplicateKey::bins; ++bin) {
    std::uint64_t attempt = 0;
    std::size_t from = bin;
    while (own[from] == empty_bin) {
      from = static_cast<std::size_t>(mixed(bin * 1000003 + ++attempt) % NearDuplicateKey::bins);
    }
    key.minima[bin] = own[from];
  }
}

bool is_empty(const NearDuplicateKey& key) {
  return key == NearDuplicateKey();
}

}  // namespace

std::string text_digest(std::string_view text) {
  std::string words;
  for_each_word(text, [&words](std::string_view word) {
    words += word;
    words += ' ';
  });
  return readers::content_hash("", words);
}

NearDuplicateKey near_duplicate_key(std::string_view text) {
  NearDuplicateKey key;
  key.minima.fill(empty_bin);
  std::deque<std::uint64_t> words;
  std::size_t count = 0;
  for_each_word(text, [&](std::string_view word) {
    ++count;
    words.push_back(hash_of(word));
    if (words.size() > shingle_words) {
      words.pop_front();
    }
    if (words.size() == shingle_words) {
      const std::uint64_t hash = shingle_hash(words);
      std::uint32_t& bin = key.minima[hash % NearDuplicateKey::bins];
      bin = std::min(bin, static_cast<std::uint32_t>(hash >> 33U) + 1);
    }
  });
  if (count < fewest_words) {
    return {};
  }
  fill_empty_bins(key);
  return key;
}

double resemblance(const NearDuplicateKey& a, const NearDuplicateKey& b) {
  if (is_empty(a) || is_empty(b)) {
    return 0;
  }
  std::size_t same = 0;
  for (std::size_t bin = 0; bin < NearDuplicateKey::bins; ++bin) {
    same += a.minima[bin] == b.minima[bin] ? 1 : 0;
  }
  return static_cast<double>(same) / static_cast<double>(NearDuplicateKey::bins);
}

std::array<std::uint64_t, NearDuplicateKey::bands> link_keys(const NearDuplicateKey& key) {
  constexpr std::size_t rows = NearDuplicateKey::bins / NearDuplicateKey::bands;
  std::array<std::uint64_t, NearDuplicateKey::bands> keys{};
  for (std::size_t band = 0; band < keys.size() && !is_empty(key); ++band) {
    std::uint64_t hash = mixed(band + 1);
    for (std::size_t row = 0; row < rows; ++row) {
      hash = mixed(hash ^ key.minima[band * rows + row]);
    }
    keys[band] = hash;
  }
  return keys;
}

}  // namespace verbale
