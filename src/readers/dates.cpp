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

// Names and abbreviations as dates in European languages write them (the genitive where there is
// one), small letters.
constexpr MonthName month_names[] = {
    {"january", 1},       {"february", 2},   {"march", 3},      {"april", 4},     {"may", 5},
    {"june", 6},          {"july", 7},       {"august", 8},     {"september", 9}, {"october", 10},
    {"november", 11},     {"december", 12},  {"jan", 1},        {"feb", 2},       {"mar", 3},
    {"apr", 4},           {"jun", 6},        {"jul", 7},        {"aug", 8},       {"sep", 9},
    {"oct", 10},          {"nov", 11},       {"dec", 12},       {"januar", 1},    {"februar", 2},
    {"märz", 3},          {"mai", 5},        {"juni", 6},       {"juli", 7},      {"oktober", 10},
    {"dezember", 12},     {"janvier", 1},    {"février", 2},    {"mars", 3},      {"avril", 4},
    {"juin", 6},          {"juillet", 7},    {"août", 8},       {"septembre", 9}, {"octobre", 10},
    {"novembre", 11},     {"décembre", 12},  {"janv", 1},       {"févr", 2},      {"juil", 7},
    {"déc", 12},          {"enero", 1},      {"febrero", 2},    {"marzo", 3},     {"abril", 4},
    {"mayo", 5},          {"junio", 6},      {"julio", 7},      {"agosto", 8},    {"septiembre", 9},
    {"octubre", 10},      {"noviembre", 11}, {"diciembre", 12}, {"gennaio", 1},   {"febbraio", 2},
    {"aprile", 4},        {"maggio", 5},     {"giugno", 6},     {"luglio", 7},    {"settembre", 9},
    {"ottobre", 10},      {"dicembre", 12},  {"janeiro", 1},    {"fevereiro", 2}, {"março", 3},
    {"maio", 5},          {"junho", 6},      {"julho", 7},      {"setembro", 9},  {"outubro", 10},
    {"novembro", 11},     {"dezembro", 12},  {"januari", 1},    {"februari", 2},  {"maart", 3},
    {"mei", 5},           {"augustus", 8},   {"января", 1},     {"февраля", 2},   {"марта", 3},
    {"апреля", 4},        {"мая", 5},        {"июня", 6},       {"июля", 7},      {"августа", 8},
    {"сентября", 9},      {"октября", 10},   {"ноября", 11},    {"декабря", 12},  {"січня", 1},
    {"лютого", 2},        {"березня", 3},    {"квітня", 4},     {"травня", 5},    {"червня", 6},
    {"липня", 7},         {"серпня", 8},     {"вересня", 9},    {"жовтня", 10},   {"листопада", 11},
    {"грудня", 12},       {"stycznia", 1},   {"lutego", 2},     {"marca", 3},     {"kwietnia", 4},
    {"maja", 5},          {"czerwca", 6},    {"lipca", 7},      {"sierpnia", 8},  {"września", 9},
    {"października", 10}, {"listopada", 11}, {"grudnia", 12},   {"ocak", 1},      {"şubat", 2},
    {"mart", 3},          {"nisan", 4},      {"mayıs", 5},      {"haziran", 6},   {"temmuz", 7},
    {"ağustos", 8},       {"eylül", 9},      {"ekim", 10},      {"kasım", 11},    {"aralık", 12},
    {"maret", 3},         {"desember", 12},  {"jän", 1},        {"okt", 10},      {"dez", 12},
    {"maj", 5},           {"augusti", 8},    {"sept", 9},       {"pebruari", 2},  {"agustus", 8},
    {"nopember", 11},
};

constexpr int first_year = 1400;
constexpr int last_year = 2200;
constexpr std::size_t longest_date = 120;

// A run of digits, or a run of letters in lower case; bytes beyond ASCII count as letters.
struct Token {
  std::string word;  // Empty for a number.
  int number = 0;
  std::size_t digits = 0;
  char before = ' ';  // The byte in front.

  bool is_year() const { return digits == 4; }
  bool is_short() const { return digits == 1 || digits == 2; }
};

using Tokens = std::vector<Token>;

bool belongs_to_word(char c) {
  return is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

Token read_token(std::string_view text, std::size_t& at) {
  Token token;
  token.before = at == 0 ? ' ' : text[at - 1];
  for (; at < text.size() && belongs_to_word(text[at]); ++at) {
    token.word += lower(text[at]);
  }
  if (token.word.empty()) {
    for (; at < text.size() && is_digit(text[at]); ++at, ++token.digits) {
      token.number = token.digits < 8 ? token.number * 10 + (text[at] - '0') : token.number;
    }
  }
  return token;
}

Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  for (std::size_t at = 0; at < text.size();) {
    Token token = read_token(text, at);
    if (token.word.empty() && token.digits == 0) {
      ++at;
    } else {
      tokens.push_back(std::move(token));
    }
  }
  return tokens;
}

std::optional<Date> day_in_range(int year, int month, int day) {
  if (year < first_year || year > last_year || month < 1 || day < 1) {
    return std::nullopt;
  }
  return Date::of_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

// The `count` tokens from `at` on, where they are there.
const Token* several(const Tokens& tokens, std::size_t at, std::size_t count) {
  return at + count <= tokens.size() ? &tokens[at] : nullptr;
}

// "2024/7/12", "2024.07.12 10:00"
std::optional<Date> year_first(const Tokens& tokens, std::size_t at, DayOrder) {
  const Token* const t = several(tokens, at, 3);
  if (t == nullptr || !t[0].is_year() || !t[1].is_short() || !t[2].is_short() ||
      t[1].before != t[2].before ||
      std::string_view("/.-").find(t[1].before) == std::string::npos) {
    return std::nullopt;
  }
  return day_in_range(t[0].number, t[1].number, t[2].number);
}

// "2024年7月12日", "2024년 7월 12일"
std::optional<Date> east_asian(const Tokens& tokens, std::size_t at, DayOrder) {
  const Token* const t = several(tokens, at, 6);
  if (t == nullptr || !t[0].is_year() || !t[2].is_short() || !t[4].is_short() ||
      (t[1].word != "年" && t[1].word != "년")) {
    return std::nullopt;
  }
  return day_in_range(t[0].number, t[2].number, t[4].number);
}

// "12.7.2024" is a day first wherever points are written; with other marks it may be a month, and
// only a number above 12 tells: "19/11/2019", "11-19-2019".
std::optional<Date> year_last(const Tokens& tokens, std::size_t at, DayOrder order) {
  const Token* const t = several(tokens, at, 3);
  if (t == nullptr || !t[0].is_short() || !t[1].is_short() || !t[2].is_year() ||
      t[1].before != t[2].before ||
      std::string_view("/.-").find(t[1].before) == std::string::npos) {
    return std::nullopt;
  }
  const bool day_first = t[1].before == '.' || order == DayOrder::DayFirst;
  if ((day_first && t[1].number <= 12) || t[0].number > 12 || t[0].number == t[1].number) {
    return day_in_range(t[2].number, t[1].number, t[0].number);
  }
  return t[1].number > 12 ? day_in_range(t[2].number, t[0].number, t[1].number) : std::nullopt;
}

int month_of(const Token& token) {
  const auto* const found = std::ranges::find(month_names, token.word, &MonthName::name);
  return found == std::end(month_names) ? 0 : static_cast<int>(found->month);
}

// RFC 2822 reads the years of RFC 822: "24" is 2024 and "87" is 1987.
int year_of(const Token& token) {
  if (token.digits == 2) {
    return token.number + (token.number < 50 ? 2000 : 1900);
  }
  return token.is_year() ? token.number : 0;
}

// "12 July 2024", "12 de julio de 2024", "Fri, 12 Jul 24 01:30"
std::optional<Date> day_then_month(const Tokens& tokens, std::size_t at, DayOrder) {
  std::size_t next = at + 1;
  const auto is_particle = [&tokens](std::size_t i) {
    return i < tokens.size() &&
           (tokens[i].word == "de" || tokens[i].word == "of" || tokens[i].word == "th" ||
            tokens[i].word == "st" || tokens[i].word == "nd" || tokens[i].word == "rd" ||
            tokens[i].word == "er");
  };
  next += is_particle(next) ? 1 : 0;
  next += is_particle(next) ? 1 : 0;
  if (!tokens[at].is_short() || next >= tokens.size() || month_of(tokens[next]) == 0) {
    return std::nullopt;
  }
  const int month = month_of(tokens[next++]);
  next += is_particle(next) ? 1 : 0;
  return next < tokens.size() ? day_in_range(year_of(tokens[next]), month, tokens[at].number)
                              : std::nullopt;
}

// "July 12, 2024", "Sept. 3rd, 2024", "Thu Jul 11 10:00:00 2024"
std::optional<Date> month_then_day(const Tokens& tokens, std::size_t at, DayOrder) {
  const int month = month_of(tokens[at]);
  if (month == 0 || at + 1 >= tokens.size() || !tokens[at + 1].is_short()) {
    return std::nullopt;
  }
  for (std::size_t i = at + 2; i < std::min(tokens.size(), at + 6); ++i) {
    if (tokens[i].is_year()) {
      return day_in_range(tokens[i].number, month, tokens[at + 1].number);
    }
  }
  return std::nullopt;
}

std::optional<Date> date_at(const Tokens& tokens, std::size_t at, DayOrder order) {
  for (const auto form : {year_first, east_asian, year_last, day_then_month, month_then_day}) {
    if (const auto date = form(tokens, at, order)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> read_date(std::string_view text, DayOrder order) {
  text = trim(text);
  if (text.empty() || text.size() > longest_date) {
    return std::nullopt;
  }
  if (const auto date = parse_date(text)) {
    return date->year() < first_year || date->year() > last_year ? std::nullopt
                                                                 : std::optional(*date);
  }
  const Tokens tokens = tokens_of(text);
  std::optional<Date> date;
  for (std::size_t at = 0; at < tokens.size() && !date; ++at) {
    date = date_at(tokens, at, order);
  }
  return date;
}

}  // namespace verbale::readers
