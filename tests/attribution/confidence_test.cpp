#include "attribution/confidence.h"

#include <gtest/gtest.h>

#include <ostream>

namespace verbale::attribution {
namespace {

struct ConfidenceCase {
  const char* name;
  Rule rule;
  Path path;
  bool shown;  // At the default threshold of 0.5.
};

void PrintTo(const ConfidenceCase& c, std::ostream* out) {
  *out << c.name;
}

constexpr ConfidenceCase confidence_cases[] = {
    {"NameAndCue", Rule::QuoteThenCue, Path::Direct, true},
    {"SurnameAndCue", Rule::CueThenQuote, Path::ShortName, true},
    {"PronounAndCue", Rule::QuoteThenCue, Path::Salience, true},
    {"UnnamedAndCue", Rule::CueInClause, Path::Unnamed, true},
    {"ThingThatCannotSpeak", Rule::QuoteThenCue, Path::Thing, false},
    {"NameInTheSentenceBefore", Rule::ParagraphBefore, Path::Direct, true},
    {"DescriptionInTheSentenceBefore", Rule::ParagraphBefore, Path::Unnamed, false},
    {"SubjectWithoutACue", Rule::ClauseSubject, Path::Direct, false},
    {"NobodyFound", Rule::QuoteThenCue, Path::Nobody, false},
    {"NoRule", Rule::None, Path::Direct, false},
};

class ConfidenceTest : public testing::TestWithParam<ConfidenceCase> {};

Resolved resolved_by(Path path, double margin) {
  Resolved resolved;
  resolved.path = path;
  resolved.margin = margin;
  resolved.speakers.push_back({{"ann-ode"}, "Ann Ode", "", ""});
  return resolved;
}

TEST_P(ConfidenceTest, DecidesWhetherTheSpeakerIsShown) {
  Statement statement;
  statement.rule = GetParam().rule;

  const double found = confidence(statement, resolved_by(GetParam().path, 0));

  EXPECT_EQ(found >= 0.5, GetParam().shown);
  EXPECT_GE(found, 0);
  EXPECT_LE(found, 1);
}

INSTANTIATE_TEST_SUITE_P(Rules, ConfidenceTest, testing::ValuesIn(confidence_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Confidence, PronounWithAClearLeadIsSurer) {
  Statement statement;
  statement.rule = Rule::QuoteThenCue;

  EXPECT_GT(confidence(statement, resolved_by(Path::Salience, 0.9)),
            confidence(statement, resolved_by(Path::Salience, 0.1)));
}

TEST(Confidence, NobodyIsZero) {
  Statement statement;
  statement.rule = Rule::QuoteThenCue;

  Resolved nobody;
  nobody.path = Path::Direct;

  EXPECT_EQ(confidence(statement, nobody), 0);
}

}  // namespace
}  // namespace verbale::attribution
