#include <gtest/gtest.h>

#include <ostream>
#include <sstream>
#include <string>

#include "readers/printed.h"

namespace verbale {
namespace {

struct TableCase {
  const char* name;
  std::string table;
  std::string expected;
};

void PrintTo(const TableCase& c, std::ostream* out) {
  *out << c.table;
}

const TableCase table_cases[] = {
    {"Plain", "id,title,text\n1,A,One\n2,B,Two\n", "id=1|title=A|text=One\nid=2|title=B|text=Two"},
    {"QuotedFields", "id,text\n1,\"One, \"\"two\"\"\nthree\"\n", "id=1|text=One, \"two\"\nthree"},
    {"CarriageReturns", "id,text\r\n1,One\r\n", "id=1|text=One"},
    {"Semicolons", "id;text;date\n1;One, two;2024-07-11\n",
     "id=1|published=2024-07-11|text=One, two"},
    {"Tabs", "id\ttext\n1\tOne, two\n", "id=1|text=One, two"},
    {"OtherNamesInAnyCase", "ID, Body ,Source\n1,One,Herald\n", "id=1|outlet=Herald|text=One"},
    {"ByteOrderMark", "\xEF\xBB\xBFid,text\n1,One\n", "id=1|text=One"},
    {"MissingFieldsAreEmpty", "id,text,title\n1,One\n", "id=1|text=One"},
    {"MarksInsideAField", "id,text\n1,a \"b\" c\n", "id=1|text=a \"b\" c"},
    {"TooManyFields", "id,text\n1,One,2\n2,Two\n",
     "id=2|text=Two\nrefused -:2: has 3 fields under 2 names"},
    {"WithoutText", "id,text\n1,\n", "refused -:2: the text is missing"},
    {"InvalidUtf8", "id,text\n1,\xFF\n2,Two\n",
     "id=2|text=Two\nrefused -:2: is not UTF-8 at byte 3"},
    {"UnclosedQuote", "id,text\n1,\"One\n2,Two\n",
     "refused -:2: has a quotation mark that is not closed"},
};

class CsvRecordTest : public testing::TestWithParam<TableCase> {};

TEST_P(CsvRecordTest, GivesItsRows) {
  std::istringstream input(GetParam().table);
  ReadOptions options;
  options.format = SourceFormat::Csv;
  RecordReader reader({"-"}, options, input);
  ParsedRecord all;
  while (const auto record = reader.next(all.refusals)) {
    ParsedRecord parsed = parse_record(*record, options);
    all.articles.insert(all.articles.end(), parsed.articles.begin(), parsed.articles.end());
    all.refusals.insert(all.refusals.end(), parsed.refusals.begin(), parsed.refusals.end());
  }

  EXPECT_EQ(printed(all), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Tables, CsvRecordTest, testing::ValuesIn(table_cases),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace verbale
