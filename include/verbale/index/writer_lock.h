#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace verbale {

// The right to change an index: held by one process at a time, on one machine or over NFS. It is a
// lock on the file INDEX/lock, which the kernel gives back when the process ends, however it ends;
// the file itself stays and tells who holds the lock.
class WriterLock {
 public:
  // Makes the index's folder when it is missing. Waits up to `patience`, then throws IndexError
  // (Locked) which names the holder. `purpose` is told to others that wait: "index", "rebuild".
  WriterLock(const std::filesystem::path& root, std::chrono::milliseconds patience,
             const std::string& purpose);
  ~WriterLock();
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;

  const std::filesystem::path& root() const { return root_; }

 private:
  std::filesystem::path root_;
  int descriptor_ = -1;
};

}  // namespace verbale
