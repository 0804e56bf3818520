#include "readers/text_record.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/fields.h"
#include "readers/words.h"
#include "verbale/text/charset.h"

namespace verbale::readers {
namespace {

constexpr std::size_t longest_key = 40;
constexpr std::size_t most_header_lines = 100;

struct HeaderLine {
  std::string key;
  std::string value;
};

struct Header {
  std::vector<HeaderLine> lines;
  std::size_t end = 0;  // Where the text begins.
};

// Takes a line off the front of `rest`, without its line break.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

std::optional<HeaderLine> split_key(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > longest_key) {
    return std::nullopt;
  }
  const std::string_view key = line.substr(0, colon);
  const bool plain = std::ranges::all_of(
      key, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ' '; });
  if (!plain || is_space(key.front())) {
    return std::nullopt;
  }
  return HeaderLine{lower(trim(key)), std::string(trim(line.substr(colon + 1)))};
}

// "title" of an article, "subject" of a mail.
std::optional<FieldName> header_field(const std::string& key, const ReadOptions& options) {
  const auto field = find_field(key, options.field_map);
  return !field && key == "subject" ? find_field("title", {}) : field;
}

// "Key: value" lines up to a blank one. A transcript looks alike ("MR. MILLER: Good morning"), so
// the first line has to name a field, and no line may be anything else than a key with its value,
// or the continuation of one.
std::optional<Header> read_key_lines(std::string_view text, const ReadOptions& options) {
  Header header;
  std::string_view rest = text;
  while (!rest.empty() && header.lines.size() < most_header_lines) {
    const std::string_view line = take_line(rest);
    if (trim(line).empty()) {
      header.end = text.size() - rest.size();
      return header.lines.empty() ? std::nullopt : std::optional(std::move(header));
    }
    if (!header.lines.empty() && is_space(line.front())) {
      header.lines.back().value += ' ' + std::string(trim(line));
      continue;
    }
    auto key = split_key(line);
    if (!key || (header.lines.empty() && !header_field(key->key, options))) {
      return std::nullopt;
    }
    header.lines.push_back(*std::move(key));
  }
  return std::nullopt;
}

// 'value' and "value" as YAML writes them, without what few use: escapes beyond \" and ''.
std::string unquoted(std::string value) {
  if (value.size() < 2 || value.front() != value.back() ||
      (value.front() != '"' && value.front() != '\'')) {
    return value;
  }
  const bool doubled = value.front() == '"';
  value = value.substr(1, value.size() - 2);
  const std::string_view escape = doubled ? "\\\"" : "''";
  for (std::size_t at = value.find(escape); at != std::string::npos;
       at = value.find(escape, at + 1)) {
    value.erase(at, 1);
  }
  return value;
}

// "[a, b]" is one line for each.
void add_values(Header& header, const std::string& key, std::string_view value) {
  if (!value.starts_with('[') || !value.ends_with(']')) {
    header.lines.push_back({key, unquoted(std::string(value))});
    return;
  }
  value = value.substr(1, value.size() - 2);
  while (!value.empty()) {
    const std::size_t comma = value.find(',');
    header.lines.push_back({key, unquoted(std::string(trim(value.substr(0, comma))))});
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
  }
}

// The part of YAML that front matters use: scalars, "[a, b]" and "- a" lists, and "|" or ">"
// blocks. Deeper structures are skipped.
std::optional<Header> read_front_matter(std::string_view text) {
  std::string_view rest = text;
  if (trim(take_line(rest)) != "---") {
    return std::nullopt;
  }
  Header header;
  std::string key;
  while (!rest.empty() && header.lines.size() < most_header_lines) {
    const std::string_view line = take_line(rest);
    const std::string_view trimmed = trim(line);
    if (line == "---" || line == "...") {
      header.end = text.size() - rest.size();
      return header;
    }
    if (trimmed.starts_with("- ") && !key.empty()) {
      header.lines.push_back({key, unquoted(std::string(trim(trimmed.substr(2))))});
    } else if (!line.empty() && is_space(line.front()) && !header.lines.empty()) {
      header.lines.back().value += ' ' + std::string(trimmed);
    } else if (auto found = split_key(line)) {
      key = found->key;
      const bool block = found->value == "|" || found->value == ">" || found->value.empty();
      add_values(header, key, block ? std::string_view() : std::string_view(found->value));
    }
  }
  return std::nullopt;
}

// Of several lines for one field the first one with a value counts, except for lists.
void apply(const Header& header, const ReadOptions& options, Article& article) {
  std::vector<std::pair<ArticleField, int>> ranks;
  for (const HeaderLine& line : header.lines) {
    const auto name = header_field(line.key, options);
    if (!name || name->field == ArticleField::Text || line.value.empty()) {
      continue;
    }
    const auto known = std::ranges::find(ranks, name->field, &std::pair<ArticleField, int>::first);
    const bool first = known == ranks.end();
    if (first || name->rank < known->second || is_list(name->field)) {
      set_field(article, name->field, line.value);
    }
    if (first) {
      ranks.emplace_back(name->field, name->rank);
    } else {
      known->second = std::min(known->second, name->rank);
    }
  }
}

}  // namespace

ParsedRecord parse_text(const RawRecord& record, const ReadOptions& options) {
  ParsedRecord parsed;
  std::string text = decode_text(record.bytes).text;
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
    parsed.refusals.push_back(
        {record.where, "is not text: byte " + std::to_string(nul + 1) + " is NUL"});
    return parsed;
  }

  Article article;
  auto header = read_front_matter(text);
  if (!header) {
    header = read_key_lines(text, options);
  }
  if (header) {
    apply(*header, options, article);
    text.erase(0, header->end);
  }
  article.text = std::move(text);
  if (const auto id = record.context.find("id"); article.id.empty() && id != record.context.end()) {
    article.id.value = id->second;
  }
  if (const auto url = record.context.find("url");
      article.url.empty() && url != record.context.end()) {
    set_field(article, ArticleField::Url, url->second);
  }
  if (const auto error = complete(article)) {
    parsed.refusals.push_back({record.where, error->message});
  } else {
    parsed.articles.push_back(std::move(article));
  }
  return parsed;
}

}  // namespace verbale::readers
