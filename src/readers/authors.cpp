#include "readers/authors.h"

#include <algorithm>
#include <span>
#include <utility>

#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::size_t most_authors = 50;
constexpr std::size_t longest_name = 120;

constexpr std::string_view openings[] = {"by ",  "by: ", "written by ", "posted by ",
                                         "von ", "par ", "por ",        "author: "};

constexpr std::string_view separators[] = {";", "|", " and ", " & ", " und ", " et ", " y "};

// Behind a comma a trade is no second author: "Ana Ruiz, Diplomatic Editor".
constexpr std::string_view trades[] = {"editor",   "correspondent", "reporter", "writer",
                                       "producer", "columnist",     "analyst",  "staff",
                                       "chief",    "news",          "jr",       "phd"};

bool is_address(std::string_view name) {
  return name.find('@') != std::string_view::npos || name.find("://") != std::string_view::npos ||
         starts_ignoring_case(name, "www.");
}

// "ana@h.example (Ana Ruiz)" of RSS, "Ana Ruiz <ana@h.example>" of mail.
std::string_view without_mail_address(std::string_view written) {
  const std::size_t at = written.find('@');
  const std::size_t open = written.find_first_of("(<");
  if (at == std::string_view::npos || open == std::string_view::npos) {
    return written;
  }
  if (open < at) {
    return trim(written.substr(0, open));
  }
  const std::size_t close = written.find(')', open);
  return trim(written.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
}

bool is_full_name(std::string_view part) {
  const std::string name = lower(trim(part));
  const auto spaces = std::ranges::count(name, ' ');
  return spaces >= 1 && spaces <= 3 &&
         std::ranges::none_of(trades, [&name](std::string_view trade) {
           return (" " + name + " ").find(" " + std::string(trade) + " ") != std::string::npos;
         });
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(separator); at != std::string_view::npos;
       at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  parts.push_back(text);
  return parts;
}

void add_name(std::string_view name, std::vector<std::string>& authors) {
  std::string written(trim(name));
  if (!written.empty() && !is_address(written) && written.size() <= longest_name &&
      authors.size() < most_authors && std::ranges::find(authors, written) == authors.end()) {
    authors.push_back(std::move(written));
  }
}

// "Ana Ruiz, Ben Lum" are two; "Ruiz, Ana" and "Ana Ruiz, Diplomatic Editor" are one.
void add_comma_list(std::string_view part, std::vector<std::string>& authors) {
  const auto names = split(part, ",");
  if (std::ranges::all_of(names, is_full_name)) {
    for (const std::string_view name : names) {
      add_name(name, authors);
    }
  } else {
    add_name(part, authors);
  }
}

void add_separated(std::string_view text, std::span<const std::string_view> by,
                   std::vector<std::string>& authors) {
  if (by.empty()) {
    add_comma_list(text, authors);
    return;
  }
  for (const std::string_view part : split(text, by.front())) {
    add_separated(part, by.subspan(1), authors);
  }
}

}  // namespace

void add_authors(std::string_view written, std::vector<std::string>& authors) {
  const std::string line = one_line(written);
  std::string_view names = without_mail_address(line);
  for (const std::string_view opening : openings) {
    if (starts_ignoring_case(names, opening)) {
      names.remove_prefix(opening.size());
      break;
    }
  }
  add_separated(names, separators, authors);
}

}  // namespace verbale::readers
