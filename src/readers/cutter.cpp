#include "readers/cutter.h"

#include <algorithm>
#include <utility>

#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class LineCutter : public Cutter {
 public:
  LineCutter(OpenSource source, const ReadOptions& options)
      : source_(std::move(source)), options_(options) {
    if (source_.input.ahead(byte_order_mark.size()) == byte_order_mark) {
      source_.input.drop(byte_order_mark.size());
    }
  }

  std::optional<RawRecord> next(std::vector<Refusal>& refusals) override {
    RawRecord record;
    while (!ended_) {
      const auto taken = source_.input.take_line(record.bytes, options_.max_record_bytes);
      ++line_;
      record.where = source_.name + ":" + std::to_string(line_);
      if (taken == Input::Line::TooLong) {
        refusals.push_back({record.where, too_large(options_)});
      } else if (taken == Input::Line::None) {
        finish(record.where, refusals);
      } else if (!trim(record.bytes).empty()) {
        record.format = SourceFormat::JsonLines;
        return record;
      }
    }
    return std::nullopt;
  }

 private:
  void finish(const std::string& where, std::vector<Refusal>& refusals) {
    ended_ = true;
    if (source_.input.failure()) {
      refusals.push_back({where, source_.input.failure()->message});
    }
  }

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

}  // namespace

std::unique_ptr<Cutter> make_cutter(SourceFormat format, OpenSource source,
                                    const ReadOptions& options) {
  if (format == SourceFormat::JsonLines) {
    return std::make_unique<LineCutter>(std::move(source), options);
  }
  return std::make_unique<WholeCutter>(format, std::move(source), options);
}

std::string too_large(const ReadOptions& options) {
  return "is larger than the limit of " + std::to_string(options.max_record_bytes >> 20) + " MiB";
}

}  // namespace verbale::readers
