#pragma once

#include "verbale/readers/reader.h"

namespace verbale::readers {

// A feed: RSS 0.9 to 2.0, RDF or Atom. One article an entry, by what the entry itself holds.
// Broken XML is read as far as it goes. No entity is expanded and nothing is fetched.
ParsedRecord parse_feed(const RawRecord& record, const ReadOptions& options);

}  // namespace verbale::readers
