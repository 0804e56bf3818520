#include "verbale/render/escape.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <span>

#include "verbale/text/utf8.h"

namespace verbale {
namespace {

struct CodePointSpan {
  char32_t first, last;
};

// Control characters, which a terminal obeys.
constexpr CodePointSpan controls[] = {{0x00, 0x08}, {0x0B, 0x1F}, {0x7F, 0x9F}};

// Characters without a shape that reorder a line or hide in it. The joiners U+200C and U+200D are
// not among them: Persian and Hindi are spelt with them.
constexpr CodePointSpan invisible[] = {
    {0xAD, 0xAD},     {0x061C, 0x061C}, {0x200B, 0x200B}, {0x200E, 0x200F},   {0x202A, 0x202E},
    {0x2060, 0x2069}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF},
};

bool is_one_of(std::span<const CodePointSpan> spans, char32_t c) {
  return std::ranges::any_of(spans, [c](CodePointSpan s) { return s.first <= c && c <= s.last; });
}

// \uXXXX, or two of them for a code point beyond the basic plane (UTF-16 surrogates).
void append_json_escape(std::string& out, char32_t c) {
  const auto append_unit = [&out](unsigned unit) {
    char text[8];
    std::snprintf(text, sizeof text, "\\u%04x", unit & 0xFFFF);
    out += text;
  };
  if (c < 0x10000) {
    append_unit(c);
    return;
  }
  append_unit(0xD800 + ((c - 0x10000) >> 10));
  append_unit(0xDC00 + ((c - 0x10000) & 0x3FF));
}

bool breaks_line(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string for_terminal(std::string_view text, bool keep_lines) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(text, i);
    if (breaks_line(c) || c == '\t') {
      safe += keep_lines && c == '\n' ? '\n' : ' ';
    } else if (is_one_of(controls, c)) {
      append_utf8(safe, 0xFFFD);
    } else if (!is_one_of(invisible, c)) {
      safe.append(text, start, i - start);
    }
  }
  return safe;
}

std::string json_string(std::string_view text) {
  const std::string serialized = boost::json::serialize(boost::json::string_view(text));
  std::string safe;
  safe.reserve(serialized.size());
  for (std::size_t i = 0; i < serialized.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(serialized, i);
    if (c > 0x7E && (is_one_of(controls, c) || is_one_of(invisible, c))) {
      append_json_escape(safe, c);
    } else {
      safe.append(serialized, start, i - start);
    }
  }
  return safe;
}

std::string for_csv(std::string_view written) {
  const std::string text = for_terminal(written, true);
  std::string field;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
    field += '\'';
  }
  field += text;
  if (field.find_first_of(",\"\n\r") == std::string::npos) {
    return field;
  }
  std::string quoted = "\"";
  for (const char c : field) {
    quoted += c;
    if (c == '"') {
      quoted += '"';
    }
  }
  return quoted + '"';
}

}  // namespace verbale
