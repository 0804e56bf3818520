#include <gtest/gtest.h>

#include <sstream>

#include "verbale/render/answer.h"

namespace verbale {
namespace {

std::string repeated(const std::string& piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += piece;
  }
  return out;
}

std::string shown(const Hit& hit, AnswerFormat format) {
  SearchAnswer answer;
  answer.total = answer.groups = 1;
  answer.hits = {hit};
  std::ostringstream out;
  render(answer, {.format = format}, out);
  return out.str();
}

// Pitfall 14: a sentence of megabytes is cut to what shows its words; scripts get all of it.
TEST(Terminal, ALongPassageIsCutAroundItsHighlights) {
  Hit hit;
  hit.rank = 1;
  hit.text = repeated("before 北约 ", 100'000) + "a beacon" + repeated(" after", 100'000);
  const auto at = static_cast<std::uint32_t>(hit.text.find("beacon"));
  hit.highlights = {{at, at + 6}};
  hit.before = repeated("é sooner ", 100'000);
  hit.after = repeated(" later", 100'000);
  hit.article.title = repeated("title ", 10'000);

  const std::string text = shown(hit, AnswerFormat::Text);

  EXPECT_LT(text.size(), 5'000U);
  EXPECT_NE(text.find("before 北约 a beacon after"), std::string::npos) << text;
  EXPECT_NE(text.find("sooner …"), std::string::npos) << text;
  EXPECT_NE(text.find("after…"), std::string::npos) << text;
  EXPECT_NE(text.find("title…"), std::string::npos) << text;
  EXPECT_GT(shown(hit, AnswerFormat::Json).size(), hit.text.size());
}

TEST(Terminal, AHighlightThatIsLongerThanTheWindowIsCutToo) {
  Hit hit;
  hit.rank = 1;
  hit.text = repeated("word ", 100'000);
  hit.highlights = {{5, static_cast<std::uint32_t>(hit.text.size() - 1)}};

  const std::string text = shown(hit, AnswerFormat::Text);

  EXPECT_LT(text.size(), 4'000U);
  EXPECT_NE(text.find("word…"), std::string::npos);
}

}  // namespace
}  // namespace verbale
