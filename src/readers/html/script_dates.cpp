#include "readers/html/script_dates.h"

#include <algorithm>

#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t longest_key = 24;
constexpr std::size_t longest_value = 40;
constexpr std::size_t most_dates = 100;

// Without "_" and "-", small letters.
constexpr std::string_view keys[] = {"datepublished",  "publisheddate",      "publishdate",
                                     "publishedat",    "publishedtime",      "publishtime",
                                     "firstpublished", "firstpublisheddate", "firstpublishedat"};

// Moves `text` behind `c`, over white space; false where something else stands.
bool take(std::string_view& text, char c) {
  const std::size_t at = text.find_first_not_of(" \t\r\n\\");
  if (at == std::string_view::npos || text[at] != c) {
    return false;
  }
  text.remove_prefix(at + 1);
  return true;
}

std::string plain(std::string_view key) {
  std::string letters;
  for (const char c : key) {
    if (is_letter(c)) {
      letters += lower(c);
    }
  }
  return letters;
}

}  // namespace

void add_script_dates(std::string_view script, std::vector<std::string>& dates) {
  constexpr std::string_view stem = "ublish";
  for (std::size_t at = script.find(stem);
       at != std::string_view::npos && dates.size() < most_dates; at = script.find(stem, at + 1)) {
    const std::size_t begin = script.rfind('"', at);
    const std::size_t end = script.find_first_of("\"\\", at);
    if (begin == std::string_view::npos || end == std::string_view::npos ||
        end - begin > longest_key ||
        std::ranges::find(keys, plain(script.substr(begin, end - begin))) == std::end(keys)) {
      continue;
    }
    std::string_view rest = script.substr(end, longest_value + 10);
    if (take(rest, '"') && take(rest, ':') && take(rest, '"')) {
      dates.emplace_back(rest.substr(0, rest.find_first_of("\"\\")));
    }
  }
}

}  // namespace verbale::readers::html
