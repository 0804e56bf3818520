#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>

#include "verbale/attribution/analysis.h"

namespace verbale {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

struct HostileText {
  const char* name;
  std::string (*text)();
};

void PrintTo(const HostileText& c, std::ostream* out) {
  *out << c.name;
}

const HostileText hostile_texts[] = {
    {"ParagraphOfFiveMegabytes", [] { return repeated("word ", 1'000'000); }},
    {"HundredThousandMarks", [] { return repeated("\"", 100'000); }},
    {"HundredThousandQuotations", [] { return repeated("“a b c” ", 100'000); }},
    {"OpeningMarksOnly", [] { return repeated("“a ", 100'000); }},
    {"DeepNesting", [] { return repeated("“‘", 50'000) + "a" + repeated("’”", 50'000); }},
    {"SingleMarks", [] { return repeated("'a ", 200'000); }},
    {"CuesWithoutEnd", [] { return repeated("Wong said that ", 100'000); }},
    {"QuotationsInOneSentence", [] { return repeated("He said “a b c” that ", 60'000); }},
    {"CoordinationWithoutEnd", [] { return repeated("Wong and Ode and ", 100'000); }},
    {"AppositionsWithoutEnd", [] { return repeated("Wong, a doctor, ", 100'000); }},
    {"PrepositionsWithoutEnd", [] { return repeated("a man of ", 200'000); }},
    {"ManyBearersOfASurname",
     [] {
       std::string text;
       for (int i = 0; i < 50'000; ++i) {
         text += "Ann" + std::to_string(i) + " Ode said so. ";
       }
       return text;
     }},
    {"OpenBrackets", [] { return repeated("(", 200'000); }},
    {"QuotationsNeverClosed", [] { return repeated("“He said it.\n\n", 100'000); }},
    {"Signatures", [] { return repeated("“It is so.” — Ann Ode (@ode) July 11, 2031\n", 50'000); }},
};

class HostileTextTest : public testing::TestWithParam<HostileText> {};

// Quadratic work on these takes minutes; the bound leaves room for sanitizers.
TEST_P(HostileTextTest, TakesLinearTime) {
  static const Schema schema = Schema::builtin();
  static const ArticleAnalyzer analyzer(schema);
  Article article;
  article.id = {"hostile"};
  article.language = "en";
  article.text = GetParam().text();
  const auto started = std::chrono::steady_clock::now();

  const AnalyzedArticle found = analyzer.analyze(std::move(article));

  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  EXPECT_LT(took.count(), 20.0);
  EXPECT_FALSE(found.passages.empty());
}

INSTANTIATE_TEST_SUITE_P(Texts, HostileTextTest, testing::ValuesIn(hostile_texts),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
