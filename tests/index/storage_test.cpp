#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <exception>
#include <filesystem>
#include <iostream>

#include "index/layout.h"
#include "index_under_test.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// Runs `work` in a process that cannot write a file beyond `bytes`, as on a full disk. Returns
// whether it threw IndexError (Storage).
template <class Work>
bool is_storage_fault_with_files_of(rlim_t bytes, Work work) {
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    try {
      work();
    } catch (const IndexError& error) {
      _exit(error.fault() == IndexFault::Storage ? 1 : 2);
    } catch (const std::exception& error) {
      std::cerr << "not an IndexError: " << error.what() << "\n";
      _exit(3);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

class FullDiskTest : public testing::Test {
 protected:
  void SetUp() override { index.rebuild(some_articles(100)); }
  void TearDown() override {
    EXPECT_EQ(index.digest(), undisturbed_digest(some_articles(100)));
    EXPECT_EQ(index.problems(), std::vector<std::string>{});
  }

  IndexUnderTest index;
};

TEST_F(FullDiskTest, RebuildFailsAndLeavesTheLiveGeneration) {
  for (const rlim_t bytes : {0u, 100u, 20'000u, 200'000u}) {
    EXPECT_TRUE(is_storage_fault_with_files_of(bytes, [&] { index.rebuild(some_articles(5000)); }))
        << bytes;
    EXPECT_EQ(current_generation(index.root()).number, 1u);
  }
}

TEST_F(FullDiskTest, UpdateFailsAndLeavesTheLastCommit) {
  EXPECT_TRUE(is_storage_fault_with_files_of(200'000, [&] { index.update(some_articles(5000)); }));
}

TEST_F(FullDiskTest, TablesOfTheSchemaThatCannotBeWrittenStopThePublishing) {
  EXPECT_TRUE(is_storage_fault_with_files_of(60'000, [&] { index.rebuild(some_articles(1)); }));
}

TEST(ReadOnlyIndex, IsReadAndNeverMended) {
  if (geteuid() == 0) {
    GTEST_SKIP() << "SKIPPED: root may write everywhere; run the tests as another user";
  }
  const IndexUnderTest index;
  index.rebuild(some_articles(3));
  const fs::path generations = index.root() / "generations";
  fs::permissions(index.root(), fs::perms::owner_read | fs::perms::owner_exec);
  fs::permissions(index.root() / "lock", fs::perms::owner_read);
  fs::permissions(generations, fs::perms::owner_read | fs::perms::owner_exec);

  EXPECT_EQ(index.stats().articles, 3u);
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
  EXPECT_THROW(index.update(some_articles(4)), IndexError);

  fs::permissions(index.root(), fs::perms::owner_all);
  fs::permissions(generations, fs::perms::owner_all);
}

}  // namespace
}  // namespace verbale
