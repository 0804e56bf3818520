#include "attribution/quotations.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "attribution/document.h"

namespace verbale::attribution {
namespace {

struct QuotationCase {
  const char* name;
  const char* text;
  const char* found;  // Each quotation in [ ], nested ones in ( ), unclosed ones with ">" before.
};

void PrintTo(const QuotationCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr QuotationCase quotation_cases[] = {
    {"Curly", "“We left,” he said.", "[We left,]"},
    {"Straight", "\"We left,\" he said. \"It rained.\"", "[We left,][It rained.]"},
    {"Typewriter", "``We left,'' he said.", "[We left,]"},
    {"DoubledApostrophes", "''We left,'' he said.", "[We left,]"},
    {"German", "„Wir gehen“, sagte er.", "[Wir gehen]"},
    {"French", "« Nous partons », dit-il.", "[ Nous partons ]"},
    {"Chinese", "他说：「我们走了」。", "[我们走了]"},
    {"SingleCurly", "He said: ‘We left’ and went.", "[We left]"},
    {"Nested", "“He said ‘no’ to us,” she said.", "[He said ‘no’ to us,](no)"},
    {"ApostropheIsNoMark", "It’s the leaders’ call, isn't it?", ""},
    {"Decade", "In the '90s and '80s it rained.", ""},
    {"Inches", "He is 6'2\" tall, and the pipe is 15\" wide.", ""},
    {"NoSpaceBefore", "He said,“We left.”", "[We left.]"},
    {"ClosingOneMissing", "“We left, he said. “It rained.”", ">[We left, he said.][It rained.]"},
    {"OpenAtTheEnd", "He said, “We left.", ">[We left.]"},
    {"OpenOverParagraphs", "“We left.\n\n“It rained,” he said.", ">[We left.][It rained,]"},
    {"BracketsInside", "“[We] never left[.]”", "[[We] never left[.]]"},
    {"OnlyOne", "\"", ""},
};

class QuotationsTest : public testing::TestWithParam<QuotationCase> {};

TEST_P(QuotationsTest, ArePaired) {
  static const Schema schema = Schema::builtin();
  static const Lexicon lexicon(schema);
  const std::string text = GetParam().text;

  std::string found;
  for (const Quotation& quotation : read_document(text, lexicon, {}).quotations) {
    const bool nested = quotation.use == QuotationUse::Nested;
    found += quotation.closed ? "" : ">";
    found += (nested ? "(" : "[") + std::string(quotation.range.in(text)) + (nested ? ")" : "]");
  }

  EXPECT_EQ(found, GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(Texts, QuotationsTest, testing::ValuesIn(quotation_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Quotations, GoOnInTheNextParagraph) {
  static const Schema schema = Schema::builtin();
  static const Lexicon lexicon(schema);

  const Document document = read_document("“We left.\n\n“It rained,” he said.", lexicon, {});

  ASSERT_EQ(document.quotations.size(), 2u);
  EXPECT_FALSE(document.quotations[0].continues);
  EXPECT_TRUE(document.quotations[1].continues);
}

}  // namespace
}  // namespace verbale::attribution
