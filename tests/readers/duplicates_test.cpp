#include "verbale/readers/duplicates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace verbale {
namespace {

const std::string wire =
    "The foreign ministers of Orvania and Lutha met on the bridge between their countries on "
    "Tuesday and agreed on a toll of one coin for everybody who crosses it from June on. \"We have "
    "found a way, and we shall go it together,\" said Ana Ruiz, the foreign minister of Orvania, "
    "after the talks. Her colleague Ivo Marsh called it a good day for both capitals. Nobody had "
    "expected an agreement before the winter, and the markets of both countries closed higher. "
    "The ferry between the capitals is to stop in the summer, its owner said in a letter.";

const std::string other =
    "The harvest on the islands of Lutha was the best for twenty years, the chamber of farmers "
    "said on Tuesday, and prices of bread are expected to fall before the winter. \"We have more "
    "apples than boats,\" said its president. The ministry of trade of Orvania wants to buy half "
    "of them, if the boats of the ferry can be had, and if the two foreign ministers agree.";

struct PairCase {
  const char* name;
  std::string a;
  std::string b;
  bool near;
};

void PrintTo(const PairCase& c, std::ostream* out) {
  *out << c.name;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

const PairCase pair_cases[] = {
    {"TheSame", wire, wire, true},
    {"OtherLead", wire, "LUTHA CITY (Agency) - " + wire, true},
    {"CutAtTheEnd", wire, wire.substr(0, wire.size() * 3 / 4), true},
    {"AFewWordsChanged", wire,
     replaced(replaced(wire, "called it a good day", "spoke of a great day"), "one coin", "a coin"),
     true},
    {"CreditsBehind", wire, wire + " Reporting by Tomas Wren. All rights reserved.", true},
    {"AnotherStoryOfTheSamePlace", wire, other, false},
    {"OnlyAQuotationShared", wire,
     other + " \"We have found a way, and we shall go it together,\" said Ana Ruiz.", false},
    {"TooShortToSay", "We agree.", "We agree.", false},
};

class NearDuplicateTest : public testing::TestWithParam<PairCase> {};

TEST_P(NearDuplicateTest, VersionsOfOneTextAreToldFromOthers) {
  const double found =
      resemblance(near_duplicate_key(GetParam().a), near_duplicate_key(GetParam().b));

  EXPECT_EQ(found >= near_duplicate_resemblance, GetParam().near) << found;
}

INSTANTIATE_TEST_SUITE_P(Pairs, NearDuplicateTest, testing::ValuesIn(pair_cases),
                         [](const auto& test) { return test.param.name; });

TEST(TextDigest, IgnoresCaseSpacePunctuationAndQuotationMarks) {
  EXPECT_EQ(text_digest("\"We agree,\"\n\nsaid Ruiz."), text_digest("“We agree” — said  RUIZ"));
  EXPECT_NE(text_digest("We agree, said Ruiz."), text_digest("We agreed, said Ruiz."));
  EXPECT_NE(text_digest("会谈结束。"), text_digest("会谈开始。"));
}

// Words numbered from a small vocabulary, so that shingles repeat as in language.
std::vector<int> random_words(std::mt19937& random, std::size_t count) {
  std::uniform_int_distribution<int> word(0, 500);
  std::vector<int> words(count);
  std::ranges::generate(words, [&] { return word(random); });
  return words;
}

std::string text_of(const std::vector<int>& words) {
  std::string text;
  for (const int word : words) {
    text += "w" + std::to_string(word) + " ";
  }
  return text;
}

std::set<std::vector<int>> shingles_of(const std::vector<int>& words) {
  std::set<std::vector<int>> shingles;
  for (std::size_t i = 0; i + 4 <= words.size(); ++i) {
    shingles.emplace(words.begin() + static_cast<std::ptrdiff_t>(i),
                     words.begin() + static_cast<std::ptrdiff_t>(i + 4));
  }
  return shingles;
}

double true_resemblance(const std::vector<int>& a, const std::vector<int>& b) {
  const auto of_a = shingles_of(a);
  const auto of_b = shingles_of(b);
  const auto both = std::ranges::count_if(of_a, [&](const auto& s) { return of_b.contains(s); });
  const auto either = of_a.size() + of_b.size() - static_cast<std::size_t>(both);
  return static_cast<double>(both) / static_cast<double>(either);
}

TEST(NearDuplicateKey, EstimatesTheTrueResemblance) {
  std::mt19937 random(7);
  double squares = 0;
  constexpr int pairs = 300;
  for (int i = 0; i < pairs; ++i) {
    const std::vector<int> a = random_words(random, 300);
    std::vector<int> b = a;
    for (int change = 0; change < i / 5; ++change) {
      b[random() % b.size()] = static_cast<int>(random() % 500);
    }
    const double estimate =
        resemblance(near_duplicate_key(text_of(a)), near_duplicate_key(text_of(b)));
    squares += std::pow(estimate - true_resemblance(a, b), 2);
  }
  EXPECT_LT(std::sqrt(squares / pairs), 1.0 / 16);
}

TEST(NearDuplicateKey, LinkKeysAreSharedByVersionsOnly) {
  const auto shared = [](const std::string& a, const std::string& b) {
    const auto of_a = link_keys(near_duplicate_key(a));
    const auto of_b = link_keys(near_duplicate_key(b));
    std::size_t count = 0;
    for (std::size_t i = 0; i < of_a.size(); ++i) {
      count += of_a[i] != 0 && of_a[i] == of_b[i] ? 1 : 0;
    }
    return count;
  };
  EXPECT_EQ(shared(wire, wire), NearDuplicateKey::bands);
  EXPECT_GT(shared(wire, "LUTHA CITY (Agency) - " + wire), 0u);
  EXPECT_EQ(shared(wire, other), 0u);
  EXPECT_EQ(shared("We agree.", "We agree."), 0u);
}

// Stored in indexes: other numbers mean another index format.
TEST(NearDuplicateKey, NeverChanges) {
  EXPECT_EQ(text_digest(wire), "386fd69f78e8c38843d45dce7b020963");
  EXPECT_EQ(link_keys(near_duplicate_key(wire))[0], 6958445165902101235u);
}

}  // namespace
}  // namespace verbale
