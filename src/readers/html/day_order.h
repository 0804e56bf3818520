#pragma once

#include <string_view>

#include "readers/dates.h"

namespace verbale::readers::html {

// Whether a page writes the day before the month in "05/10/2018", by the language that it declares
// ("pt-BR") and by its address (".co.uk"). Unknown for English without a country, and for "en-US",
// which templates declare everywhere.
DayOrder day_order(std::string_view language, std::string_view url);

}  // namespace verbale::readers::html
