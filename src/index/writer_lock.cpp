#include "verbale/index/writer_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <thread>
#include <utility>

#include "index/files.h"
#include "index/layout.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds retry_after{50};

// An open file description's lock: unlike a plain one it also keeps threads of one process apart,
// and closing another descriptor of the file does not drop it.
bool try_lock(int descriptor, const fs::path& file) {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (::fcntl(descriptor, F_OFD_SETLK, &lock) == 0) {
    return true;
  }
  if (errno != EAGAIN && errno != EACCES && errno != EINTR) {
    storage_error("lock", file);
  }
  return false;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::string holder_line(const std::string& purpose) {
  char host[256] = {};
  ::gethostname(host, sizeof host - 1);
  return "`verbale " + purpose + "`, process " + std::to_string(::getpid()) + " on " + host +
         ", since " + utc_now() + "\n";
}

void tell_holder(int descriptor, const fs::path& file, const std::string& line) {
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
    storage_error("write", file);
  }
}

std::string holder(const fs::path& file) {
  std::string line = read_file(file).substr(0, 400);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') {
    line.pop_back();
  }
  return line.empty() ? "another process" : line;
}

}  // namespace

WriterLock::WriterLock(const fs::path& root, std::chrono::milliseconds patience,
                       const std::string& purpose)
    : root_(root) {
  make_folders(root);
  const fs::path file = layout::lock(root);
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    storage_error("open", file);
  }
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!try_lock(descriptor_, file)) {
    if (std::chrono::steady_clock::now() >= deadline) {
      ::close(descriptor_);
      throw IndexError(IndexFault::Locked,
                       "the index in " + root.string() + " is locked by " + holder(file) +
                           "; try again later, or wait longer with --lock-timeout SECONDS");
    }
    std::this_thread::sleep_for(retry_after);
  }
  tell_holder(descriptor_, file, holder_line(purpose));
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : root_(std::move(other.root_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(root_, other.root_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

}  // namespace verbale
