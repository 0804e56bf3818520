#include "readers/cutter.h"

#include <algorithm>
#include <utility>

#include "readers/json_values.h"
#include "readers/sniff.h"
#include "readers/warc_cutter.h"
#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void drop_byte_order_mark(Input& input) {
  if (input.ahead(byte_order_mark.size()) == byte_order_mark) {
    input.drop(byte_order_mark.size());
  }
}

void report_failure(const OpenSource& source, const std::string& where,
                    std::vector<Refusal>& refusals) {
  if (source.input.failure()) {
    refusals.push_back({where, source.input.failure()->message});
  }
}

class LineCutter : public Cutter {
 public:
  LineCutter(OpenSource source, const ReadOptions& options)
      : source_(std::move(source)), options_(options) {}

  std::optional<RawRecord> next(std::vector<Refusal>& refusals) override {
    RawRecord record;
    while (!ended_) {
      const auto taken = source_.input.take_line(record.bytes, options_.max_record_bytes);
      ++line_;
      record.where = source_.name + ":" + std::to_string(line_);
      if (taken == Input::Line::TooLong) {
        refusals.push_back({record.where, too_large(options_)});
      } else if (taken == Input::Line::None) {
        report_failure(source_, record.where, refusals);
        ended_ = true;
      } else if (!trim(record.bytes).empty()) {
        record.format = SourceFormat::JsonLines;
        return record;
      }
    }
    return std::nullopt;
  }

 private:
  OpenSource source_;
  const ReadOptions& options_;
  std::uint64_t line_ = 0;
  bool ended_ = false;
};

// A source that is one record: a text, a page, a feed.
class WholeCutter : public Cutter {
 public:
  WholeCutter(SourceFormat format, OpenSource source, const ReadOptions& options)
      : format_(format), source_(std::move(source)), options_(options) {}

  std::optional<RawRecord> next(std::vector<Refusal>& refusals) override {
    if (std::exchange(ended_, true)) {
      return std::nullopt;
    }
    const std::string_view bytes = source_.input.ahead(options_.max_record_bytes + 1);
    if (source_.input.failure()) {
      refusals.push_back({source_.name, source_.input.failure()->message});
      return std::nullopt;
    }
    if (bytes.size() > options_.max_record_bytes) {
      refusals.push_back({source_.name, too_large(options_)});
      return std::nullopt;
    }
    RawRecord record{format_, std::string(bytes), source_.name, {}};
    if (!source_.id.empty()) {
      record.context["id"] = source_.id;
    }
    return record;
  }

 private:
  SourceFormat format_;
  OpenSource source_;
  const ReadOptions& options_;
  bool ended_ = false;
};

// Rows of a table with a header; a quoted field may hold line breaks.
class RowCutter : public Cutter {
 public:
  RowCutter(OpenSource source, const ReadOptions& options)
      : source_(std::move(source)), options_(options) {
    drop_byte_order_mark(source_.input);
  }

  std::optional<RawRecord> next(std::vector<Refusal>& refusals) override {
    if (header_.empty() && !take_header(refusals)) {
      return std::nullopt;
    }
    RawRecord record;
    record.format = SourceFormat::Csv;
    while (!ended_) {
      const std::uint64_t first_line = line_ + 1;
      record.where = source_.name + ":" + std::to_string(first_line);
      const auto taken = take_row(record.bytes);
      if (taken == Input::Line::TooLong) {
        refusals.push_back({record.where, too_large(options_)});
      } else if (taken == Input::Line::None) {
        report_failure(source_, record.where, refusals);
        ended_ = true;
      } else if (!trim(record.bytes).empty()) {
        record.context["header"] = header_;
        return record;
      }
    }
    return std::nullopt;
  }

 private:
  bool take_header(std::vector<Refusal>& refusals) {
    if (ended_) {
      return false;
    }
    ended_ = take_row(header_) != Input::Line::Whole || trim(header_).empty();
    if (ended_) {
      header_.clear();
      refusals.push_back({source_.name, "has no header that names its columns"});
      report_failure(source_, source_.name, refusals);
    }
    return !ended_;
  }

  // Lines up to one at whose end no quotation is open.
  Input::Line take_row(std::string& row) {
    row.clear();
    std::string line;
    bool open = false;
    bool too_long = false;
    do {
      const auto taken = source_.input.take_line(line, options_.max_record_bytes);
      ++line_;
      if (taken == Input::Line::None) {
        return row.empty() && !too_long ? Input::Line::None : outcome(too_long);
      }
      too_long = too_long || taken == Input::Line::TooLong ||
                 row.size() + line.size() > options_.max_record_bytes;
      open = open != (std::ranges::count(line, '"') % 2 == 1);
      row += too_long ? "" : (row.empty() ? line : "\n" + line);
      if (too_long && taken == Input::Line::TooLong) {
        break;  // Its quotation marks were not counted.
      }
    } while (open);
    return outcome(too_long);
  }

  static Input::Line outcome(bool too_long) {
    return too_long ? Input::Line::TooLong : Input::Line::Whole;
  }

  OpenSource source_;
  const ReadOptions& options_;
  std::string header_;
  std::uint64_t line_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Cutter> make_cutter(SourceFormat format, OpenSource source,
                                    const ReadOptions& options) {
  switch (format) {
    case SourceFormat::JsonLines:
      drop_byte_order_mark(source.input);
      if (spans_lines(source.input.ahead(sniff_bytes))) {
        return make_value_cutter(std::move(source), options);
      }
      return std::make_unique<LineCutter>(std::move(source), options);
    case SourceFormat::Csv:
      return std::make_unique<RowCutter>(std::move(source), options);
    case SourceFormat::Warc:
      return make_warc_cutter(std::move(source), options);
    default:
      return std::make_unique<WholeCutter>(format, std::move(source), options);
  }
}

std::string too_large(const ReadOptions& options) {
  return "is larger than the limit of " + std::to_string(options.max_record_bytes >> 20) + " MiB";
}

}  // namespace verbale::readers
