#include "readers/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <istream>
#include <string>

namespace verbale::readers {
namespace {

std::string reason_of(int error_number) {
  return std::strerror(error_number);
}

class FileSource : public ByteSource {
 public:
  FileSource(int descriptor, std::uint64_t& bytes_read)
      : descriptor_(descriptor), bytes_read_(bytes_read) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  FileSource(FileSource&&) = delete;
  FileSource& operator=(FileSource&&) = delete;
  ~FileSource() override { ::close(descriptor_); }

  Result<std::size_t> read(char* out, std::size_t size) override {
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, out, size);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
      return Error{"cannot be read: " + reason_of(errno), ""};
    }
    bytes_read_ += static_cast<std::size_t>(got);
    return static_cast<std::size_t>(got);
  }

 private:
  int descriptor_;
  std::uint64_t& bytes_read_;
};

class StreamSource : public ByteSource {
 public:
  StreamSource(std::istream& stream, std::uint64_t& bytes_read)
      : stream_(stream), bytes_read_(bytes_read) {}

  Result<std::size_t> read(char* out, std::size_t size) override {
    stream_.read(out, static_cast<std::streamsize>(size));
    if (stream_.bad()) {
      return Error{"cannot be read: input/output error", ""};
    }
    const auto got = static_cast<std::size_t>(stream_.gcount());
    bytes_read_ += got;
    return got;
  }

 private:
  std::istream& stream_;
  std::uint64_t& bytes_read_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::filesystem::path& path,
                                              std::uint64_t& bytes_read) {
  // O_NONBLOCK: opening a FIFO that nobody writes to returns at once instead of never.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    return Error{"cannot be opened: " + reason_of(errno), ""};
  }
  auto source = std::make_unique<FileSource>(descriptor, bytes_read);
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0) {
    return Error{"cannot be opened: " + reason_of(errno), ""};
  }
  if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) {
    return Error{"is not a regular file; name files or folders", ""};
  }
  ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
  return std::unique_ptr<ByteSource>(std::move(source));
}

std::unique_ptr<ByteSource> read_stream(std::istream& stream, std::uint64_t& bytes_read) {
  return std::make_unique<StreamSource>(stream, bytes_read);
}

}  // namespace verbale::readers
