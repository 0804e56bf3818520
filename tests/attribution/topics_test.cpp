#include "attribution/topics.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "attribution/lexicon.h"
#include "support/temporary_folder.h"

namespace verbale::attribution {
namespace {

// Topics of an invented strait, beside the built-in ones.
const Schema& schema() {
  static const Schema made = [] {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "topics.tsv")
        << "id\tlabel\trules\n"
           "velm\tthe strait\tvelm strait^2|strait\n"
           "velm/levy\tthe levy\tlevy|levies|transit fee*^3|+toll* +harbour master^2\n"
           "velm/fish\tfishing\ttrawler*^2|鳕鱼^2|!chips\n"
           "velm/lamps\tlamps\tlighthouse*^2\n"
           "velm/ships\tships\tcutter^2\n";
    return std::move(*Schema::load(folder.path()));
  }();
  return made;
}

const Lexicon& lexicon() {
  static const Lexicon made(schema());
  return made;
}

std::string topics_of(std::string_view text, const char* language) {
  const TopicRules rules(schema(), lexicon());
  const Document document = read_document(text, lexicon(), {}, language);
  std::string printed;
  for (const Topic& topic : rules.topics(rules.find(document))) {
    if (topic.id.starts_with("velm")) {
      printed += (printed.empty() ? "" : "; ") + topic.id + " by " + topic.rule;
    }
  }
  return printed;
}

struct TopicsCase {
  const char* name;
  const char* language;
  const char* text;
  const char* expected;
};

void PrintTo(const TopicsCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr TopicsCase topics_cases[] = {
    {"Phrase", "en", "They met by the Velm Strait today.", "velm by velm strait"},
    {"CaseIsNothing", "en", "VELM STRAIT", "velm by velm strait"},
    {"OneLightRuleIsNotEnough", "en", "The strait was calm.", ""},
    {"LightRulesAddUp", "en", "The levy was one of many levies.", "velm/levy by levy"},
    {"ARuleCountsOnce", "en", "A levy is a levy is a levy.", ""},
    {"OpenEnd", "en", "Transit fees were due.", "velm/levy by transit fee*"},
    {"OpenEndOfAWordOnly", "en", "A transit for fees.", ""},
    {"PartsInAnyOrder", "en", "The harbour master took the tolls.",
     "velm/levy by +toll* +harbour master"},
    {"AllPartsAreNeeded", "en", "The harbour master slept.", ""},
    {"ForbiddenWord", "en", "A trawler brought the chips.", ""},
    {"ChildInsteadOfItsParent", "en", "The Velm Strait transit fee.", "velm/levy by transit fee*"},
    {"ThreeAtMost", "en", "Trawlers, lighthouses, a cutter and a transit fee.",
     "velm/levy by transit fee*; velm/fish by trawler*; velm/lamps by lighthouse*"},
    {"Chinese", "zh", "船上有鳕鱼。", "velm/fish by 鳕鱼"},
    {"PunctuationPartsAPhrase", "en", "In Velm. Strait talk.", ""},
};

class TopicsTest : public testing::TestWithParam<TopicsCase> {};

TEST_P(TopicsTest, AreGivenByTheirRules) {
  EXPECT_EQ(topics_of(GetParam().text, GetParam().language), GetParam().expected);
}

TEST(Topics, MetadataNamesTopicsByIdOrLabel) {
  const TopicRules rules(schema(), lexicon());
  const std::vector<std::string> names = {"velm/levy", "no such topic"};

  EXPECT_EQ(rules.known(names), std::vector<std::string>{"velm/levy"});
}

TEST(Topics, MetadataFillsWhatIsLeft) {
  std::vector<Topic> topics = {{"velm/levy", "levy"}};

  TopicRules::add_of_article(topics, std::vector<std::string>{"velm/levy", "velm", "velm/fish"});

  EXPECT_EQ(topics, (std::vector<Topic>{{"velm/levy", "levy"}, {"velm/fish", "metadata"}}));
}

INSTANTIATE_TEST_SUITE_P(Texts, TopicsTest, testing::ValuesIn(topics_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale::attribution
