#include "attribution/clauses.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "attribution/reading.h"
#include "support/marked_text.h"

namespace verbale::attribution {
namespace {

using testing_support::Reading;
using verbale::testing_support::MarkedText;
using verbale::testing_support::read_marked;

// The {verb} whose [subject], from its first chunk to its last one, is looked for.
struct ClauseCase {
  const char* name;
  const char* marked;
  const char* path;
};

void PrintTo(const ClauseCase& c, std::ostream* out) {
  *out << c.marked;
}

constexpr ClauseCase clause_cases[] = {
    {"Before", "[Wong] {said} so.", "before"},
    {"BehindAnAdverb", "[Wong] on Monday {said} so.", "before"},
    {"AttachedNouns", "[A spokesman for the mayor] {said} so.", "before"},
    {"LeadingPlaceIsNone", "In Tarn [the mayor] {said} so.", "before"},
    {"Apposition", "[Hugh Hill], a doctor, {said} so.", "apposition"},
    {"SeveralAppositions", "[Hugh Hill], 59, of Tarn, a doctor, {said} so.", "apposition"},
    {"AppositionIsTheName", "Her adviser, [Jake Ode], {said} so.", "apposition"},
    {"Relative", "[Wong], who {said} so, left.", "relative"},
    {"RelativeOfADescription", "Nobody met [the man] who {said} so.", "relative"},
    {"Coordinated", "[Wong] left the hall and {said} so.", "coordinated"},
    {"Participle", "[Wong] left the hall, {saying} so.", "participle"},
    {"LeadingParticiple", "{Noting} that it rained, [Wong] left.", "participle"},
    {"Inverted", "“It rains,” {said} [Ann Wong].", "inverted"},
    {"InvertedWithAnApposition", "“It rains,” {said} a user, [Jo Ode].", "inverted"},
    {"ReducedClause", "[A man] wearing a hat {said} so.", "before"},
    {"ObjectBehindARelativeClause", "[Jo Ode], who flew to Tarn, {rejected} the plan.",
     "apposition"},
    {"ObjectBehindAQuotation", "[Jo Ode], who said “no,” {has shown} regret.", "participle"},
    {"SameCueAgain", "[Wong] said that the talks would go on, but {said} so.", "coordinated"},
    {"PhraseBetweenAndAndTheVerb", "[Wong] left and in a statement {said} so.", "coordinated"},
    {"ParticipleBehindALeadingPhrase",
     "In a statement released Thursday, [Mary Wong] reacted, {saying} so.", "participle"},
    {"AppositionInsideARelativeClause",
     "[Marty West], who worked for Bob Tarn, one of the architects, {said} so.", "relative"},
    {"NoInversionWithoutAClause", "[Jo Ode], who lost twice, {described} the plan.", "apposition"},
    {"InvertedBehindSeveralCommas", "Prices fell, rose, or stayed, {said} [a trader].", "inverted"},
    {"ListenerIsNone", "[Jo Ode], who left, {told} CBS News so.", "apposition"},
    {"NounBeforeAQuotationIsNone", "[Jo Ode], a lawyer, {said} Bob Tarn “left the hall.”",
     "apposition"},
    {"NameBehindATitleOfAPlace", "The mayor of Tarn, [Mary Wong], {said} so.", "apposition"},
    {"SurnameLikeATitle", "[Senator Peter King] of Tarn {said} so.", "before"},
    {"VerbBehindWho", "[Nate Ode], the guru who founded the site {said} so.", "relative"},
    {"ObjectPronounIsNone", "“It rains,” [Wong] {told} him.", "before"},
};

std::string path_name(SubjectPath path) {
  constexpr std::array names = {"none",        "before",     "apposition", "relative",
                                "coordinated", "participle", "inverted",   "owner"};
  return names[static_cast<std::size_t>(path)];
}

std::uint32_t chunk_at(const Reading& reading, std::uint32_t offset) {
  const auto& chunks = reading.outline.chunks;
  const auto found = std::ranges::find_if(chunks, [&](const Chunk& chunk) {
    return reading.document.range(chunk.first, chunk.last).end > offset;
  });
  return static_cast<std::uint32_t>(found - chunks.begin());
}

class ClausesTest : public testing::TestWithParam<ClauseCase> {};

TEST_P(ClausesTest, VerbHasItsSubject) {
  const MarkedText marked = read_marked(GetParam().marked);
  const Reading reading(marked.text);

  const Subject subject =
      find_subject(reading.document, testing_support::lexicon(), reading.outline,
                   reading.outline.units.front(), chunk_at(reading, marked.cues[0].begin));

  ASSERT_TRUE(subject.found());
  EXPECT_EQ(reading.document.tokens[reading.outline.chunks[subject.chunk].first].range.begin,
            marked.mentions[0].begin);
  EXPECT_EQ(path_name(subject.path), GetParam().path);
}

INSTANTIATE_TEST_SUITE_P(Sentences, ClausesTest, testing::ValuesIn(clause_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Clauses, SecondOfTwoSubjectsIsJoined) {
  const Reading reading("Wong and Ode said so.");

  const Subject subject = find_subject(reading.document, testing_support::lexicon(),
                                       reading.outline, reading.outline.units.front(), 3);

  ASSERT_NE(subject.joined, no_chunk);
  EXPECT_EQ(reading.words(reading.outline.chunks[subject.joined]), "Ode");
}

TEST(Clauses, ImperativeHasNoSubject) {
  const Reading reading("Never say so.");

  EXPECT_FALSE(find_subject(reading.document, testing_support::lexicon(), reading.outline,
                            reading.outline.units.front(), 0)
                   .found());
}

}  // namespace
}  // namespace verbale::attribution
