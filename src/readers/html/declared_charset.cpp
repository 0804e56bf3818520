#include "readers/html/declared_charset.h"

#include <algorithm>

#include "readers/html/markup_lexer.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t searched_bytes = 4096;

std::string_view attribute(const MarkupTag& tag, std::string_view name) {
  const auto found = std::ranges::find(tag.attributes, name, &MarkupAttribute::name);
  return found == tag.attributes.end() ? std::string_view() : found->value;
}

std::string charset_of_meta(const MarkupTag& tag) {
  const std::string_view direct = trim(attribute(tag, "charset"));
  if (!direct.empty()) {
    return lower(direct);
  }
  const bool content_type = equal_ignoring_case(attribute(tag, "http-equiv"), "content-type");
  return content_type ? charset_parameter(attribute(tag, "content")) : "";
}

// <?xml version="1.0" encoding="iso-8859-1"?>
std::string charset_of_xml(std::string_view html) {
  constexpr std::string_view encoding = "encoding=";
  const std::string_view declaration = html.substr(0, html.find("?>"));
  const std::size_t at = declaration.find(encoding);
  if (!html.starts_with("<?xml") || at == std::string_view::npos) {
    return "";
  }
  const std::string_view value = declaration.substr(at + encoding.size());
  return value.size() < 2 ? "" : lower(value.substr(1, value.find(value.front(), 1) - 1));
}

}  // namespace

std::string charset_parameter(std::string_view content_type) {
  constexpr std::string_view name = "charset";
  const std::string text = lower(content_type);
  std::size_t at = text.find(name);
  if (at == std::string::npos) {
    return "";
  }
  at = text.find_first_not_of(" \t", at + name.size());
  if (at == std::string::npos || text[at] != '=') {
    return "";
  }
  const std::string_view value = trim(std::string_view(text).substr(at + 1));
  const bool quoted = value.starts_with('"') || value.starts_with('\'');
  const std::string_view rest = value.substr(quoted ? 1 : 0);
  return std::string(rest.substr(0, rest.find_first_of(quoted ? "\"'" : "; \t\"'")));
}

std::string declared_charset(std::string_view html, std::string_view transport) {
  if (!transport.empty()) {
    return std::string(transport);
  }
  const std::string_view start = html.substr(0, searched_bytes);
  MarkupLexer lexer(start);
  while (const auto piece = lexer.next()) {
    if (!piece->tag) {
      continue;
    }
    if (piece->tag->name == "script" || piece->tag->name == "style") {
      lexer.raw_text(piece->tag->name);
      continue;
    }
    std::string charset = piece->tag->name == "meta" ? charset_of_meta(*piece->tag) : "";
    if (!charset.empty()) {
      return charset.starts_with("utf-16") ? "utf-8" : charset;
    }
  }
  return charset_of_xml(start);
}

}  // namespace verbale::readers::html
