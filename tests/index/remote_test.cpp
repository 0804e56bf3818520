#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "index/shards.h"
#include "index_under_test.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

constexpr const char* server = "/usr/bin/xapian-progsrv";
constexpr const char* tcp_server = "/usr/bin/xapian-tcpsrv";

// A collection in two parts: the first behind a server, the second on this machine.
class RemoteTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(server)) {
      GTEST_SKIP() << "SKIPPED: " << server << " is missing; install xapian-tools to test remote "
                   << "shards";
    }
    far.rebuild(part(1), {.part = {1, 2}, .term_lists = true});
    near.rebuild(part(2), {.part = {2, 2}});
  }

  std::vector<AnalyzedArticle> part(unsigned number) const {
    std::vector<AnalyzedArticle> chosen;
    for (const AnalyzedArticle& article : articles) {
      if (shard_of(article.article.id, 2) + 1 == number) {
        chosen.push_back(article);
      }
    }
    return chosen;
  }

  std::string served() const {
    return std::string("prog:") + server + " " +
           (current_generation(far.root()).folder / "shard-0").string();
  }

  Generation join(const std::string& first) const {
    const WriterLock lock = whole.lock();
    return publish_parts(lock, {first, near.root().string()}, whole.schema, {});
  }

  IndexFault fault_of_opening() const {
    try {
      open_shards(current_generation(whole.root()), Missing::IsAnError);
    } catch (const IndexError& error) {
      message = error.what();
      return error.fault();
    }
    ADD_FAILURE() << "the shards were opened";
    return {};
  }

  const std::vector<AnalyzedArticle> articles = some_articles(30);
  IndexUnderTest far, near, whole;
  mutable std::string message;
};

TEST_F(RemoteTest, ShardsFarAndNearAreOneIndex) {
  const Generation generation = join(served());

  EXPECT_TRUE(generation.has_remote_shards());
  EXPECT_EQ(whole.stats().articles, 30u);
  EXPECT_EQ(whole.digest(), undisturbed_digest(articles));
  EXPECT_EQ(whole.problems(), std::vector<std::string>{});
  const auto opened = open_shards(generation, Missing::IsAnError);
  EXPECT_EQ(opened.database.get_doccount(), whole.stats().passages);
}

TEST_F(RemoteTest, ShardThatItsServerCannotShowIsRefused) {
  far.rebuild(part(1), {.part = {1, 2}});
  try {
    join(served());
    ADD_FAILURE() << "it was published";
  } catch (const IndexError& error) {
    EXPECT_EQ(error.fault(), IndexFault::Incompatible);
    EXPECT_NE(std::string(error.what()).find("rebuild --updatable"), std::string::npos);
  }
}

TEST_F(RemoteTest, ShardOfAnotherGenerationIsNamed) {
  join(served());
  const Generation served_now = current_generation(far.root());
  far.update({article_of("a0", {"edited since"})});
  ASSERT_EQ(current_generation(far.root()).number, served_now.number);

  EXPECT_EQ(fault_of_opening(), IndexFault::Unreachable);
  EXPECT_NE(message.find("serves another generation"), std::string::npos) << message;
  EXPECT_NE(message.find(served_now.folder.string()), std::string::npos) << message;
}

TEST_F(RemoteTest, ShardThatIsDownIsNamedOrReported) {
  join(served());
  fs::remove_all(current_generation(far.root()).folder);

  EXPECT_EQ(fault_of_opening(), IndexFault::Unreachable);
  EXPECT_NE(message.find("xapian-progsrv"), std::string::npos) << message;

  const auto opened = open_shards(current_generation(whole.root()), Missing::IsReported);
  ASSERT_EQ(opened.unreached.size(), 1u);
  EXPECT_EQ(opened.database.get_doccount(), near.stats().passages);
  EXPECT_EQ(whole.problems().size(), 1u);
}

// A xapian-tcpsrv on the loopback interface, gone with its owner.
class TcpServer {
 public:
  explicit TcpServer(const fs::path& shard) : port_(20000 + getpid() % 20000) {
    child_ = fork();
    if (child_ == 0) {
      setpgid(0, 0);  // At its end the server signals its whole process group.
      execl(tcp_server, tcp_server, "--quiet", "--interface", "127.0.0.1", "--port",
            std::to_string(port_).c_str(), shard.c_str(), nullptr);
      _exit(127);
    }
  }
  ~TcpServer() {
    if (child_ > 0) {
      kill(child_, SIGKILL);
      waitpid(child_, nullptr, 0);
    }
  }

  std::string address() const { return "tcp:127.0.0.1:" + std::to_string(port_); }

  bool answers() const {
    const ShardPlace place{ShardAccess::Tcp, address().substr(4), ""};
    for (int attempt = 0; attempt < 100; ++attempt) {
      try {
        return connect(place).get_doccount() > 0;
      } catch (const IndexError&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
      }
    }
    return false;
  }

 private:
  int port_;
  pid_t child_;
};

TEST_F(RemoteTest, ShardBehindATcpServerIsPartOfTheIndexUntilItIsDown) {
  {
    const TcpServer running(current_generation(far.root()).folder / "shard-0");
    ASSERT_TRUE(running.answers());
    join(running.address());
    EXPECT_EQ(whole.digest(), undisturbed_digest(articles));
  }

  EXPECT_EQ(fault_of_opening(), IndexFault::Unreachable);
  EXPECT_NE(message.find("127.0.0.1:"), std::string::npos) << message;
}

TEST_F(RemoteTest, ServerThatDoesNotAnswerIsUnreachable) {
  try {
    join("tcp:127.0.0.1:1");
    ADD_FAILURE() << "it was published";
  } catch (const IndexError& error) {
    EXPECT_EQ(error.fault(), IndexFault::Unreachable);
    EXPECT_NE(std::string(error.what()).find("127.0.0.1:1"), std::string::npos) << error.what();
  }
  EXPECT_FALSE(has_current_generation(whole.root()));
}

TEST_F(RemoteTest, AddressesThatAreNoneAreRefused) {
  for (const char* address :
       {"tcp:", "tcp:host", "tcp:host:", "tcp:host:port", "tcp:host:99999999", "prog:"}) {
    EXPECT_THROW(join(address), IndexError) << address;
  }
}

}  // namespace
}  // namespace verbale
