#include "verbale/index/generation.h"

#include <gtest/gtest.h>

#include <fstream>
#include <ostream>

#include "index_under_test.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

void write(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file) << text;
}

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void replace_in(const std::filesystem::path& file, const std::string& old,
                const std::string& with) {
  std::string text = read(file);
  const std::size_t place = text.find(old);
  ASSERT_NE(place, std::string::npos) << text;
  write(file, text.replace(place, old.size(), with));
}

// The fault and message of what `work` throws.
template <class Work>
std::pair<IndexFault, std::string> fault_of(Work work) {
  try {
    work();
  } catch (const IndexError& error) {
    return {error.fault(), error.what()};
  }
  ADD_FAILURE() << "nothing was thrown";
  return {};
}

TEST(Manifest, IsReadAsItIsWritten) {
  const Manifest manifest{.format = index_format,
                          .analyzer = 3,
                          .fields = "f00d",
                          .schema = "beef",
                          .part = {2, 4},
                          .shards = {{ShardAccess::Local, "shard-0", ""},
                                     {ShardAccess::Tcp, "127.0.0.1:7700", "abcd"},
                                     {ShardAccess::Program, "ssh far xapian-progsrv /x", "ef"}}};

  const auto read_back = parse_manifest(to_string(manifest));

  ASSERT_TRUE(read_back) << to_string(read_back.error());
  EXPECT_EQ(*read_back, manifest);
}

struct BadManifest {
  const char* name;
  const char* text;
  const char* where;
};

void PrintTo(const BadManifest& bad, std::ostream* out) {
  *out << bad.text;
}

constexpr BadManifest bad_manifests[] = {
    {"AnotherTitle", "something else\n", "line 1"},
    {"UnknownKey", "verbale index\nformat 2\ncolour red\n", "line 3"},
    {"NotANumber", "verbale index\nformat one\n", "line 2"},
    {"PartBeyondItsWhole", "verbale index\nformat 2\npart 5/4\n", "line 3"},
    {"CutShort", "verbale index\nformat 2\nanalyzer 1", "line 3"},
    {"UnknownAccess", "verbale index\nformat 2\nshard smoke - signals\n", "line 3"},
    {"Empty", "", ""},
};

class BadManifestTest : public testing::TestWithParam<BadManifest> {};

TEST_P(BadManifestTest, IsAnErrorAtItsLine) {
  const auto manifest = parse_manifest(GetParam().text);

  ASSERT_FALSE(manifest);
  EXPECT_EQ(manifest.error().where, GetParam().where);
}

INSTANTIATE_TEST_SUITE_P(Manifests, BadManifestTest, testing::ValuesIn(bad_manifests),
                         [](const auto& test) { return test.param.name; });

TEST(Manifest, OfALaterFormatTellsItsFormat) {
  const auto manifest = parse_manifest("verbale index\nformat 99\ncolour red\n");

  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->format, 99);
}

TEST(Generation, MissingIndexTellsHowToMakeOne) {
  const IndexUnderTest index;

  const auto [fault, message] = fault_of([&] { current_generation(index.root()); });

  EXPECT_EQ(fault, IndexFault::Missing);
  EXPECT_NE(message.find("verbale index --index"), std::string::npos) << message;
}

struct Incompatibility {
  const char* name;
  const char* line;
  const char* other_line;
  const char* told;
};

void PrintTo(const Incompatibility& c, std::ostream* out) {
  *out << c.other_line;
}

constexpr Incompatibility incompatibilities[] = {
    {"Format", "format 2", "format 99", "another index format (99, not 2)"},
    {"Analyzer", "analyzer ", "analyzer 77", "another text analyzer (77"},
    {"Fields", "fields ", "fields 0", "another table of fields"},
};

class IncompatibilityTest : public testing::TestWithParam<Incompatibility> {};

TEST_P(IncompatibilityTest, IsRefusedWithTheCommandThatMendsIt) {
  const IndexUnderTest index;
  const Generation made = index.rebuild(some_articles(1));
  replace_in(made.folder / "manifest", GetParam().line, GetParam().other_line);

  const auto [fault, message] =
      fault_of([&] { require_compatible(current_generation(index.root()), index.schema); });

  EXPECT_EQ(fault, IndexFault::Incompatible);
  EXPECT_NE(message.find(GetParam().told), std::string::npos) << message;
  EXPECT_NE(message.find("verbale rebuild --index " + index.root().string()), std::string::npos)
      << message;
}

INSTANTIATE_TEST_SUITE_P(Lines, IncompatibilityTest, testing::ValuesIn(incompatibilities),
                         [](const auto& test) { return test.param.name; });

TEST(Generation, EditedGazetteerIsAWarningOnly) {
  const IndexUnderTest index;
  const Generation made = index.rebuild(some_articles(1));
  EXPECT_FALSE(edited_schema_warning(made, index.schema));
  replace_in(made.folder / "manifest", "schema ", "schema 0");

  const Generation edited = current_generation(index.root());

  EXPECT_NO_THROW(require_compatible(edited, index.schema));
  EXPECT_TRUE(edited_schema_warning(edited, index.schema));
}

TEST(Generation, DamagedCurrentOrManifestIsTold) {
  const IndexUnderTest index;
  const Generation made = index.rebuild(some_articles(1));

  write(index.root() / "CURRENT", "seven\n");
  EXPECT_EQ(fault_of([&] { current_generation(index.root()); }).first, IndexFault::Damaged);

  write(index.root() / "CURRENT", "1\n");
  write(made.folder / "manifest", "verbale index\nformat 2\nshar");
  EXPECT_EQ(fault_of([&] { current_generation(index.root()); }).first, IndexFault::Damaged);

  write(made.folder / "manifest", "verbale index\nformat 2\n");
  EXPECT_EQ(fault_of([&] { current_generation(index.root()); }).first, IndexFault::Damaged);

  std::filesystem::remove(made.folder / "manifest");
  EXPECT_EQ(fault_of([&] { current_generation(index.root()); }).first, IndexFault::Damaged);
}

TEST(ShardOf, SpreadsEvenlyAndNeverMoves) {
  std::vector<std::size_t> counts(7);
  for (int i = 0; i < 7000; ++i) {
    ++counts[shard_of(ArticleId{"article-" + std::to_string(i)}, counts.size())];
  }

  for (const std::size_t count : counts) {
    EXPECT_GT(count, 850u);
    EXPECT_LT(count, 1150u);
  }
  EXPECT_EQ(shard_of(ArticleId{"http://example.org/1"}, 1000), 64u);
  EXPECT_EQ(shard_of(ArticleId{""}, 1000), 718u);
}

}  // namespace
}  // namespace verbale
