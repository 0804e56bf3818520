#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "attribution/date_words.h"
#include "attribution/document.h"
#include "verbale/model/date.h"

namespace verbale::attribution {

enum class DateForm : std::uint8_t {
  Weekday,     // on Thursday
  Day,         // 11 July, 11 July 2024
  DayOfMonth,  // 11日, without a month
  Month,       // in May, May 2024
  Year,        // in 2019
  Offset,      // yesterday, last week, two months ago
};

// What a date in a sentence says something about.
enum class DateUse : std::uint8_t {
  Free,         // on Thursday
  Attributive,  // in Thursday's speech, in a July 11 interview
  Bound,        // until Thursday, Thursday's vote, the July 11 attack
  Future,       // next Thursday, tomorrow
};

// A date as it is written, before it is placed in time. Numbers are 0 where they are not written.
struct DateExpression {
  TextRange range;
  TokenIndex first = 0, last = 0;  // Half open.
  DateForm form = DateForm::Day;
  DateUse use = DateUse::Free;
  int year = 0;
  unsigned month = 0, day = 0;
  int weekday = -1;  // 0 Monday ... 6 Sunday
  CalendarUnit unit = CalendarUnit::Day;
  int offset = 0;             // In units.
  bool before_today = false;  // "last Thursday" on a Thursday is a week ago.
};

// Finds dates in one pass over a document's tokens. Immutable.
class DateRules {
 public:
  explicit DateRules(const Lexicon& lexicon);

  // In text order, not overlapping. `language` is a BCP 47 primary subtag; an unknown one is read
  // as English.
  std::vector<DateExpression> find(const Document& document, std::string_view language) const;

 private:
  friend class DateReader;
  struct Word {
    DateWordKind kind = DateWordKind::None;
    std::int8_t value = 0;
  };
  static constexpr std::size_t languages = 6;
  using WordByLanguage = std::array<Word, languages>;

  Word word(WordId id, std::size_t language) const;

  std::vector<std::uint16_t> places_;  // By WordId: 0, or 1 + the place in words_.
  std::vector<WordByLanguage> words_;
};

// Places an expression in time, counted from `reference`, the article's date. Dates without a year
// are the last such on or before it (a day of grace for time zones); what could as well be a date
// soon to come is nothing, as is what the reference is too coarse or missing for.
std::optional<Date> resolve(const DateExpression& expression, const std::optional<Date>& reference);

}  // namespace verbale::attribution
