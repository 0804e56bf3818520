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
     "Касимир Товрени: море спокойно сегодня"},
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

    // The clause that is told first, and the cue behind it.
    {"FrenchReportedBefore", "fr",
     "La mer sera calme samedi, a annoncé la ministre Ilse Maravenn. « Le port ouvre », a-t-elle "
     "indiqué.",
     "Ilse Maravenn: ~La mer sera calme samedi; Ilse Maravenn: Le port ouvre"},
    {"SpanishReportedBefore", "es", "El mar está hoy en calma, dijo la ministra Ilse Maravenn.",
     "Ilse Maravenn: ~El mar está hoy en calma"},
    {"GermanReportedBefore", "de", "Die See ist heute ruhig, sagte Ministerin Ilse Maravenn.",
     "Ilse Maravenn: ~Die See ist heute ruhig"},
    {"RussianReportedBefore", "ru", "Море сегодня было спокойно, сообщил Касимир Товрени.",
     "Касимир Товрени: ~Море сегодня было спокойно"},
    {"FrenchAccordingBehind", "fr", "La mer est calme ce soir, selon Anselme Duvarrec.",
     "Anselme Duvarrec: ~La mer est calme ce soir"},

    // As somebody says.
    {"FrenchComme", "fr", "Comme l'a dit Anselme Duvarrec, la mer était calme.",
     "Anselme Duvarrec: ~la mer était calme"},
    {"SpanishSegun", "es", "Según dijo Anselme Duvarrec, el mar estaba en calma.",
     "Anselme Duvarrec: ~el mar estaba en calma"},
    {"SpanishSegunNoun", "es", "Según Anselme Duvarrec, el mar estaba en calma.",
     "Anselme Duvarrec: ~el mar estaba en calma"},
    {"GermanWie", "de", "Wie Ilse Maravenn sagte, war die See ruhig.",
     "Ilse Maravenn: ~war die See ruhig"},
    {"RussianKak", "ru", "Как сообщил Касимир Товрени, море спокойно.",
     "Касимир Товрени: ~море спокойно"},

    // German: indirect speech without "dass", and its prepositions.
    {"GermanSubjunctive", "de", "Ilse Maravenn sagte, die See sei ruhig.",
     "Ilse Maravenn: ~die See sei ruhig"},
    {"GermanLaut", "de", "Laut Ilse Maravenn, einer Beamtin, ist die See ruhig.",
     "Ilse Maravenn: ~einer Beamtin, ist die See ruhig"},
    {"GermanSo", "de", "„Niemand gewinnt bei diesem Spiel“, so Maravenn.",
     "Maravenn: Niemand gewinnt bei diesem Spiel"},
    {"GermanZufolge", "de", "Ilse Maravenn zufolge ist die See ruhig.",
     "Ilse Maravenn: ~ist die See ruhig"},
    {"GermanNounIsNoCue", "de", "Die Berichte „aus der alten Zeit der Stadt“ liegen dort.", ""},

    // Subjects that an aside, a relative or a coordination parts from the cue.
    {"FrenchAside", "fr",
     "Le ministre Anselme Duvarrec, interrogé à la radio, a déclaré que la mer était calme.",
     "Anselme Duvarrec: ~la mer était calme"},
    {"FrenchRelative", "fr", "Anselme Duvarrec, qui a déclaré que la mer était calme, est parti.",
     "Anselme Duvarrec: ~la mer était calme, est parti"},
    {"FrenchNameBehindTitle", "fr",
     "« Tout est calme ici », a indiqué la porte-parole du port, Ilse Maravenn.",
     "Ilse Maravenn: Tout est calme ici"},
    {"FrenchParticiple", "fr",
     "« Tout est calme », a dit Anselme Duvarrec, ajoutant que le port ouvrait.",
     "Anselme Duvarrec: Tout est calme; Anselme Duvarrec: ~le port ouvrait"},
    {"FrenchAddressee", "fr", "« Tout est calme ici », a déclaré lundi à l'AFP Anselme Duvarrec.",
     "Anselme Duvarrec: Tout est calme ici"},
    {"FrenchPlaceBeforeName", "fr", "« Tout est calme ici », a dit au tribunal Anselme Duvarrec.",
     "Anselme Duvarrec: Tout est calme ici"},
    {"SpanishTime", "es", "«Nadie gana esta vez», dijo este lunes la ministra Ilse Maravenn.",
     "Ilse Maravenn: Nadie gana esta vez"},
    {"RussianAddressee", "ru", "«Никто не победит», — рассказал RT эксперт Касимир Товрени.",
     "Касимир Товрени: Никто не победит"},
    {"RussianAside", "ru",
     "Касимир Товрени, комментируя слова и дела Ансельма Дюваррека, заявил, что море спокойно.",
     "Касимир Товрени: ~море спокойно"},
    {"RussianSubordinate", "ru",
     "Касимир Товрени, которого упомянула Ильза Маравенн, добавил, что море спокойно.",
     "Касимир Товрени: ~море спокойно"},
    {"RussianNameBehindAbout", "ru",
     "«Никто не победит», — сообщил глава комитета по обороне Касимир Товрени.",
     "Касимир Товрени: Никто не победит"},
    {"RussianLead", "ru", "При этом министр Касимир Товрени отметил, что море спокойно.",
     "Касимир Товрени: ~море спокойно"},
    {"SpanishDropped", "es",
     "Ilse Maravenn afirmó que el mar estaba en calma. Añadió que el puerto abre.",
     "Ilse Maravenn: ~el mar estaba en calma; Ilse Maravenn: ~el puerto abre"},
    {"ArabicDropped", "ar", "قال الوزير سامي الحسن إن البحر هادئ. وأضاف أن الميناء مفتوح.",
     "سامي الحسن: ~البحر هادئ; سامي الحسن: ~الميناء مفتوح"},
    {"ArabicParticiple", "ar", "قال الوزير سامي الحسن إن البحر هادئ، مشيرا إلى أن الميناء مفتوح.",
     "سامي الحسن: ~البحر هادئ، مشيرا إلى أن الميناء مفتوح"},
    {"ArabicNameBeforeTitle", "ar", "وقال سامي حمدان المتحدث باسم الميناء: «لن يفوز أحد اليوم».",
     "سامي حمدان: لن يفوز أحد اليوم"},
    {"ArabicBareName", "ar", "وأكد سامي حمدان أن البحر هادئ.", "سامي حمدان: ~البحر هادئ"},
    {"ArabicSurname", "ar", "قال الوزير سامي الحسن إن البحر هادئ. وأكد الحسن أن الميناء مفتوح.",
     "سامي الحسن: ~البحر هادئ; سامي الحسن: ~الميناء مفتوح"},
    {"ArabicBetweenIsNoCue", "ar", "الطريق بين المدينة والميناء أن يفتح.", ""},
    {"ArabicDescribed", "ar", "قال مسؤول كبير إن البحر هادئ.", "مسؤول كبير: ~البحر هادئ"},

    // Who it is within the article.
    {"RussianSurnameInCases", "ru", "Приехал Касимир Маравин. По словам Маравина, море спокойно.",
     "Касимир Маравин: ~море спокойно"},
    {"RussianNominativeOfWomen", "ru", "По словам Ильзы Маравиной, море спокойно.",
     "Ильза Маравина: ~море спокойно"},
    {"RussianTitle", "ru",
     "Выступил министр Касимир Товрени. «Никто не победит», — подчеркнул министр.",
     "Касимир Товрени: Никто не победит"},
    {"RussianNoun", "ru",
     "«Никто не победит», — сказал Касимир Товрени. «Все проиграют сразу», — добавил дипломат.",
     "Касимир Товрени: Никто не победит; Касимир Товрени: Все проиграют сразу"},
    {"RussianGenderOfVerbs", "ru",
     "Мария Дальская встретила Касимира Товрени. «Никто не победит», — сказала она.",
     "Мария Дальская: Никто не победит"},
    {"RussianPlace", "ru", "В посольстве отметили, что море спокойно.",
     "В посольстве: ~море спокойно"},
    {"RussianMemberIsNotTheBody", "ru", "Бывший сосед Белого дома заявил, что море спокойно.",
     "Бывший сосед Белого дома: ~море спокойно"},
    {"RussianFatherIsNotTheSon", "ru", "«Все было очень тихо», — рассказал отец Касимира.",
     "отец Касимира: Все было очень тихо"},
    {"RussianPluralIsNobodyKnown", "ru",
     "«Никто не победит», — сказал Касимир Товрени. По мнению экспертов, море спокойно.",
     "Касимир Товрени: Никто не победит; экспертов: ~море спокойно"},
    {"FrenchArticleIsNoSurname", "fr", "Le syndicat a déclaré que la mer était calme.",
     "Le syndicat: ~la mer était calme"},
    {"FrenchOtherGivenName", "fr", "« Tout est calme ici », a dit Anselme Kalin.",
     "Anselme Kalin: Tout est calme ici"},
    {"FrenchFatherIsNotTheSon", "fr", "« Tout est calme ici », a dit le père d'Anselme Duvarrec.",
     "le père d'Anselme Duvarrec: Tout est calme ici"},
    {"FrenchGenderOfPronouns", "fr",
     "Jean Orlano a salué Marie Duvarrec. « Tout est calme ici », a-t-elle dit.",
     "Marie Duvarrec: Tout est calme ici"},
    {"FrenchUnknownBetween", "fr",
     "« Tout est calme ici », a dit Anselme Duvarrec. « Rien ne bouge », a dit l'autre. « C'est la "
     "fin », a-t-il dit.",
     "Anselme Duvarrec: Tout est calme ici; ?: Rien ne bouge; ?: C'est la fin"},
    {"GermanTitleHead", "de",
     "Oppositionsführerin Ilse Maravenn kam. „Niemand gewinnt dabei“, sagte sie.",
     "Ilse Maravenn: Niemand gewinnt dabei"},
    {"ChineseNameWithoutTitle", "zh", "赵安平介绍，海面平静。", "赵安平: ~海面平静"},
    {"ChineseAdverbial", "zh", "外交部发言人安大维在记者会上说，海面平静。", "安大维: ~海面平静"},
    {"ChineseDescribed", "zh", "分析人士指出，海面平静。", "分析人士: ~海面平静"},
    {"ChineseFrame", "zh", "据海边媒体11日报道，海面平静。", "海边媒体: ~海面平静"},
    {"ChineseDataIsNoCue", "zh", "数据显示，海面平静。", ""},
    {"ChineseExplanationIsNoCue", "zh", "院长作了说明，海面平静。", ""},
    {"ChineseTermIsNoStatement", "zh", "安大维提出共建“一海一路”倡议。", ""},

    // Which quotations are statements, and where they begin.
    {"FrenchMarksWithoutSpace", "fr",
     "« Tout est calme ici ».« Rien ne bouge donc », a dit Anselme Duvarrec.",
     "Anselme Duvarrec: Tout est calme ici; Anselme Duvarrec: Rien ne bouge donc"},
    {"FrenchNounIsNoCue", "fr", "Malgré la menace d'un « retour au calme plat », ils partent.", ""},
    {"FrenchCueInside", "fr",
     "« Tout est calme, avait dit Anselme Duvarrec. Rien ne bouge dans le port. »",
     "Anselme Duvarrec: Tout est calme, avait dit Anselme Duvarrec. Rien ne bouge dans le port."},
    {"RussianAbbreviationInside", "ru",
     "Касимир Товрени заявил, что добыча составит 80 тыс. тонн в сутки.",
     "Касимир Товрени: ~добыча составит 80 тыс. тонн в сутки"},
    {"SpanishTermInMarks", "es", "El barco «Gaviota» zarpó ayer.", ""},
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
