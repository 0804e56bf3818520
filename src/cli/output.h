#pragma once

#include <array>
#include <streambuf>

namespace verbale::cli {

// The reader of our output went away (`verbale search ... | head -1`): nothing is wrong, and the
// program ends quietly.
class ClosedPipe {};

// Output could not be written: a full disk.
class OutputError {
 public:
  explicit OutputError(int fault) : fault_(fault) {}
  int fault() const { return fault_; }  // An errno.

 private:
  int fault_;
};

// A stream buffer over a file descriptor that tells why a write failed by throwing ClosedPipe or
// OutputError; the stream must have its badbit exceptions on. Does not own the descriptor.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);

 protected:
  int overflow(int c) override;
  int sync() override;

 private:
  void write_out();

  int descriptor_;
  std::array<char, 1 << 16> buffer_;
};

}  // namespace verbale::cli
