#include "lexer.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "quoted.h"
#include "verbale/text/analyzer.h"
#include "verbale/text/quotation_marks.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

constexpr unsigned default_window = 10;
constexpr unsigned max_window = 100;

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

TextRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

struct WindowOperator {
  std::string_view name;
  TokenKind kind;
};

constexpr WindowOperator window_operators[] = {{"NEAR", TokenKind::Near}, {"ADJ", TokenKind::Adj}};

struct BooleanOperator {
  std::string_view name;
  TokenKind kind;
};

constexpr BooleanOperator boolean_operators[] = {
    {"AND", TokenKind::And}, {"OR", TokenKind::Or}, {"NOT", TokenKind::Not}};

// A word that would read as an operator ("AND." or a plain query's) is kept small, so that it
// prints as a word.
bool is_operator(std::string_view word) {
  return std::ranges::find(boolean_operators, word, &BooleanOperator::name) !=
             std::ranges::end(boolean_operators) ||
         std::ranges::find(window_operators, word, &WindowOperator::name) !=
             std::ranges::end(window_operators);
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// What may stand between two words that are written as one: "dual-use", "example.com", "l'accord",
// and nothing at all in scripts without spaces.
bool writes_together(std::string_view between) {
  constexpr std::string_view joints[] = {"-", "'", ".", "@", "_", "&", "‐", "‑", "–", "’", "ʼ"};
  return between.empty() || std::ranges::find(joints, between) != std::ranges::end(joints);
}

// Marks inside a quotation would end it when it is printed; words do not need them.
std::string without_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const QuotationMark mark = quotation_mark_at(text, at);
    const bool is_double = mark && !mark.single;
    out += is_double ? ' ' : text[at];
    at += is_double ? mark.bytes : 1;
  }
  const std::size_t begin = std::min(out.find_first_not_of(' '), out.size());
  return out.substr(begin, out.find_last_not_of(' ') + 1 - begin);
}

// Words written together.
struct Group {
  TextRange range;
  std::size_t words = 0;
  std::string first;  // Folded.
  bool ideographic = true;
};

class Lexer {
 public:
  Lexer(std::string_view query, std::size_t begin) : query_(query), begin_(begin), analyzer_("") {}

  Result<Tokens, QueryError> read_all();
  Result<Tokens, QueryError> read_as_words();
  Result<Tokens, QueryError> read_as_plain_words();

 private:
  void read_one();
  void read_quotation();
  void read_run(std::size_t end);
  bool read_minus(std::size_t end);
  bool read_operator(std::size_t end);
  bool read_field(std::size_t end);
  void read_value();
  void read_group_run(std::size_t end);
  void add_group(const Group& group, bool starred);
  std::vector<Group> groups_of(std::string_view run) const;
  std::size_t run_end() const;

  Token& add(TokenKind kind, std::size_t begin, std::size_t end);
  void count_words(std::size_t words, std::size_t begin, std::size_t end);
  void fail(std::size_t begin, std::size_t end, std::string message, std::string suggestion);
  Result<Tokens, QueryError> finish();

  std::string_view query_;
  std::size_t begin_ = 0;  // Of `query_` in the whole query.
  std::size_t at_ = 0;
  mutable Analyzer analyzer_;
  Tokens read_;
  std::size_t words_ = 0;
  std::optional<QueryError> error_;
};

Result<Tokens, QueryError> Lexer::finish() {
  if (error_) {
    return *error_;
  }
  return std::move(read_);
}

Result<Tokens, QueryError> Lexer::read_all() {
  while (!error_ && at_ < query_.size()) {
    if (is_space(query_[at_])) {
      ++at_;
    } else {
      read_one();
    }
  }
  return finish();
}

Result<Tokens, QueryError> Lexer::read_as_words() {
  read_group_run(query_.size());
  return finish();
}

Result<Tokens, QueryError> Lexer::read_as_plain_words() {
  std::optional<Group> graphemes;
  const auto flush = [&] {
    if (graphemes) {
      add_group(*std::exchange(graphemes, std::nullopt), false);
    }
  };
  analyzer_.analyze(query_, [&](const Word& word) {
    if (error_) {
      return;
    }
    const bool goes_on = graphemes && word.ideographic && graphemes->range.end == word.range.begin;
    if (goes_on) {
      graphemes->range.end = word.range.end;
      ++graphemes->words;
      return;
    }
    flush();
    const Group group{word.range, 1, std::string(word.folded), word.ideographic};
    if (word.ideographic) {
      graphemes = group;
    } else {
      add_group(group, false);
    }
  });
  flush();
  return finish();
}

void Lexer::read_one() {
  if (query_[at_] == '(' || query_[at_] == ')') {
    add(query_[at_] == '(' ? TokenKind::Open : TokenKind::Close, at_, at_ + 1);
    ++at_;
  } else if (opens_quotation(query_, at_)) {
    read_quotation();
  } else {
    read_run(run_end());
  }
}

void Lexer::read_quotation() {
  const auto quoted = read_quoted(query_, at_);
  if (!quoted) {
    const std::size_t mark = quotation_mark_at(query_, at_).bytes;
    const bool looked_everywhere = query_.size() - at_ <= max_quotation_bytes;
    fail(at_, at_ + mark,
         looked_everywhere ? "this quotation mark is not closed"
                           : "this quotation mark is not closed within 8,192 bytes",
         looked_everywhere ? std::string(query_) + std::string(query_.substr(at_, mark)) : "");
    return;
  }
  std::size_t words = 0;
  TextRange inner{quoted->inner.end, quoted->inner.begin};
  const std::string_view text = quoted->inner.in(query_);
  analyzer_.analyze(text, [&](const Word& word) {
    inner.begin = std::min(inner.begin, quoted->inner.begin + word.range.begin);
    inner.end = quoted->inner.begin + word.range.end;
    ++words;
  });
  if (words == 0) {
    fail(at_, quoted->end, "there is no word between these quotation marks", "");
    return;
  }
  Token& token = add(TokenKind::Phrase, at_, quoted->end);
  token.text = without_marks(inner.in(query_));
  token.whole = without_marks(text);
  token.words = words;
  if (text.find('*') != std::string_view::npos) {
    read_.notes.push_back("* has no meaning inside a phrase and was left out");
  }
  count_words(words, at_, quoted->end);
  at_ = quoted->end;
}

// A run ends at a space, a bracket or a double quotation mark.
std::size_t Lexer::run_end() const {
  std::size_t end = at_;
  while (end < query_.size() && !is_space(query_[end]) && query_[end] != '(' &&
         query_[end] != ')') {
    const QuotationMark mark = quotation_mark_at(query_, end);
    if (mark && !mark.single && mark.opens) {
      break;
    }
    end += mark ? mark.bytes : 1;
  }
  return end;
}

void Lexer::read_run(std::size_t end) {
  if (read_minus(end) || read_operator(end) || read_field(end)) {
    return;
  }
  if (query_.substr(at_, end - at_) == "*") {
    add(TokenKind::Everything, at_, end);
    at_ = end;
    return;
  }
  read_group_run(end);
}

// "-word" excludes; a dash between spaces is only a dash.
bool Lexer::read_minus(std::size_t end) {
  const bool starts = at_ == 0 || is_space(query_[at_ - 1]) || query_[at_ - 1] == '(';
  if (query_[at_] != '-' || !starts) {
    return false;
  }
  const std::size_t after = std::min(query_.find_first_not_of('-', at_), query_.size());
  if (after == query_.size() || is_space(query_[after]) || query_[after] == ')') {
    at_ = after;
    return true;
  }
  if (after - at_ > 1) {
    fail(at_, end, "one - is enough to leave a word out",
         "NOT " + std::string(query_.substr(after, end - std::min(after, end))));
    return true;
  }
  add(TokenKind::Not, at_, after);
  at_ = after;
  return true;
}

bool Lexer::read_operator(std::size_t end) {
  const std::string_view run = query_.substr(at_, end - at_);
  for (const BooleanOperator& op : boolean_operators) {
    if (run == op.name) {
      add(op.kind, at_, end);
      at_ = end;
      return true;
    }
  }
  for (const WindowOperator& op : window_operators) {
    const bool bare = run == op.name;
    const bool counted = run.starts_with(op.name) && run.substr(op.name.size()).starts_with('/');
    if (!bare && !counted) {
      continue;
    }
    unsigned window = default_window;
    if (counted) {
      const char* const last = run.data() + run.size();
      const auto [rest, fault] = std::from_chars(run.data() + op.name.size() + 1, last, window);
      if (fault != std::errc() || rest != last || window < 1 || window > max_window) {
        fail(at_, end, "how near? a number of words from 1 to 100 follows the /",
             std::string(op.name) + "/5");
        return true;
      }
    }
    add(op.kind, at_, end).window = window;
    at_ = end;
    return true;
  }
  return false;
}

bool Lexer::read_field(std::size_t end) {
  std::size_t colon = at_;
  while (colon < end && is_name_character(query_[colon])) {
    ++colon;
  }
  if (colon == at_ || colon == end || query_[colon] != ':') {
    return false;
  }
  add(TokenKind::Field, at_, colon).text = query_.substr(at_, colon - at_);
  at_ = colon + 1;
  if (at_ >= query_.size() || is_space(query_[at_]) || query_[at_] == '(' || query_[at_] == ')') {
    return true;
  }
  if (opens_quotation(query_, at_)) {
    read_quotation();
  } else {
    read_value();
  }
  return true;
}

// Up to a space, or to a bracket that closes one opened before the value.
void Lexer::read_value() {
  std::size_t depth = 0;
  std::size_t end = at_;
  while (end < query_.size() && !is_space(query_[end])) {
    if (query_[end] == ')' && depth-- == 0) {
      break;
    }
    depth += query_[end] == '(' ? 1 : 0;
    ++end;
  }
  add(TokenKind::Value, at_, end).text = without_marks(query_.substr(at_, end - at_));
  count_words(1, at_, end);
  at_ = end;
}

std::vector<Group> Lexer::groups_of(std::string_view run) const {
  std::vector<Group> groups;
  analyzer_.analyze(run, [&](const Word& word) {
    const bool together =
        !groups.empty() && writes_together(run.substr(groups.back().range.end,
                                                      word.range.begin - groups.back().range.end));
    if (!together) {
      groups.push_back({word.range, 0, std::string(word.folded)});
    }
    groups.back().range.end = word.range.end;
    groups.back().ideographic = groups.back().ideographic && word.ideographic;
    ++groups.back().words;
  });
  return groups;
}

void Lexer::read_group_run(std::size_t end) {
  const std::string_view run = query_.substr(at_, end - at_);
  const std::vector<Group> groups = groups_of(run);
  const std::size_t star = run.find('*');
  const bool starred = star != std::string_view::npos;
  const std::size_t word_end = groups.empty() ? 0 : groups.back().range.end;
  if (starred && (groups.empty() || star != word_end || run.find('*', star + 1) != run.npos)) {
    fail(at_ + star, at_ + star + 1, "* stands only at the end of a word",
         groups.empty() ? "*" : groups.front().first + "*");
    return;
  }
  if (groups.empty()) {
    read_.notes.push_back("\"" + std::string(run.substr(0, 40)) +
                          "\" holds no word and was left out");
  }
  for (std::size_t i = 0; i < groups.size() && !error_; ++i) {
    add_group(groups[i], starred && i + 1 == groups.size());
  }
  at_ = end;
}

void Lexer::add_group(const Group& group, bool starred) {
  const std::size_t begin = at_ + group.range.begin;
  const std::size_t end = at_ + group.range.end;
  count_words(group.words, begin, end);
  if (starred && !group.ideographic) {
    if (group.words > 1) {
      fail(begin, end + 1, "* stands only at the end of a single word", "");
      return;
    }
    Token& token = add(TokenKind::Prefix, begin, end + 1);
    token.text = group.first;
    token.words = 1;
    return;
  }
  Token& token = add(TokenKind::Word, begin, end);
  token.text = is_operator(query_.substr(begin, end - begin)) ? group.first
                                                              : query_.substr(begin, end - begin);
  token.words = group.words;
}

Token& Lexer::add(TokenKind kind, std::size_t begin, std::size_t end) {
  read_.tokens.push_back(
      {.kind = kind, .text = "", .range = range_of(begin_ + begin, begin_ + end)});
  return read_.tokens.back();
}

void Lexer::count_words(std::size_t words, std::size_t begin, std::size_t end) {
  words_ += words;
  if (words_ > max_query_words) {
    fail(begin, end, "the query has more than 1,024 words", "");
  }
}

void Lexer::fail(std::size_t begin, std::size_t end, std::string message, std::string suggestion) {
  if (!error_) {
    error_ = QueryError{std::move(message), range_of(begin_ + begin, begin_ + end),
                        std::move(suggestion)};
  }
  at_ = query_.size();
}

}  // namespace

Result<Tokens, QueryError> read_tokens(std::string_view query) {
  return Lexer(query, 0).read_all();
}

Result<Tokens, QueryError> read_words(std::string_view part, std::size_t begin) {
  return Lexer(part, begin).read_as_words();
}

Result<Tokens, QueryError> read_plain_words(std::string_view text) {
  return Lexer(text, 0).read_as_plain_words();
}

}  // namespace verbale
