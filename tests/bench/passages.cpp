#include "passages.h"

#include <boost/json.hpp>
#include <fstream>
#include <stdexcept>

namespace verbale::bench {
namespace {

std::vector<std::string> strings(const boost::json::object& object, const char* name) {
  return boost::json::value_to<std::vector<std::string>>(object.at(name));
}

std::string string(const boost::json::object& object, const char* name) {
  return std::string(object.at(name).as_string());
}

}  // namespace

std::string to_json(const DumpedPassage& passage) {
  const boost::json::object object{{"id", passage.id},
                                   {"article", passage.article},
                                   {"title", passage.title},
                                   {"outlet", passage.outlet},
                                   {"language", passage.language},
                                   {"date", passage.date},
                                   {"speakers", boost::json::value_from(passage.speakers)},
                                   {"countries", boost::json::value_from(passage.countries)},
                                   {"about", boost::json::value_from(passage.about)},
                                   {"topics", boost::json::value_from(passage.topics)},
                                   {"text", passage.text}};
  return boost::json::serialize(object);
}

void read_dump(const std::string& path, const std::function<void(DumpedPassage)>& visit) {
  std::ifstream in(path);
  if (!in) {
    throw std::runtime_error("cannot read " + path);
  }
  for (std::string line; std::getline(in, line);) {
    const boost::json::value value = boost::json::parse(line);
    const boost::json::object& object = value.as_object();
    visit({.id = string(object, "id"),
           .article = string(object, "article"),
           .title = string(object, "title"),
           .outlet = string(object, "outlet"),
           .language = string(object, "language"),
           .date = string(object, "date"),
           .speakers = strings(object, "speakers"),
           .countries = strings(object, "countries"),
           .about = strings(object, "about"),
           .topics = strings(object, "topics"),
           .text = string(object, "text")});
  }
}

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      words.back() += static_cast<char>(c | 0x20);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) {
    words.pop_back();
  }
  return words;
}

}  // namespace verbale::bench
