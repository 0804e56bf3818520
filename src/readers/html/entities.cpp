#include "readers/html/entities.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "verbale/text/utf8.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t longest_reference = 10;

struct Entity {
  std::string_view name;
  char32_t code_point;
};

constexpr Entity entities[] = {
    {"amp", '&'},      {"lt", '<'},        {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},    {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"sbquo", 0x201A}, {"bdquo", 0x201E},  {"laquo", 0xAB},   {"raquo", 0xBB},   {"ndash", 0x2013},
    {"mdash", 0x2014}, {"hellip", 0x2026},
};

// "amp", "#39", "#x27"
std::optional<char32_t> code_point_of(std::string_view name) {
  if (!name.starts_with('#')) {
    const auto* const found = std::ranges::find(entities, name, &Entity::name);
    return found == std::end(entities) ? std::nullopt : std::optional(found->code_point);
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  name.remove_prefix(hexadecimal ? 1 : 0);
  unsigned value = 0;
  const auto read =
      std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
  const bool whole = read.ec == std::errc() && read.ptr == name.data() + name.size();
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (!whole || value == 0 || value > 0x10FFFF || surrogate) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    decoded += text.substr(0, ampersand);
    text.remove_prefix(ampersand);
    const std::size_t end = text.substr(0, longest_reference).find(';');
    const auto code_point =
        end == std::string_view::npos ? std::nullopt : code_point_of(text.substr(1, end - 1));
    if (code_point) {
      append_utf8(decoded, *code_point);
      text.remove_prefix(end + 1);
    } else if (!text.empty()) {
      decoded += text.front();
      text.remove_prefix(1);
    }
  }
  return decoded;
}

}  // namespace verbale::readers::html
