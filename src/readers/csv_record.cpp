#include "readers/csv_record.h"

#include <algorithm>
#include <map>
#include <utility>

#include "readers/fields.h"
#include "readers/words.h"
#include "verbale/text/utf8.h"

namespace verbale::readers {
namespace {

// The text between quotation marks, which are doubled inside; moves `row` behind the last one.
std::optional<std::string> take_quoted(std::string_view& row) {
  std::string field;
  row.remove_prefix(1);
  while (true) {
    const std::size_t mark = row.find('"');
    if (mark == std::string_view::npos) {
      return std::nullopt;
    }
    field += row.substr(0, mark);
    row.remove_prefix(mark + 1);
    if (!row.starts_with('"')) {
      return field;
    }
    field += '"';
    row.remove_prefix(1);
  }
}

std::string field_name(std::string_view written) {
  return lower(trim(written));
}

}  // namespace

std::optional<std::vector<std::string>> split_row(std::string_view row, char separator) {
  if (row.ends_with('\r')) {
    row.remove_suffix(1);
  }
  std::vector<std::string> fields;
  while (true) {
    auto field = row.starts_with('"') ? take_quoted(row) : std::optional<std::string>("");
    if (!field) {
      return std::nullopt;
    }
    const std::size_t end = row.find(separator);
    *field += row.substr(0, end);
    fields.push_back(*std::move(field));
    if (end == std::string_view::npos) {
      return fields;
    }
    row.remove_prefix(end + 1);
  }
}

char separator_of(std::string_view header) {
  return *std::ranges::max_element(std::string_view(",;\t"), {},
                                   [header](char c) { return std::ranges::count(header, c); });
}

bool names_articles(std::string_view header) {
  const auto names = split_row(header, separator_of(header));
  if (!names) {
    return false;
  }
  bool text = false;
  std::size_t known = 0;
  for (const std::string& name : *names) {
    const auto field = find_field(field_name(name), {});
    known += field ? 1 : 0;
    text = text || (field && field->field == ArticleField::Text);
  }
  return text && known > 1;
}

ParsedRecord parse_csv(const RawRecord& record, const ReadOptions& options) {
  const auto refuse = [&record](std::string reason) {
    return ParsedRecord{{}, {{record.where, std::move(reason)}}};
  };
  if (const auto invalid = first_invalid_utf8(record.bytes)) {
    return refuse("is not UTF-8 at byte " + std::to_string(*invalid + 1));
  }
  const auto found = record.context.find("header");
  const std::string header = found == record.context.end() ? "" : found->second;
  const char separator = separator_of(header);
  const auto names = split_row(header, separator);
  auto fields = split_row(record.bytes, separator);
  if (!fields || !names) {
    return refuse("has a quotation mark that is not closed");
  }
  if (fields->size() > names->size()) {
    return refuse("has " + std::to_string(fields->size()) + " fields under " +
                  std::to_string(names->size()) + " names");
  }
  Article article;
  std::map<ArticleField, int> ranks;
  for (std::size_t i = 0; i < fields->size(); ++i) {
    auto name = find_field(trim((*names)[i]), options.field_map);
    name = name ? name : find_field(field_name((*names)[i]), options.field_map);
    if (!name || trim((*fields)[i]).empty()) {
      continue;
    }
    const auto [known, first] = ranks.emplace(name->field, name->rank);
    if (first || name->rank < known->second) {
      known->second = name->rank;
      set_field(article, name->field, std::move((*fields)[i]));
    }
  }
  if (const auto error = complete(article)) {
    return refuse(error->message);
  }
  ParsedRecord parsed;
  parsed.articles.push_back(std::move(article));
  return parsed;
}

}  // namespace verbale::readers
