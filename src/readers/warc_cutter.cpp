#include "readers/warc_cutter.h"

#include <charconv>
#include <map>
#include <utility>

#include "readers/words.h"
#include "verbale/text/utf8.h"

namespace verbale::readers {
namespace {

constexpr std::string_view version = "WARC/";
constexpr std::size_t longest_header_line = 64U << 10;
constexpr std::size_t most_header_lines = 1000;

// Fields of a record by name, lower case.
using Fields = std::map<std::string, std::string>;

std::string field(const Fields& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? "" : found->second;
}

std::optional<std::uint64_t> length_of(const Fields& fields) {
  const std::string written = field(fields, "content-length");
  std::uint64_t length = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), length);
  const bool whole = !written.empty() && read.ptr == written.data() + written.size();
  return whole && read.ec == std::errc() ? std::optional(length) : std::nullopt;
}

// "<https://h.example/a b>", as some writers have it.
std::string address_of(const Fields& fields) {
  std::string uri = field(fields, "warc-target-uri");
  if (uri.size() > 1 && uri.front() == '<' && uri.back() == '>') {
    uri = uri.substr(1, uri.size() - 2);
  }
  return replace_invalid_utf8(uri);
}

bool holds_page(const Fields& fields) {
  const std::string type = lower(field(fields, "warc-type"));
  const std::string content = lower(field(fields, "content-type"));
  if (type == "response") {
    return content.empty() || content.starts_with("application/http");
  }
  return (type == "resource" || type == "conversion") &&
         (content.starts_with("text/") || content.find("xml") != std::string::npos);
}

class WarcCutter : public Cutter {
 public:
  WarcCutter(OpenSource source, const ReadOptions& options)
      : source_(std::move(source)), options_(options) {}

  std::optional<RawRecord> next(std::vector<Refusal>& refusals) override {
    while (find_record(refusals)) {
      const std::string where = source_.name + "@" + std::to_string(source_.input.place());
      Fields fields;
      if (!read_header(fields)) {
        damaged(where, "has no header that can be read", refusals);
        continue;
      }
      const auto length = length_of(fields);
      if (!length) {
        damaged(where, "has no Content-Length", refusals);
        continue;
      }
      if (auto record = read_block(fields, *length, where, refusals)) {
        return record;
      }
    }
    return std::nullopt;
  }

 private:
  // Moves to the next record. What stands before it and is no padding is refused, once.
  bool find_record(std::vector<Refusal>& refusals) {
    while (true) {
      skip_padding();
      if (source_.input.ahead(version.size()) == version) {
        return true;
      }
      const std::string where = source_.name + "@" + std::to_string(source_.input.place());
      if (!source_.input.ahead(1).empty()) {
        damaged(where, "is no record", refusals);
        skip_to_version();
      } else if (!go_on(where, refusals)) {
        return false;
      }
    }
  }

  // At the end of what can be read: true when reading goes on behind damage.
  bool go_on(const std::string& where, std::vector<Refusal>& refusals) {
    if (!source_.input.failure()) {
      return false;
    }
    damaged(where, source_.input.failure()->message, refusals);
    return source_.input.resume();
  }

  // One refusal for a run of damage.
  void damaged(const std::string& where, const std::string& reason,
               std::vector<Refusal>& refusals) {
    if (!std::exchange(inside_damage_, true)) {
      refusals.push_back({where, reason});
    }
  }

  void skip_padding() {
    for (std::string_view next = source_.input.ahead(1); !next.empty() && is_space(next.front());
         next = source_.input.ahead(1)) {
      source_.input.drop(1);
    }
  }

  void skip_to_version() {
    constexpr std::size_t window = 64U << 10;
    for (std::string_view next = source_.input.ahead(window); next.size() > version.size();
         next = source_.input.ahead(window)) {
      const std::size_t at = next.find(version, 1);
      if (at != std::string_view::npos) {
        source_.input.drop(at);
        return;
      }
      source_.input.drop(next.size() - version.size());
    }
    source_.input.skip(version.size());
  }

  bool read_header(Fields& fields) {
    std::string line;
    std::string last;
    for (std::size_t lines = 0; lines < most_header_lines; ++lines) {
      if (source_.input.take_line(line, longest_header_line) != Input::Line::Whole) {
        return false;
      }
      const std::string_view text = trim(line);
      if (text.empty()) {
        return lines > 0;
      }
      const std::size_t colon = text.find(':');
      if (lines == 0) {
        continue;  // The version.
      }
      if (is_space(line.front()) && !last.empty()) {
        fields[last] += ' ' + std::string(text);
      } else if (colon != std::string_view::npos) {
        last = lower(trim(text.substr(0, colon)));
        fields[last] = trim(text.substr(colon + 1));
      }
    }
    return false;
  }

  std::optional<RawRecord> read_block(const Fields& fields, std::uint64_t length,
                                      const std::string& where, std::vector<Refusal>& refusals) {
    const bool wanted = holds_page(fields);
    if (!wanted || length > options_.max_record_bytes) {
      const bool whole = source_.input.skip(length) == length;
      inside_damage_ = false;
      if (!whole) {
        damaged(where, "is cut off", refusals);
      } else if (wanted) {
        refusals.push_back({where, too_large(options_)});
      }
      return std::nullopt;
    }
    RawRecord record{SourceFormat::Warc, "", where, {}};
    record.bytes = source_.input.ahead(static_cast<std::size_t>(length));
    source_.input.drop(record.bytes.size());
    if (record.bytes.size() < length) {
      damaged(where, source_.input.failure() ? source_.input.failure()->message : "is cut off",
              refusals);
      return std::nullopt;
    }
    inside_damage_ = false;
    record.context = {{"url", address_of(fields)},
                      {"type", lower(field(fields, "warc-type"))},
                      {"content-type", field(fields, "content-type")}};
    return record;
  }

  OpenSource source_;
  const ReadOptions& options_;
  bool inside_damage_ = false;
};

}  // namespace

std::unique_ptr<Cutter> make_warc_cutter(OpenSource source, const ReadOptions& options) {
  return std::make_unique<WarcCutter>(std::move(source), options);
}

}  // namespace verbale::readers
