#include "verbale/index/writer_lock.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

#include "support/temporary_folder.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

using namespace std::chrono_literals;

// Another process that holds the lock until it is killed.
class Holder {
 public:
  explicit Holder(const std::filesystem::path& root) {
    int ready[2];
    if (pipe(ready) != 0) {
      throw std::runtime_error("no pipe");
    }
    child_ = fork();
    if (child_ == 0) {
      const WriterLock lock(root, 0ms, "rebuild");
      if (write(ready[1], "x", 1) == 1) {
        pause();
      }
      _exit(0);
    }
    char byte = 0;
    close(ready[1]);
    told_ = read(ready[0], &byte, 1) == 1;
    close(ready[0]);
  }
  ~Holder() { end(); }

  void end() {
    if (child_ > 0) {
      kill(child_, SIGKILL);
      waitpid(child_, nullptr, 0);
      child_ = 0;
    }
  }
  bool holds() const { return told_; }
  pid_t process() const { return child_; }

 private:
  pid_t child_ = 0;
  bool told_ = false;
};

std::optional<IndexError> fault_of_locking(const std::filesystem::path& root,
                                           std::chrono::milliseconds patience) {
  try {
    const WriterLock lock(root, patience, "index");
  } catch (const IndexError& error) {
    return error;
  }
  return std::nullopt;
}

TEST(WriterLock, SecondProcessIsToldWhoHoldsIt) {
  const TemporaryFolder folder;
  const Holder holder(folder.path());
  ASSERT_TRUE(holder.holds());

  const auto fault = fault_of_locking(folder.path(), 0ms);

  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->fault(), IndexFault::Locked);
  const std::string message = fault->what();
  EXPECT_NE(message.find("`verbale rebuild`, process " + std::to_string(holder.process())),
            std::string::npos)
      << message;
  EXPECT_NE(message.find("--lock-timeout"), std::string::npos) << message;
}

TEST(WriterLock, WaitsAsLongAsItIsTold) {
  const TemporaryFolder folder;
  const Holder holder(folder.path());
  const auto started = std::chrono::steady_clock::now();

  EXPECT_TRUE(fault_of_locking(folder.path(), 200ms));

  EXPECT_GE(std::chrono::steady_clock::now() - started, 200ms);
}

TEST(WriterLock, IsFreeWhenItsHolderWasKilled) {
  const TemporaryFolder folder;
  Holder holder(folder.path());
  holder.end();

  EXPECT_FALSE(fault_of_locking(folder.path(), 0ms));
}

TEST(WriterLock, KeepsThreadsOfOneProcessApart) {
  const TemporaryFolder folder;
  std::optional<WriterLock> first(std::in_place, folder.path(), 0ms, "index");
  EXPECT_TRUE(fault_of_locking(folder.path(), 0ms));

  first.reset();

  EXPECT_FALSE(fault_of_locking(folder.path(), 0ms));
}

TEST(WriterLock, FolderThatCannotBeWrittenIsAStorageFault) {
  const auto fault = fault_of_locking("/proc/verbale", 0ms);

  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->fault(), IndexFault::Storage);
}

}  // namespace
}  // namespace verbale
