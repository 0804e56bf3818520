#include "readers/sniff.h"

#include <algorithm>
#include <string>

#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_space(std::string_view text) {
  const auto begin = std::ranges::find_if_not(text, is_space);
  return text.substr(static_cast<std::size_t>(begin - text.begin()));
}

// Tags that stand at the beginning of pages, and of fragments of them.
constexpr std::string_view html_beginnings[] = {
    "<!doctype html", "<html", "<head",  "<body", "<title", "<meta",    "<script", "<link",
    "<style",         "<div",  "<table", "<p>",   "<h1",    "<article", "<!--",
};

bool is_html(std::string_view start) {
  return std::ranges::any_of(html_beginnings, [start](std::string_view beginning) {
    return starts_ignoring_case(start, beginning);
  });
}

bool is_json(std::string_view start) {
  if (!start.starts_with('{') && !start.starts_with('[')) {
    return false;
  }
  const std::string_view inside = without_space(start.substr(1));
  return start.front() == '{' ? inside.starts_with('"') || inside.starts_with('}')
                              : inside.starts_with('{');
}

}  // namespace

SourceFormat sniff(std::string_view start, std::string_view name) {
  if (start.starts_with(byte_order_mark)) {
    start.remove_prefix(byte_order_mark.size());
  }
  start = without_space(start);
  if (is_json(start)) {
    return SourceFormat::JsonLines;
  }
  (void)name;
  if (is_html(start)) {
    return SourceFormat::Html;
  }
  return SourceFormat::Text;
}

}  // namespace verbale::readers
