#include "verbale/text/analyzer.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <random>

#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

std::string folded_words(std::string_view text, std::string_view language = "") {
  std::string out;
  Analyzer(language).analyze(
      text, [&](const Word& word) { out.append(out.empty() ? "" : " ").append(word.folded); });
  return out;
}

std::string stems(std::string_view text, std::string_view language) {
  std::string out;
  Analyzer(language).analyze(
      text, [&](const Word& word) { out.append(out.empty() ? "" : " ").append(word.stem); });
  return out;
}

// "[U.S.] [envoy]": the ranges as they lie in the text.
std::string ranges(std::string_view text) {
  std::string out;
  Analyzer("").analyze(text, [&](const Word& word) {
    out.append(out.empty() ? "[" : " [").append(word.range.in(text)).append("]");
  });
  return out;
}

struct WordsCase {
  const char* name;
  const char* text;
  const char* words;
};

void PrintTo(const WordsCase& c, std::ostream* out) {
  *out << c.text;
}

constexpr WordsCase words_cases[] = {
    {"Empty", "", ""},
    {"NoWords", " -- \u2014 ... '' \"\" \U0001F600 $ % ", ""},
    {"Sentence", "The envoy left, quickly.", "the envoy left quickly"},
    // Apostrophes.
    {"StraightPossessive", "China's port", "china's port"},
    {"CurlyPossessive", "China\u2019s port", "china's port"},
    {"PluralPossessive", "ministers' talks", "ministers talks"},
    {"Contraction", "don\u2019t I\u2019m we'll", "don't i'm we'll"},
    {"QuotedWord", "the 'red line' and \u2018the\u2019 line", "the red line and the line"},
    {"IrishName", "O\u2019Brien's", "o'brien's"},
    {"Elision", "l\u2019accord d'Ormont qu\u2019elle dell'accordo",
     "l accord d ormont qu elle dell accordo"},
    {"LetterPossessive", "the L's", "the l's"},
    {"Decade", "the 1990's and '90s", "the 1990's and 90s"},
    // Initials and periods.
    {"Initials", "the U.S. and the U.N.", "the us and the un"},
    {"InitialsWithoutFinalPeriod", "U.S. U.S US", "us us us"},
    {"InitialsPossessive", "the U.S.'s and U.S.\u2019s", "the us's and us's"},
    {"InitialsThenHyphen", "U.S.-Ormont", "us ormont"},
    {"CyrillicInitials", "С.В. Морозов", "св морозов"},
    {"OneInitial", "J. Doe", "j doe"},
    {"MissingSpace", "end.Next", "end next"},
    {"Domain", "www.example.com", "www example com"},
    // Hyphens.
    {"Designation", "G-7 G7 F-16 Su-27 CO-2", "g7 g7 f16 su27 co2"},
    {"NonBreakingHyphen", "G\u20117", "g7"},
    {"NameAndNumber", "COVID-19 COVID19 COVID 19", "covid 19 covid 19 covid 19"},
    {"YearAfterPrefix", "pre-2014 mid-2024", "pre 2014 mid 2024"},
    {"Compound", "dual-use", "dual use"},
    {"JoinedPrefix", "co-operation Re-election e-mail", "cooperation reelection email"},
    {"NumberCompound", "5-year 2023-2027 12:30", "5 year 2023 2027 12 30"},
    {"EnDash", "Ormont\u2013Valdria", "ormont valdria"},
    {"DanglingHyphens", "pre- and -war re-", "pre and war re"},
    // Ampersands, numbers, signs.
    {"Ampersand", "AT&T R&D Q&A M&Ms", "at&t r&d q&a m&ms"},
    {"AmpersandBetweenWords", "Smith&Sons AT & T", "smith sons at t"},
    {"Thousands", "1,000 10,000,000 1,000.5", "1000 10000000 1000.5"},
    {"NoThousands", "2023,2024 1,5 1,0000 1,2,3", "2023 2024 1 5 1 0000 1 2 3"},
    {"Decimals", "3.5 0.5bn 1.000", "3.5 0.5bn 1.000"},
    {"DottedDate", "11.07.2024", "11 07 2024"},
    {"EndOfSentenceNumber", "in 2024. 3 died", "in 2024 3 died"},
    {"Ordinals", "3rd 20th 5G H5N1", "3rd 20th 5g h5n1"},
    {"Signs", "$5bn 50% #summit @envoy_ormont", "5bn 50 summit envoy ormont"},
    {"Fraction", "2\u00bd", "2"},
    {"Subscript", "CO\u2082", "co2"},
    // Letters.
    {"Diacritics", "Caf\u00e9 cafe\u0301 \u0141\u00f3d\u017a", "cafe cafe lodz"},
    {"SharpS", "Stra\u00dfe", "strasse"},
    {"DottedI", "\u0130zmir I\u015f\u0131k", "izmir isik"},
    {"FullWidth", "\uff2e\uff21\uff34\uff2f", "nato"},
    {"SoftHyphen", "minis\u00adter", "minister"},
    {"ZeroWidthNonJoiner", "می\u200cخواهم", "ميخواهم"},
    {"RussianYo", "Королёв королев", "королев королев"},
    {"ArabicVariants", "أحمد احمد إحمد", "احمد احمد احمد"},
    {"TatweelAlone", "الصـين \u0640\u0640", "الصين"},
    {"Devanagari", "हिन्दी में", "हिन्दी में"},
    {"Hebrew", "שָׁלוֹם צה\u05f4ל", "שלום צה ל"},
    {"UkrainianApostrophe", "м\u2019яса", "м'яса"},
    {"LigatureOfWords", "\ufdfa", "صلياللهعليهوسلم"},
    // Scripts without spaces.
    {"Han", "北约", "北 约"},
    {"HanBesideLatin", "北约NATO制裁", "北 约 nato 制 裁"},
    {"HanAndNumber", "2024年7月", "2024 年 7 月"},
    {"Kana", "コーヒーは", "コ ー ヒ ー は"},
    {"HalfWidthKana", "ｶﾞｽ", "ガ ス"},
    {"Hangul", "한국은", "한 국 은"},
    {"HangulJamo", "\u1112\u1161\u11ab\u1100", "한 \u1100"},
    {"Thai", "กำลัง", "ก\u0e4d\u0e32 ลั ง"},
};

class WordsTest : public testing::TestWithParam<WordsCase> {};

TEST_P(WordsTest, AreCutAndFolded) {
  EXPECT_EQ(folded_words(GetParam().text), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(Texts, WordsTest, testing::ValuesIn(words_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Analyzer, RangesAreWhatIsWritten) {
  EXPECT_EQ(ranges("The U.S.'s G-7 co-op, 1,000 l\u2019accord; the U.N."),
            "[The] [U.S.'s] [G-7] [co-op] [1,000] [l] [accord] [the] [U.N.]");
  EXPECT_EQ(ranges("cafe\u0301s"), "[cafe\u0301s]");
  EXPECT_EQ(ranges("北约NATO"), "[北] [约] [NATO]");
}

TEST(Analyzer, PrependedMarksBelongToTheirGrapheme) {
  EXPECT_EQ(ranges("(\u0600\u0661)"), "[\u0600\u0661]");
}

struct StemCase {
  const char* name;
  const char* language;
  const char* text;
  const char* stems;
};

void PrintTo(const StemCase& c, std::ostream* out) {
  *out << c.language << ": " << c.text;
}

constexpr StemCase stem_cases[] = {
    {"English", "en", "negotiations negotiated", "negoti negoti"},
    {"Possessive", "en", "China's China", "china china"},
    {"PossessiveWithoutStemmer", "", "China\u2019s negotiations", "china negotiations"},
    {"PossessiveInitials", "en", "U.S.'s", "us"},
    {"Capitals", "en", "SANCTIONS Sanctions", "sanction sanction"},
    {"NumbersAreNotStemmed", "en", "1990s 5ing", "1990s 5ing"},
    {"French", "fr", "négociations negociations", "negoci negoci"},
    {"German", "de", "Verhandlungen Verhandlung", "verhandl verhandl"},
    {"Russian", "ru", "переговоров переговоры", "переговор переговор"},
    {"ArabicArticle", "ar", "الصين والصين بالصين صين", "صين صين صين صين"},
    {"ArabicPlural", "ar", "المفاوضات مفاوضات ومفاوضات", "مفاوض مفاوض مفاوض"},
    {"TurkishSuffix", "tr", "Ankara\u2019n\u0131n Ankara'ya", "ankar ankar"},
    {"Norwegian", "nb", "forhandlingene", "forhandling"},
    {"Polish", "pl", "rokowania", "rokowania"},
    {"UnknownLanguage", "xx", "talks", "talks"},
    {"HanHasNone", "zh", "制裁", "制 裁"},
};

class StemTest : public testing::TestWithParam<StemCase> {};

TEST_P(StemTest, FollowTheLanguage) {
  EXPECT_EQ(stems(GetParam().text, GetParam().language), GetParam().stems);
}

INSTANTIATE_TEST_SUITE_P(Words, StemTest, testing::ValuesIn(stem_cases),
                         [](const auto& test) { return test.param.name; });

// A query without diacritics finds the word all the same.
TEST(Analyzer, BareStemIsThatOfTheFoldedForm) {
  const auto stems_of = [](std::string_view word) {
    std::string out;
    Analyzer("es").analyze(
        word, [&](const Word& only) { out.append(only.stem).append(" ").append(only.bare_stem); });
    return out;
  };
  EXPECT_EQ(stems_of("comunicaci\u00f3n"), "comun comunicacion");
  EXPECT_EQ(stems_of("comunicacion"), "comunicacion ");
  EXPECT_EQ(stems_of("comunicaciones"), "comun ");
  EXPECT_EQ(stems_of("naci\u00f3n"), "nacion ");
}

TEST(Analyzer, ExactFormKeepsDiacritics) {
  std::string exact;
  Analyzer("fr").analyze("\u00c9t\u00e9 ete",
                         [&](const Word& word) { exact.append(word.exact).append(" "); });

  EXPECT_EQ(exact, "\u00e9t\u00e9 ete ");
}

TEST(Analyzer, WordsOf64And65BytesAreWholeAndCut) {
  EXPECT_EQ(folded_words(std::string(64, 'a')), std::string(64, 'a'));
  EXPECT_EQ(folded_words(std::string(65, 'a')), std::string(64, 'a') + " a");
  EXPECT_EQ(folded_words("a" + std::string(10, ' ') + std::string(130, 'b')),
            "a " + std::string(64, 'b') + " " + std::string(64, 'b') + " bb");
}

TEST(Analyzer, CutsLongWordsBetweenGraphemes) {
  std::string text(63, 'a');
  text += "\u00e9\u0301z";

  EXPECT_EQ(ranges(text), "[" + std::string(63, 'a') + "] [\u00e9\u0301z]");
}

TEST(Analyzer, RemembersWordsWithoutMixingThemUp) {
  Analyzer english("en");
  Analyzer fresh("en");
  std::mt19937 random(5);
  std::uniform_int_distribution<int> letter('a', 'e');
  std::string text;
  for (int i = 0; i < 60'000; ++i) {
    text += i % 6 == 5 ? ' ' : static_cast<char>(letter(random));
    text += i % 40 == 39 ? "\u00e9" : "";
  }
  std::vector<std::string> first, second;
  for (int round = 0; round < 2; ++round) {
    english.analyze(text, [&](const Word& word) { first.emplace_back(word.stem); });
  }
  for (int round = 0; round < 2; ++round) {
    fresh.analyze(text, [&](const Word& word) {
      second.emplace_back(word.stem);
      if (second.size() % 1000 == 0) {
        std::string alone;
        Analyzer("en").analyze(word.range.in(text), [&](const Word& only) { alone = only.stem; });
        EXPECT_EQ(alone, word.stem);
      }
    });
  }
  EXPECT_EQ(first, second);
}

// Characters that the rules treat apart, close together.
std::string random_text(std::mt19937& random) {
  static constexpr std::string_view pieces[] = {
      "a",      "e",      "s",      "S",      "U",      "7",      "19",         "co",
      "l",      ".",      ",",      "-",      "'",      "\u2019", "&",          " ",
      "\n",     "\u0301", "\u00e9", "\u200d", "\u00ad", "\u0600", "\u0661",     "北",
      "约",     "ก",      "กำ",     "ั",       "한",     "\u1112", "\u1161",     "\u11a8",
      "ﾞ",      "ｶ",      "ال",     "ً",       "ё",      "\u0130", "\U0001F468", "\U0001F3FB",
      "\u20e3", "\ufe0f", "à",      "\u0d4e", "क",      "्",       "\u0903",     "\U0001F1E8",
      "½",      "\r\n",   "\uff27", "\u2011", "1,000",  "letters"};
  std::uniform_int_distribution<std::size_t> piece(0, std::size(pieces) - 1);
  std::uniform_int_distribution<int> length(1, 24);
  std::string text;
  for (int i = length(random); i > 0; --i) {
    text += pieces[piece(random)];
  }
  return text;
}

std::vector<bool> grapheme_boundaries(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
  graphemes->setText(utf16);
  std::vector<bool> boundaries(text.size() + 1);
  for (std::int32_t at = graphemes->first(); at != icu::BreakIterator::DONE;
       at = graphemes->next()) {
    std::string before;
    utf16.tempSubString(0, at).toUTF8String(before);
    boundaries[before.size()] = true;
  }
  return boundaries;
}

TEST(Analyzer, RangesAreInOrderAndOnGraphemeBoundaries) {
  std::mt19937 random(3);
  Analyzer analyzer("en");
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    const std::vector<bool> boundaries = grapheme_boundaries(text);
    std::uint32_t end = 0;
    std::uint32_t position = 0;
    analyzer.analyze(text, [&](const Word& word) {
      ASSERT_LE(end, word.range.begin) << text;
      ASSERT_LT(word.range.begin, word.range.end) << text;
      ASSERT_TRUE(boundaries[word.range.begin]) << text;
      ASSERT_TRUE(boundaries[word.range.end]) << text;
      ASSERT_EQ(word.position, position++);
      ASSERT_FALSE(word.folded.empty() || word.stem.empty() || word.exact.empty()) << text;
      ASSERT_LE(word.folded.size(), 64U);
      ASSERT_FALSE(first_invalid_utf8(word.folded)) << text;
      ASSERT_EQ(fold(word.folded), word.folded) << text;
      end = word.range.end;
    });
  }
}

// What a phrase relies on: the words of a passage, typed again, are the same words.
TEST(Analyzer, FoldedWordsAnalyzedAgainAreTheSame) {
  std::mt19937 random(4);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = random_text(random);
    const std::string once = folded_words(text);
    ASSERT_EQ(folded_words(once), once) << text;
  }
}

// What lets a highlighter leave most words unstemmed.
TEST(Analyzer, StemsOnDemandAreTheSameAndKeepTheirFirstByte) {
  std::mt19937 random(6);
  for (const char* language :
       {"en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "hu", "ro", "ru", "tr",
        "lt", "hy", "eu", "ca", "el", "hi", "ne", "sr", "yi", "ar", "ga", "id", "ta", "zh", ""}) {
    Analyzer each(language), on_demand(language);
    for (int round = 0; round < 400; ++round) {
      const std::string text = random_text(random) + " skies dying negotiations ge\u00f6ffnet";
      std::vector<std::string> first, second;
      each.analyze(text, [&](const Word& word) { first.emplace_back(word.stem); });
      on_demand.analyze_unstemmed(text, [&](const Word& word) {
        second.emplace_back(on_demand.stem_of(word));
        if (on_demand.stems_keep_first_byte()) {
          ASSERT_EQ(second.back().front(), word.folded.front()) << language << " " << word.folded;
        }
      });
      ASSERT_EQ(first, second) << language << " " << text;
    }
  }
}

TEST(Analyzer, MillionLetterLineIsLinear) {
  for (const char* piece : {"a", "a'", "1,000,", "U.", "1.1.", "a-", "\u0301", "é", "北"}) {
    std::string text;
    while (text.size() < 1'000'000) {
      text += piece;
    }
    std::size_t words = 0;
    Analyzer("en").analyze(text, [&](const Word&) { ++words; });
    EXPECT_LE(words, text.size());
  }
}

}  // namespace
}  // namespace verbale
