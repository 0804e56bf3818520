#include "readers/dates.h"

#include <algorithm>
#include <string>
#include <vector>

#include "readers/words.h"

namespace verbale::readers {
namespace {

struct MonthName {
  std::string_view name;
  unsigned month;
};

// Full names and the abbreviations that RFC 822 and English datelines use.
constexpr MonthName month_names[] = {
    {"january", 1},   {"february", 2},  {"march", 3},  {"april", 4},     {"may", 5},
    {"june", 6},      {"july", 7},      {"august", 8}, {"september", 9}, {"october", 10},
    {"november", 11}, {"december", 12}, {"jan", 1},    {"feb", 2},       {"mar", 3},
    {"apr", 4},       {"jun", 6},       {"jul", 7},    {"aug", 8},       {"sep", 9},
    {"sept", 9},      {"oct", 10},      {"nov", 11},   {"dec", 12},
};

constexpr int first_year = 1400;
constexpr int last_year = 2200;
constexpr std::size_t longest_date = 100;

// A run of digits, or a run of letters in lower case; bytes beyond ASCII count as letters.
struct Token {
  std::string word;  // Empty for a number.
  int number = 0;
  std::size_t digits = 0;
};

bool belongs_to_word(char c) {
  return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    Token token;
    for (; at < text.size() && belongs_to_word(text[at]); ++at) {
      token.word += lower(text[at]);
    }
    if (token.word.empty()) {
      for (; at < text.size() && is_digit(text[at]); ++at, ++token.digits) {
        token.number = token.digits < 8 ? token.number * 10 + (text[at] - '0') : token.number;
      }
    }
    if (token.word.empty() && token.digits == 0) {
      ++at;
    } else {
      tokens.push_back(std::move(token));
    }
  }
  return tokens;
}

std::optional<Date> day_in_range(int year, unsigned month, int day) {
  if (year < first_year || year > last_year || day < 1) {
    return std::nullopt;
  }
  return Date::of_day(year, month, static_cast<unsigned>(day));
}

// "2024/7/12", "2024.07.12 10:00", "2024年7月12日"
std::optional<Date> year_first(const std::vector<Token>& tokens) {
  std::vector<Token> numbers;
  std::ranges::copy_if(tokens, std::back_inserter(numbers),
                       [](const Token& token) { return token.digits != 0; });
  if (numbers.size() < 3 || tokens.front().digits != 4 || numbers[1].digits > 2 ||
      numbers[2].digits > 2 || numbers[1].number < 1) {
    return std::nullopt;
  }
  return day_in_range(numbers[0].number, static_cast<unsigned>(numbers[1].number),
                      numbers[2].number);
}

unsigned month_of(const Token& token) {
  const auto* const found = std::ranges::find(month_names, token.word, &MonthName::name);
  return found == std::end(month_names) ? 0 : found->month;
}

// RFC 2822 reads the years of RFC 822: "24" is 2024 and "87" is 1987.
int year_of(const Token& token) {
  if (token.digits == 2) {
    return token.number + (token.number < 50 ? 2000 : 1900);
  }
  return token.digits == 4 ? token.number : 0;
}

// "12 July 2024", "Fri, 12 Jul 24 01:30", "July 12th, 2024", "jul 12 2024"
std::optional<Date> named_month(const std::vector<Token>& tokens) {
  const auto month = std::ranges::find_if(tokens, [](const Token& t) { return month_of(t) != 0; });
  if (month == tokens.end()) {
    return std::nullopt;
  }
  const auto is_day = [](const Token& t) { return t.digits == 1 || t.digits == 2; };
  auto next = month + 1;
  if (month != tokens.begin() && is_day(*(month - 1)) && next != tokens.end()) {
    return day_in_range(year_of(*next), month_of(*month), (month - 1)->number);
  }
  if (next == tokens.end() || !is_day(*next)) {
    return std::nullopt;
  }
  const int day = next->number;
  ++next;
  if (next != tokens.end() && next->word.size() == 2) {
    ++next;  // "12th"
  }
  const bool four_digits = next != tokens.end() && next->digits == 4;
  return four_digits ? day_in_range(next->number, month_of(*month), day) : std::nullopt;
}

}  // namespace

std::optional<Date> read_date(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > longest_date) {
    return std::nullopt;
  }
  if (const auto date = parse_date(text)) {
    return date->year() < first_year || date->year() > last_year ? std::nullopt
                                                                 : std::optional(*date);
  }
  const std::vector<Token> tokens = tokens_of(text);
  if (tokens.empty()) {
    return std::nullopt;
  }
  const auto date = year_first(tokens);
  return date ? date : named_month(tokens);
}

}  // namespace verbale::readers
