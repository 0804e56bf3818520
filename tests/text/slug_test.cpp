#include "verbale/text/slug.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Slug, SpellsANameInLettersDigitsAndHyphens) {
  EXPECT_EQ(slug("Wang Yi"), "wang-yi");
  EXPECT_EQ(slug("  Zo\u00eb O\u2019Hara-M\u00fcller "), "zoe-ohara-muller");
  EXPECT_EQ(slug("J. R. Doe"), "j-r-doe");
  EXPECT_EQ(slug("王毅"), "wang-yi");
  EXPECT_EQ(slug("(Ministry) of -- Trade!"), "ministry-of-trade");
}

TEST(Slug, EveryNameHasOne) {
  EXPECT_EQ(slug(""), "");
  EXPECT_EQ(slug("!?"), slug("!?"));
  EXPECT_NE(slug("!?"), slug("?!"));
  EXPECT_EQ(slug("!?").size(), 17U);
}

TEST(Slug, LongNamesStayShortAndApart) {
  const std::string first = slug(std::string(300, 'a'));
  const std::string second = slug(std::string(300, 'a') + "b");

  EXPECT_EQ(first.size(), 80U);
  EXPECT_EQ(second.size(), 80U);
  EXPECT_NE(first, second);
}

TEST(Slug, OfASlugIsItself) {
  for (const char* name : {"Wang Yi", "!?", "Ümit Özdağ", "Владимир Зеленский"}) {
    EXPECT_EQ(slug(slug(name)), slug(name));
  }
  const std::string longest = slug(std::string(300, 'a'));
  EXPECT_EQ(slug(longest), longest);
}

}  // namespace
}  // namespace verbale
