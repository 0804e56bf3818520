#pragma once

#include "verbale/readers/reader.h"

namespace verbale::readers {

// Plain text or Markdown: the article's text as it is, after the lines on top that name its
// fields, if there are any: "Key: value" lines and a blank line, or a front matter between "---"
// lines.
ParsedRecord parse_text(const RawRecord& record, const ReadOptions& options);

}  // namespace verbale::readers
