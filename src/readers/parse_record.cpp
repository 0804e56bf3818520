#include <cassert>

#include "readers/csv_record.h"
#include "readers/feed_record.h"
#include "readers/html_record.h"
#include "readers/json_record.h"
#include "readers/text_record.h"
#include "readers/warc_record.h"
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
    case SourceFormat::Feed:
      return readers::parse_feed(record, options);
    case SourceFormat::Csv:
      return readers::parse_csv(record, options);
    case SourceFormat::Warc:
      return readers::parse_warc(record, options);
    case SourceFormat::Auto:
      break;
  }
  assert(false && "a record has a format");
  return {};
}

}  // namespace verbale
