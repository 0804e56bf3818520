#pragma once

#include "verbale/readers/reader.h"

namespace verbale::readers {

// A web page: its article without the page around it.
ParsedRecord parse_html(const RawRecord& record, const ReadOptions& options);

}  // namespace verbale::readers
