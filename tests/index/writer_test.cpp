#include "verbale/index/writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "index/shards.h"
#include "index/terms.h"
#include "index_under_test.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

Xapian::doccount passages_of(const IndexUnderTest& index, const std::string& id) {
  const auto shards = open_shards(current_generation(index.root()), Missing::IsAnError);
  return shards.database.get_termfreq(article_term(ArticleId{id}));
}

Xapian::doccount passages_with_word(const IndexUnderTest& index, const std::string& word) {
  return open_shards(current_generation(index.root()), Missing::IsAnError)
      .database.get_termfreq(word);
}

TEST(IndexWriter, AddsArticlesWithTheirCounts) {
  const IndexUnderTest index;
  index.rebuild({});

  const Tally tally = index.update(some_articles(5));

  EXPECT_EQ(tally.added, 5u);
  EXPECT_EQ(tally.passages, 9u);
  EXPECT_EQ(index.stats().articles, 5u);
  EXPECT_EQ(index.stats().passages, 9u);
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
}

TEST(IndexWriter, SameArticlesAgainChangeNothing) {
  const IndexUnderTest index;
  index.rebuild(some_articles(20));
  const std::string before = index.digest();

  const Tally tally = index.update(some_articles(20));

  EXPECT_EQ(tally.unchanged, 20u);
  EXPECT_EQ(tally.added + tally.updated + tally.passages, 0u);
  EXPECT_EQ(index.digest(), before);
}

TEST(IndexWriter, ArticleThatShrankLeavesNoOrphans) {
  const IndexUnderTest index;
  index.rebuild({article_of("a", {"one gone", "two gone", "three gone"}), article_of("b", {"b"})});

  const Tally tally = index.update({article_of("a", {"kept"})});

  EXPECT_EQ(tally.updated, 1u);
  EXPECT_EQ(passages_of(index, "a"), 1u);
  EXPECT_EQ(passages_with_word(index, "gone"), 0u);
  EXPECT_EQ(index.stats().passages, 2u);
  EXPECT_EQ(index.digest(),
            undisturbed_digest({article_of("b", {"b"}), article_of("a", {"kept"})}));
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
}

TEST(IndexWriter, RemovedArticleLeavesNothing) {
  const IndexUnderTest index;
  index.rebuild({article_of("a", {"one", "two"}), article_of("b", {"b"})});

  EXPECT_TRUE(index.remove("a"));
  EXPECT_FALSE(index.remove("a"));

  EXPECT_EQ(passages_of(index, "a"), 0u);
  EXPECT_EQ(index.stats().articles, 1u);
  EXPECT_EQ(index.digest(), undisturbed_digest({article_of("b", {"b"})}));
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
}

TEST(IndexWriter, LaterOfTwoWithOneIdWins) {
  const IndexUnderTest index;
  index.rebuild({});

  const Tally tally = index.update(
      {article_of("a", {"first version"}), article_of("b", {"b"}), article_of("a", {"second"})});

  EXPECT_EQ(tally.added, 2u);
  EXPECT_EQ(tally.duplicates, 1u);
  EXPECT_EQ(passages_with_word(index, "version"), 0u);
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
}

TEST(IndexWriter, SourceThatHoldsAnIdTwiceChangesNothingTheSecondTime) {
  const std::vector<AnalyzedArticle> source = {article_of("a", {"first"}), article_of("b", {"b"}),
                                               article_of("a", {"second"})};
  const IndexUnderTest index;
  index.rebuild({});
  index.update(source);

  const Tally tally = index.update(source);

  EXPECT_EQ(tally.added + tally.updated + tally.passages, 0u);
  EXPECT_EQ(tally.unchanged, 2u);
  EXPECT_EQ(tally.duplicates, 1u);
}

TEST(IndexWriter, ArticleCanGoBackToAnEarlierText) {
  const IndexUnderTest index;
  index.rebuild({article_of("a", {"first"})});
  index.update({article_of("a", {"second"})});
  index.update({article_of("a", {"first"})});

  EXPECT_EQ(index.digest(), undisturbed_digest({article_of("a", {"first"})}));
}

TEST(IndexWriter, WithoutCommitAtTheEndNothingIsKept) {
  const IndexUnderTest index;
  index.rebuild(some_articles(1));
  const std::string before = index.digest();
  {
    const WriterLock lock = index.lock();
    IndexWriter writer(lock, current_generation(index.root()), CommitMode::AtTheEnd);
    index.put_all(writer, some_articles(50));
  }

  EXPECT_EQ(index.digest(), before);
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
}

TEST(IndexWriter, IdsBeyondTheLengthOfATermAreKeptApart) {
  const std::string long_id(300, 'x');
  const IndexUnderTest index;
  index.rebuild({article_of(long_id + "1", {"one"}), article_of(long_id + "2", {"two"})});

  EXPECT_EQ(index.stats().articles, 2u);
  EXPECT_TRUE(index.remove(long_id + "1"));
  EXPECT_EQ(passages_with_word(index, "two"), 1u);
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
}

TEST(IndexWriter, RefusesRemoteShards) {
  const IndexUnderTest index;
  Generation generation = index.rebuild(some_articles(1));
  generation.manifest.shards.push_back({ShardAccess::Tcp, "127.0.0.1:1", ""});
  const WriterLock lock = index.lock();

  EXPECT_THROW(IndexWriter(lock, generation, CommitMode::Often), IndexError);
}

// Any history of puts and removals ends in the digest of an index built of what is left.
TEST(IndexWriter, EveryHistoryEndsInTheDigestOfItsOutcome) {
  std::mt19937 random(11);
  const IndexUnderTest index;
  index.rebuild({}, {.shards = 2});
  std::map<std::string, AnalyzedArticle> kept;
  for (int round = 0; round < 12; ++round) {
    std::vector<AnalyzedArticle> puts;
    for (int i = 0; i < 8; ++i) {
      const std::string id = "a" + std::to_string(random() % 12);
      const std::vector<std::string> lines(random() % 4 + 1,
                                           "version " + std::to_string(random() % 3));
      puts.push_back(article_of(id, lines));
      kept[id] = puts.back();
    }
    index.update(puts);
    const std::string gone = "a" + std::to_string(random() % 12);
    EXPECT_EQ(index.remove(gone), kept.erase(gone) == 1);
  }
  std::vector<AnalyzedArticle> outcome;
  for (const auto& [id, article] : kept) {
    outcome.push_back(article);
  }

  EXPECT_EQ(index.problems(), std::vector<std::string>{});
  EXPECT_EQ(index.digest(), undisturbed_digest(outcome));
}

bool has_term_lists(const IndexUnderTest& index) {
  const Generation generation = current_generation(index.root());
  const bool has = std::filesystem::exists(generation.folder / "shard-0" / "termlist.glass");
  EXPECT_EQ(generation.manifest.term_lists, has);
  return has;
}

TEST(IndexWriter, AddsWithoutTermLists) {
  const IndexUnderTest index;
  index.rebuild(some_articles(3));

  index.update(some_articles(6));

  EXPECT_FALSE(has_term_lists(index));
  EXPECT_EQ(index.stats().generation, 1u);
  EXPECT_EQ(index.digest(), undisturbed_digest(some_articles(6)));
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
}

// The run goes on in the remade generation as if nothing had been.
TEST(IndexWriter, RemakesAGenerationWithoutTermListsOnce) {
  for (const CommitMode mode : {CommitMode::Often, CommitMode::AtTheEnd}) {
    for (const std::size_t shards : {1, 3}) {
      const IndexUnderTest index;
      index.rebuild(some_articles(9), {.shards = shards});
      std::vector<AnalyzedArticle> run = some_articles(12);  // Three are new.
      run.push_back(article_of("a5", {"another"}));
      run.push_back(article_of("a10", {"added and replaced in this run"}));
      run.push_back(article_of("a3", {"another", "and another"}));
      std::vector<std::uint64_t> told;
      Tally tally;
      {
        const WriterLock lock = index.lock();
        IndexWriter writer(lock, current_generation(index.root()), mode,
                           [&](std::uint64_t done, std::uint64_t) { told.push_back(done); });
        index.put_all(writer, run);
        EXPECT_EQ(index.stats().generation, mode == CommitMode::Often ? 2u : 1u);
        writer.commit();
        tally = writer.tally();
      }

      run[5] = run[12];
      run[10] = run[13];
      run[3] = run[14];
      run.resize(12);
      EXPECT_TRUE(has_term_lists(index));
      EXPECT_EQ(index.stats().generation, 2u);
      EXPECT_EQ(std::ranges::count(told, 0u), 1);
      EXPECT_EQ(index.digest(), undisturbed_digest(run));
      EXPECT_EQ(index.problems(), std::vector<std::string>{});
      EXPECT_EQ(tally.added, 3u);
      EXPECT_EQ(tally.updated, 2u);
      EXPECT_EQ(tally.duplicates, 1u);
      EXPECT_TRUE(index.remove("a5"));
      EXPECT_EQ(index.stats().generation, 2u);
    }
  }
}

TEST(IndexWriter, RemadeGenerationOfARunThatIsNotCommittedIsNotSeen) {
  const IndexUnderTest index;
  index.rebuild(some_articles(9));
  const std::string before = index.digest();
  {
    const WriterLock lock = index.lock();
    IndexWriter writer(lock, current_generation(index.root()), CommitMode::AtTheEnd);
    index.put_all(writer, {article_of("new", {"n"}), article_of("a1", {"another"})});
    EXPECT_TRUE(writer.remove(ArticleId{"a2"}));
  }

  EXPECT_EQ(index.stats().generation, 1u);
  EXPECT_EQ(index.digest(), before);
  EXPECT_FALSE(std::filesystem::exists(index.root() / "generations" / "000002.building"));
}

TEST(IndexWriter, RemovingWhatIsNotThereRemakesNothing) {
  const IndexUnderTest index;
  index.rebuild(some_articles(2));

  EXPECT_FALSE(index.remove("unknown"));

  EXPECT_FALSE(has_term_lists(index));
}

// Ten articles a run at most, so that what comes again lies in an older one.
TEST(IndexWriter, LaterOfTwoWithOneIdWinsAcrossTheRunsOfADraft) {
  auto articles = some_articles(60);
  articles.push_back(articles[1]);
  articles.push_back(article_of("a2", {"another version"}));
  articles.push_back(article_of("a59", {"a third one"}));
  const IndexUnderTest index;
  const WriterLock lock = index.lock();
  GenerationDraft draft(lock, index.schema, {.passages_per_run = 10});

  index.put_all(draft.writer(), articles);
  const Tally tally = draft.writer().tally();
  draft.publish();

  EXPECT_EQ(tally.added, 60u);
  EXPECT_EQ(tally.duplicates, 3u);
  EXPECT_EQ(passages_of(index, "a2"), 1u);
  EXPECT_EQ(passages_with_word(index, "third"), 1u);
  EXPECT_FALSE(has_term_lists(index));
  EXPECT_EQ(index.stats().articles, 60u);
  EXPECT_EQ(index.problems(), std::vector<std::string>{});
  articles.resize(60);
  articles[2] = article_of("a2", {"another version"});
  articles[59] = article_of("a59", {"a third one"});
  EXPECT_EQ(index.digest(), undisturbed_digest(articles));
}

TEST(IndexWriter, DigestDependsNeitherOnOrderNorOnShardsNorOnLanes) {
  auto articles = some_articles(60);
  const std::string expected = undisturbed_digest(articles);
  std::ranges::shuffle(articles, std::mt19937(3));

  for (const DraftOptions& shape :
       {DraftOptions{}, DraftOptions{.shards = 3}, DraftOptions{.shards = 1, .lanes_per_shard = 2},
        DraftOptions{.shards = 2, .lanes_per_shard = 2},
        DraftOptions{.shards = 1, .lanes_per_shard = 2, .passages_per_run = 9}}) {
    const IndexUnderTest index;
    index.rebuild(articles, shape);
    EXPECT_EQ(index.digest(), expected) << shape.shards << " " << shape.lanes_per_shard;
    EXPECT_EQ(index.stats().articles, 60u);
    EXPECT_EQ(index.problems(), std::vector<std::string>{});
  }
}

}  // namespace
}  // namespace verbale
