#pragma once

#include "verbale/readers/reader.h"

namespace verbale::readers {

// One JSON object, as a line of JSON Lines holds it.
ParsedRecord parse_json(const RawRecord& record, const ReadOptions& options);

}  // namespace verbale::readers
