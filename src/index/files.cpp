#include "index/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "verbale/base/error.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// A descriptor that is closed when it goes.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number_ < 0) {
      storage_error("open", path);
    }
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

void sync_path(const fs::path& path, int flags) {
  const Descriptor descriptor(path, flags);
  if (::fsync(descriptor.number()) != 0) {
    storage_error("sync", path);
  }
}

template <class Work>
auto with_files(Work work) {
  try {
    return work();
  } catch (const fs::filesystem_error& error) {
    throw IndexError(IndexFault::Storage, error.what());
  }
}

}  // namespace

void storage_error(const std::string& what, const fs::path& path) {
  throw IndexError(IndexFault::Storage,
                   "cannot " + what + " " + path.string() + ": " + std::strerror(errno));
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || (file.peek() != std::ifstream::traits_type::eof() && !(bytes << file.rdbuf()))) {
    storage_error("read", path);
  }
  return bytes.str();
}

void write_file(const fs::path& path, std::string_view bytes) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      storage_error("write", path);
    }
    bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
  if (::fsync(file.number()) != 0) {
    storage_error("sync", path);
  }
}

void sync_folder(const fs::path& folder) {
  sync_path(folder, O_RDONLY | O_DIRECTORY);
}

void sync_tree(const fs::path& folder) {
  with_files([&] {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      sync_path(entry.path(), entry.is_directory() ? O_RDONLY | O_DIRECTORY : O_RDONLY);
    }
  });
  sync_folder(folder);
}

void rename_path(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    storage_error("rename to", to);
  }
}

void make_folders(const fs::path& folder) {
  with_files([&] { fs::create_directories(folder); });
}

void remove_tree(const fs::path& folder) {
  with_files([&] { fs::remove_all(folder); });
}

std::uintmax_t bytes_below(const fs::path& folder) {
  return with_files([&] {
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      bytes += entry.is_regular_file() ? entry.file_size() : 0;
    }
    return bytes;
  });
}

}  // namespace verbale
