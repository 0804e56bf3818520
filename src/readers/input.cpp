#include "readers/input.h"

#include <algorithm>
#include <utility>

namespace verbale::readers {
namespace {

constexpr std::size_t block_bytes = 256U << 10;

}  // namespace

Input::Input(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

bool Input::fill() {
  if (ended_) {
    return false;
  }
  block_.erase(0, begin_);
  begin_ = 0;
  const std::size_t had = block_.size();
  block_.resize(had + block_bytes);
  const auto got = source_->read(block_.data() + had, block_bytes);
  block_.resize(had + (got ? *got : 0));
  if (!got) {
    failure_ = got.error();
  }
  ended_ = block_.size() == had;
  return !ended_;
}

std::string_view Input::ahead(std::size_t size) {
  while (window().size() < size && fill()) {
  }
  return window().substr(0, size);
}

bool Input::resume() {
  if (!failure_ || !source_->resume()) {
    return false;
  }
  failure_.reset();
  ended_ = false;
  return true;
}

void Input::drop(std::size_t size) {
  begin_ += size;
  offset_ += size;
}

void Input::put_back(std::string_view bytes) {
  block_.replace(0, begin_, bytes);
  begin_ = 0;
  offset_ -= bytes.size();
}

std::uint64_t Input::skip(std::uint64_t size) {
  std::uint64_t skipped = 0;
  while (skipped < size && (!window().empty() || fill())) {
    const std::uint64_t step = std::min<std::uint64_t>(size - skipped, window().size());
    drop(static_cast<std::size_t>(step));
    skipped += step;
  }
  return skipped;
}

Input::Line Input::take_line(std::string& line, std::uint64_t limit) {
  line.clear();
  bool too_long = false;
  bool any = false;
  while (!window().empty() || fill()) {
    any = true;
    const std::string_view rest = window();
    const std::size_t end = rest.find('\n');
    const std::string_view piece = rest.substr(0, end);
    too_long = too_long || line.size() + piece.size() > limit;
    if (!too_long) {
      line += piece;
    } else if (!line.empty()) {
      std::string().swap(line);
    }
    drop(piece.size() + (end == std::string_view::npos ? 0 : 1));
    if (end != std::string_view::npos) {
      return too_long ? Line::TooLong : Line::Whole;
    }
  }
  if (!any || failure_) {
    return Line::None;
  }
  return too_long ? Line::TooLong : Line::Whole;
}

}  // namespace verbale::readers
