#include "verbale/text/quotation_marks.h"

#include <array>

namespace verbale {

namespace {

struct MarkRow {
  std::string_view glyph;
  bool opens, closes, single;
  std::string_view closed_by;  // The glyphs that may close it, one after the other.
};

// Directions are those of every language's habit together: ” opens in Swedish, “ closes in German,
// » opens in Danish. What a mark does at a place is for the reader of the place to decide.
constexpr std::array mark_rows = {
    MarkRow{"\"", true, true, false, "\"”“''″"}, MarkRow{"“", true, true, false, "”\"“″''"},
    MarkRow{"”", true, true, false, "”\""},      MarkRow{"„", true, false, false, "“”\"„‟"},
    MarkRow{"‟", true, false, false, "”\""},     MarkRow{"«", true, true, false, "»«"},
    MarkRow{"»", true, true, false, "«»"},       MarkRow{"``", true, false, false, "''\"”"},
    MarkRow{"''", true, true, false, "''\""},    MarkRow{"‘‘", true, false, false, "’’\"”"},
    MarkRow{"’’", true, true, false, "’’\""},    MarkRow{"「", true, false, false, "」"},
    MarkRow{"」", false, true, false, ""},       MarkRow{"『", true, false, false, "』"},
    MarkRow{"』", false, true, false, ""},       MarkRow{"〝", true, false, false, "〞〟"},
    MarkRow{"〞", false, true, false, ""},       MarkRow{"〟", false, true, false, ""},
    MarkRow{"＂", true, true, false, "＂"},      MarkRow{"'", true, true, true, "'’"},
    MarkRow{"‘", true, true, true, "’'‘"},       MarkRow{"’", true, true, true, "’"},
    MarkRow{"‚", true, false, true, "‘’"},       MarkRow{"‛", true, false, true, "’"},
    MarkRow{"‹", true, true, true, "›‹"},        MarkRow{"›", true, true, true, "‹›"},
};

bool may_start_mark(unsigned char byte) {
  return byte == '"' || byte == '\'' || byte == '`' || byte == 0xC2 || byte == 0xE2 ||
         byte == 0xE3 || byte == 0xEF;
}

}  // namespace

QuotationMark quotation_mark_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || !may_start_mark(static_cast<unsigned char>(text[offset]))) {
    return {};
  }
  const std::string_view rest = text.substr(offset);
  for (const MarkRow& row : mark_rows) {
    const bool doubled = row.glyph == "'" && rest.starts_with("''");
    const bool curly_doubled = (row.glyph == "‘" && rest.starts_with("‘‘")) ||
                               (row.glyph == "’" && rest.starts_with("’’"));
    if (rest.starts_with(row.glyph) && !doubled && !curly_doubled) {
      return {row.opens, row.closes, row.single, static_cast<std::uint8_t>(row.glyph.size())};
    }
  }
  return {};
}

bool marks_pair(std::string_view open, std::string_view close) {
  for (const MarkRow& row : mark_rows) {
    if (row.glyph != open) {
      continue;
    }
    const std::size_t at = row.closed_by.find(close);
    const bool half_of_doubled =
        close == "'" && row.closed_by.find("''") == at && at != std::string_view::npos;
    return at != std::string_view::npos && !close.empty() && !half_of_doubled;
  }
  return false;
}

}  // namespace verbale
