#include <gtest/gtest.h>

#include <set>

#include "verbale/schema/schema.h"

namespace verbale {
namespace {

// The tables that the program is built with must load; what a user's row may not do, they may not.
TEST(BuiltinTables, AreAllWellFormed) {
  const auto schema = Schema::load(testing::TempDir());

  ASSERT_TRUE(schema) << to_string(schema.error());
}

TEST(BuiltinTables, NameTheirCountriesAndBodiesTruly) {
  const Schema schema = Schema::builtin();

  for (const Body& body : schema.bodies()) {
    EXPECT_TRUE(body.parent.empty() || schema.body(body.parent) != nullptr ||
                schema.country(body.parent) != nullptr)
        << body.id << " has the unknown parent " << body.parent;
    EXPECT_TRUE(body.country.empty() || schema.country(body.country) != nullptr)
        << body.id << " is of the unknown country " << body.country;
  }
  for (const Person& person : schema.people()) {
    EXPECT_TRUE(person.country.empty() || schema.country(person.country) != nullptr)
        << person.id << " is of the unknown country " << person.country;
  }
}

TEST(BuiltinTables, GiveEachFieldItsOwnPrefixAndSlot) {
  const Schema schema = Schema::builtin();
  std::set<std::string> prefixes;
  std::set<unsigned> slots;

  for (const Field& field : schema.fields()) {
    EXPECT_TRUE(field.prefix.empty() || prefixes.insert(field.prefix).second) << field.id;
    EXPECT_TRUE(!field.slot || slots.insert(*field.slot).second) << field.id;
    EXPECT_FALSE(field.holds.empty()) << field.id;
  }
}

}  // namespace
}  // namespace verbale
