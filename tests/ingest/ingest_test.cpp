#include "verbale/ingest/ingest.h"

#include <gtest/gtest.h>

#include <atomic>
#include <sstream>

#include "support/temporary_folder.h"
#include "verbale/base/error.h"
#include "verbale/index/check.h"
#include "verbale/index/publish.h"

namespace verbale {
namespace {

std::string record(const std::string& id, const std::string& text) {
  return R"({"id": ")" + id + R"(", "text": ")" + text + "\"}\n";
}

// Records "a0" and on, some of them refused, some coming twice.
std::string some_records(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string id = "a" + std::to_string(i);
    lines += record(id, R"(\"We shall see,\" said Ana Torvik of day )" + std::to_string(i) +
                            R"(.\n\nThe envoy left province )" + std::to_string(i % 7) + ".");
    if (i % 50 == 7) {
      lines += R"({"id": "bad)" + std::to_string(i) + "\"}\n";
    }
    if (i % 40 == 39) {
      lines += record("a" + std::to_string(i - 30), "A correction.");
    }
  }
  return lines;
}

class IngestTest : public testing::Test {
 protected:
  struct Outcome {
    IngestReport report;
    Tally tally;
    std::vector<std::string> refused;  // Where.
    std::string digest;
  };

  static IngestOptions options(unsigned jobs) {
    IngestOptions how;
    how.jobs = jobs;
    how.read.format = SourceFormat::JsonLines;
    return how;
  }

  // Builds a new index of these records.
  Outcome build(const std::string& records, const IngestOptions& how,
                const DraftOptions& shape = {}) const {
    const TemporaryFolder folder;
    const WriterLock lock(folder.path(), std::chrono::milliseconds(0), "test");
    GenerationDraft draft(lock, schema, shape);
    Outcome outcome = run(records, how, draft.writer(), never);
    outcome.digest = stats(draft.publish()).digest;
    return outcome;
  }

  Outcome run(const std::string& records, const IngestOptions& how, IndexWriter& writer,
              const std::function<bool()>& stop) const {
    std::istringstream input(records);
    RecordReader reader({"-"}, how.read, input);
    Outcome outcome;
    IngestEvents events;
    events.refused = [&](const Refusal& refusal) { outcome.refused.push_back(refusal.where); };
    events.stop = stop;
    outcome.report = Ingest(schema, how).run(reader, writer, events);
    outcome.tally = writer.tally();
    return outcome;
  }

  static bool never() { return false; }

  const Schema schema = Schema::builtin();
};

std::vector<std::string> places(const std::vector<Duplicate>& duplicates) {
  std::vector<std::string> places;
  for (const Duplicate& duplicate : duplicates) {
    places.push_back(duplicate.where + " " + duplicate.id.value);
  }
  return places;
}

TEST_F(IngestTest, OutcomeDependsNeitherOnJobsNorOnLanes) {
  const std::string records = some_records(600);
  const Outcome expected = build(records, options(1));
  EXPECT_EQ(expected.report.articles, 615u);
  EXPECT_EQ(expected.refused.size(), 12u);
  EXPECT_EQ(expected.report.duplicates.size(), 10u);

  for (const unsigned jobs : {1u, 2u, 5u}) {
    for (const std::size_t lanes : {1u, 3u}) {
      SCOPED_TRACE(std::to_string(jobs) + " jobs, " + std::to_string(lanes) + " lanes");
      const Outcome outcome = build(records, options(jobs), {.lanes_per_shard = lanes});

      EXPECT_EQ(outcome.digest, expected.digest);
      EXPECT_EQ(outcome.refused, expected.refused);
      EXPECT_EQ(outcome.report.articles, expected.report.articles);
      EXPECT_EQ(outcome.report.refused, expected.report.refused);
      EXPECT_EQ(outcome.tally.added, expected.tally.added);
      EXPECT_EQ(outcome.tally.duplicates, expected.tally.duplicates);
      EXPECT_EQ(places(outcome.report.duplicates), places(expected.report.duplicates));
    }
  }
}

TEST_F(IngestTest, PartsShareTheArticlesOut) {
  const std::string records = some_records(200);
  std::uint64_t articles = 0;
  for (unsigned number = 1; number <= 3; ++number) {
    IngestOptions how = options(2);
    how.part = {number, 3};
    const Outcome part = build(records, how, {.part = how.part});
    EXPECT_EQ(part.report.articles + part.report.other_parts, 205u);
    EXPECT_GT(part.report.articles, 40u);
    articles += part.report.articles;
  }

  EXPECT_EQ(articles, 205u);
}

TEST_F(IngestTest, StrictRunEndsAtTheFirstRefusal) {
  IngestOptions how = options(3);
  how.strict = true;

  const Outcome outcome = build(some_records(2000), how);

  EXPECT_GE(outcome.report.refused, 1u);
  EXPECT_EQ(outcome.refused.front(), "-:9");
  EXPECT_LT(outcome.report.articles, 500u);
}

TEST_F(IngestTest, TheSameTextUnderAnotherIdIsReportedAndKept) {
  std::string records;
  for (int i = 0; i < 300; ++i) {
    records +=
        record("a" + std::to_string(i), "The envoy left province " + std::to_string(i % 290) + ".");
  }
  records += record("a5", "The envoy left province 5.") + record("z", "THE ENVOY left, province 7");
  for (const unsigned jobs : {1u, 3u}) {
    const Outcome outcome = build(records, options(jobs));

    EXPECT_EQ(outcome.report.articles, 302u);
    EXPECT_EQ(outcome.report.same_texts, 11u);
    ASSERT_EQ(outcome.report.same.size(), 10u);
    EXPECT_EQ(outcome.report.same.front().where, "-:291");
    EXPECT_EQ(outcome.report.same.front().id.value, "a290");
    EXPECT_EQ(outcome.report.same.front().before.value, "a0");
  }
}

TEST_F(IngestTest, TextWithoutWordsIsRefused) {
  const Outcome outcome = build(record("a", "Yes.") + record("b", " \\n "), options(1));

  EXPECT_EQ(outcome.report.articles, 1u);
  EXPECT_EQ(outcome.refused, std::vector<std::string>{"-:2"});
}

// The first replacement of a run makes a generation without term lists anew: the current one may
// change while a writer writes.
TEST_F(IngestTest, StoppedRunIsResumedToTheSameIndex) {
  const std::string records = some_records(600);
  const std::string expected = build(records, options(1)).digest;
  for (const unsigned jobs : {1u, 2u, 4u}) {
    const TemporaryFolder folder;
    const WriterLock lock(folder.path(), std::chrono::milliseconds(0), "test");
    GenerationDraft(lock, schema, {}).publish();
    const auto generation = [&folder] { return current_generation(folder.path()); };
    std::atomic<int> batches = 0;
    {
      IndexWriter writer(lock, generation(), CommitMode::Often);
      const Outcome stopped = run(records, options(jobs), writer, [&] { return ++batches > 5; });
      writer.commit();
      EXPECT_TRUE(stopped.report.interrupted);
      EXPECT_GT(stopped.report.articles, 100u);
      EXPECT_LT(stopped.report.articles, 400u);
    }
    EXPECT_EQ(check(generation(), CheckDepth::Content), std::vector<std::string>{});

    IndexWriter writer(lock, generation(), CommitMode::Often);
    const Outcome resumed = run(records, options(jobs), writer, never);
    writer.commit();

    EXPECT_GT(resumed.tally.unchanged, 80u);
    EXPECT_EQ(stats(generation()).digest, expected);
  }
}

TEST_F(IngestTest, ProgressCountsEverything) {
  std::istringstream input(some_records(100));
  const IngestOptions how = options(2);
  const TemporaryFolder folder;
  const WriterLock lock(folder.path(), std::chrono::milliseconds(0), "test");
  GenerationDraft draft(lock, schema, {});
  RecordReader reader({"-"}, how.read, input);
  IngestProgress last;
  IngestEvents events;
  events.progress = [&](const IngestProgress& progress) {
    EXPECT_GE(progress.articles, last.articles);
    last = progress;
  };

  const IngestReport report = Ingest(schema, how).run(reader, draft.writer(), events);

  EXPECT_EQ(last.articles, report.articles);
  EXPECT_EQ(last.refused, report.refused);
}

}  // namespace
}  // namespace verbale
