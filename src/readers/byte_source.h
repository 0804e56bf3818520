#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>

#include "verbale/base/result.h"

namespace verbale::readers {

// A stream of bytes, read once from its start: a file, a standard stream, or what a compressed one
// expands to.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ByteSource(ByteSource&&) = delete;
  ByteSource& operator=(ByteSource&&) = delete;
  virtual ~ByteSource() = default;

  // Fills at most `size` bytes of `out` and says how many; 0 is the end. After an error nothing
  // more can be read.
  virtual Result<std::size_t> read(char* out, std::size_t size) = 0;

  // Where in the file the byte at `offset` of this stream comes from: the same offset, or that of
  // the compressed member which holds it. Asked for growing offsets only.
  virtual std::uint64_t place_of(std::uint64_t offset) { return offset; }

  // After an error: moves to the next place from which reading can go on. False if there is none.
  virtual bool resume() { return false; }
};

// Opens a regular file, or the open end of a pipe ("/dev/fd/63"). Never waits for somebody to open
// the other end of a FIFO, and refuses devices and sockets. Adds what it reads to `bytes_read`,
// which must outlive it.
Result<std::unique_ptr<ByteSource>> open_file(const std::filesystem::path& path,
                                              std::uint64_t& bytes_read);

std::unique_ptr<ByteSource> read_stream(std::istream& stream, std::uint64_t& bytes_read);

}  // namespace verbale::readers
