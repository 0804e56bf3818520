#include "attribution/turns.h"

#include <gtest/gtest.h>

#include <ostream>

#include "attribution/lexicon.h"

namespace verbale::attribution {
namespace {

const Schema& schema() {
  static const Schema made = Schema::builtin();
  return made;
}

const Lexicon& lexicon() {
  static const Lexicon made(schema());
  return made;
}

// The turns as "voice name: first paragraph-last paragraph"; the voice is its first letter, P the
// public.
std::string turns_of(std::string_view text, const char* language) {
  const Document document = read_document(text, lexicon(), {}, language);
  constexpr const char* voices[] = {"N", "Q", "A", "C", "O", "P"};
  std::string printed;
  for (const Turn& turn : find_turns(document, schema())) {
    printed += printed.empty() ? "" : "; ";
    printed += voices[static_cast<int>(turn.voice)];
    printed += turn.name.empty() ? "" : " " + std::string(turn.name.in(text));
    printed += turn.role.empty() ? "" : " [" + turn.role + "]";
    printed +=
        " " + std::to_string(turn.first_paragraph) + "-" + std::to_string(turn.last_paragraph);
  }
  return printed;
}

struct TurnsCase {
  const char* name;
  const char* language;
  const char* text;
  const char* expected;
};

void PrintTo(const TurnsCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr TurnsCase turns_cases[] = {
    {"Briefing", "en",
     "Port Elma\n\nMS. ORLANO: Good morning.\n\nOne more thing.\n\nQUESTION: Is it ended?\n\n"
     "MS. ORLANO: It is.",
     "N ORLANO 1-3; Q 3-4; N ORLANO 4-5"},
    {"LettersForVoices", "en", "Q: Why now?\n\nA: Because.\n\nQ: And then?\n\nA: Nothing.",
     "Q 0-1; A 1-2; Q 2-3; A 3-4"},
    {"Interview", "en",
     "SORREN VALE, HOST: Welcome.\n\nILSE MARAVENN: Thank you.\n\nVALE: Is it so?\n\n"
     "MARAVENN: It is.",
     "N SORREN VALE 0-1; N ILSE MARAVENN 1-2; N VALE 2-3; N MARAVENN 3-4"},
    {"RepeatedNames", "en",
     "Journalist: Why?\n\nMaravenn: Because.\n\nJournalist: Really?\n\nMaravenn: Yes.",
     "Q 0-1; N Maravenn 1-2; Q 2-3; N Maravenn 3-4"},
    {"Parliament", "en",
     "The Speaker: Order.\n\nMr. Grubelik (Ostrel): I ask the minister.\n\n"
     "Mr. Tovreny (Foreign Affairs): I answer.\n\nThe Speaker: Next.",
     "C 0-1; N Grubelik 1-2; N Tovreny 2-3; C 3-4"},
    {"Hansard", "en",
     "Senator HALDRIK (Port Elma—Minister for Ports) (14:02): It is done.\n\n"
     "Senator QUILL: It is not.",
     "N HALDRIK [senator] 0-1; N QUILL [senator] 1-2"},
    {"OneColonIsNoTranscript", "en", "Maravenn: \"We regret it.\"\n\nShips sailed.", ""},
    {"HeadingsAreNoTurns", "en",
     "Note: invented.\n\nSource: wire.\n\nDate: today.\n\nNote: again.\n\nSource: wire.", ""},
    {"SentencesWithColonsAreNoTurns", "en",
     "He said one thing: no.\n\nHe said one thing: yes.\n\nHe said another: maybe.", ""},
    {"French", "fr",
     "Question : Pourquoi ?\n\nM. Duvarrec : Parce que.\n\nQuestion : Et après ?\n\n"
     "M. Duvarrec : Rien.",
     "Q 0-1; N Duvarrec 1-2; Q 2-3; N Duvarrec 3-4"},
    {"Spanish", "es", "Pregunta: ¿Por qué?\n\nRespuesta: Porque sí.", "Q 0-1; A 1-2"},
    {"German", "de", "Frage: Warum?\n\nTovreny: Darum.\n\nFrage: Und?\n\nTovreny: Nichts.",
     "Q 0-1; N Tovreny 1-2; Q 2-3; N Tovreny 3-4"},
    {"Russian", "ru",
     "Вопрос: Почему?\n\nК.Р.Товрени: Потому.\n\nВопрос: А потом?\n\nК.Р.Товрени: Ничего.",
     "Q 0-1; N К.Р.Товрени 1-2; Q 2-3; N К.Р.Товрени 3-4"},
    {"Chinese", "zh", "问：为什么？\n\n答：因为。\n\n托夫雷尼：没有。",
     "Q 0-1; A 1-2; N 托夫雷尼 2-3"},
    {"OfficeAndBareLetter", "en",
     "THE PRESIDENT:  Good morning.\n\nQ    Chancellor, why?\n\nCHANCELLOR FALK:  Because.\n\n"
     "Q\tAnd you?\n\nTHE PRESIDENT:  So.",
     "O [president] 0-1; Q 1-2; N FALK [chancellor] 2-3; Q 3-4; O [president] 4-5"},
    {"LettersWithPoints", "en", "Q. Why now?\n\nA. Because.\n\nQ. And then?\n\nA. Nothing.",
     "Q 0-1; A 1-2; Q 2-3; A 3-4"},
    {"InitialsAreNoLetters", "en",
     "P. Velde went to sea.\n\nR. Falk stayed.\n\nP. Velde came back.\n\nR. Falk left.", ""},
    {"ListsOfLettersAskNothing", "en", "A. Ships.\n\nB. Ports.\n\nQ. Quays.\n\nA. Docks.", ""},
    {"OutletFullNameSurname", "en",
     "Narrow Sea Post: Why?\n\nIlse Maravenn: We had to.\n\nNarrow Sea Post: And now?\n\n"
     "Maravenn: We wait.",
     "N Narrow Sea Post 0-1; N Ilse Maravenn 1-2; N Narrow Sea Post 2-3; N Maravenn 3-4"},
    {"EntriesThatComeBackAreNoTurns", "en",
     "Venue: Port Elma\n\nGuests: 200\n\nVenue: Ostrel\n\nGuests: 300", ""},
    {"FactBoxesAreNoTurns", "en",
     "President: Kasimir Tovreny\n\nPrime Minister: Odrun Falk\n\n"
     "Foreign Minister: Ilse Maravenn",
     ""},
    {"HouseOfParliament", "en",
     "Mr Speaker: Order.\n\nAnton Velde (Port Elma North) (Unity): I ask.\n\n"
     "The Minister for Foreign Affairs (Ilse Maravenn): I answer.\n\n"
     "Mrs Odrun Falk (Unity): No.\n\nMadam Deputy Speaker: Next.",
     "C 0-1; N Anton Velde 1-2; N Ilse Maravenn [foreign-minister] 2-3; N Odrun Falk 3-4; C 4-5"},
    {"FrenchOffice", "fr",
     "Question : Pourquoi ?\n\nLe porte-parole : Parce que.\n\nRéponse : Rien.",
     "Q 0-1; O [spokesperson] 1-2; A 2-3"},
    {"SpanishOfficeAndName", "es",
     "SECRETARIO DE RELACIONES EXTERIORES, KASIMIR TOVRENY: Buenos días.\n\n"
     "INTERLOCUTORA: ¿Por qué?\n\nASISTENTES: ¡Viva!",
     "N KASIMIR TOVRENY [foreign-secretary] 0-1; Q 1-2; P 2-3"},
    {"SpanishLetters", "es", "P. ¿Por qué?\n\nR. Porque sí.", "Q 0-1; A 1-2"},
    {"SpanishLines", "es",
     "PRESIDENTA DE VELMARK, ILSE MARAVENN ORLANO\n\nBuenos días.\n\nPREGUNTA\n\n¿Por qué?\n\n"
     "KASIMIR TOVRENY VELDE, DIRECTOR GENERAL DE PUERTOS Y FAROS\n\nPorque sí.\n\n"
     "PREGUNTA\n\n¿Y usted?\n\nSECRETARIO DE AGUAS, PUERTOS Y MAR (SAPM), ODRUN FALK RUIZ "
     "(ENLACE)\n\nNada.",
     "N ILSE MARAVENN ORLANO [president] 0-2; Q 2-4; N KASIMIR TOVRENY VELDE [director] 4-6; "
     "Q 6-8; N ODRUN FALK RUIZ [secretary] 8-10"},
    {"LinesThatNameNobodyEndTurns", "es",
     "PREGUNTA\n\n¿Por qué?\n\nSE PROYECTA UN VIDEO DE LOS PUERTOS\n\nMar.\n\nPREGUNTA\n\n¿Y?",
     "Q 0-2; Q 4-6"},
    {"HeadingsInCapitalsAreNoTurns", "en",
     "FULL STORY\n\nShips sailed.\n\nPORT NEWS\n\nAll well.\n\nFULL STORY\n\nMore ships.", ""},
    {"ListsOfOfficesAreNoTurns", "en",
     "CHAIRMAN: Odrun Falk.\n\nSECRETARY: Ilse Maravenn.\n\nThe treasurer: a friend.", ""},
    {"OfficesAsHeadingsAreNoTurns", "en",
     "THE PRESIDENT\n\nShips sailed.\n\nTHE PORTS\n\nAll well.\n\nTHE PRESIDENT\n\nMore.", ""},
    {"BulletsAreNoLabels", "en", "* OSTREL: Ships sailed.\n\n* PORT ELMA: They came.", ""},
    {"TitlesInBracketsAreNoLabels", "en",
     "<The Palace: A Tale>\n\nQUESTION: Why?\n\n<The Harbour: A Tale>\n\nQUESTION: When?",
     "Q 1-3; Q 3-4"},
    {"Emphasis", "en", "**Q: Why?**\n\nA: Because.\n\n**Q:** When?", "Q 0-1; A 1-2; Q 2-3"},
    {"Portuguese", "pt", "Pergunta: Por quê?\n\nResposta: Porque sim.", "Q 0-1; A 1-2"},
    {"ChineseOffice", "zh", "记者：为什么？\n\n发言人：因为。", "Q 0-1; O [spokesperson] 1-2"},
    {"Arabic", "ar", "سؤال: لماذا؟\n\nجواب: لأنه كذلك.", "Q 0-1; A 1-2"},
};

class TurnsTest : public testing::TestWithParam<TurnsCase> {};

TEST_P(TurnsTest, GoFromLabelToLabel) {
  EXPECT_EQ(turns_of(GetParam().text, GetParam().language), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Transcripts, TurnsTest, testing::ValuesIn(turns_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Turns, WordsStandBehindTheColon) {
  const std::string text = "Q: Why now?\n\nA: Because.";
  const Document document = read_document(text, lexicon(), {});

  const auto turns = find_turns(document, schema());

  ASSERT_EQ(turns.size(), 2u);
  EXPECT_EQ(turns[0].label.in(text), "Q");
  EXPECT_EQ(turns[0].words.in(text), "Why now?");
}

TEST(Turns, WordsStandBehindDashesAndEmphasis) {
  const std::string text = "Q. — Why now?\n\nA. — Because.";
  const std::string emphasised = "**Q:** Why now?\n\n**A:** Because.";
  const Document document = read_document(text, lexicon(), {});
  const std::string resumed = "Q: -- rule it out?\n\nA: No.";
  const Document interrupted = read_document(resumed, lexicon(), {});
  const Document with_stars = read_document(emphasised, lexicon(), {});

  EXPECT_EQ(find_turns(document, schema()).at(0).words.in(text), "Why now?");
  EXPECT_EQ(find_turns(interrupted, schema()).at(0).words.in(resumed), "-- rule it out?");
  EXPECT_EQ(find_turns(with_stars, schema()).at(1).words.in(emphasised), "Because.");
}

}  // namespace
}  // namespace verbale::attribution
