#include "attribution/dates.h"

#include <algorithm>

#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

constexpr std::array<std::string_view, 6> language_order = {"en", "fr", "es", "de", "ru", "ar"};

std::size_t language_place(std::string_view language) {
  const auto found = std::ranges::find(language_order, language);
  return found == language_order.end() ? 0
                                       : static_cast<std::size_t>(found - language_order.begin());
}

// The digits that `text` starts with, at most four, ASCII or Arabic; -1 when there are none.
int leading_number(std::string_view text) {
  int number = -1;
  for (std::size_t at = 0, digits = 0; at < text.size(); ++digits) {
    int digit = -1;
    if (text[at] >= '0' && text[at] <= '9') {
      digit = text[at++] - '0';
    } else if (text.substr(at, 1) == "\xD9" && at + 1 < text.size()) {
      digit = static_cast<unsigned char>(text[at + 1]) - 0xA0;
      at += 2;
    }
    if (digit < 0 || digit > 9) {
      break;
    }
    if (digits == 4) {
      return -1;
    }
    number = std::max(number, 0) * 10 + digit;
  }
  return number;
}

DateExpression expression(TokenIndex first, TokenIndex last, DateForm form) {
  DateExpression made;
  made.first = first;
  made.last = last;
  made.form = form;
  return made;
}

bool is_plausible_year(int number) {
  return number >= 1900 && number <= 2099;
}

}  // namespace

DateRules::DateRules(const Lexicon& lexicon) {
  for (const DateWordRow& row : date_word_rows()) {
    const std::size_t language = language_place(row.language);
    for_each_date_word(row, [&](std::string_view written, std::int8_t value) {
      const WordId id = lexicon.find(fold_word(written).view());
      if (id == unknown_word) {
        return;
      }
      if (places_.size() <= id) {
        places_.resize(id + 1);
      }
      if (places_[id] == 0) {
        words_.emplace_back();
        places_[id] = static_cast<std::uint16_t>(words_.size());
      }
      words_[places_[id] - 1u][language] = {row.kind, value};
    });
  }
}

DateRules::Word DateRules::word(WordId id, std::size_t language) const {
  const std::uint16_t place = id < places_.size() ? places_[id] : 0;
  return place == 0 ? Word{} : words_[place - 1u][language];
}

// Reads the dates of one document. Every step of run() consumes at least one token, and looks at
// a bounded number of tokens around it.
class DateReader {
 public:
  DateReader(const Document& document, const DateRules& rules, std::string_view language)
      : document_(document),
        rules_(rules),
        language_(language_place(language)),
        han_(language == "zh") {}

  std::vector<DateExpression> run() {
    const auto& tokens = document_.tokens;
    for (TokenIndex at = 0; at < tokens.size();) {
      DateExpression found;
      if (tokens[at].kind == TokenKind::Ideograph) {
        found = han_phrase(at);
      } else if (tokens[at].kind == TokenKind::Number) {
        found = from_number(at);
      } else if (tokens[at].word != unknown_word) {
        found = from_word(at);
      }
      if (found.last <= at) {
        ++at;
        continue;
      }
      at = found.last;
      found.range = document_.range(found.first, found.last);
      found_.push_back(found);
    }
    return std::move(found_);
  }

 private:
  using Word = DateRules::Word;

  Word word(TokenIndex at) const {
    return at < document_.tokens.size() ? rules_.word(document_.tokens[at].word, language_)
                                        : Word{};
  }
  DateWordKind kind(TokenIndex at) const { return word(at).kind; }
  bool is(TokenIndex at, TokenKind token) const {
    return at < document_.tokens.size() && document_.tokens[at].kind == token;
  }
  // The end of the date before, which a new one cannot reach into.
  TokenIndex floor() const { return found_.empty() ? 0 : found_.back().last; }
  DateWordKind kind_before(TokenIndex at) const {
    return at > floor() ? kind(at - 1) : DateWordKind::None;
  }

  int number(TokenIndex at) const {
    return is(at, TokenKind::Number) ? leading_number(document_.word(at)) : -1;
  }
  bool is_day(TokenIndex at) const {
    const int n = number(at);
    if (n < 1 || n > 31) {
      return false;
    }
    const std::string_view written = document_.word(at);
    return written.find_first_of(".,:-%") == std::string_view::npos;
  }
  bool is_year(TokenIndex at) const {
    return is_plausible_year(number(at)) &&
           (document_.word(at).size() == 4 || document_.word(at).size() == 8);
  }
  std::string_view rest(TokenIndex at) const {
    return at < document_.tokens.size() ? document_.text.substr(document_.tokens[at].range.begin)
                                        : std::string_view();
  }

  DateExpression from_word(TokenIndex at) {
    const Word found = word(at);
    switch (found.kind) {
      case DateWordKind::Weekday:
        return weekday(at, found.value);
      case DateWordKind::Month:
      case DateWordKind::ShortMonth:
        return month(at, at, found);
      case DateWordKind::DayOffset:
        return day_offset(at, found.value);
      case DateWordKind::Unit:
        return unit(at, static_cast<CalendarUnit>(found.value));
      default:
        return {};
    }
  }

  bool is_capital(TokenIndex at) const {
    const LetterCase letters = document_.tokens[at].letters;
    return letters == LetterCase::Capital || letters == LetterCase::Upper ||
           letters == LetterCase::None;
  }

  // "Thursday", "last Thursday", "Thursday, July 11, 2024", "jeudi 11 juillet"
  DateExpression weekday(TokenIndex at, int value) {
    const bool capital_names = language_ == 0 || language_order[language_] == "de";
    if (capital_names && !is_capital(at)) {
      return {};
    }
    TokenIndex next = at + 1;
    while (kind(next) == DateWordKind::Part) {
      ++next;
    }
    const TokenIndex after_comma = is(next, TokenKind::Comma) ? next + 1 : next;
    DateExpression found = day_and_month(skip(after_comma, DateWordKind::On));
    if (found.last == 0) {
      found.form = DateForm::Weekday;
      found.last = at + 1;
    }
    found.first = at;
    found.weekday = value;
    return finish(found);
  }

  TokenIndex skip(TokenIndex at, DateWordKind skipped) const {
    return kind(at) == skipped ? at + 1 : at;
  }

  // A day and a month in either order, with or without a year; last is 0 when there is none.
  DateExpression day_and_month(TokenIndex at) {
    const DateWordKind here = kind(at);
    if (here == DateWordKind::Month || here == DateWordKind::ShortMonth) {
      DateExpression found = month_parts(at, at);
      return found.day != 0 ? found : DateExpression{};
    }
    if (is_day(at)) {
      return day_first(at);
    }
    return {};
  }

  // "11 July", "11th of July 2024", "11. Juli", "11 de julio de 2024"
  DateExpression day_first(TokenIndex at) {
    TokenIndex next = at + 1;
    if (is(next, TokenKind::Stop) && language_order[language_] == "de") {
      ++next;
    }
    next = skip(next, DateWordKind::Of);
    const DateWordKind there = kind(next);
    if ((there != DateWordKind::Month && there != DateWordKind::ShortMonth) ||
        (language_ == 0 && !is_capital(next))) {
      return {};
    }
    return month_parts(at, next);
  }

  // `first` is the day's token or the month's own.
  DateExpression month_parts(TokenIndex first, TokenIndex month_at) {
    DateExpression found = expression(first, month_at + 1, DateForm::Month);
    found.month = static_cast<unsigned>(word(month_at).value);
    if (first != month_at) {
      found.day = static_cast<unsigned>(number(first));
    } else if (is_day(found.last) && !is_day_of_next_month(found.last)) {
      found.day = static_cast<unsigned>(number(found.last++));
    }
    if (found.day != 0) {
      found.form = DateForm::Day;
    }
    TokenIndex next = found.last;
    if (is(next, TokenKind::Comma)) {
      ++next;
    }
    next = skip(next, DateWordKind::Of);
    if (is_year(next)) {
      found.year = number(next);
      found.last = next + 1;
    }
    return found;
  }

  // "in May 3 July 2024": the number belongs to the second month.
  bool is_day_of_next_month(TokenIndex at) const {
    const DateWordKind next = kind(at + 1);
    return next == DateWordKind::Month || next == DateWordKind::ShortMonth;
  }

  DateExpression month(TokenIndex first, TokenIndex at, Word found_word) {
    if (language_ == 0 && !is_capital(at)) {
      return {};
    }
    DateExpression found = month_parts(first, at);
    if (found.form == DateForm::Month && found.year == 0) {
      const DateWordKind before = kind_before(first);
      const bool marked = before == DateWordKind::In || before == DateWordKind::Last ||
                          before == DateWordKind::Part || before == DateWordKind::Next;
      if (!marked || found_word.kind == DateWordKind::ShortMonth) {
        return {};
      }
    }
    return finish(found);
  }

  DateExpression from_number(TokenIndex at) {
    if (han_) {
      return han_number(at);
    }
    if (is_day(at)) {
      const DateExpression found = day_first(at);
      return found.last == 0 ? count(at) : finish(found);
    }
    const std::string_view written = document_.word(at);
    if (written.size() == 10 && written[4] == '-') {
      return iso(at, written);
    }
    if (is_year(at) && kind_before(at) == DateWordKind::In) {
      DateExpression found = expression(at, at + 1, DateForm::Year);
      found.year = number(at);
      return finish(found);
    }
    return {};
  }

  DateExpression iso(TokenIndex at, std::string_view written) {
    const auto date = parse_date(written);
    if (!date) {
      return {};
    }
    DateExpression found = expression(at, at + 1, DateForm::Day);
    found.year = date->year();
    found.month = date->month();
    found.day = date->day();
    return finish(found);
  }

  // "3 days ago"
  DateExpression count(TokenIndex at) {
    const int n = number(at);
    if (n < 1 || n > 99 || kind(at + 1) != DateWordKind::Unit ||
        kind(at + 2) != DateWordKind::Ago) {
      return {};
    }
    return finish(ago(at, n));
  }

  DateExpression ago(TokenIndex at, int n) const {
    DateExpression found = expression(at, at + 3, DateForm::Offset);
    found.unit = static_cast<CalendarUnit>(word(at + 1).value);
    found.offset = -n;
    return found;
  }

  DateExpression day_offset(TokenIndex at, int value) {
    DateExpression found = expression(at, at + 1, DateForm::Offset);
    found.offset = value;
    if (value > 0) {
      found.use = DateUse::Future;
    }
    return finish(found);
  }

  // "last week", "la semaine dernière", "earlier this month", "two days ago"
  DateExpression unit(TokenIndex at, CalendarUnit unit) {
    const DateWordKind before = kind_before(at);
    if (kind(at + 1) == DateWordKind::Ago && before == DateWordKind::Count) {
      return finish(ago(at - 1, word(at - 1).value));
    }
    DateExpression found = expression(at, at + 1, DateForm::Offset);
    found.unit = unit;
    if (before == DateWordKind::Last || before == DateWordKind::Next ||
        before == DateWordKind::This) {
      found.first = at - 1;
      return period(found, before);
    }
    const DateWordKind after = kind(at + 1);
    if (after == DateWordKind::Last || after == DateWordKind::Next) {
      found.last = at + 2;
      return period(found, after);
    }
    return {};
  }

  DateExpression period(DateExpression found, DateWordKind which) {
    if (which == DateWordKind::Next) {
      found.use = DateUse::Future;
      found.offset = 1;
    } else {
      found.offset = which == DateWordKind::Last ? -1 : 0;
    }
    return finish(found);
  }

  // 7月11日, 2024年7月11日, 11日, 2024年
  DateExpression han_number(TokenIndex at) {
    DateExpression found = expression(at, at, DateForm::Day);
    constexpr std::array<std::string_view, 3> marks = {"年", "月", "日"};
    std::array<int, 3> parts = {0, 0, 0};
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const int n = number(found.last);
      const std::string_view mark = rest(found.last + 1).substr(0, 3);
      if (n > 0 && (mark == marks[i] || (i == 2 && (mark == "号" || mark == "號")))) {
        parts[i] = n;
        found.last += 2;
      }
    }
    found.year = is_plausible_year(parts[0]) ? parts[0] : 0;
    found.month = parts[1] <= 12 ? static_cast<unsigned>(parts[1]) : 0;
    found.day = parts[2] <= 31 ? static_cast<unsigned>(parts[2]) : 0;
    const bool span = is(found.last, TokenKind::Dash) || rest(found.last).substr(0, 3) == "至";
    if (found.last == at || span || (found.year == 0 && parts[0] != 0)) {
      return {};
    }
    found.form = found.day != 0     ? (found.month != 0 ? DateForm::Day : DateForm::DayOfMonth)
                 : found.month != 0 ? DateForm::Month
                                    : DateForm::Year;
    return finish(found);
  }

  DateExpression han_phrase(TokenIndex at) {
    if (!han_) {
      return {};
    }
    const std::string_view here = rest(at);
    for (const HanDatePhrase& phrase : han_date_phrases()) {
      if (!here.starts_with(phrase.phrase)) {
        continue;
      }
      const auto length = static_cast<TokenIndex>(phrase.phrase.size() / 3);
      DateExpression found = expression(at, at + length, DateForm::Offset);
      if (phrase.kind == DateWordKind::Weekday) {
        found.form = DateForm::Weekday;
        found.weekday = phrase.value;
      } else if (phrase.kind == DateWordKind::DayOffset) {
        found.offset = phrase.value;
      } else {
        found.unit = static_cast<CalendarUnit>(phrase.value);
        found.offset = phrase.kind == DateWordKind::Last ? -1 : 0;
      }
      return finish(found);
    }
    return {};
  }

  // Takes the words around that belong to the date and decides what it is used for.
  DateExpression finish(DateExpression found) {
    if (found.year == 0 &&
        (kind(found.last) == DateWordKind::Last || kind(found.last) == DateWordKind::Next)) {
      take_modifier(found, kind(found.last++));
    }
    while (kind(found.last) == DateWordKind::Part) {
      ++found.last;
    }
    DateWordKind before = kind_before(found.first);
    while (before == DateWordKind::Last || before == DateWordKind::Next ||
           before == DateWordKind::This || before == DateWordKind::Part) {
      --found.first;
      take_modifier(found, before);
      before = kind_before(found.first);
    }
    if (before == DateWordKind::Of && found.first >= floor() + 2 &&
        kind(found.first - 2) == DateWordKind::Part) {
      found.first -= 2;  // "on the evening of July 11"
      before = DateWordKind::On;
    }
    if (found.use == DateUse::Free) {
      found.use = use_after(before, found);
    }
    return found;
  }

  static void take_modifier(DateExpression& found, DateWordKind modifier) {
    found.before_today = found.before_today || modifier == DateWordKind::Last;
    if (modifier == DateWordKind::Next) {
      found.use = DateUse::Future;
    }
  }

  // "in a Thursday interview", "in Thursday's speech": the statement was made on that day;
  // "Thursday's vote", "the July 11 attack", "until Thursday": no more than talked about.
  DateUse use_after(DateWordKind before, const DateExpression& found) const {
    if (is(found.last, TokenKind::Possessive)) {
      return before == DateWordKind::In || before == DateWordKind::On ? DateUse::Attributive
                                                                      : DateUse::Bound;
    }
    const bool article = before == DateWordKind::Determiner || before == DateWordKind::Count;
    if (article && is(found.first, TokenKind::Number) && found.form == DateForm::Day) {
      return DateUse::Free;  // "on the 11th of July"
    }
    if (article && language_ == 0) {
      const bool inside = found.first >= floor() + 2 && is_occasion(kind(found.first - 2));
      return inside ? DateUse::Attributive : DateUse::Bound;
    }
    const bool bound =
        before == DateWordKind::Blocking || (before == DateWordKind::Of && language_ == 0);
    return bound ? DateUse::Bound : DateUse::Free;
  }

  static bool is_occasion(DateWordKind kind) {
    return kind == DateWordKind::In || kind == DateWordKind::On;
  }

  const Document& document_;
  const DateRules& rules_;
  std::size_t language_;
  bool han_;
  std::vector<DateExpression> found_;
};

std::vector<DateExpression> DateRules::find(const Document& document,
                                            std::string_view language) const {
  return DateReader(document, *this, language).run();
}

}  // namespace verbale::attribution
