#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "verbale/readers/reader.h"
#include "verbale/text/utf8.h"

namespace verbale::fuzz {

inline bool is_clean(const std::string& text) {
  return text.find('\0') == std::string::npos && !first_invalid_utf8(text);
}

// Whatever the bytes: articles have an id, a text, and valid UTF-8 without NUL in all fields.
inline void expect_clean(const ParsedRecord& parsed) {
  for (const Article& article : parsed.articles) {
    const bool clean = is_clean(article.text) && is_clean(article.title) && is_clean(article.url) &&
                       is_clean(article.id.value) && is_clean(article.outlet) &&
                       is_clean(article.language);
    if (!clean || article.id.empty() || article.text.empty()) {
      std::abort();
    }
  }
}

// Reads the bytes as standard input of a format.
inline int read_all(const std::uint8_t* bytes, std::size_t size, SourceFormat format) {
  std::istringstream input(std::string(reinterpret_cast<const char*>(bytes), size));
  ReadOptions options;
  options.format = format;
  options.max_record_bytes = 1u << 20;
  RecordReader reader({"-"}, options, input);
  std::vector<Refusal> refusals;
  while (const auto record = reader.next(refusals)) {
    expect_clean(parse_record(*record, options));
  }
  return 0;
}

}  // namespace verbale::fuzz
