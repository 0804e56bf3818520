#include <gtest/gtest.h>

#include <ostream>

#include "verbale/attribution/analysis.h"

namespace verbale {
namespace {

const ArticleAnalyzer& analyzer() {
  static const Schema schema = Schema::builtin();
  static const ArticleAnalyzer made(schema);
  return made;
}

// The attributions as "speaker: words", reported ones with a ~ before the words.
std::string attributions_of(const char* language, const char* text) {
  Article article;
  article.id = {"a"};
  article.language = language;
  article.text = text;
  article.published = *parse_date("2031-05-06");
  const AnalyzedArticle analyzed = analyzer().analyze(std::move(article));
  std::string printed;
  for (const Passage& passage : analyzed.passages) {
    for (const Attribution& attribution : passage.attributions) {
      printed += printed.empty() ? "" : "; ";
      printed += attribution.speakers.empty() ? "?" : attribution.speakers.front().name;
      printed += attribution.kind == StatementKind::Reported ? ": ~" : ": ";
      printed += attribution.range.in(analyzed.article.text);
    }
  }
  return printed;
}

struct ClauseCase {
  const char* name;
  const char* language;
  const char* text;
  const char* expected;
};

void PrintTo(const ClauseCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr ClauseCase clause_cases[] = {
    {"FrenchInverted", "fr", "« Personne ne gagne », a déclaré Anselme Duvarrec à la presse.",
     "Anselme Duvarrec: Personne ne gagne"},
    {"FrenchColon", "fr", "Anselme Duvarrec a affirmé : « Personne ne gagne. »",
     "Anselme Duvarrec: Personne ne gagne."},
    {"FrenchHonorific", "fr", "Anselme Duvarrec est là. « C'est fini », a dit M. Duvarrec.",
     "Anselme Duvarrec: C'est fini"},
    {"FrenchTitleNamedBefore", "fr",
     "Le ministre Anselme Duvarrec est arrivé. « Tout est calme ici », a ajouté le ministre.",
     "Anselme Duvarrec: Tout est calme ici"},
    {"FrenchPronoun", "fr",
     "« Tout est calme », a dit Anselme Duvarrec. « Rien ne bouge », a-t-il ajouté.",
     "Anselme Duvarrec: Tout est calme; Anselme Duvarrec: Rien ne bouge"},
    {"FrenchReported", "fr", "Anselme Duvarrec a déclaré que la mer était calme.",
     "Anselme Duvarrec: ~la mer était calme"},
    {"FrenchAccordingTo", "fr", "Selon Anselme Duvarrec, la mer était calme.",
     "Anselme Duvarrec: ~la mer était calme"},
    {"FrenchApposition", "fr",
     "Anselme Duvarrec, ministre des Affaires étrangères, a déclaré : « La mer est calme. »",
     "Anselme Duvarrec: La mer est calme."},
    {"SpanishInverted", "es", "«Nadie gana», afirmó Anselme Duvarrec en la capital.",
     "Anselme Duvarrec: Nadie gana"},
    {"SpanishTitle", "es",
     "El ministro Anselme Duvarrec llegó. «Nadie gana esta vez», dijo el ministro.",
     "Anselme Duvarrec: Nadie gana esta vez"},
    {"SpanishDashes", "es", "Anselme Duvarrec habló. «Nadie gana —dijo Duvarrec—. Todos pierden».",
     "Anselme Duvarrec: Nadie gana —dijo Duvarrec—. Todos pierden"},
    {"SpanishReported", "es", "Anselme Duvarrec aseguró que el mar estaba en calma.",
     "Anselme Duvarrec: ~el mar estaba en calma"},
    {"SpanishColon", "es", "Anselme Duvarrec dijo: “Nadie gana aquí”.",
     "Anselme Duvarrec: Nadie gana aquí"},
    {"GermanInverted", "de", "„Niemand gewinnt“, sagte Maravenn am Dienstag.",
     "Maravenn: Niemand gewinnt"},
    {"GermanTitle", "de",
     "Außenministerin Ilse Maravenn kam. „Niemand gewinnt dabei“, sagte die Außenministerin.",
     "Ilse Maravenn: Niemand gewinnt dabei"},
    {"GermanColon", "de", "Ilse Maravenn sagte: „Niemand gewinnt.“",
     "Ilse Maravenn: Niemand gewinnt."},
    {"GermanReported", "de", "Ilse Maravenn erklärte, dass niemand gewinne.",
     "Ilse Maravenn: ~niemand gewinne"},
    {"GermanPronoun", "de",
     "„Niemand gewinnt“, sagte Ilse Maravenn. „Alle verlieren hier“, fügte sie hinzu.",
     "Ilse Maravenn: Niemand gewinnt; Ilse Maravenn: Alle verlieren hier"},
    {"RussianInverted", "ru", "«Никто не победит», — заявил Касимир Товрени журналистам.",
     "Касимир Товрени: Никто не победит"},
    {"RussianColon", "ru", "Касимир Товрени сказал: «Никто не победит».",
     "Касимир Товрени: Никто не победит"},
    {"RussianReported", "ru", "Касимир Товрени заявил, что море спокойно.",
     "Касимир Товрени: ~море спокойно"},
    {"RussianPronoun", "ru",
     "«Никто не победит», — сказал Касимир Товрени. «Все проиграют», — добавил он.",
     "Касимир Товрени: Никто не победит; Касимир Товрени: Все проиграют"},
    {"RussianAccordingTo", "ru", "По словам Касимира Товрени, «море спокойно сегодня».",
     "Касимира Товрени: море спокойно сегодня"},
    {"ChineseColon", "zh", "外交部长安塞尔姆·迪瓦雷克表示：“没有人会赢。”",
     "安塞尔姆·迪瓦雷克: 没有人会赢。"},
    {"ChineseComma", "zh", "外交部发言人安大维11日表示，“没有人会赢”。", "安大维: 没有人会赢"},
    {"ChineseBehind", "zh", "“没有人会赢。”外交部发言人安大维说。", "安大维: 没有人会赢。"},
    {"ChineseReported", "zh", "外交部发言人安大维指出，海面平静。", "安大维: ~海面平静"},
    {"ChinesePronoun", "zh", "外交部发言人安大维说：“没有人会赢。”他强调，海面平静。",
     "安大维: 没有人会赢。; 安大维: ~海面平静"},
    {"ChineseNameIsNoCue", "zh", "这艘船名称不详，被称为“海鸥”。", ""},
    {"ArabicVerbFirst", "ar", "قال الوزير سامي الحسن: «لن يفوز أحد».", "سامي الحسن: لن يفوز أحد"},
    {"ArabicReported", "ar", "وأكد الوزير سامي الحسن أن البحر هادئ.", "سامي الحسن: ~البحر هادئ"},
    {"ScareQuotes", "fr", "Les « gilets bleus » ont défilé samedi.", ""},
};

class SimpleClauseTest : public testing::TestWithParam<ClauseCase> {};

TEST_P(SimpleClauseTest, GivesTheWordsToTheSubjectOfTheCue) {
  EXPECT_EQ(attributions_of(GetParam().language, GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Languages, SimpleClauseTest, testing::ValuesIn(clause_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
