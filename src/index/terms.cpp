#include "index/terms.h"

#include <algorithm>
#include <cstdio>

namespace verbale {
namespace {

constexpr std::size_t max_value_bytes = 200;
constexpr char value_separator = '\x1f';

std::string hex(std::uint64_t number) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
  return text;
}

std::string join(std::string_view a, std::string_view b) {
  std::string joined;
  joined.reserve(a.size() + b.size());
  return joined.append(a).append(b);
}

// A value as part of a term: short enough, and still its own.
std::string shortened(std::string_view value) {
  if (value.size() <= max_value_bytes) {
    return std::string(value);
  }
  return join(value.substr(0, max_value_bytes - 16), hex(stable_hash(value)));
}

}  // namespace

std::uint64_t stable_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  }
  return hash;
}

std::string stem_term(std::string_view field_prefix, std::string_view language,
                      std::string_view stem) {
  std::string term;
  term.reserve(2 + field_prefix.size() + language.size() + stem.size());
  term.append(term_prefix::stem).append(field_prefix).append(language).append(":").append(stem);
  return term;
}

std::string value_term(std::string_view field_prefix, std::string_view value) {
  return join(field_prefix, join(":", shortened(value)));
}

std::string name_term(std::string_view field_prefix, std::string_view folded) {
  return join(field_prefix, join("~", shortened(folded)));
}

std::string missing_term(std::string_view field_prefix) {
  return join(field_prefix, "-");
}

std::string date_value(const Date& date) {
  std::string value = to_string(date);
  std::erase(value, '-');
  return value;
}

std::optional<Date> read_date_value(std::string_view value) {
  std::string text(value);
  for (const std::size_t dash : {std::size_t{4}, std::size_t{7}}) {
    if (text.size() > dash) {
      text.insert(dash, "-");
    }
  }
  const auto date = parse_date(text);
  return date ? std::optional<Date>(*date) : std::nullopt;
}

std::string date_term(std::string_view field_prefix, const Date& date) {
  return join(field_prefix, date_value(date));
}

std::vector<std::string> date_terms(std::string_view field_prefix, const Date& date) {
  const std::string value = date_value(date);
  std::vector<std::string> terms;
  for (std::size_t length = 4; length <= value.size(); length += 2) {
    terms.push_back(join(field_prefix, std::string_view(value).substr(0, length)));
  }
  return terms;
}

std::string article_term(const ArticleId& id) {
  return value_term(term_prefix::article, id.value);
}

std::string passage_term(const PassageId& id) {
  return value_term(term_prefix::passage, id.value);
}

PassageId passage_id(const ArticleId& article, std::size_t ordinal) {
  return {article.value + "#" + std::to_string(ordinal)};
}

std::string pack_values(const std::set<std::string>& values) {
  std::string packed;
  for (const std::string& value : values) {
    if (!packed.empty()) {
      packed += value_separator;
    }
    packed += value;
  }
  return packed;
}

std::vector<std::string> unpack_values(std::string_view packed) {
  std::vector<std::string> values;
  while (!packed.empty()) {
    const std::size_t end = std::min(packed.find(value_separator), packed.size());
    values.emplace_back(packed.substr(0, end));
    packed.remove_prefix(std::min(end + 1, packed.size()));
  }
  return values;
}

std::vector<std::string> with_parents(std::string_view topic) {
  std::vector<std::string> topics;
  for (std::size_t slash = topic.find('/'); slash != std::string_view::npos;
       slash = topic.find('/', slash + 1)) {
    topics.emplace_back(topic.substr(0, slash));
  }
  topics.emplace_back(topic);
  return topics;
}

}  // namespace verbale
