#include "attribution/entities.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "attribution/reading.h"

namespace verbale::attribution {
namespace {

using testing_support::Reading;

// "Full Name: mention, mention; ..." in the order of the first mentions.
std::string who(const char* text) {
  const Reading reading(text);
  const Entities found =
      find_entities(reading.document, testing_support::lexicon(), testing_support::schema());
  std::string shown;
  for (std::uint32_t i = 0; i < found.all.size(); ++i) {
    std::string mentions;
    for (const NameMention& mention : found.mentions) {
      if (mention.entity == i) {
        mentions += mentions.empty() ? ": " : ", ";
        mentions += reading.document.range(mention.titled, mention.last).in(reading.text);
      }
    }
    if (!mentions.empty()) {
      shown += shown.empty() ? "" : "; ";
      shown += std::string(found.all[i].name.in(reading.text)) + mentions;
    }
  }
  return shown;
}

struct EntityCase {
  const char* name;
  const char* text;
  const char* who;
};

void PrintTo(const EntityCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr EntityCase entity_cases[] = {
    {"FullNameAndSurname", "We saw Ann Wong. Then Wong left.", "Ann Wong: Ann Wong, Wong"},
    {"SurnameBeforeTheFullName", "We saw Wong. Then Ann Wong left.", "Ann Wong: Wong, Ann Wong"},
    {"GivenName", "We saw Ann Wong. Then Ann left.", "Ann Wong: Ann Wong, Ann"},
    {"TitleBeforeTheName", "We saw Sen. Ann Wong.", "Ann Wong: Sen. Ann Wong"},
    {"HonorificTellsTwoApart", "We saw Bob Wong and Mary Wong. Then Mr. Wong left.",
     "Bob Wong: Bob Wong, Mr. Wong; Mary Wong: Mary Wong"},
    {"LastFullNameOfASurname", "We saw Bob Wong. We saw Mary Wong. Then Wong left.",
     "Bob Wong: Bob Wong; Mary Wong: Mary Wong, Wong"},
    {"NameInQuotationDoesNotDecide",
     "We saw Bob Wong, not “Mary Wong”. We saw Bob Wong. Wong left.",
     "Bob Wong: Bob Wong, Bob Wong, Wong; Mary Wong: Mary Wong"},
    {"BodyByItsNoun", "We saw the Tarn Commission.", "Tarn Commission: Tarn Commission"},
    {"CompanyByItsFirstWord", "We saw Butler Mills Inc close. Then Butler sold it.",
     "Butler Mills Inc: Butler Mills Inc, Butler"},
    {"WeekdaysAreNoNames", "We saw it on Monday in May.", ""},
    {"TitlesAreNoNames", "We saw the Foreign Minister.", ""},
    {"Particle", "We saw Pieter van Ode. Then van Ode left.",
     "Pieter van Ode: Pieter van Ode, Ode"},
    {"Suffix", "We saw Bob Ode Jr. at the hall. Then Ode left.", "Bob Ode Jr.: Bob Ode Jr., Ode"},
    {"Nothing", "", ""},
};

class EntitiesTest : public testing::TestWithParam<EntityCase> {};

TEST_P(EntitiesTest, AreToldApart) {
  EXPECT_EQ(who(GetParam().text), GetParam().who);
}

INSTANTIATE_TEST_SUITE_P(Names, EntitiesTest, testing::ValuesIn(entity_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Entities, GenderComesFromTheGivenNameOrTheHonorific) {
  const Reading reading("We saw Mary Wong and Mr. Tarnov.");
  const Entities found =
      find_entities(reading.document, testing_support::lexicon(), testing_support::schema());

  ASSERT_EQ(found.all.size(), 2u);
  EXPECT_EQ(found.all[0].gender, Gender::Female);
  EXPECT_EQ(found.all[1].gender, Gender::Male);
}

}  // namespace
}  // namespace verbale::attribution
