#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "readers/byte_source.h"

namespace verbale::readers {

// A ByteSource with a window to look ahead in. Memory: what was asked for ahead, and one block.
class Input {
 public:
  explicit Input(std::unique_ptr<ByteSource> source);

  // The next `size` bytes, fewer only at the end or after a failure. The view lives until the next
  // call of anything.
  std::string_view ahead(std::size_t size);

  // What is there already, at most `size` bytes; may be nothing though the end is not reached.
  std::string_view ahead_now(std::size_t size) const { return window().substr(0, size); }

  // Drops bytes, at most what ahead() showed.
  void drop(std::size_t size);

  // Puts bytes that were dropped last back in front.
  void put_back(std::string_view bytes);

  // Drops up to `size` bytes, reading on; says how many there were.
  std::uint64_t skip(std::uint64_t size);

  enum class Line { Whole, TooLong, None };

  // Takes the next line, without its line feed, into `line`. A line of more than `limit` bytes is
  // skipped in bounded memory. None: the end, or a failure before the line's end.
  Line take_line(std::string& line, std::uint64_t limit);

  // Bytes dropped and taken so far.
  std::uint64_t offset() const { return offset_; }

  // Where in the file the next byte comes from; see ByteSource.
  std::uint64_t place() const { return source_->place_of(offset_); }

  ByteSource& source() { return *source_; }

  // After a failure: goes on from the next readable place. False if there is none.
  bool resume();

  // Why reading stopped before the end, if it did.
  const std::optional<Error>& failure() const { return failure_; }

 private:
  bool fill();  // Reads one block more; false at the end.
  std::string_view window() const { return std::string_view(block_).substr(begin_); }

  std::unique_ptr<ByteSource> source_;
  std::string block_;
  std::size_t begin_ = 0;
  std::uint64_t offset_ = 0;
  bool ended_ = false;
  std::optional<Error> failure_;
};

}  // namespace verbale::readers
