#include "attribution/statement_dates.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

// The first token that ends after `offset`.
TokenIndex token_at(const Document& document, std::uint32_t offset) {
  const auto found = std::ranges::partition_point(
      document.tokens, [offset](const Token& token) { return token.range.end <= offset; });
  return static_cast<TokenIndex>(found - document.tokens.begin());
}

std::span<const DateExpression> dates_in(std::span<const DateExpression> dates, TokenIndex first,
                                         TokenIndex last) {
  const auto begin = std::ranges::partition_point(
      dates, [first](const DateExpression& date) { return date.first < first; });
  const auto end = std::ranges::partition_point(
      dates, [last](const DateExpression& date) { return date.first < last; });
  return {begin, end};
}

bool is_kind(const Document& document, TokenIndex at, TokenKind kind) {
  return at < document.tokens.size() && document.tokens[at].kind == kind;
}

// "(Xinhua)", "(Reuters)": the token after the closing bracket, or `at`.
TokenIndex skip_brackets(const Document& document, TokenIndex at) {
  constexpr TokenIndex longest = 6;
  if (!is_kind(document, at, TokenKind::Open)) {
    return at;
  }
  for (TokenIndex end = at + 1; end < at + longest; ++end) {
    if (is_kind(document, end, TokenKind::Close)) {
      return end + 1;
    }
  }
  return at;
}

// Whether a place of a dateline can go on with the token: capitals, commas, "and", "de".
bool is_place_token(const Token& token) {
  switch (token.kind) {
    case TokenKind::Comma:
      return true;
    case TokenKind::Word:
      return token.letters == LetterCase::Upper || token.letters == LetterCase::Capital ||
             token.range.size() <= 3;
    default:
      return false;
  }
}

bool ends_dateline(const Document& document, TokenIndex at) {
  return is_kind(document, at, TokenKind::Dash) || is_kind(document, at, TokenKind::Stop) ||
         (at < document.tokens.size() && document.word(at) == "-") ||
         (at < document.tokens.size() && document.word(at) == "/");
}

// 新华社北京5月3日电
std::optional<Dateline> han_dateline(const Document& document, const Paragraph& paragraph,
                                     std::span<const DateExpression> dates) {
  constexpr TokenIndex longest = 14;
  const auto here = dates_in(dates, paragraph.first_token,
                             std::min(paragraph.last_token, paragraph.first_token + longest));
  for (const DateExpression& date : here) {
    if (is_kind(document, date.last, TokenKind::Ideograph) && document.word(date.last) == "电" &&
        date.first > paragraph.first_token) {
      return Dateline{document.range(paragraph.first_token, date.first), &date};
    }
  }
  return std::nullopt;
}

std::optional<Dateline> dateline_of(const Document& document, const Paragraph& paragraph,
                                    std::span<const DateExpression> dates) {
  constexpr TokenIndex longest = 12;
  const auto& tokens = document.tokens;
  TokenIndex at = paragraph.first_token;
  if (is_kind(document, at, TokenKind::Ideograph)) {
    return han_dateline(document, paragraph, dates);
  }
  const TokenIndex limit = std::min(paragraph.last_token, at + longest);
  const auto here = dates_in(dates, at, limit);
  const DateExpression* date = here.empty() ? nullptr : &here.front();
  const TokenIndex place_end = date != nullptr ? date->first : limit;
  while (at < place_end && is_place_token(tokens[at])) {
    ++at;
  }
  if (at == paragraph.first_token || tokens[paragraph.first_token].letters != LetterCase::Upper) {
    return std::nullopt;
  }
  if (date != nullptr && at != date->first) {
    date = nullptr;
  }
  const bool full = date != nullptr && date->form == DateForm::Day;
  const TokenIndex after = skip_brackets(document, full ? date->last : at);
  if (!ends_dateline(document, after) || (!full && is_kind(document, after, TokenKind::Stop))) {
    return std::nullopt;
  }
  TokenIndex place_last = full ? date->first : at;
  while (place_last > paragraph.first_token + 1 &&
         tokens[place_last - 1].kind == TokenKind::Comma) {
    --place_last;
  }
  return Dateline{document.range(paragraph.first_token, place_last), full ? date : nullptr};
}

bool is_full_day(const DateExpression& date) {
  return date.form == DateForm::Day && date.year != 0;
}

// A dateline without a year takes it from a full date of the text that is at most a month away.
std::optional<Date> dateline_date(const Document& document, std::span<const DateExpression> dates) {
  constexpr std::chrono::days close{31};
  const auto dateline = find_dateline(document, dates);
  if (!dateline || dateline->date == nullptr) {
    return std::nullopt;
  }
  if (dateline->date->year != 0) {
    return resolve(*dateline->date, std::nullopt);
  }
  for (const DateExpression& date : dates) {
    const auto full = is_full_day(date) ? resolve(date, std::nullopt) : std::nullopt;
    const auto day = full ? Date::of_day(full->year(), dateline->date->month, dateline->date->day)
                          : std::nullopt;
    if (day && day->first_day() - full->first_day() <= close &&
        full->first_day() - day->first_day() <= close) {
      return day;
    }
  }
  return std::nullopt;
}

// "Tuesday 27 May 2031", "Lindgate, Ansholm, Tuesday 27 May 2031", "Published: July 11, 2024
// 10:04": a short paragraph near the start or the end that holds a full date and no sentence.
std::optional<Date> date_line(const Document& document, std::span<const DateExpression> dates) {
  constexpr std::size_t near_start = 6, near_end = 3;
  constexpr TokenIndex longest = 12;
  const auto& paragraphs = document.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Paragraph& paragraph = paragraphs[i];
    if (i >= near_start && i + near_end < paragraphs.size()) {
      continue;
    }
    const auto here = dates_in(dates, paragraph.first_token, paragraph.last_token);
    const bool is_line = paragraph.last_token - paragraph.first_token <= longest &&
                         here.size() == 1 && is_full_day(here.front()) &&
                         here.front().use == DateUse::Free &&
                         !is_kind(document, paragraph.last_token - 1, TokenKind::Stop);
    if (is_line) {
      return resolve(here.front(), std::nullopt);
    }
  }
  return std::nullopt;
}

// The date that signs a post: "— Name (@handle) July 11, 2024" at the end of its paragraph.
const DateExpression* post_date(const Document& document, const Paragraph& paragraph,
                                std::span<const DateExpression> dates) {
  constexpr TokenIndex slack = 2;
  const auto here = dates_in(dates, paragraph.first_token, paragraph.last_token);
  if (here.empty() || here.back().last + slack < paragraph.last_token ||
      here.back().form != DateForm::Day) {
    return nullptr;
  }
  const TokenIndex before = here.back().first;
  const bool signed_post = before >= paragraph.first_token + 2 &&
                           is_kind(document, before - 1, TokenKind::Close) &&
                           document.word(before - 2).starts_with('@');
  return signed_post ? &here.back() : nullptr;
}

std::optional<Date> latest_post(const Document& document, std::span<const DateExpression> dates) {
  std::optional<Date> latest;
  for (const Paragraph& paragraph : document.paragraphs) {
    const DateExpression* post = post_date(document, paragraph, dates);
    const auto date = post == nullptr ? std::nullopt : resolve(*post, std::nullopt);
    if (date && (!latest || *latest < *date)) {
      latest = date;
    }
  }
  return latest;
}

}  // namespace

std::optional<Dateline> find_dateline(const Document& document,
                                      std::span<const DateExpression> dates) {
  constexpr std::size_t near_start = 4;
  for (std::size_t i = 0; i < std::min(near_start, document.paragraphs.size()); ++i) {
    if (auto found = dateline_of(document, document.paragraphs[i], dates)) {
      return found;
    }
  }
  return std::nullopt;
}

std::optional<StatementDate> article_date(const Document& document,
                                          std::span<const DateExpression> dates,
                                          const std::optional<Date>& published) {
  if (published) {
    return StatementDate{*published, false};
  }
  for (const auto find : {dateline_date, date_line, latest_post}) {
    if (const auto date = find(document, dates)) {
      return StatementDate{*date, true};
    }
  }
  return std::nullopt;
}

namespace {

// The sentence of a statement's cue, as far as dates are concerned.
struct Clause {
  TokenIndex first = 0, last = 0;          // The sentence.
  TokenIndex cue_first = 0, cue_last = 0;  // Equal when there is no cue.
};

class DateChoice {
 public:
  DateChoice(const Attribution& attribution, const StatementDateContext& context)
      : attribution_(attribution), context_(context), document_(context.document) {
    const std::uint32_t anchor =
        attribution.cue.empty() ? attribution.range.begin : attribution.cue.begin;
    const auto sentence = std::ranges::partition_point(
        document_.sentences, [anchor](const Sentence& s) { return s.range.end <= anchor; });
    if (sentence == document_.sentences.end()) {
      return;
    }
    clause_.first = sentence->first_token;
    clause_.last = sentence->last_token;
    paragraph_ = &document_.paragraphs[sentence->paragraph];
    clause_.cue_first = token_at(document_, anchor);
    clause_.cue_last =
        attribution.cue.empty() ? clause_.cue_first : token_at(document_, attribution.cue.end);
  }

  // The expression that dates the statement, or null.
  const DateExpression* best() const {
    if (paragraph_ == nullptr) {
      return nullptr;
    }
    if (const DateExpression* post = post_date(document_, *paragraph_, context_.dates)) {
      return post;
    }
    const DateExpression* opening = nullptr;
    for (const DateExpression& date : dates_in(context_.dates, clause_.first, clause_.last)) {
      if (date.use == DateUse::Bound || date.use == DateUse::Future || is_said(date.range)) {
        continue;
      }
      if (precedes_cue(date) || follows_cue(date)) {
        return &date;
      }
      if (opening == nullptr && opens_sentence(date)) {
        opening = &date;
      }
    }
    return opening;
  }

 private:
  // Inside the words of somebody: what is said, not when.
  bool is_said(TextRange range) const {
    const bool reported = attribution_.kind == StatementKind::Reported;
    if (reported && attribution_.range.contains(range) &&
        !attribution_.range.contains(attribution_.cue)) {
      return true;
    }
    return quoted_at(range.begin);
  }

  bool quoted_at(std::uint32_t offset) const {
    const auto after = std::ranges::partition_point(
        context_.quoted, [offset](TextRange range) { return range.end <= offset; });
    return after != context_.quoted.end() && after->begin <= offset;
  }

  // "Wong on Thursday said", "王毅7月11日表示"
  bool precedes_cue(const DateExpression& date) const {
    const TokenIndex slack = context_.english ? 1 : 8;
    return date.last <= clause_.cue_first && date.last + slack >= clause_.cue_first &&
           clause_.cue_first != clause_.cue_last && date.use == DateUse::Free &&
           !is_kind(document_, date.last, TokenKind::Comma);
  }

  // "On Thursday, Wong said", "Also on Thursday, ...", "During a call on Thursday with Lee, Wong
  // stressed"
  bool opens_sentence(const DateExpression& date) const {
    constexpr TokenIndex opening_words = 3, opening_phrase = 14;
    if (date.first > clause_.cue_first && clause_.cue_first != clause_.cue_last) {
      return false;
    }
    const TokenIndex before = date.first - clause_.first;
    if (before < opening_words && !has_name(clause_.first, date.first)) {
      return true;
    }
    return before < opening_phrase && opens_occasion(clause_.first) &&
           comma_between(date.last, clause_.cue_first);
  }

  bool has_name(TokenIndex first, TokenIndex last) const {
    for (TokenIndex at = std::max(first, clause_.first + 1); at < last; ++at) {
      if (document_.tokens[at].starts_capital() && document_.tokens[at].is_word()) {
        return true;
      }
    }
    return false;
  }

  bool comma_between(TokenIndex first, TokenIndex last) const {
    for (TokenIndex at = first; at < last; ++at) {
      if (is_kind(document_, at, TokenKind::Comma)) {
        return true;
      }
    }
    return false;
  }

  bool opens_occasion(TokenIndex at) const {
    constexpr std::string_view words[] = {"In",      "During", "At",      "Speaking", "Addressing",
                                          "Talking", "Asked",  "Writing", "Appearing"};
    return std::ranges::find(words, document_.word(at)) != std::end(words);
  }

  // Whether the words from the cue to the date are about the saying: "told reporters in Doha on
  // Thursday", and not "said that the talks on Thursday".
  bool follows_cue(const DateExpression& date) const {
    constexpr TokenIndex farthest = 22;
    if (date.first < clause_.cue_last || date.first - clause_.cue_last > farthest ||
        clause_.cue_first == clause_.cue_last) {
      return false;
    }
    for (TokenIndex at = clause_.cue_last; at < date.first; ++at) {
      if (ends_saying(at)) {
        return false;
      }
    }
    return true;
  }

  bool ends_saying(TokenIndex at) const {
    const Token& token = document_.tokens[at];
    switch (token.kind) {
      case TokenKind::Mark:
      case TokenKind::Stop:
      case TokenKind::Colon:
      case TokenKind::Semicolon:
        return true;
      case TokenKind::Word:
        return context_.english && ends_saying_in_english(document_.word(at));
      default:
        return quoted_at(token.range.begin);
    }
  }

  static bool ends_saying_in_english(std::string_view word) {
    constexpr std::string_view words[] = {
        "that",  "he",     "she",  "they",  "it",    "we",    "I",     "there", "because",
        "as",    "while",  "when", "who",   "which", "whose", "where", "if",    "but",
        "is",    "are",    "was",  "were",  "has",   "have",  "had",   "will",  "would",
        "could", "should", "may",  "might", "must",  "can",   "be",    "been",  "do",
        "does",  "did",    "not",  "what",  "how",   "why",   "whom",  "after", "before"};
    return std::ranges::find(words, word) != std::end(words);
  }

  const Attribution& attribution_;
  const StatementDateContext& context_;
  const Document& document_;
  Clause clause_;
  const Paragraph* paragraph_ = nullptr;
};

}  // namespace

std::optional<std::optional<StatementDate>> own_date(const Attribution& attribution,
                                                     const StatementDateContext& context) {
  if (attribution.kind == StatementKind::Speech) {
    return std::nullopt;  // All dates of a speech are spoken of.
  }
  const DateExpression* best = DateChoice(attribution, context).best();
  if (best == nullptr) {
    return std::nullopt;
  }
  const auto reference = context.article ? std::optional(context.article->date) : std::nullopt;
  const auto date = resolve(*best, reference);
  if (!date) {
    return std::optional<StatementDate>();
  }
  return StatementDate{*date, !context.article || context.article->inferred};
}

}  // namespace verbale::attribution
