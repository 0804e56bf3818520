#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace verbale::attribution {

enum class DateWordKind : std::uint8_t {
  None,
  Weekday,     // value: 0 Monday ... 6 Sunday
  Month,       // value: 1 ... 12; alone it is a date only after In or Last
  ShortMonth,  // value: 1 ... 12; beside a day or a year only
  DayOffset,   // value: days from the article's day: yesterday is -1
  Unit,        // value: a CalendarUnit
  Last,        // last, dernier, vergangene
  Next,        // next, prochain
  This,        // this
  Part,        // late, earlier, morning, night: belongs to the expression and changes nothing
  Ago,         // after a count and a unit
  Count,       // value: one ... ten
  In,          // makes a month or a year alone a date: "in May"
  On,          // on, the: may stand before
  Of,          // between a day and its month or year: 11 de julio de 2024
  Blocking,    // The date is the edge of a span or belongs to a noun: by, since, until
  Determiner,  // the, a, his: makes "the July 11 attack" a noun's date
};

enum class CalendarUnit : std::uint8_t { Day, Week, Month, Year };

// Words of dates in one language (BCP 47 primary subtag), separated by spaces. Their values count
// up from `first`; words with a slash between them share one value.
struct DateWordRow {
  std::string_view language;
  DateWordKind kind = DateWordKind::None;
  std::int8_t first = 0;
  std::string_view words;
};

std::span<const DateWordRow> date_word_rows();

// Calls visit(word, value) for the words of a row.
template <class Visit>
void for_each_date_word(const DateWordRow& row, const Visit& visit) {
  auto value = row.first;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= row.words.size(); ++at) {
    const char c = at < row.words.size() ? row.words[at] : ' ';
    if (c != ' ' && c != '/') {
      continue;
    }
    visit(row.words.substr(begin, at - begin), value);
    begin = at + 1;
    value = static_cast<std::int8_t>(value + (c == ' ' ? 1 : 0));
  }
}

// A date phrase of Chinese, matched character by character.
struct HanDatePhrase {
  std::string_view phrase;
  DateWordKind kind = DateWordKind::None;  // Weekday, DayOffset; Last or This with a unit in value
  std::int8_t value = 0;
};

// Longer phrases stand before their beginnings.
std::span<const HanDatePhrase> han_date_phrases();

}  // namespace verbale::attribution
