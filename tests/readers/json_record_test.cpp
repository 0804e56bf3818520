#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "readers/printed.h"

namespace verbale {
namespace {

using namespace std::string_literals;

ParsedRecord parse(const std::string& line, const ReadOptions& options = {}) {
  return parse_record({SourceFormat::JsonLines, line, "a.jsonl:1", {}}, options);
}

struct JsonCase {
  const char* name;
  std::string line;
  std::string expected;
};

void PrintTo(const JsonCase& c, std::ostream* out) {
  *out << c.line;
}

const JsonCase json_cases[] = {
    {"EveryField",
     R"({"id":"a1","url":"https://h.example/1","title":"Talks","outlet":"Herald",)"
     R"("published":"2024-07-11T23:30:00+02:00","language":"en","text":"One.\n\nTwo.",)"
     R"("speaker":"Ana Ruiz","role":"minister","country":"Orvania","topics":["peace","trade"]})",
     "id=a1|url=https://h.example/1|title=Talks|outlet=Herald|published=2024-07-11|language=en|"
     "speaker=Ana Ruiz|role=minister|country=Orvania|topic=peace|topic=trade|text=One.\n\nTwo."},
    {"OtherNames", R"({"id":"a","body":"T","date":"2024-07","source":"Herald","lang":"en-GB"})",
     "id=a|outlet=Herald|published=2024-07|language=en|text=T"},
    {"ContentIsText", R"({"id":"a","content":"T"})", "id=a|text=T"},
    {"TheFirstNameOfAFieldWins", R"({"id":"a","content":"3","body":"2","text":"1"})",
     "id=a|text=1"},
    {"NullLetsTheOtherNameIn", R"({"id":"a","text":null,"body":"2"})", "id=a|text=2"},
    {"UnknownKeysOfAnyShape", R"({"id":"a","x":{"text":[1,{"id":2}]},"y":[[]],"text":"T"})",
     "id=a|text=T"},
    {"NumberAsIdAndYear", R"({"id":17,"date":1946,"text":"T"})", "id=17|published=1946|text=T"},
    {"Authors", R"({"id":"a","author":"By Ana Ruiz and Ben Lum","text":"T"})",
     "id=a|author=Ana Ruiz|author=Ben Lum|text=T"},
    {"AuthorsAsAList", R"({"id":"a","authors":["Ana Ruiz",{"id":7,"name":"Ben Lum"}],"text":"T"})",
     "id=a|author=Ana Ruiz|author=Ben Lum|text=T"},
    {"AuthorsThatAreNoNames", R"({"id":"a","authors":[[1],{"id":2},true],"text":"T"})",
     "id=a|text=T"},
    {"ObjectWithAName", R"({"id":"a","source":{"id":null,"name":"Herald"},"text":"T"})",
     "id=a|outlet=Herald|text=T"},
    {"ListOfParagraphs", R"({"id":"a","text":["One.","Two."]})", "id=a|text=One.\n\nTwo."},
    {"TheUrlIsTheId", R"({"url":"https://h.example/1","text":"T"})",
     "id=https://h.example/1|url=https://h.example/1|text=T"},
    {"TextIsKeptExactly", R"({"id":"a","text":" One.\r\n \u00a0Two. "})",
     "id=a|text= One.\r\n \u00a0Two. "},
    {"CarriageReturnAfterTheRecord", "{\"id\":\"a\",\"text\":\"T\"}\r", "id=a|text=T"},
    {"SurrogatePair", R"({"id":"a","text":"\ud83d\ude00"})", "id=a|text=\U0001F600"},
    {"LoneSurrogates", R"({"id":"a","text":"\ud83d \ude00 \\ud83d \ud83d\ud83d\ude00"})",
     "id=a|text=\uFFFD \uFFFD \\ud83d \uFFFD\U0001F600"},
    {"NulEscape", R"({"id":"a","text":"x\u0000y"})", "id=a|text=x\uFFFDy"},
    {"DateThatIsNone", R"({"id":"a","date":"last Tuesday","text":"T"})", "id=a|text=T"},
    {"LanguageThatIsNone", R"({"id":"a","language":"English","text":"T"})", "id=a|text=T"},

    {"MissingText", R"({"id":"a"})",
     "refused a.jsonl:1: the text is missing; a record needs \"text\" (or name another field with "
     "--map)"},
    {"BlankText", R"({"id":"a","text":" \n"})",
     "refused a.jsonl:1: the text is missing; a record needs \"text\" (or name another field with "
     "--map)"},
    {"TextOfAnotherType", R"({"id":"a","text":7})",
     "refused a.jsonl:1: \"text\" is a number where text belongs"},
    {"TitleOfAnotherType", R"({"id":"a","title":{"x":1},"text":"T"})",
     "refused a.jsonl:1: \"title\" is an object where text belongs"},
    {"ListOfOtherThings", R"({"id":"a","text":[{"p":"T"}]})",
     "refused a.jsonl:1: \"text\" is a list of other things than text where text belongs"},
    {"TheSameKeyTwice", R"({"id":"a","text":"1","text":"2"})",
     "refused a.jsonl:1: has the key \"text\" twice"},
    {"CutOff", R"({"id":"a","text":"On)",
     "refused a.jsonl:1: is not complete JSON; is the file cut off?"},
    {"NoObject", R"(["a"])", "refused a.jsonl:1: is not a JSON object"},
    {"NoJson", R"({"id":"a" "text":"T"})",
     "refused a.jsonl:1: is not JSON: syntax error at byte 11"},
    {"MoreBehindIt", R"({"id":"a","text":"T"} {})",
     "refused a.jsonl:1: is not JSON: extra data at byte 23"},
    {"RawNul", "{\"id\":\"a\",\"text\":\"x\0y\"}"s,
     "refused a.jsonl:1: is not JSON: syntax error at byte 20"},
    {"InvalidUtf8", "{\"id\":\"a\",\"text\":\"x\xFFy\"}",
     "refused a.jsonl:1: is not UTF-8 at byte 20"},
    {"TooDeep", R"({"id":"a","text":"T","x":)" + std::string(100'000, '[') + "}",
     "refused a.jsonl:1: is nested deeper than 64 levels"},
};

class JsonRecordTest : public testing::TestWithParam<JsonCase> {};

TEST_P(JsonRecordTest, HasADefinedOutcome) {
  EXPECT_EQ(printed(parse(GetParam().line)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Lines, JsonRecordTest, testing::ValuesIn(json_cases),
                         [](const auto& test) { return test.param.name; });

TEST(JsonRecord, MappedNamesReplaceTheUsualOnes) {
  ReadOptions options;
  options.field_map = {{"text", "story"}, {"title", "headline"}, {"published", "year"}};

  EXPECT_EQ(
      printed(parse(R"({"id":"a","story":"S","headline":"H","title":"T","year":1946})", options)),
      "id=a|title=H|published=1946|text=S");
  EXPECT_EQ(parse(R"({"id":"a","text":"T"})", options).articles.size(), 0u);
}

TEST(JsonRecord, WithoutIdAndUrlItIsKnownByItsTitleAndText) {
  const ParsedRecord one = parse(R"({"title":"A","text":"T"})");
  const ParsedRecord same = parse(R"({"text":"T","title":"A","outlet":"Herald"})");
  const ParsedRecord other = parse(R"({"title":"B","text":"T"})");

  ASSERT_EQ(one.articles.size(), 1u);
  EXPECT_EQ(one.articles[0].id.value.size(), 32u);
  EXPECT_EQ(one.articles[0].id, same.articles.at(0).id);
  EXPECT_NE(one.articles[0].id, other.articles.at(0).id);
}

TEST(JsonRecord, EveryPrefixOfARecordIsRefused) {
  const std::string line =
      R"({"id":"a","title":"\ud83d\ude00 \"x\"","text":"T","topics":["a"],"n":[1.5e3,true,null]})";

  for (std::size_t size = 0; size < line.size(); ++size) {
    const ParsedRecord parsed = parse(line.substr(0, size));
    EXPECT_EQ(parsed.articles.size(), 0u) << size;
    EXPECT_EQ(parsed.refusals.size(), 1u) << size;
  }
}

}  // namespace
}  // namespace verbale
