#pragma once

#include <string>
#include <string_view>

namespace verbale {

// `text` such that a terminal shows it and obeys nothing in it: control characters become U+FFFD,
// characters without a shape that reorder or hide text (bidirectional controls, zero-width space,
// soft hyphen) go, tabs and line breaks become spaces; line feeds stay with `keep_lines`.
std::string for_terminal(std::string_view text, bool keep_lines = false);

// One field of CSV (RFC 4180), quoted where it must be; a leading = + - @ is kept apart from
// spreadsheets' formulas by a ' before it.
std::string for_csv(std::string_view text);

}  // namespace verbale
