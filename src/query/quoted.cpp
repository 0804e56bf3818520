#include "quoted.h"

#include <vector>

#include "verbale/text/quotation_marks.h"

namespace verbale {
namespace {

// Words between single marks are few; what is longer holds apostrophes.
constexpr std::size_t most_single_bytes = 1'024;

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool starts_word(std::string_view text, std::size_t offset) {
  return offset == 0 || is_space(text[offset - 1]) || text[offset - 1] == '(' ||
         text[offset - 1] == ':' || text[offset - 1] == '-';
}

bool ends_word(std::string_view text, std::size_t end) {
  return end >= text.size() || is_space(text[end]) || text[end] == ')';
}

struct Place {
  std::size_t offset = 0;
  QuotationMark mark;
  std::string_view glyph;
};

std::optional<Place> next_mark(std::string_view text, std::size_t from, bool single) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const QuotationMark mark = quotation_mark_at(text, at);
    if (mark && mark.single == single) {
      return Place{at, mark, text.substr(at, mark.bytes)};
    }
    at += mark ? mark.bytes - 1U : 0U;
  }
  return std::nullopt;
}

Quoted quoted_between(std::size_t begin, const Place& close) {
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(close.offset)},
          close.offset + close.mark.bytes};
}

// A mark before a word, after a space, opens another quotation; a straight one closes the straight
// one that waits for it.
bool opens_inside(std::string_view text, const Place& place, std::string_view waiting) {
  return place.mark.opens && starts_word(text, place.offset) &&
         !ends_word(text, place.offset + place.mark.bytes) &&
         !(place.glyph == "\"" && waiting == "\"");
}

std::optional<Quoted> read_nested(std::string_view text, const Place& open) {
  const std::size_t begin = open.offset + open.mark.bytes;
  std::vector<std::string_view> waiting{open.glyph};
  for (auto place = next_mark(text, begin, false); place;
       place = next_mark(text, place->offset + place->mark.bytes, false)) {
    if (opens_inside(text, *place, waiting.back())) {
      waiting.push_back(place->glyph);
    } else if (marks_pair(waiting.back(), place->glyph)) {
      waiting.pop_back();
    }
    if (waiting.empty()) {
      return quoted_between(begin, *place);
    }
  }
  return std::nullopt;
}

// Where the marks do not come out even: the first that may close the quotation.
std::optional<Quoted> read_double(std::string_view text, const Place& open) {
  if (const auto nested = read_nested(text, open)) {
    return nested;
  }
  const std::size_t begin = open.offset + open.mark.bytes;
  std::optional<Quoted> closed;
  for (auto place = next_mark(text, begin, false); place;
       place = next_mark(text, place->offset + place->mark.bytes, false)) {
    const bool ends = ends_word(text, place->offset + place->mark.bytes);
    if (marks_pair(open.glyph, place->glyph) && ends) {
      return quoted_between(begin, *place);
    }
    if (place->mark.closes && !closed) {
      closed = quoted_between(begin, *place);
    }
  }
  return closed;
}

std::optional<Quoted> read_single(std::string_view text, const Place& open) {
  const std::size_t begin = open.offset + open.mark.bytes;
  text = text.substr(0, begin + most_single_bytes);
  for (auto place = next_mark(text, begin, true); place;
       place = next_mark(text, place->offset + place->mark.bytes, true)) {
    const std::size_t end = place->offset + place->mark.bytes;
    if (marks_pair(open.glyph, place->glyph) && ends_word(text, end)) {
      return quoted_between(begin, *place);
    }
  }
  return std::nullopt;
}

std::optional<Place> mark_at(std::string_view text, std::size_t offset) {
  const QuotationMark mark = quotation_mark_at(text, offset);
  return mark ? std::optional(Place{offset, mark, text.substr(offset, mark.bytes)}) : std::nullopt;
}

}  // namespace

bool opens_quotation(std::string_view query, std::size_t offset) {
  const auto open = mark_at(query, offset);
  if (!open) {
    return false;
  }
  if (!open->mark.single) {
    return true;
  }
  const bool apostrophe = open->glyph == "'" || open->glyph == "’";
  return !apostrophe && open->mark.opens && starts_word(query, offset) &&
         read_single(query, *open).has_value();
}

std::optional<Quoted> read_quoted(std::string_view query, std::size_t offset) {
  const auto open = mark_at(query, offset);
  if (!open) {
    return std::nullopt;
  }
  return open->mark.single
             ? read_single(query, *open)
             : read_double(query.substr(0, open->offset + max_quotation_bytes), *open);
}

}  // namespace verbale
