#include "verbale/schema/schema.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/temporary_folder.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// A folder of tables that a user might write, of an invented affair.
class SchemaTest : public testing::Test {
 protected:
  void SetUp() override {
    write("countries.tsv",
          "id\tname\taliases\tdemonyms\tcapitals\n"
          "XA\tVelmark\t韦尔马克\tVelmarkian\tPort Elma\n"
          "XB\tTarrovia\t\tTarrovian\tSarn\n");
    write("bodies.tsv", "id\tname\taliases\navess\tAVESS Bloc\tthe bloc of nine\n");
    write("people.tsv",
          "id\tname\taliases\tgender\tcountry\toffices\tsurname\n"
          "ilse-maravenn\tIlse Maravenn\tМаравенн\tf\tXA\tforeign-minister@XA 2029-11..\tMaravenn\n"
          "kasimir-tovreny\tKasimir Tovreny\t\tm\tXB\t"
          "minister@XB 2027..2028|foreign-minister@XB 2029..2031-06-30\t\n"
          "bram-ostergell\tBram Ostergell\t\tm\tXA\tforeign-minister@XA 2025..2029-10\t\n");
  }

  void write(const std::string& file, const std::string& text) const {
    std::ofstream(folder() / file, std::ios::binary) << text;
  }

  Schema load() const {
    auto schema = Schema::load(folder());
    EXPECT_TRUE(schema) << to_string(schema.error());
    return *std::move(schema);
  }

  std::string ids_named(const Schema& schema, std::string_view name) const {
    std::string ids;
    for (const Entity& entity : schema.entities_named(name)) {
      ids += (ids.empty() ? "" : " ") + entity.id;
    }
    return ids;
  }

  std::string holder(const Schema& schema, std::string_view role, std::string_view of,
                     std::string_view day) const {
    const Person* person = schema.holder(role, of, *parse_date(day));
    return person == nullptr ? "" : person->id;
  }

  const fs::path& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

TEST_F(SchemaTest, FindsEntitiesByEveryName) {
  const Schema schema = load();

  EXPECT_EQ(ids_named(schema, "Ilse Maravenn"), "ilse-maravenn");
  EXPECT_EQ(ids_named(schema, "MARAVENN"), "ilse-maravenn");
  EXPECT_EQ(ids_named(schema, "маравенн"), "ilse-maravenn");
  EXPECT_EQ(ids_named(schema, "Tovreny"), "kasimir-tovreny") << "the surname is the last word";
  EXPECT_EQ(ids_named(schema, "velmarkian"), "XA");
  EXPECT_EQ(ids_named(schema, "Port Elma"), "XA");
  EXPECT_EQ(ids_named(schema, "韦尔马克"), "XA");
  EXPECT_EQ(ids_named(schema, "AVESS bloc"), "avess");
  EXPECT_EQ(ids_named(schema, "Maraven"), "");
  EXPECT_EQ(ids_named(schema, ""), "");
}

TEST_F(SchemaTest, KnowsWhoHeldAnOfficeOnADay) {
  const Schema schema = load();

  EXPECT_EQ(holder(schema, "foreign-minister", "XA", "2031-03-04"), "ilse-maravenn");
  EXPECT_EQ(holder(schema, "foreign-minister", "XA", "2029-10-31"), "bram-ostergell");
  EXPECT_EQ(holder(schema, "foreign-minister", "XA", "2024-12-31"), "");
  EXPECT_EQ(holder(schema, "foreign-minister", "XB", "2031-06-30"), "kasimir-tovreny");
  EXPECT_EQ(holder(schema, "foreign-minister", "XB", "2031-07-01"), "");
  EXPECT_EQ(holder(schema, "president", "XA", "2031-03-04"), "");
}

TEST_F(SchemaTest, NamesNobodyWhenAWideDateHadTwoHolders) {
  EXPECT_EQ(holder(load(), "foreign-minister", "XA", "2029"), "");
}

TEST_F(SchemaTest, ARowOfTheSameKeyReplacesTheBuiltInOne) {
  write("topics.tsv", "id\tlabel\trules\ntest/one\tOne\tfirst\n");
  EXPECT_EQ(load().label("topic", "test/one"), "One");

  write("countries.tsv", "id\tname\nXA\tNew Velmark\nXB\tTarrovia\n");
  EXPECT_EQ(load().label("country", "XA"), "New Velmark");
}

TEST_F(SchemaTest, SavedBuiltInTablesHaveTheDigestOfTheBuiltInOnes) {
  const fs::path saved = fs::path(testing::TempDir()) / "verbale_schema_builtin";
  Schema::builtin().save(saved);

  EXPECT_EQ(Schema::load(saved)->digest(), Schema::builtin().digest());
  EXPECT_EQ(Schema::restore(saved)->digest(), Schema::builtin().digest());
}

TEST_F(SchemaTest, IsTheSameAfterSavingAndRestoring) {
  const Schema schema = load();
  const TemporaryFolder saved;

  schema.save(saved.path());
  const auto restored = Schema::restore(saved.path());

  ASSERT_TRUE(restored);
  EXPECT_EQ(restored->digest(), schema.digest());
  EXPECT_EQ(restored->field_digest(), Schema::builtin().field_digest());
  EXPECT_NE(restored->digest(), Schema::builtin().digest());
  EXPECT_EQ(ids_named(*restored, "Tovreny"), "kasimir-tovreny");
}

TEST_F(SchemaTest, RefusesABadRowWithItsLine) {
  struct Bad {
    const char* file;
    const char* text;
    const char* message;
  };
  const Bad bad_rows[] = {
      {"people.tsv", "id\tname\tgender\na\tA\tx\n", "gender is \"x\", not f, m or empty"},
      {"people.tsv", "id\tname\toffices\na\tA\tking\n",
       "offices is \"king\", not role@COUNTRY from..until"},
      {"people.tsv", "id\tname\toffices\na\tA\tking@XA soon..\n",
       "\"soon\" is not a date; write a year, month or day: 2024, 2024-07 or 2024-07-11"},
      {"people.tsv", "id\tname\toffices\na\tA\tdragon@XA\n", "no title has the id \"dragon\""},
      {"people.tsv", "id\tname\toffices\na\tA\tminister@XQ\n",
       "no country or body has the id \"XQ\""},
  };
  for (const Bad& bad : bad_rows) {
    write(bad.file, bad.text);
    const auto schema = Schema::load(folder());
    ASSERT_FALSE(schema) << bad.text;
    EXPECT_EQ(schema.error().message, bad.message);
    EXPECT_TRUE(schema.error().where.ends_with("people.tsv:2")) << schema.error().where;
  }
}

TEST_F(SchemaTest, SaysThatAFolderIsMissing) {
  const auto schema = Schema::load("/nonexistent-tables");

  ASSERT_FALSE(schema);
  EXPECT_EQ(to_string(schema.error()),
            "/nonexistent-tables: no such folder; --schema takes a folder with tables such as "
            "people.tsv");
}

TEST_F(SchemaTest, LabelsAreForPeopleAndUnknownValuesLabelThemselves) {
  const Schema schema = load();

  EXPECT_EQ(schema.label("speaker", "ilse-maravenn"), "Ilse Maravenn");
  EXPECT_EQ(schema.label("speaker", "avess"), "AVESS Bloc");
  EXPECT_EQ(schema.label("about", "XB"), "Tarrovia");
  EXPECT_EQ(schema.label("role", "foreign-minister"), "foreign minister");
  EXPECT_EQ(schema.label("speaker", "nobody"), "nobody");
  EXPECT_EQ(schema.label("outlet", "Courier"), "Courier");
}

TEST_F(SchemaTest, RolesAreFoundByEveryForm) {
  const Schema schema = Schema::builtin();

  EXPECT_EQ(schema.role_named("Foreign Minister"), "foreign-minister");
  EXPECT_EQ(schema.role_named("foreign-minister"), "foreign-minister");
  EXPECT_EQ(schema.role_named("министр иностранных дел"), "foreign-minister");
  EXPECT_EQ(schema.role_named("dragon"), "");
}

}  // namespace
}  // namespace verbale
