#include "attribution/chunks.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "attribution/reading.h"

namespace verbale::attribution {
namespace {

using testing_support::Reading;

// Nouns in [ ], verbs in { }, quotations in “ ”, other words as they are; units end with "|".
std::string shape(const Reading& reading) {
  std::string shown;
  for (const Clauses& unit : reading.outline.units) {
    for (std::uint32_t i = unit.first_chunk; i < unit.last_chunk; ++i) {
      const Chunk& chunk = reading.outline.chunks[i];
      const std::string words(reading.words(chunk));
      shown += chunk.kind == ChunkKind::Noun   ? "[" + words + "]"
               : chunk.kind == ChunkKind::Verb ? "{" + words + "}"
               : chunk.kind == ChunkKind::Stop ? ""
                                               : words;
      shown += " ";
    }
    shown += "|";
  }
  return shown;
}

struct ChunkCase {
  const char* name;
  const char* text;
  const char* shape;
};

void PrintTo(const ChunkCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr ChunkCase chunk_cases[] = {
    {"SubjectAndVerb", "Ann Wong said it.", "[Ann Wong] {said} [it]  |"},
    {"Auxiliaries", "Wong has not yet said so.", "[Wong] {has not yet said} so  |"},
    {"TitleBelongsToTheName", "Foreign Minister Ilse Maravenn left.",
     "[Foreign Minister Ilse Maravenn] {left}  |"},
    {"PrepositionCutsNouns", "A spokesman for the mayor spoke.",
     "[A spokesman] for [the mayor] {spoke}  |"},
    {"OfInsideAName", "The University of Tarn closed.", "[The University of Tarn] {closed}  |"},
    {"TimeStandsAlone", "Wong said Tuesday that it rained.",
     "[Wong] {said} Tuesday that [it] {rained}  |"},
    {"TimeInsideANoun", "July's poll was late.", "[July's poll] {was} [late]  |"},
    {"NounWrittenLikeACue", "Wong's claims were old.", "[Wong's claims] {were} [old]  |"},
    {"CueWrittenLikeANoun", "Wong claims that it is late.",
     "[Wong] {claims} that [it] {is} [late]  |"},
    {"ModifyingParticiple", "The wanted man left.", "[The wanted man] {left}  |"},
    {"NicknameInsideAName", "Joseph “Joe” Ode left.", "[Joseph “Joe” Ode] {left}  |"},
    {"Infinitive", "Wong promised to leave.", "[Wong] {promised} {to leave}  |"},
    {"BracketIsWhole", "Wong (T-Tarn) left.", "[Wong] (T-Tarn) {left}  |"},
    {"RelativeThat", "The man that left spoke.", "[The man] that {left} {spoke}  |"},
    {"SentencesInsideAQuotationAreOneUnit", "“It rains. We leave,” Wong said. It rained.",
     "“It rains. We leave,” [Wong] {said}  |[It] {rained}  |"},
    {"QuestionBelongsToItsCue", "“Why?” Wong asked.", "“Why?” [Wong] {asked}  |"},
    {"HeadlineHasVerbs", "Wong Says Tarn Hall Will Close",
     "[Wong] {Says} [Tarn Hall] {Will} [Close] |"},
    {"AcronymIsNoPronoun", "The US left.", "[The US] {left}  |"},
    {"Nothing", "", ""},
};

class ChunksTest : public testing::TestWithParam<ChunkCase> {};

TEST_P(ChunksTest, AreCut) {
  EXPECT_EQ(shape(Reading(GetParam().text)), GetParam().shape);
}

INSTANTIATE_TEST_SUITE_P(Sentences, ChunksTest, testing::ValuesIn(chunk_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Chunks, PassiveAndNegationAreKept) {
  const Reading reading("Wong was not told.");
  const Chunk& verb = reading.outline.chunks[1];

  EXPECT_TRUE(verb.passive);
  EXPECT_TRUE(verb.negated);
}

TEST(Chunks, CueOfSeveralWordsIsOneVerb) {
  const Reading reading("Wong pointed out that it rained.");

  EXPECT_EQ(reading.words(reading.outline.chunks[1]), "pointed out");
  EXPECT_GE(reading.outline.chunks[1].cue, 0);
}

}  // namespace
}  // namespace verbale::attribution
