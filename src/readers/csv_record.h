#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/readers/reader.h"

namespace verbale::readers {

// The fields of one row of CSV (RFC 4180) or TSV. Nothing where a quoted field is not closed.
// Quotation marks inside a field that does not begin with one are text.
std::optional<std::vector<std::string>> split_row(std::string_view row, char separator);

// What separates the fields of a header: the most frequent of comma, semicolon and tab in it.
char separator_of(std::string_view header);

// Whether a header names an article's text and at least one more of its fields.
bool names_articles(std::string_view header);

// One row, with the table's header in `context["header"]`.
ParsedRecord parse_csv(const RawRecord& record, const ReadOptions& options);

}  // namespace verbale::readers
