#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "support/temporary_folder.h"
#include "verbale/schema/schema.h"
#include "verbale/text/folding.h"

namespace verbale {
namespace {

// The tables that the program is built with must load; what a user's row may not do, they may not.
TEST(BuiltinTables, AreAllWellFormed) {
  const auto schema = Schema::load(TemporaryFolder().path());

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

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

TEST(BuiltinTables, UseClosedVocabulariesForCues) {
  const Schema schema = Schema::builtin();

  for (const Cue& cue : schema.cues()) {
    EXPECT_TRUE(is_one_of(cue.language, {"en", "fr", "es", "de", "ru", "zh", "ar"})) << cue.lemma;
    EXPECT_TRUE(is_one_of(cue.kind, {"verb", "phrase", "noun", "preposition", "punctuation"}))
        << cue.lemma << ": " << cue.kind;
    EXPECT_TRUE(is_one_of(cue.reporting, {"strong", "medium", "weak"})) << cue.lemma;
    EXPECT_TRUE(is_one_of(
        cue.stance, {"neutral", "affirm", "deny", "threaten", "warn", "urge", "accuse", "criticise",
                     "praise", "promise", "ask", "concede", "hedge", "agree", "announce", "joke"}))
        << cue.lemma << ": " << cue.stance;
    for (const std::string& what : cue.takes) {
      EXPECT_TRUE(is_one_of(what, {"that", "object", "addressee", "infinitive", "quote", "as"}))
          << cue.lemma << ": " << what;
    }
    EXPECT_FALSE(cue.forms.empty()) << cue.lemma;
  }
}

TEST(BuiltinTables, UseClosedVocabulariesForTitlesAndBodies) {
  const Schema schema = Schema::builtin();

  for (const Title& title : schema.titles()) {
    EXPECT_TRUE(is_one_of(title.kind, {"office", "honorific", "rank", "spokesperson", "occupation",
                                       "person", "group"}))
        << title.id << ": " << title.kind;
    EXPECT_FALSE(title.forms.empty()) << title.id;
  }
  for (const Body& body : schema.bodies()) {
    EXPECT_TRUE(
        is_one_of(body.kind, {"alliance", "union", "organisation", "organ", "court", "bank",
                              "group", "party", "agency", "department", "ngo", "media", "company"}))
        << body.id << ": " << body.kind;
  }
}

TEST(BuiltinTables, HaveTheParentOfEachTopic) {
  const Schema schema = Schema::builtin();

  for (const TopicRow& topic : schema.topics()) {
    const std::size_t slash = topic.id.rfind('/');
    EXPECT_TRUE(slash == std::string::npos || schema.topic(topic.id.substr(0, slash)) != nullptr)
        << topic.id;
    EXPECT_FALSE(topic.rules.empty()) << topic.id;
  }
}

TEST(BuiltinTables, EndEachAbbreviationWithAPeriod) {
  const Schema schema = Schema::builtin();

  for (const Abbreviation& abbreviation : schema.abbreviations()) {
    EXPECT_TRUE(
        is_one_of(abbreviation.kind, {"title", "initialism", "may", "month", "unit", "latin"}))
        << abbreviation.form;
    EXPECT_NE(abbreviation.form.find('.'), std::string::npos) << abbreviation.form;
  }
}

TEST(BuiltinTables, HaveEachSynonymInOneRow) {
  std::map<std::string, std::string> row_of;
  const Schema schema = Schema::builtin();
  for (const Names& row : schema.synonyms()) {
    EXPECT_GE(row.size(), 2U) << row.front();
    for (const std::string& name : row) {
      const auto [known, added] = row_of.emplace(fold(name), row.front());
      EXPECT_TRUE(added || known->second == row.front()) << name << " is in two rows";
    }
  }
}

// A name that two people bear answers for neither, so that each is on purpose.
TEST(BuiltinTables, GiveEachFullNameToOnePerson) {
  const Schema schema = Schema::builtin();

  for (const Person& person : schema.people()) {
    for (const Entity& entity : schema.entities_named(person.name)) {
      EXPECT_TRUE(entity.kind != EntityKind::Person || entity.id == person.id)
          << person.name << " is also " << entity.id;
    }
    EXPECT_NE(person.gender, Gender::Unknown) << person.id;
    EXPECT_FALSE(person.offices.empty()) << person.id;
  }
}

struct HolderCase {
  const char* role;
  const char* of;
  const char* day;
  const char* holder;  // Empty when nobody should be named.
};

void PrintTo(const HolderCase& c, std::ostream* out) {
  *out << c.role << " of " << c.of << " on " << c.day;
}

constexpr HolderCase holder_cases[] = {
    {"foreign-minister", "CN", "2024-07-11", "wang-yi"},
    {"foreign-minister", "CN", "2023-03-01", "qin-gang"},
    {"foreign-minister", "RU", "2004-03-01", "igor-ivanov"},
    {"foreign-minister", "RU", "2004-03-09", ""},
    {"foreign-minister", "RU", "2004-03-10", "sergey-lavrov"},
    {"foreign-minister", "US", "1987-04-01", "george-shultz"},
    {"foreign-minister", "GB", "2001-06-07", "robin-cook"},
    {"secretary-general", "NATO", "2024-07-11", "jens-stoltenberg"},
    {"secretary-general", "UN", "1987-06-01", "javier-perez-de-cuellar"},
    {"chancellor", "DE", "1990-10-03", "helmut-kohl"},
    {"prime-minister", "JP", "2008-10-01", "taro-aso"},
    {"president", "US", "2021-01-19", "donald-trump"},
    {"president", "FR", "1900-01-01", ""},
};

class BuiltinHolders : public testing::TestWithParam<HolderCase> {};

TEST_P(BuiltinHolders, AreThoseOfTheDay) {
  const auto& [role, of, day, holder] = GetParam();
  const Schema schema = Schema::builtin();

  const Person* person = schema.holder(role, of, *parse_date(day));

  EXPECT_EQ(person == nullptr ? "" : person->id, holder);
}

INSTANTIATE_TEST_SUITE_P(Offices, BuiltinHolders, testing::ValuesIn(holder_cases));

}  // namespace
}  // namespace verbale
