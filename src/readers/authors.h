#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verbale::readers {

// Adds the names in what a source writes as its author: "By Ana Ruiz and Ben Lum", "ana@h.example
// (Ana Ruiz)", "Ana Ruiz, Ben Lum". Addresses are no names, and nobody is named twice.
void add_authors(std::string_view written, std::vector<std::string>& authors);

}  // namespace verbale::readers
