#include "verbale/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace verbale {
namespace {

TEST(Result, HoldsAValue) {
  const Result<int> result = 7;

  ASSERT_TRUE(result);
  EXPECT_EQ(*result, 7);
}

TEST(Result, HoldsWhyThereIsNone) {
  const Result<int> result = Error{"the text is missing", "articles.jsonl:41"};

  ASSERT_FALSE(result);
  EXPECT_EQ(to_string(result.error()), "articles.jsonl:41: the text is missing");
}

TEST(Result, GivesUpItsValueToAMove) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);

  const std::unique_ptr<int> taken = *std::move(result);

  EXPECT_EQ(*taken, 7);
}

TEST(Error, WithoutAPlaceIsItsMessage) {
  EXPECT_EQ(to_string(Error{"no such field", ""}), "no such field");
}

}  // namespace
}  // namespace verbale
