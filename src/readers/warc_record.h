#pragma once

#include "verbale/readers/reader.h"

namespace verbale::readers {

// A page of a web archive: its article or the entries of its feed, with the address it was fetched
// from. What is no successful response with HTML, a feed or (of a conversion) text gives nothing:
// it is no article and nothing is wrong with it.
ParsedRecord parse_warc(const RawRecord& record, const ReadOptions& options);

}  // namespace verbale::readers
