#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "verbale/text/analyzer.h"

namespace verbale {
namespace {

// Every example of docs/text_analysis.md is true.
TEST(TextAnalysisPage, ExamplesAreCutIntoTheWordsThatThePageSays) {
  std::ifstream page(std::string(VERBALE_SOURCE_DIR) + "/docs/text_analysis.md");
  bool inside = false;
  int examples = 0;
  std::string line;
  for (int number = 1; std::getline(page, line); ++number) {
    if (line.starts_with("```")) {
      inside = line == "```words";
      continue;
    }
    const std::size_t arrow = line.find(" => ");
    if (!inside || arrow == std::string::npos) {
      continue;
    }
    std::string words;
    Analyzer("").analyze(std::string_view(line).substr(0, arrow), [&](const Word& word) {
      words.append(words.empty() ? "" : " ").append(word.folded);
    });
    EXPECT_EQ(words, line.substr(arrow + 4)) << "docs/text_analysis.md:" << number;
    ++examples;
  }
  EXPECT_GT(examples, 15);
}

}  // namespace
}  // namespace verbale
