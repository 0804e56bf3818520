#include "verbale/query/parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "date_expression.h"
#include "lexer.h"
#include "name_resolver.h"
#include "verbale/text/edit_distance.h"
#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t max_depth = 64;

TextRange cover(TextRange a, TextRange b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

bool has_word(std::string_view text) {
  const auto words = read_plain_words(text);
  return !words || !words->tokens.empty();
}

// A recursive descent over the tokens. The first error ends it: every function returns an empty
// node from then on.
//
//   either  = both (OR both)*
//   both    = negated (AND? negated)*
//   negated = (NOT | -)* near
//   near    = one (NEAR/n one)* | one (ADJ/n one)*
//   one     = ( either ) | word | prefix* | "phrase" | field:value | *
class Parser {
 public:
  Parser(std::string_view query, const Schema& schema, const QueryOptions& options, Tokens tokens)
      : query_(query), schema_(schema), options_(options), tokens_(std::move(tokens.tokens)) {
    parsed_.notes = std::move(tokens.notes);
  }

  Result<ParsedQuery, QueryError> parse();

 private:
  QueryNode either();
  QueryNode both();
  QueryNode negated();
  QueryNode near();
  QueryNode one();
  QueryNode bracketed();
  QueryNode field();
  QueryNode field_value(const Field& field, const Token& value, TextRange range);
  QueryNode text_value(const Field& field, const Token& value, TextRange range);
  QueryNode date_value(const Field& field, const Token& value, TextRange range);
  QueryNode exact_value(const Field& field, const Token& value, TextRange range);
  void check_unmarked_value(const Field& field, const Token& value);
  void check_kind(const Token& value);
  void check_near(const QueryNode& node, TextRange op);
  QueryNode group(QueryOp op, std::vector<QueryNode> children) const;

  void unknown_field(const Token& name);
  void resolve(QueryNode& node, const NameResolver& names);
  DateRange asked_days() const;

  bool at(TokenKind kind) const {
    return !error_ && next_ < tokens_.size() && tokens_[next_].kind == kind;
  }
  bool at_operand() const;
  const Token* previous() const { return next_ == 0 ? nullptr : &tokens_[next_ - 1]; }
  QueryNode missing_operand();
  QueryNode fail(TextRange range, std::string message, std::string suggestion = "");
  std::string with(TextRange range, std::string_view replacement) const;
  std::string written(TextRange range) const { return std::string(range.in(query_)); }

  std::string_view query_;
  const Schema& schema_;
  const QueryOptions& options_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  std::size_t depth_ = 0;
  ParsedQuery parsed_;
  std::optional<QueryError> error_;
};

Result<ParsedQuery, QueryError> Parser::parse() {
  const bool only_operators = std::ranges::all_of(tokens_, [](const Token& token) {
    return token.kind == TokenKind::And || token.kind == TokenKind::Or ||
           token.kind == TokenKind::Near || token.kind == TokenKind::Adj;
  });
  const TextRange whole{0, static_cast<std::uint32_t>(query_.size())};
  if (tokens_.empty()) {
    return QueryError{"the query is empty", whole, ""};
  }
  if (only_operators) {
    return QueryError{"the query holds operators only", whole, "\"" + fold(query_) + "\""};
  }
  parsed_.root = either();
  if (at(TokenKind::Close)) {
    fail(tokens_[next_].range, "no ( opens what this closes", with(tokens_[next_].range, ""));
  }
  if (error_) {
    return *error_;
  }
  const NameResolver names(schema_, options_, asked_days());
  resolve(parsed_.root, names);
  return std::move(parsed_);
}

QueryNode Parser::either() {
  std::vector<QueryNode> children{both()};
  while (at(TokenKind::Or)) {
    ++next_;
    children.push_back(both());
  }
  return group(QueryOp::Or, std::move(children));
}

QueryNode Parser::both() {
  std::vector<QueryNode> children{negated()};
  while (at(TokenKind::And) || at_operand()) {
    next_ += at(TokenKind::And) ? 1 : 0;
    children.push_back(negated());
  }
  const bool found = std::ranges::any_of(
      children, [](const QueryNode& child) { return child.op != QueryOp::Not; });
  if (!found && !error_) {
    TextRange range = children.front().range;
    for (const QueryNode& child : children) {
      range = cover(range, child.range);
    }
    return fail(range, "only what to leave out, nothing to find; * stands for everything",
                with(range, "(* " + written(range) + ")"));
  }
  return group(QueryOp::And, std::move(children));
}

QueryNode Parser::negated() {
  bool negative = false;
  const std::size_t first = next_;
  while (at(TokenKind::Not)) {
    negative = !negative;
    ++next_;
  }
  QueryNode node = near();
  if (first < next_ && !error_) {
    node.range = cover(tokens_[first].range, node.range);
  }
  if (!negative) {
    return node;
  }
  QueryNode negation{.op = QueryOp::Not};
  negation.range = node.range;
  negation.children.push_back(std::move(node));
  return negation;
}

QueryNode Parser::near() {
  QueryNode node = one();
  if (!at(TokenKind::Near) && !at(TokenKind::Adj)) {
    return node;
  }
  const Token op = tokens_[next_];
  QueryNode near{.op = op.kind == TokenKind::Near ? QueryOp::Near : QueryOp::Adj};
  near.window = op.window;
  near.range = node.range;
  check_near(node, op.range);
  near.children.push_back(std::move(node));
  while (at(TokenKind::Near) || at(TokenKind::Adj)) {
    const Token& again = tokens_[next_];
    if (again.kind != op.kind || again.window != op.window) {
      return fail(again.range, "one chain of words has one NEAR/n or ADJ/n; put AND between two",
                  with(again.range, written(op.range)));
    }
    ++next_;
    QueryNode operand = one();
    check_near(operand, again.range);
    if (!error_ && operand.field != near.children.front().field) {
      return fail(operand.range, "NEAR and ADJ join words of one field");
    }
    near.range = cover(near.range, operand.range);
    near.children.push_back(std::move(operand));
  }
  return near;
}

// NEAR and ADJ compare the places of single words.
void Parser::check_near(const QueryNode& node, TextRange op) {
  const auto is_single_word = [](const QueryNode& child) {
    const auto words = read_plain_words(child.text);
    return child.op == QueryOp::Prefix ||
           (child.op == QueryOp::Words && words && words->tokens.size() == 1 &&
            words->tokens.front().words == 1);
  };
  const bool of_words =
      node.op == QueryOp::Or
          ? std::ranges::all_of(node.children, is_single_word) &&
                std::ranges::all_of(node.children,
                                    [&](const QueryNode& child) {
                                      return child.field == node.children.front().field;
                                    })
          : is_single_word(node);
  if (!error_ && !of_words) {
    fail(node.range, "NEAR and ADJ stand between single words", with(op, "AND"));
  }
}

bool Parser::at_operand() const {
  if (error_ || next_ == tokens_.size()) {
    return false;
  }
  switch (tokens_[next_].kind) {
    case TokenKind::Close:
    case TokenKind::And:
    case TokenKind::Or:
    case TokenKind::Near:
    case TokenKind::Adj:
      return false;
    default:
      return true;
  }
}

QueryNode Parser::one() {
  if (error_) {
    return {};
  }
  if (!at_operand() || at(TokenKind::Not)) {
    return missing_operand();
  }
  const Token& token = tokens_[next_];
  if (token.kind == TokenKind::Open) {
    return bracketed();
  }
  if (token.kind == TokenKind::Field) {
    return field();
  }
  ++next_;
  QueryNode node;
  node.range = token.range;
  node.text = token.text;
  switch (token.kind) {
    case TokenKind::Phrase:
      node.op = QueryOp::Phrase;
      break;
    case TokenKind::Prefix:
      node.op = QueryOp::Prefix;
      break;
    case TokenKind::Everything:
      node.op = QueryOp::All;
      break;
    default:
      node.op = QueryOp::Words;
      break;
  }
  return node;
}

QueryNode Parser::bracketed() {
  const TextRange open = tokens_[next_].range;
  if (++depth_ > max_depth) {
    return fail(open, "brackets are nested more than 64 deep");
  }
  ++next_;
  if (at(TokenKind::Close)) {
    return fail(cover(open, tokens_[next_].range), "there is nothing between these brackets");
  }
  QueryNode node = either();
  --depth_;
  if (error_) {
    return node;
  }
  if (!at(TokenKind::Close)) {
    return fail(open, "this ( is not closed", std::string(query_) + ")");
  }
  node.range = cover(open, tokens_[next_].range);
  ++next_;
  return node;
}

// Says what is missing at the end, or before the operator that stands where a word should.
QueryNode Parser::missing_operand() {
  const Token* before = previous();
  if (before == nullptr && at(TokenKind::Close)) {
    return fail(tokens_[next_].range, "no ( opens what this closes");
  }
  if (next_ == tokens_.size() || at(TokenKind::Close)) {
    return fail(before->range, "a word is missing after " + written(before->range),
                with(before->range, ""));
  }
  const Token& token = tokens_[next_];
  if (token.kind == TokenKind::Not) {
    return fail(token.range, "NEAR and ADJ stand between single words");
  }
  return fail(token.range, "a word is missing before " + written(token.range),
              with(token.range, ""));
}

QueryNode Parser::group(QueryOp op, std::vector<QueryNode> children) const {
  if (children.size() == 1) {
    return std::move(children.front());
  }
  QueryNode node{.op = op};
  node.range = children.front().range;
  for (QueryNode& child : children) {
    node.range = cover(node.range, child.range);
    if (child.op == op) {
      std::ranges::move(child.children, std::back_inserter(node.children));
    } else {
      node.children.push_back(std::move(child));
    }
  }
  return node;
}

QueryNode Parser::field() {
  const Token& name = tokens_[next_++];
  const Field* field = schema_.field(fold(name.text));
  if (field == nullptr) {
    unknown_field(name);
    return {};
  }
  if (!at(TokenKind::Value) && !at(TokenKind::Phrase)) {
    const bool bracket = at(TokenKind::Open);
    return fail(name.range,
                bracket ? "write " + field->id + ": before each word; brackets cannot follow it"
                        : "a value is missing after " + field->id + ":",
                field->example);
  }
  const Token value = tokens_[next_++];
  if (value.range.begin != name.range.end + 1) {
    return fail(name.range, "a value is missing after " + field->id + ":", field->example);
  }
  return field_value(*field, value, cover(name.range, value.range));
}

QueryNode Parser::field_value(const Field& field, const Token& value, TextRange range) {
  if (field.kind == FieldKind::Text) {
    return text_value(field, value, range);
  }
  if (value.kind == TokenKind::Value && fold(value.text) == "none") {
    QueryNode node{.op = QueryOp::Missing};
    node.field = field.id;
    node.range = range;
    return node;
  }
  return field.kind == FieldKind::Range ? date_value(field, value, range)
                                        : exact_value(field, value, range);
}

QueryNode Parser::text_value(const Field& field, const Token& value, TextRange range) {
  std::vector<QueryNode> children;
  if (value.kind == TokenKind::Phrase) {
    QueryNode node{.op = QueryOp::Phrase};
    node.text = value.text;
    children.push_back(node);
  } else {
    auto words = read_words(value.text, value.range.begin);
    if (!words) {
      error_ = words.error();
      return {};
    }
    for (const Token& word : words->tokens) {
      QueryNode node{.op = word.kind == TokenKind::Prefix ? QueryOp::Prefix : QueryOp::Words};
      node.text = word.text;
      children.push_back(node);
    }
  }
  if (children.empty()) {
    return fail(value.range, "there is no word after " + field.id + ":", field.example);
  }
  for (QueryNode& child : children) {
    child.field = field.id;
    child.range = range;
  }
  return group(QueryOp::And, std::move(children));
}

QueryNode Parser::date_value(const Field& field, const Token& value, TextRange range) {
  const auto dates =
      read_dates(value.kind == TokenKind::Phrase ? value.whole : value.text, options_.today);
  if (!dates) {
    const DateFault& fault = dates.error();
    const bool next_is_word = at(TokenKind::Word);
    std::string suggestion = fault.suggestion;
    if (suggestion.empty() && next_is_word) {
      const std::string both = value.text + " " + tokens_[next_].text;
      suggestion = read_dates(both, options_.today) ? "\"" + both + "\"" : "";
    }
    return fail(value.range, fault.message, suggestion.empty() ? "" : field.id + ":" + suggestion);
  }
  QueryNode node{.op = QueryOp::Range};
  node.field = field.id;
  node.dates = *dates;
  node.range = range;
  return node;
}

QueryNode Parser::exact_value(const Field& field, const Token& value, TextRange range) {
  QueryNode node{.op = QueryOp::Filter};
  node.field = field.id;
  node.text = value.kind == TokenKind::Phrase ? value.whole : value.text;
  node.range = range;
  if (field.id == "kind") {
    check_kind(value);
  }
  if (value.kind == TokenKind::Phrase) {
    return node;
  }
  const std::size_t star = value.text.find('*');
  if (star == std::string::npos) {
    if (!has_word(value.text)) {
      return fail(value.range, "there is no word after " + field.id + ":", field.example);
    }
    check_unmarked_value(field, value);
    return node;
  }
  if (field.id == "url" || field.id == "article") {
    return node;
  }
  node.op = QueryOp::Prefix;
  node.text = fold(value.text.substr(0, star));
  const bool name =
      star + 1 == value.text.size() && node.text.find_first_of(" ()") == node.text.npos;
  if (!name || !has_word(node.text)) {
    return fail(value.range, "* stands only at the end of a name", "NOT " + field.id + ":none");
  }
  return node;
}

void Parser::check_kind(const Token& value) {
  const std::string folded = fold(value.text);
  if (folded == "quote" || folded == "reported" || folded == "speech" || folded == "narration") {
    return;
  }
  fail(value.range,
       "there is no kind \"" + value.text +
           "\"; the kinds are quote, reported, speech and narration",
       "kind:quote");
}

// `speaker:Wang Yi` would ask for Wang, and Yi as a word: where the two are one name, that is
// another query than the one that was meant.
void Parser::check_unmarked_value(const Field& field, const Token& value) {
  std::string name = value.text;
  for (std::size_t i = next_; i < std::min(next_ + 3, tokens_.size()); ++i) {
    if (tokens_[i].kind != TokenKind::Word) {
      return;
    }
    name += " " + tokens_[i].text;
    const bool is_role = field.id == "role" && !schema_.role_named(name).empty();
    const bool is_entity =
        (field.id == "speaker" || field.id == "country" || field.id == "about") &&
        !schema_.entities_named(name).empty();
    if (is_role || is_entity) {
      const TextRange range = cover(value.range, tokens_[i].range);
      fail(range, "a value of several words stands in quotation marks",
           with(range, "\"" + name + "\""));
      return;
    }
  }
}

void Parser::unknown_field(const Token& name) {
  const std::string folded = fold(name.text);
  const std::size_t limit = plausible_errors(count_code_points(folded));
  std::string nearest;
  std::size_t distance = limit + 1;
  std::string all;
  for (const Field& field : schema_.fields()) {
    const std::size_t errors = edit_distance(folded, field.id, limit);
    if (errors < distance) {
      distance = errors;
      nearest = field.id;
    }
    all += (all.empty() ? "" : ", ") + field.id;
  }
  fail(name.range, "there is no field \"" + name.text + "\"; the fields are " + all,
       nearest.empty() ? with({name.range.begin, name.range.end + 1}, name.text + " ")
                       : with(name.range, nearest));
}

void Parser::resolve(QueryNode& node, const NameResolver& names) {
  if (node.op == QueryOp::Filter) {
    if (auto note = names.resolve(node)) {
      parsed_.notes.push_back(*std::move(note));
    }
  }
  for (QueryNode& child : node.children) {
    resolve(child, names);
  }
}

// The days to which the whole query is limited.
DateRange Parser::asked_days() const {
  const auto is_date = [](const QueryNode& node) {
    return node.op == QueryOp::Range && node.field == "date";
  };
  if (is_date(parsed_.root)) {
    return parsed_.root.dates;
  }
  DateRange days;
  if (parsed_.root.op == QueryOp::And) {
    for (const QueryNode& child : parsed_.root.children) {
      if (is_date(child)) {
        days.from = child.dates.from ? child.dates.from : days.from;
        days.until = child.dates.until ? child.dates.until : days.until;
      }
    }
  }
  return days;
}

QueryNode Parser::fail(TextRange range, std::string message, std::string suggestion) {
  if (!error_) {
    error_ = QueryError{std::move(message), range, std::move(suggestion)};
  }
  return {};
}

// The query with another text at `range`.
std::string Parser::with(TextRange range, std::string_view replacement) const {
  constexpr std::size_t most_bytes = 200;
  if (query_.size() > most_bytes) {
    return "";
  }
  std::string mended(query_.substr(0, range.begin));
  mended.append(replacement).append(query_.substr(range.end));
  const std::size_t begin = std::min(mended.find_first_not_of(' '), mended.size());
  return mended.substr(begin, mended.find_last_not_of(' ') + 1 - begin);
}

std::optional<QueryError> unreadable(std::string_view query) {
  if (const auto invalid = first_invalid_utf8(query)) {
    const auto offset = static_cast<std::uint32_t>(*invalid);
    return QueryError{"the query is not valid UTF-8", {offset, offset + 1}, ""};
  }
  return std::nullopt;
}

Result<ParsedQuery, QueryError> parse_plain(std::string_view query) {
  auto words = read_plain_words(query);
  if (!words) {
    return words.error();
  }
  const TextRange whole{0, static_cast<std::uint32_t>(query.size())};
  if (words->tokens.empty()) {
    return QueryError{"there is no word in the query", whole, ""};
  }
  ParsedQuery parsed;
  for (const Token& word : words->tokens) {
    QueryNode node{.op = QueryOp::Words};
    node.text = word.text;
    node.range = word.range;
    parsed.root.children.push_back(std::move(node));
  }
  if (parsed.root.children.size() == 1) {
    QueryNode only = std::move(parsed.root.children.front());
    parsed.root = std::move(only);
  } else {
    parsed.root.op = QueryOp::And;
    parsed.root.range = whole;
  }
  return parsed;
}

}  // namespace

Result<ParsedQuery, QueryError> parse_query(std::string_view query, const Schema& schema,
                                            const QueryOptions& options) {
  if (const auto error = unreadable(query)) {
    return *error;
  }
  if (options.plain) {
    return parse_plain(query);
  }
  auto tokens = read_tokens(query);
  if (!tokens) {
    return tokens.error();
  }
  if (tokens->tokens.empty() && !tokens->notes.empty()) {
    return QueryError{
        "there is no word in the query", {0, static_cast<std::uint32_t>(query.size())}, ""};
  }
  return Parser(query, schema, options, *std::move(tokens)).parse();
}

}  // namespace verbale
