#pragma once

#include <string_view>

#include "verbale/readers/reader.h"

namespace verbale::readers {

// How much of a source sniff() wants to see.
inline constexpr std::size_t sniff_bytes = 4096;

// The format of a source, by its first bytes; by its name only where text has no form of its own
// (.csv, .tsv). Never Auto: what looks like nothing else is text.
SourceFormat sniff(std::string_view start, std::string_view name);

}  // namespace verbale::readers
