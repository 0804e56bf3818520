#include "readers/sniff.h"

#include <algorithm>
#include <string>

#include "readers/csv_record.h"
#include "readers/html/markup_lexer.h"
#include "readers/words.h"
#include "verbale/text/charset.h"

namespace verbale::readers {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_space(std::string_view text) {
  const auto begin = std::ranges::find_if_not(text, is_space);
  return text.substr(static_cast<std::size_t>(begin - text.begin()));
}

// The element that a document in angle brackets begins with, without its prefix; "" where it does
// not begin with any.
std::string first_element(std::string_view start) {
  if (!start.starts_with('<')) {
    return "";
  }
  html::MarkupLexer lexer(start);
  while (const auto piece = lexer.next()) {
    if (piece->tag) {
      const std::string& name = piece->tag->name;
      return name.substr(name.find(':') + 1);
    }
  }
  return starts_ignoring_case(start, "<!doctype html") || start.starts_with("<!--") ? "html" : "";
}

bool is_json(std::string_view start) {
  if (!start.starts_with('{') && !start.starts_with('[')) {
    return false;
  }
  const std::string_view inside = without_space(start.substr(1));
  return start.front() == '{' ? inside.starts_with('"') || inside.starts_with('}')
                              : inside.starts_with('{');
}

bool ends_with_extension(std::string_view name, std::string_view extension) {
  return name.size() > extension.size() &&
         equal_ignoring_case(name.substr(name.size() - extension.size()), extension);
}

// A header line that names an article's text and something else of it.
bool is_table(std::string_view start, std::string_view name) {
  for (const std::string_view extension : {".csv", ".tsv", ".csv.gz", ".tsv.gz", ".csv.zst"}) {
    if (ends_with_extension(name, extension)) {
      return true;
    }
  }
  const std::string_view header = start.substr(0, start.find('\n'));
  return header.size() < start.size() && names_articles(header);
}

}  // namespace

SourceFormat sniff(std::string_view start, std::string_view name) {
  std::string decoded;
  if (start.starts_with("\xFE\xFF") || start.starts_with("\xFF\xFE")) {
    decoded = decode_text(start.substr(0, start.size() / 2 * 2)).text;  // UTF-16
    start = decoded;
  }
  if (start.starts_with(byte_order_mark)) {
    start.remove_prefix(byte_order_mark.size());
  }
  start = without_space(start);
  if (is_json(start)) {
    return SourceFormat::JsonLines;
  }
  if (start.starts_with("WARC/")) {
    return SourceFormat::Warc;
  }
  const std::string element = first_element(start);
  if (element == "rss" || element == "feed" || element == "rdf" || element == "channel") {
    return SourceFormat::Feed;
  }
  if (!element.empty()) {
    return SourceFormat::Html;
  }
  return is_table(start, name) ? SourceFormat::Csv : SourceFormat::Text;
}

}  // namespace verbale::readers
