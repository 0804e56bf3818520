#include "readers/html_record.h"
#include "readers/json_record.h"
#include "readers/text_record.h"
#include "verbale/readers/reader.h"

namespace verbale {

ParsedRecord parse_record(const RawRecord& record, const ReadOptions& options) {
  switch (record.format) {
    case SourceFormat::JsonLines:
      return readers::parse_json(record, options);
    case SourceFormat::Html:
      return readers::parse_html(record, options);
    case SourceFormat::Text:
      return readers::parse_text(record, options);
    default:
      break;
  }
  return {{}, {{record.where, "has a format that is not read yet"}}};
}

}  // namespace verbale
