#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verbale::readers::html {

// Appends what a script writes as the value of a key of publication: "publishedDate":"2024-07-11".
// Pages that are built by scripts keep their article's record there, and nowhere else.
void add_script_dates(std::string_view script, std::vector<std::string>& dates);

}  // namespace verbale::readers::html
