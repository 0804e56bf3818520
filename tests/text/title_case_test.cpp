#include "verbale/text/title_case.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(TitleCase, WritesCapitalsAsNames) {
  EXPECT_EQ(title_case("ILSE MARAVENN"), "Ilse Maravenn");
  EXPECT_EQ(title_case("JOSÉ O'HARA-ÑANDÚ"), "José O'Hara-Ñandú");
  EXPECT_EQ(title_case("ТОВРЕНИ"), "Товрени");
}

TEST(TitleCase, LeavesOtherNames) {
  EXPECT_EQ(title_case("Ilse McVelde"), "Ilse McVelde");
  EXPECT_EQ(title_case("王毅"), "王毅");
  EXPECT_EQ(title_case(""), "");
}

}  // namespace
}  // namespace verbale
