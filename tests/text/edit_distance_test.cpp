#include "verbale/text/edit_distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <vector>

namespace verbale {
namespace {

struct DistanceCase {
  const char* name;
  const char* a;
  const char* b;
  std::size_t distance;
};

void PrintTo(const DistanceCase& c, std::ostream* out) {
  *out << c.a << " / " << c.b;
}

constexpr DistanceCase distance_cases[] = {
    {"Same", "speaker", "speaker", 0},
    {"LeftOut", "speker", "speaker", 1},
    {"PutIn", "sspeaker", "speaker", 1},
    {"Replaced", "spoaker", "speaker", 1},
    {"Exchanged", "spaeker", "speaker", 1},
    {"BothEmpty", "", "", 0},
    {"OneEmpty", "", "abc", 3},
    {"Far", "country", "title", 6},
    {"OneHanCharacter", "王毅", "王义", 1},
    {"OneAccent", "café", "cafe", 1},
};

class EditDistanceTest : public testing::TestWithParam<DistanceCase> {};

TEST_P(EditDistanceTest, CountsErrorsOfTyping) {
  EXPECT_EQ(edit_distance(GetParam().a, GetParam().b, 9), GetParam().distance);
  EXPECT_EQ(edit_distance(GetParam().b, GetParam().a, 9), GetParam().distance);
}

INSTANTIATE_TEST_SUITE_P(Words, EditDistanceTest, testing::ValuesIn(distance_cases),
                         [](const auto& test) { return test.param.name; });

std::size_t by_the_full_table(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(EditDistance, EveryLimitAgreesWithTheFullTable) {
  std::mt19937 random(9);
  std::uniform_int_distribution<int> letter('a', 'c');
  std::uniform_int_distribution<int> length(0, 8);
  const auto word = [&] {
    std::string out(static_cast<std::size_t>(length(random)), ' ');
    std::ranges::generate(out, [&] { return static_cast<char>(letter(random)); });
    return out;
  };
  for (int round = 0; round < 20'000; ++round) {
    const std::string a = word(), b = word();
    const std::size_t expected = by_the_full_table(a, b);
    for (std::size_t limit = 0; limit < 6; ++limit) {
      const std::size_t found = edit_distance(a, b, limit);
      ASSERT_EQ(std::min(found, limit + 1), std::min(expected, limit + 1))
          << a << " " << b << " " << limit;
    }
  }
}

}  // namespace
}  // namespace verbale
