#include <gtest/gtest.h>

#include <filesystem>

#include "index/passage_document.h"
#include "search/sample_index.h"
#include "support/temporary_folder.h"
#include "verbale/query/parser.h"

namespace verbale {
namespace {

constexpr const char* server = "/usr/bin/xapian-progsrv";

// One shard behind a server and one of this machine answer as two of this machine.
class RemoteSearchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(server)) {
      GTEST_SKIP() << "SKIPPED: " << server << " is missing; install xapian-tools";
    }
    write("near", "The harbour stays open, they said of the harbour.");
    write("far", "A beacon and a harbour, a decisive harbour.");
  }

  void write(const std::string& name, const std::string& text) {
    Xapian::WritableDatabase shard(path(name), Xapian::DB_CREATE_OR_OVERWRITE);
    const testing::Written article{
        name, "", "", {{text, {{{"zoe-quill"}, "Zoë Quill", "", ""}}, {}, {}, "2031-03-04"}}};
    DocumentMaker maker(schema);
    for (const Xapian::Document& document : maker.make_documents(testing::analyzed(article))) {
      shard.add_document(document);
    }
    shard.commit();
  }

  std::string path(const std::string& name) const { return (folder.path() / name).string(); }

  Result<SearchAnswer, QueryError> ask(const std::string& query, Fetching fetching) {
    Xapian::Database both(path("near"));
    both.add_database(fetching == Fetching::AllAtOnce ? Xapian::Remote::open(server, path("far"))
                                                      : Xapian::Database(path("far")));
    IndexSearcher searcher(both, schema, fetching);
    const auto parsed = parse_query(query, schema, {.today = *Date::of_day(2031, 6, 15)});
    EXPECT_TRUE(parsed) << query;
    return searcher.search({.query = parsed->root, .facets = {{"speaker", 5}}});
  }

  TemporaryFolder folder;
  Schema schema = Schema::builtin();
};

TEST_F(RemoteSearchTest, AnswersAsLocalShardsDo) {
  for (const char* query : {"harbour", "harbour beacon", "\"decisive harbour\"", "harb*",
                            "beacon NEAR/5 harbour", "harbour -beacon", "speaker:Quill date:2031",
                            "becon", "speaker:Quil", "harbour OR beacon"}) {
    const auto local = ask(query, Fetching::EachByItself);
    const auto remote = ask(query, Fetching::AllAtOnce);

    ASSERT_TRUE(local && remote) << query;
    EXPECT_EQ(testing::ids(*remote), testing::ids(*local)) << query;
    EXPECT_EQ(remote->total, local->total) << query;
    EXPECT_EQ(testing::printed(remote->facets.front()), testing::printed(local->facets.front()));
    // Spelling is looked up in the words of the index itself, which servers show, too.
    EXPECT_EQ(remote->suggestion, local->suggestion) << query;
    EXPECT_EQ(remote->advice, local->advice) << query;
  }
  EXPECT_EQ(ask("becon", Fetching::AllAtOnce)->suggestion, "beacon");
}

// Pitfall 17: what a server does not know is an error, never another query.
TEST_F(RemoteSearchTest, ChainsWhosePlacesMustBeReadAreErrors) {
  const char* chain = "a ADJ/3 decisive ADJ/3 harbour";

  EXPECT_EQ(ask(chain, Fetching::EachByItself)->total, 1U);
  EXPECT_EQ(ask(chain, Fetching::AllAtOnce).error().message,
            "over remote shards ADJ joins two words");
}

}  // namespace
}  // namespace verbale
