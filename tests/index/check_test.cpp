#include "verbale/index/check.h"

#include <gtest/gtest.h>

#include <fstream>

#include "index/shards.h"
#include "index/terms.h"
#include "index_under_test.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

fs::path shard_of_current(const IndexUnderTest& index) {
  return current_generation(index.root()).folder / "shard-0";
}

Xapian::WritableDatabase open_shard_to_damage(const IndexUnderTest& index) {
  return Xapian::WritableDatabase(shard_of_current(index).string(), Xapian::DB_OPEN);
}

// The problems as one text.
std::string told(const IndexUnderTest& index, CheckDepth depth = CheckDepth::Content) {
  std::string all;
  for (const std::string& problem : check(current_generation(index.root()), depth)) {
    all += problem + "\n";
  }
  return all;
}

class CheckTest : public testing::Test {
 protected:
  void SetUp() override {
    index.rebuild(some_articles(300), {.term_lists = true});
    ASSERT_EQ(told(index), "");
  }
  IndexUnderTest index;
};

TEST_F(CheckTest, SeesEveryTableThatIsOverwritten) {
  for (const char* table :
       {"postlist.glass", "position.glass", "docdata.glass", "termlist.glass"}) {
    SCOPED_TRACE(table);
    index.rebuild(some_articles(300), {.term_lists = true});
    std::fstream file(shard_of_current(index) / table, std::ios::in | std::ios::out);
    file.seekp(8192);
    file << std::string(64, '\x55');
    file.close();

    EXPECT_NE(told(index), "");
  }
}

TEST_F(CheckTest, SeesEveryTableOfAShardWithoutTermLists) {
  for (const char* table : {"postlist.glass", "position.glass", "docdata.glass"}) {
    SCOPED_TRACE(table);
    index.rebuild(some_articles(300));
    ASSERT_FALSE(fs::exists(shard_of_current(index) / "termlist.glass"));
    ASSERT_EQ(told(index), "");
    std::fstream file(shard_of_current(index) / table, std::ios::in | std::ios::out);
    file.seekp(8192);
    file << std::string(64, '\x55');
    file.close();

    EXPECT_NE(told(index), "");
  }
}

TEST_F(CheckTest, SeesATableThatIsCutShortOrMissing) {
  fs::resize_file(shard_of_current(index) / "postlist.glass", 8192);
  EXPECT_NE(told(index), "");

  fs::remove(shard_of_current(index) / "postlist.glass");
  EXPECT_NE(told(index), "");
}

TEST_F(CheckTest, SeesAMissingShard) {
  fs::remove_all(shard_of_current(index));

  EXPECT_NE(told(index).find("shard-0"), std::string::npos);
}

TEST_F(CheckTest, SeesAPassageThatIsGone) {
  auto shard = open_shard_to_damage(index);
  shard.delete_document(7);
  shard.commit();

  EXPECT_NE(told(index, CheckDepth::Structure).find("passages of 600, and has 599"),
            std::string::npos)
      << told(index);
}

TEST_F(CheckTest, SeesAPassageThatWasChangedByItsDigest) {
  auto shard = open_shard_to_damage(index);
  auto document = shard.get_document(7);
  document.set_data(document.get_data() + "!");
  shard.replace_document(7, document);
  shard.commit();

  EXPECT_EQ(told(index, CheckDepth::Structure), "");
  EXPECT_NE(told(index).find("digest"), std::string::npos) << told(index);
}

TEST_F(CheckTest, SeesEditedSchemaTables) {
  const fs::path topics = current_generation(index.root()).schema_folder() / "topics.tsv";
  std::ofstream(topics) << "id\tlabel\trules\nweather\tWeather\train\n";

  EXPECT_NE(told(index), "");
}

TEST_F(CheckTest, StatsOfAShardWithoutCountsIsAnError) {
  auto shard = open_shard_to_damage(index);
  shard.set_metadata(metadata_key::state, "");
  shard.commit();

  EXPECT_THROW(index.stats(), IndexError);
  EXPECT_NE(told(index), "");
}

}  // namespace
}  // namespace verbale
