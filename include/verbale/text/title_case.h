#pragma once

#include <string>
#include <string_view>

namespace verbale {

// A name in capitals as names are written: "JOSÉ ORLANO-VELDE" -> "José Orlano-Velde". A name with
// any small letter, or in a script that has none, stays as it is.
std::string title_case(std::string_view name);

}  // namespace verbale
