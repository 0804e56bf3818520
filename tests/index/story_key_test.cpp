#include "index/story_key.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace verbale {
namespace {

using Words = std::vector<std::string>;

std::uint64_t key_of(const Words& words) {
  StoryKey key;
  for (const std::string& word : words) {
    key.add(word);
  }
  return key.value();
}

Words some_words(std::mt19937& random, std::size_t count) {
  Words words;
  for (std::size_t i = 0; i < count; ++i) {
    words.push_back("w" + std::to_string(random() % 500));
  }
  return words;
}

Words joined(Words words, const Words& others) {
  words.insert(words.end(), others.begin(), others.end());
  return words;
}

// How many of 400 texts of 300 words have the key of the version that `edit` makes of them.
template <class Edit>
int kept(const Edit& edit) {
  std::mt19937 random(7);
  int same = 0;
  for (int i = 0; i < 400; ++i) {
    const Words words = some_words(random, 300);
    same += key_of(words) == key_of(edit(words, random)) ? 1 : 0;
  }
  return same;
}

TEST(StoryKey, IsSharedByVersionsOfATextAsTheirRunsResemble) {
  const auto credits = [](const Words& words, std::mt19937& random) {
    return joined(words, some_words(random, 12));
  };
  const auto cut = [](const Words& words, std::mt19937&) {
    return Words(words.begin(), words.begin() + 225);
  };
  const auto other_lead = [](const Words& words, std::mt19937& random) {
    return joined(some_words(random, 30), Words(words.begin() + 30, words.end()));
  };
  const auto one_word = [](Words words, std::mt19937&) {
    words[150] = "corrected";
    return words;
  };

  EXPECT_NEAR(kept(credits), 384, 15);     // 281 runs of 293.
  EXPECT_NEAR(kept(cut), 293, 30);         // 206 of 281.
  EXPECT_NEAR(kept(other_lead), 323, 30);  // 251 of 311.
  EXPECT_NEAR(kept(one_word), 347, 25);    // 261 of 301.
}

TEST(StoryKey, IsNotSharedByTextsThatShareAQuotationOnly) {
  std::mt19937 random(11);
  const Words quotation = some_words(random, 15);
  const auto other = [&quotation](const Words&, std::mt19937& generator) {
    return joined(some_words(generator, 200), quotation);
  };

  EXPECT_EQ(kept(other), 0);
}

TEST(StoryKey, OfAShortTextIsThatOfAllItsWords) {
  EXPECT_EQ(key_of({"we", "agree"}), key_of({"we", "agree"}));
  EXPECT_NE(key_of({"we", "agree"}), key_of({"agree", "we"}));
  EXPECT_NE(key_of({"we", "agree"}), key_of({"we", "agree", "now"}));
  EXPECT_EQ(key_of({}), key_of({}));
}

}  // namespace
}  // namespace verbale
