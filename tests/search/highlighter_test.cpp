#include "search/highlighter.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ostream>

#include "search/highlight_oracle.h"
#include "verbale/query/parser.h"

namespace verbale {
namespace {

const Schema& schema() {
  static const Schema builtin = Schema::builtin();
  return builtin;
}

QueryNode tree(std::string_view query) {
  const auto parsed = parse_query(query, schema(), {.today = *Date::of_day(2030, 3, 13)});
  EXPECT_TRUE(parsed) << query << ": " << parsed.error().message;
  return parsed->root;
}

struct HighlightCase {
  const char* name;
  const char* query;
  const char* text;  // Quotations between “ and ”, which the field `said` looks into.
  const char* marked;
  const char* language = "en";
};

void PrintTo(const HighlightCase& c, std::ostream* out) {
  *out << c.query << " in: " << c.text;
}

std::vector<TextRange> quotations_of(std::string_view text) {
  std::vector<TextRange> ranges;
  for (std::size_t open = text.find("“"); open != text.npos; open = text.find("“", open + 1)) {
    const std::size_t close = text.find("”", open);
    ranges.push_back({static_cast<std::uint32_t>(open + 3), static_cast<std::uint32_t>(close)});
  }
  return ranges;
}

constexpr HighlightCase highlight_cases[] = {
    {"Stem", "sanction", "New sanctions were sanctioned.", "New [sanctions] were [sanctioned]."},
    {"Folded", "cafe", "Le café est là.", "Le [café] est là.", "fr"},
    {"WithoutItsAccent", "comunicacion", "la comunicaci\u00f3n", "la [comunicaci\u00f3n]", "es"},
    {"WithItsAccent", "comunicaci\u00f3n", "COMUNICACION, comunicaciones",
     "[COMUNICACION], [comunicaciones]", "es"},
    {"Initials", "US", "the U.S. envoy", "the [U.S.] envoy"},
    {"Possessive", "Velmark", "Velmark\u2019s port", "[Velmark\u2019s] port"},
    // X2: a phrase is one range, and its words alone are none.
    {"PhraseIsOneRange", "\"leap of faith\"", "a leap of faith, of faith",
     "a [leap of faith], of faith"},
    {"PhraseIsNotStemmed", "\"red lines\"", "a red line, two red lines",
     "a red line, two [red lines]"},
    {"PhraseMatchesCurlyAndStraight", "\"Velmark's port\"", "in Velmark\u2019s port",
     "in [Velmark\u2019s port]"},
    {"PhraseAcrossHyphen", "\"dual use\"", "dual-use goods", "[dual-use] goods"},
    {"OverlappingPhrases", "\"a b a\"", "a b a b a c", "[a b a b a] c"},
    {"NearOnlyWhereItHolds", "red NEAR/2 crossed", "red x crossed, then the red",
     "[red] x [crossed], then the red"},
    {"NearTooFar", "red NEAR/2 crossed OR port", "red x y crossed port", "red x y crossed [port]"},
    {"AdjInOrder", "leap ADJ/2 faith", "faith leap of faith", "faith [leap] of [faith]"},
    {"NearWithWildcard", "red NEAR/2 cross*", "red lines crossed", "[red] lines [crossed]"},
    {"NearNeedsTwoWords", "red NEAR/3 re* OR port", "red port", "red [port]"},
    // X3: what is negated is never lit.
    {"Negated", "Velmark -(talks Tarrovia)", "Velmark held talks", "[Velmark] held talks"},
    {"NegatedInsideAChoice", "(port -tariff) OR harbour", "port tariff harbour",
     "port tariff [harbour]"},
    {"SideThatDoesNotHold", "(port \"red line\") OR harbour", "port harbour", "port [harbour]"},
    // X1: fields.
    {"SaidOnlyInsideQuotations", "said:port", "The port, “our port”, a port.",
     "The port, “our [port]”, a port."},
    {"SaidWildcard", "said:cross*", "crossed “crossing” crossed", "crossed “[crossing]” crossed"},
    {"SaidPhrase", "said:\"our port\"", "our port “our port” our port",
     "our port “[our port]” our port"},
    {"TitleWordIsNotLitInTheText", "title:port OR harbour", "port harbour", "port [harbour]"},
    {"FilterLightsNothing", "port country:XA kind:quote", "XA quote port", "XA quote [port]"},
    {"Wildcard", "sanct*", "sanctions sanctum sane", "[sanctions] [sanctum] sane"},
    // X5: scripts without spaces.
    {"HanRunIsOneRange", "制裁", "新制裁措施", "新[制裁]措施", "zh"},
    {"HanPhraseAcrossScripts", "\"北约NATO制裁\"", "说北约NATO制裁了", "说[北约NATO制裁]了", "zh"},
    {"TouchingWordsAreOneRange", "北 约", "北约", "[北约]", "zh"},
    {"ArabicArticle", "ميناء", "في الميناء القديم", "في [الميناء] القديم", "ar"},
    {"CombiningMarksStayWhole", "cafe", "cafe\u0301s and cafe\u0301",
     "[cafe\u0301s] and [cafe\u0301]", "en"},
    {"Everything", "*", "port", "port"},
};

class HighlightTest : public testing::TestWithParam<HighlightCase> {};

TEST_P(HighlightTest, IsExactlyWhatMatched) {
  const std::string_view text = GetParam().text;
  const auto quotations = quotations_of(text);
  Analyzers analyzers;
  Highlighter highlighter(tree(GetParam().query), MatchMode::All, analyzers);

  const Highlights found = highlighter.highlight(
      {.text = text, .language = GetParam().language, .quotations = quotations});

  EXPECT_EQ(marked(text, found.text), GetParam().marked);
}

INSTANTIATE_TEST_SUITE_P(Passages, HighlightTest, testing::ValuesIn(highlight_cases),
                         [](const auto& test) { return test.param.name; });

TEST(Highlighter, BareWordsAndTitleWordsAreLitInTheTitle) {
  Analyzers analyzers;
  const std::string_view title = "Ports and talks: the port law";
  const HighlightTarget target{
      .text = "the port", .language = "en", .title = title, .title_language = "en"};

  EXPECT_EQ(
      marked(title, Highlighter(tree("port"), MatchMode::All, analyzers).highlight(target).title),
      "[Ports] and talks: the [port] law");
  EXPECT_EQ(marked(title, Highlighter(tree("title:\"port law\""), MatchMode::All, analyzers)
                              .highlight(target)
                              .title),
            "Ports and talks: the [port law]");
  EXPECT_TRUE(
      Highlighter(tree("\"port law\""), MatchMode::All, analyzers).highlight(target).title.empty());
}

// Pitfall 14: long passages are highlighted like short ones.
TEST(Highlighter, FiveMegabytesAreHighlighted) {
  std::string text;
  while (text.size() < 5'000'000) {
    text += "The envoy spoke of the harbour and of tariffs again. ";
  }
  text += "A decisive enabler.";
  Analyzers analyzers;
  Highlighter highlighter(tree("\"decisive enabler\" a* NEAR/9 tariffs"), MatchMode::All,
                          analyzers);

  const Highlights found = highlighter.highlight({.text = text, .language = "en"});

  EXPECT_EQ(found.text.back().in(text), "decisive enabler");
}

}  // namespace
}  // namespace verbale
