#pragma once

#include <string_view>

namespace verbale {

// The text of a table as it was in index_schema/ when the program was built; empty when there is
// no such table. The text lives as long as the program.
std::string_view builtin_table(std::string_view file);

}  // namespace verbale
