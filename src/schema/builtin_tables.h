#pragma once

#include <string_view>

namespace verbale {

// The text of a table as it was in index_schema/ when the program was built; empty when there is
// no such table. The text lives as long as the program.
std::string_view builtin_table(std::string_view file);

// SHA-256, hex, of all of them, made when the program was built.
std::string_view builtin_digest();

}  // namespace verbale
