#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "verbale/query/parser.h"

namespace verbale {
namespace {

struct Example {
  int line = 0;
  std::string query;
  std::string expected;
};

std::vector<Example> examples_of(const std::string& page) {
  std::ifstream file(page);
  std::vector<Example> examples;
  bool inside = false;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (text.starts_with("```")) {
      inside = text == "```query";
      continue;
    }
    const std::size_t arrow = text.find(" => ");
    if (!inside || arrow == std::string::npos) {
      continue;
    }
    const std::size_t end = text.find_last_not_of(' ', arrow) + 1;
    examples.push_back({line, text.substr(0, end), text.substr(arrow + 4)});
  }
  return examples;
}

// Every example of the page is true.
TEST(QueryLanguagePage, ExamplesAreReadAsThePageSays) {
  const Schema schema = Schema::builtin();
  const QueryOptions options{.today = *Date::of_day(2024, 3, 13)};
  const auto examples = examples_of(std::string(VERBALE_SOURCE_DIR) + "/docs/query_language.md");
  EXPECT_GT(examples.size(), 60U);
  for (const Example& example : examples) {
    const auto parsed = parse_query(example.query, schema, options);
    EXPECT_EQ(parsed ? to_string(parsed->root) : "error: " + parsed.error().message,
              example.expected)
        << "docs/query_language.md:" << example.line << ": " << example.query;
  }
}

// The examples of `verbale fields` are queries.
TEST(QueryLanguagePage, ExamplesOfTheFieldsAreQueries) {
  const Schema schema = Schema::builtin();
  for (const Field& field : schema.fields()) {
    const auto parsed = parse_query(field.example, schema, {.today = *Date::of_day(2024, 3, 13)});
    EXPECT_TRUE(parsed) << field.example << ": " << parsed.error().message;
  }
}

// What the page says of names.
TEST(QueryLanguagePage, ATitleMeansWhoHeldItThen) {
  const Schema schema = Schema::builtin();
  const auto parsed = parse_query("speaker:\"Chinese foreign minister\" date:2014", schema,
                                  {.today = *Date::of_day(2024, 3, 13)});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->notes.front(),
            "speaker:\"Chinese foreign minister\" was read as Wang Yi (wang-yi) by office");
}

}  // namespace
}  // namespace verbale
