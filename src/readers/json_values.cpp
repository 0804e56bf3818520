#include "readers/json_values.h"

#include <algorithm>
#include <string>
#include <utility>

#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::size_t window_bytes = 64U << 10;

// Follows an object through its bytes, up to the brace that closes it.
class ObjectEnd {
 public:
  // True at the last byte of the object.
  bool pass(char c) {
    if (inside_string_) {
      inside_string_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
      return false;
    }
    inside_string_ = c == '"';
    depth_ += c == '{' || c == '[' ? 1 : 0;
    depth_ -= c == '}' || c == ']' ? 1 : 0;
    return depth_ == 0;
  }

 private:
  std::size_t depth_ = 0;
  bool inside_string_ = false;
  bool escaped_ = false;
};

class ValueCutter : public Cutter {
 public:
  ValueCutter(OpenSource source, const ReadOptions& options)
      : source_(std::move(source)), options_(options) {}

  std::optional<RawRecord> next(std::vector<Refusal>& refusals) override {
    while (skip_to_object(refusals)) {
      RawRecord record;
      record.format = SourceFormat::JsonLines;
      record.where = where();
      switch (take_object(record.bytes)) {
        case Input::Line::Whole:
          return record;
        case Input::Line::TooLong:
          refusals.push_back({record.where, too_large(options_)});
          break;
        case Input::Line::None:
          refusals.push_back(
              {record.where, failure_or("is not complete JSON; is the file cut off?")});
          return std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  std::string where() const { return source_.name + ":" + std::to_string(line_); }

  std::string failure_or(const std::string& reason) const {
    return source_.input.failure() ? source_.input.failure()->message : reason;
  }

  // Over white space, commas and the brackets of the list. Anything else is refused, once.
  bool skip_to_object(std::vector<Refusal>& refusals) {
    bool noted = false;
    for (std::string_view window = source_.input.ahead(window_bytes); !window.empty();
         window = source_.input.ahead(window_bytes)) {
      const std::size_t begin = std::min(window.find('{'), window.size());
      const std::string_view between = window.substr(0, begin);
      const bool expected = between.find_first_not_of(" \t\r\n,[]") == std::string_view::npos;
      if (!expected && !std::exchange(noted, true)) {
        refusals.push_back({where(), "is no JSON object"});
      }
      line_ += static_cast<std::uint64_t>(std::ranges::count(between, '\n'));
      source_.input.drop(begin);
      if (begin < window.size()) {
        return true;
      }
    }
    if (source_.input.failure()) {
      refusals.push_back({where(), source_.input.failure()->message});
    }
    return false;
  }

  Input::Line take_object(std::string& object) {
    ObjectEnd end;
    bool too_long = false;
    for (std::string_view window = source_.input.ahead(window_bytes); !window.empty();
         window = source_.input.ahead(window_bytes)) {
      const auto last = std::ranges::find_if(window, [&end](char c) { return end.pass(c); });
      const bool closed = last != window.end();
      const auto size = static_cast<std::size_t>(last - window.begin()) + (closed ? 1 : 0);
      const std::string_view piece = window.substr(0, size);
      line_ += static_cast<std::uint64_t>(std::ranges::count(piece, '\n'));
      too_long = too_long || object.size() + piece.size() > options_.max_record_bytes;
      object = too_long ? std::string() : std::move(object.append(piece));
      source_.input.drop(size);
      if (closed) {
        return too_long ? Input::Line::TooLong : Input::Line::Whole;
      }
    }
    return Input::Line::None;
  }

  OpenSource source_;
  const ReadOptions& options_;
  std::uint64_t line_ = 1;
};

}  // namespace

bool spans_lines(std::string_view start) {
  const auto begin = start.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || start[begin] == '[') {
    return begin != std::string_view::npos;
  }
  const std::size_t line_end = start.find('\n', begin);
  const std::size_t next = start.find_first_not_of(" \t\r\n", std::min(line_end, start.size()));
  return next != std::string_view::npos && start[next] == '"';
}

std::unique_ptr<Cutter> make_value_cutter(OpenSource source, const ReadOptions& options) {
  return std::make_unique<ValueCutter>(std::move(source), options);
}

}  // namespace verbale::readers
