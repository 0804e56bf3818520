#include "attribution/about.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "attribution/lexicon.h"

namespace verbale::attribution {
namespace {

const Schema& schema() {
  static const Schema made = Schema::builtin();
  return made;
}

const Lexicon& lexicon() {
  static const Lexicon made(schema());
  return made;
}

std::string join(std::vector<std::string> ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::string joined;
  for (const std::string& id : ids) {
    joined += (joined.empty() ? "" : " ") + id;
  }
  return joined;
}

struct AboutCase {
  const char* name;
  const char* language;
  int year;
  const char* text;
  const char* expected;  // Sorted ids.
};

void PrintTo(const AboutCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr AboutCase about_cases[] = {
    {"NamesAndDemonyms", "en", 2024, "Canada and Peruvian officials met.", "CA PE"},
    {"Metonyms", "en", 2024, "The Kremlin and Whitehall differ.", "GB RU"},
    {"CapitalThatActs", "en", 2024, "Beijing warned of a response.", "CN"},
    {"CapitalAsAPlaceIsWeak", "en", 2024, "They met in Vienna.", ""},
    {"PlaceOfACountryNamed", "en", 2024, "They met in Vienna; Austria hosted.", "AT"},
    {"CityIsWeak", "en", 2024, "A ship left Rotterdam.", ""},
    {"Compounds", "en", 2024, "A US-led, China-backed plan.", "CN US"},
    {"SmallLettersAreNoCountry", "en", 2024, "Tell us about turkey and china plates.", ""},
    {"LongestNameWins", "en", 2024, "New Delhi and Papua New Guinea and South Sudan.", "IN PG SS"},
    {"Outlets", "en", 2024, "The Washington Post and the Jordan Times and the China Daily wrote.",
     ""},
    {"OutletOfADemonym", "en", 2024, "The German Times wrote.", ""},
    {"Waters", "en", 2024, "Ships in the South China Sea and the Gulf of Mexico.", ""},
    {"NewPlacesAreOthers", "en", 2024, "New Mexico and New England.", ""},
    {"FrenchFries", "en", 2024, "He ate French fries and a Turkey sandwich.", ""},
    {"Currencies", "en", 2024, "It cost ten Swiss francs.", ""},
    {"TownInAmerica", "en", 2024, "Austria's man lives in Vienna, Va., now.", "AT"},
    {"Honorific", "en", 2024, "Mr. Jordan spoke. Jordan was angry.", ""},
    {"LocatedDespiteThePerson", "en", 2024, "Mr. Jordan spoke. He was in Jordan.", "JO"},
    {"GeorgiaInTheSouth", "en", 2024, "Voters in Atlanta, Georgia, and Alabama.", ""},
    {"GeorgiaInTheCaucasus", "en", 2024, "Georgia's ruling party met in Tbilisi.", "GE"},
    {"GeorgiaAloneIsUnknown", "en", 2024, "He went to Georgia.", ""},
    {"MoscowIsRussian", "en", 2024, "Moscow rejected it.", "RU"},
    {"MoscowWasSoviet", "en", 1987, "Moscow rejected it.", "SU"},
    {"GermanIslandIsNoIceland", "en", 2024, "Island of fines.", ""},
    {"French", "fr", 2024, "La Chine et les autorités allemandes.", "CN DE"},
    {"German", "de", 2024, "Die russische Regierung und Island.", "IS RU"},
    {"Spanish", "es", 2024, "El gobierno francés y Alemania.", "DE FR"},
    {"Russian", "ru", 2024, "Власти Китая и французский министр.", "CN FR"},
    {"Chinese", "zh", 2024, "俄罗斯和乌克兰代表会谈。", "RU UA"},
    {"Arabic", "ar", 2024, "زار الوزير الصين وألمانيا", "CN"},
};

class AboutTest : public testing::TestWithParam<AboutCase> {};

TEST_P(AboutTest, NamesTheCountriesAndBodiesTalkedAbout) {
  const Document document = read_document(GetParam().text, lexicon(), {}, GetParam().language);

  std::vector<std::string> ids;
  for (const AboutMention& mention :
       AboutRules(schema(), lexicon()).find(document, Date::of_year(GetParam().year), {})) {
    ids.emplace_back(mention.id);
  }

  EXPECT_EQ(join(std::move(ids)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Texts, AboutTest, testing::ValuesIn(about_cases),
                         [](const auto& test) { return test.param.name; });

TEST(SalientPlaces, AreThoseOfTitleLeadAndWhatTheTextComesBackTo) {
  const std::string text =
      "SANTIAGO, May 3 - Officials said on Tuesday that talks with Norway about fish would go on "
      "for many weeks.\n\nChina was named once, and Peru was. Peru agrees. Peru's view counts.";
  const Document document = read_document(text, lexicon(), {});
  const Document title = read_document("Talks with Iceland", lexicon(), {});
  const AboutRules rules(schema(), lexicon());
  const TextRange dateline{0, 8};

  EXPECT_EQ(join(salient_places(document, rules.find(document, {}, dateline),
                                rules.find(title, {}, {}), dateline)),
            "CL IS NO PE");
}

}  // namespace
}  // namespace verbale::attribution
