#include "verbale/text/best_window.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace verbale {
namespace {

struct WindowCase {
  const char* name;
  const char* text;  // With its highlights in [brackets].
  std::uint32_t budget;
  const char* window;
};

void PrintTo(const WindowCase& c, std::ostream* out) {
  *out << c.budget << ": " << c.text;
}

constexpr WindowCase window_cases[] = {
    {"AllWhereItFits", "a [b] c", 5, "a b c"},
    {"Beginning", "[one] two three four", 9, "one two"},
    {"End", "one two three [four]", 11, "three four"},
    {"MoreAfterThanBefore", "aa bb cc [dd] ee ff gg hh", 12, "cc dd ee ff"},
    {"PhraseBeforeManyWords", "[the] x [the] x x x x x x [red line] x", 10, "red line x"},
    {"SeveralThatFit", "[aa] x x x x x x x x [bb] x [cc] x", 9, "bb x cc x"},
    {"NoHighlights", "one two three", 8, "one two"},
    {"HighlightLongerThanTheBudget", "x [one two three four] x", 9, "one two"},
    {"Han", "一二三四五[制裁]六七八九十", 12, "制裁六"},
    {"OneLongWord", "x [aaaaaaaaaaaaaaaaaaaa] x", 5, "aaaaa"},
};

class WindowTest : public testing::TestWithParam<WindowCase> {};

TEST_P(WindowTest, ShowsTheMostThatFits) {
  std::string text;
  std::vector<TextRange> highlights;
  for (const char c : std::string_view(GetParam().text)) {
    const auto here = static_cast<std::uint32_t>(text.size());
    if (c == '[') {
      highlights.push_back({here, here});
    } else if (c == ']') {
      highlights.back().end = here;
    } else {
      text += c;
    }
  }

  const TextRange window = best_window(text, highlights, GetParam().budget);

  EXPECT_EQ(window.in(text), GetParam().window);
  EXPECT_LE(window.size(), GetParam().budget);
}

INSTANTIATE_TEST_SUITE_P(Texts, WindowTest, testing::ValuesIn(window_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
