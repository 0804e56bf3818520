#pragma once

#include <memory>
#include <string_view>

#include "readers/cutter.h"

namespace verbale::readers {

// Whether JSON that begins so is one list of objects, or objects over several lines, and not one
// object a line.
bool spans_lines(std::string_view start);

// Cuts such JSON into its objects, named by the line that each begins on. Where brackets do not
// pair, the rest of the source is one object that is refused.
std::unique_ptr<Cutter> make_value_cutter(OpenSource source, const ReadOptions& options);

}  // namespace verbale::readers
