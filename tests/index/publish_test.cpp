#include "verbale/index/publish.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "index/lanes.h"
#include "index/layout.h"
#include "index/publication.h"
#include "index_under_test.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// Makes `root` hold a draft that is ready for publication_steps().
Publication ready_publication(const IndexUnderTest& index,
                              const std::vector<AnalyzedArticle>& articles) {
  const Generation live = current_generation(index.root());
  Publication publication{.root = index.root(),
                          .number = next_generation(index.root()),
                          .manifest = live.manifest,
                          .schema = &index.schema,
                          .sources = {}};
  const fs::path draft = layout::draft(index.root(), publication.number);
  fs::create_directories(draft);
  publication.sources = {{draft / "lane-0"}};
  ShardWriter writer(draft / "lane-0", index.schema, TermLists::Without);
  ArticlePreparer preparer(index.schema);
  for (const AnalyzedArticle& article : articles) {
    writer.put(preparer.prepare(article));
  }
  writer.commit();
  return publication;
}

TEST(Publish, StoppedAfterAnyStepLeavesTheOldOrTheNewGenerationWhole) {
  const auto before = some_articles(4);
  const auto after = some_articles(9);
  const std::string old_digest = undisturbed_digest(before);
  const std::string new_digest = undisturbed_digest(after);
  std::size_t steps = 1;
  for (std::size_t stop = 0; stop <= steps; ++stop) {
    IndexUnderTest index;
    index.rebuild(before);
    const Publication publication = ready_publication(index, after);
    const auto all = publication_steps(publication);
    steps = all.size();
    for (std::size_t i = 0; i < stop; ++i) {
      all[i].run();
    }
    SCOPED_TRACE("stopped after " + std::string(stop == 0 ? "nothing" : all[stop - 1].name));

    const bool renamed = stop >= steps - 1;
    EXPECT_EQ(index.digest(), renamed ? new_digest : old_digest);
    EXPECT_EQ(index.problems(), std::vector<std::string>{});

    index.rebuild(after);
    EXPECT_EQ(index.digest(), new_digest);
    EXPECT_TRUE(layout::drafts(index.root()).empty());
  }
}

TEST(Publish, ProcessKilledWhileItBuildsLeavesGarbageThatTheNextOneRemoves) {
  IndexUnderTest index;
  index.rebuild(some_articles(4));
  const pid_t child = fork();
  if (child == 0) {
    const WriterLock lock = index.lock();
    GenerationDraft draft(lock, index.schema, {});
    index.put_all(draft.writer(), some_articles(30));
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  ASSERT_EQ(layout::drafts(index.root()).size(), 1u);
  EXPECT_EQ(index.digest(), undisturbed_digest(some_articles(4)));

  index.rebuild(some_articles(5));

  EXPECT_TRUE(layout::drafts(index.root()).empty());
  EXPECT_EQ(index.stats().articles, 5u);
}

TEST(Publish, UnpublishedDraftIsGoneWithItsOwner) {
  IndexUnderTest index;
  index.rebuild(some_articles(4));
  {
    const WriterLock lock = index.lock();
    GenerationDraft draft(lock, index.schema, {});
    index.put_all(draft.writer(), some_articles(30));
  }

  EXPECT_TRUE(layout::drafts(index.root()).empty());
  EXPECT_EQ(index.stats().articles, 4u);
}

TEST(Publish, GenerationsAreKeptUpToANumberAndTheCurrentOneAlways) {
  IndexUnderTest index;
  for (std::size_t count = 1; count <= 4; ++count) {
    index.rebuild(some_articles(count));
  }
  const WriterLock lock = index.lock();

  EXPECT_EQ(remove_old_generations(lock, 3), 1u);
  EXPECT_EQ(layout::generation_numbers(index.root()), (std::vector<std::uint64_t>{2, 3, 4}));
  EXPECT_EQ(remove_old_generations(lock, 0), 2u);
  EXPECT_EQ(index.stats().articles, 4u);
}

TEST(Publish, GoingBackToAnOldGenerationIsOneFile) {
  IndexUnderTest index;
  index.rebuild(some_articles(1));
  index.rebuild(some_articles(2));
  std::ofstream(index.root() / "CURRENT") << "1\n";

  EXPECT_EQ(index.stats().articles, 1u);
  EXPECT_EQ(index.rebuild(some_articles(3)).number, 3u);
}

TEST(Publish, FilesOfOthersAmongTheGenerationsAreLeftAlone) {
  IndexUnderTest index;
  index.rebuild(some_articles(1));
  const fs::path other = index.root() / "generations" / "notes.building";
  fs::create_directories(other);

  index.rebuild(some_articles(2));

  EXPECT_TRUE(fs::exists(other));
}

class PartsTest : public testing::Test {
 protected:
  // The articles of part K/N, in an index of their own.
  void build(unsigned number, unsigned of) {
    std::vector<AnalyzedArticle> part;
    for (const AnalyzedArticle& article : articles) {
      if (shard_of(article.article.id, of) + 1 == number) {
        part.push_back(article);
      }
    }
    parts.push_back(std::make_unique<IndexUnderTest>());
    parts.back()->rebuild(part, {.part = {number, of}});
    names.push_back(parts.back()->root().string());
  }

  Generation join(std::size_t shards) const {
    const WriterLock lock = whole.lock();
    return publish_parts(lock, names, whole.schema, {.shards = shards});
  }

  std::string why_not(std::size_t shards = 1) const {
    try {
      join(shards);
    } catch (const IndexError& error) {
      return error.what();
    }
    return "joined";
  }

  const std::vector<AnalyzedArticle> articles = some_articles(40);
  IndexUnderTest whole;
  std::vector<std::unique_ptr<IndexUnderTest>> parts;
  std::vector<std::string> names;
};

TEST_F(PartsTest, FourPartsEqualOneWhole) {
  for (const unsigned number : {3u, 1u, 4u, 2u}) {
    build(number, 4);
  }
  for (const std::size_t shards : {std::size_t{1}, std::size_t{4}}) {
    const Generation joined = join(shards);

    EXPECT_EQ(joined.manifest.shards.size(), shards);
    EXPECT_EQ(joined.manifest.part, Part{});
    EXPECT_EQ(whole.digest(), undisturbed_digest(articles));
    EXPECT_EQ(whole.stats().articles, 40u);
    EXPECT_EQ(whole.problems(), std::vector<std::string>{});
  }
}

TEST_F(PartsTest, JoinedGenerationIsUpdatedInTheRightShards) {
  for (const unsigned number : {1u, 2u, 3u}) {
    build(number, 3);
  }
  join(3);

  const Tally tally = whole.update(articles);

  EXPECT_EQ(tally.unchanged, 40u);
}

TEST_F(PartsTest, MissingPartIsNamed) {
  build(1, 3);
  build(3, 3);
  EXPECT_NE(why_not().find("part 2/3 is missing"), std::string::npos) << why_not();
  EXPECT_FALSE(has_current_generation(whole.root()));
}

TEST_F(PartsTest, LastPartMissingIsNamed) {
  build(1, 2);
  EXPECT_NE(why_not().find("part 2/2 is missing"), std::string::npos) << why_not();
}

TEST_F(PartsTest, PartGivenTwiceIsNamed) {
  build(1, 2);
  build(2, 2);
  build(2, 2);
  EXPECT_NE(why_not().find("is part 2/2 once more"), std::string::npos) << why_not();
}

TEST_F(PartsTest, PartsOfDifferentWholesAreRefused) {
  build(1, 2);
  build(2, 3);
  EXPECT_NE(why_not().find("one of 3 parts"), std::string::npos) << why_not();
}

TEST_F(PartsTest, NumberOfShardsIsOneOrThatOfTheParts) {
  build(1, 2);
  build(2, 2);
  EXPECT_NE(why_not(3).find("1 or that of the parts"), std::string::npos) << why_not(3);
}

TEST_F(PartsTest, FolderThatIsNoPartIsTold) {
  names.push_back("/nowhere");
  EXPECT_NE(why_not().find("there is no index in /nowhere"), std::string::npos) << why_not();
}

}  // namespace
}  // namespace verbale
