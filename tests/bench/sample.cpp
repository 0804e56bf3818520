#include "sample.h"

#include <boost/json.hpp>
#include <fstream>
#include <stdexcept>

namespace verbale::bench {
namespace {

constexpr const char* sample_file = VERBALE_SOURCE_DIR "/tests/fixtures/sample/wire.jsonl";

std::string english_texts() {
  std::ifstream in(sample_file);
  std::string texts;
  for (std::string line; std::getline(in, line);) {
    const boost::json::value record = boost::json::parse(line);
    if (record.at("language").as_string() == "en") {
      texts.append(record.at("text").as_string()).append("\n\n");
    }
  }
  if (texts.empty()) {
    throw std::runtime_error(std::string("no English text in ") + sample_file);
  }
  return texts;
}

}  // namespace

Article sample_article(std::size_t bytes) {
  const std::string texts = english_texts();
  Article article;
  article.id.value = "sample";
  article.title = "Velmark seizes Tarrovian trawler on Corrin Bank";
  article.language = "en";
  article.published = Date::of_day(2031, 3, 4);
  while (article.text.size() < bytes) {
    article.text += texts;
  }
  return article;
}

std::string sample_passage(std::size_t words) {
  const std::string texts = english_texts();
  std::size_t end = 0;
  for (std::size_t word = 0; word < words && end != std::string::npos; ++word) {
    end = texts.find_first_of(" \n", end + 1);
  }
  return texts.substr(0, end);
}

}  // namespace verbale::bench
