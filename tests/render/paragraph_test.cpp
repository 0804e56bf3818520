#include "render/paragraph.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Paragraph, BreaksAtSpaces) {
  EXPECT_EQ(lay_out({{"one two three", TextStyle::Plain}}, {.indent = 2, .width = 9}),
            "  one two\n  three\n");
}

TEST(Paragraph, ALongWordOverhangs) {
  EXPECT_EQ(lay_out({{"a incomprehensible b", TextStyle::Plain}}, {.indent = 0, .width = 6}),
            "a\nincomprehensible\nb\n");
}

TEST(Paragraph, WideCharactersTakeTwoColumnsAndMayPart) {
  EXPECT_EQ(lay_out({{"北约峰会", TextStyle::Plain}}, {.indent = 0, .width = 4}), "北约\n峰会\n");
}

TEST(Paragraph, AHighlightInsideAWordDoesNotPartIt) {
  EXPECT_EQ(lay_out({{"dual-", TextStyle::Plain}, {"use", TextStyle::Highlight}},
                    {.indent = 0, .width = 6}),
            "dual-use\n");
}

TEST(Paragraph, ColourEndsWithEachLine) {
  EXPECT_EQ(lay_out({{"one two", TextStyle::Highlight}}, {.indent = 0, .width = 4, .color = true}),
            "\x1b[1;33mone\x1b[0m\n\x1b[1;33mtwo\x1b[0m\n");
}

TEST(Paragraph, ColourDoesNotTouchThePlainWordsAround) {
  EXPECT_EQ(
      lay_out({{"a ", TextStyle::Plain}, {"b", TextStyle::Highlight}, {" c", TextStyle::Plain}},
              {.indent = 0, .width = 80, .color = true}),
      "a \x1b[1;33mb\x1b[0m c\n");
}

TEST(Paragraph, ControlCharactersOfTheTextDoNotReachTheTerminal) {
  EXPECT_EQ(lay_out({{"\x1b[2Ja", TextStyle::Plain}}, {.indent = 0, .width = 80}), "\uFFFD[2Ja\n");
}

}  // namespace
}  // namespace verbale
