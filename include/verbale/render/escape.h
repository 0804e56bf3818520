#pragma once

#include <string>
#include <string_view>

namespace verbale {

// `text` such that a terminal shows it and obeys nothing in it: control characters become U+FFFD,
// characters without a shape that reorder or hide text (bidirectional controls, zero-width space,
// soft hyphen) go, tabs and line breaks become spaces; line feeds stay with `keep_lines`.
std::string for_terminal(std::string_view text, bool keep_lines = false);

// A JSON string (RFC 8259), quotation marks and all. Whatever could act on a terminal is written
// \uXXXX, so that nothing is lost and nothing is obeyed.
std::string json_string(std::string_view text);

// One field of CSV (RFC 4180), quoted where it must be; a leading = + - @ is kept apart from
// spreadsheets' formulas by a ' before it. Control characters become U+FFFD.
std::string for_csv(std::string_view text);

}  // namespace verbale
