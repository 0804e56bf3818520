#include "schema/table_text.h"

#include <gtest/gtest.h>

#include <ostream>

namespace verbale {
namespace {

constexpr const char* columns[] = {"id", "name", "aliases"};
constexpr TableSpec spec{"things.tsv", columns};

std::string printed(const Result<std::vector<TableLine>>& lines) {
  if (!lines) {
    return to_string(lines.error());
  }
  std::string text;
  for (const TableLine& line : *lines) {
    text += std::to_string(line.line) + ":";
    for (const std::string_view cell : line.cells) {
      text += "[" + std::string(cell) + "]";
    }
  }
  return text;
}

struct TableCase {
  const char* name;
  const char* text;
  const char* expected;
};

void PrintTo(const TableCase& c, std::ostream* out) {
  *out << c.name;
}

constexpr TableCase table_cases[] = {
    {"Rows", "id\tname\taliases\na\tA\tx|y\n", "2:[a][A][x|y]"},
    {"CommentsAndBlankLines", "# why\nid\tname\n\n# more\na\tA\n", "5:[a][A][]"},
    {"AnyOrderAndNotAll", "name\tid\nA\ta\n", "2:[a][A][]"},
    {"ShortRow", "id\tname\taliases\na\n", "2:[a][][]"},
    {"CarriageReturnsAndByteOrderMark", "\xEF\xBB\xBFid\tname\r\na\tA\r\n", "2:[a][A][]"},
    {"NoFinalLineBreak", "id\na", "2:[a][][]"},
    {"Empty", "", ""},
    {"UnknownColumn", "id\tnmae\n",
     "things.tsv:1: no column is called \"nmae\"; index_schema/README.md lists the columns"},
    {"NoKeyColumn", "name\nA\n", "things.tsv:1: the first line must name the column \"id\""},
    {"TooManyCells", "id\na\tA\n", "things.tsv:2: the row has 2 cells, and the table 1 columns"},
    {"NoKey", "id\tname\n\tA\n", "things.tsv:2: the row has no id"},
    {"SameKeyTwice", "id\na\nb\na\n", "things.tsv:4: the same id stands in line 2: a"},
};

class TableText : public testing::TestWithParam<TableCase> {};

TEST_P(TableText, IsReadOrRefusedAtItsLine) {
  EXPECT_EQ(printed(read_table(GetParam().text, spec)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Tables, TableText, testing::ValuesIn(table_cases),
                         [](const auto& test) { return test.param.name; });

TEST(ListCell, IsSplitAtBarsAndTrimmed) {
  EXPECT_EQ(split_list(" a | b||c "), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(split_list("").empty());
}

}  // namespace
}  // namespace verbale
