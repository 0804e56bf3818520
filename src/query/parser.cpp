#include "verbale/query/parser.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "field_reader.h"
#include "filter_groups.h"
#include "lexer.h"
#include "name_resolver.h"
#include "synonyms.h"
#include "tree_parts.h"
#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t max_depth = 64;
constexpr std::size_t max_near_words = 20;

void set_range(QueryNode& node, TextRange range) {
  node.range = range;
  for (QueryNode& child : node.children) {
    set_range(child, range);
  }
}

// A recursive descent over the tokens. The first error ends it: every function returns an empty
// node from then on.
//
//   either  = both (OR both)*
//   both    = beside (AND beside)*
//   beside  = negated negated*
//   negated = (NOT | -)* near
//   near    = one (NEAR/n one)* | one (ADJ/n one)*
//   one     = ( either ) | word | prefix* | "phrase" | field:value | *
class Parser {
 public:
  Parser(std::string_view query, const Schema& schema, const QueryOptions& options, Tokens tokens)
      : query_(query), schema_(schema), options_(options), tokens_(std::move(tokens.tokens)) {
    parsed_.dropped = tokens.notes;
    parsed_.notes = std::move(tokens.notes);
  }

  Result<ParsedQuery, QueryError> parse();

 private:
  QueryNode either();
  QueryNode both();
  void beside(std::vector<QueryNode>& found);
  QueryNode negated();
  QueryNode near();
  QueryNode one();
  QueryNode bracketed();
  QueryNode field();
  void check_near(const QueryNode& node, TextRange op);

  void resolve(QueryNode& node, const NameResolver& names);
  DateRange asked_days() const;

  bool at(TokenKind kind) const {
    return !error_ && next_ < tokens_.size() && tokens_[next_].kind == kind;
  }
  bool at_operand() const;
  const Token* previous() const { return next_ == 0 ? nullptr : &tokens_[next_ - 1]; }
  QueryNode missing_operand();
  QueryNode fail(TextRange range, std::string message, std::string suggestion = "");
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
    fail(tokens_[next_].range, "no ( opens what this closes",
         mended(query_, tokens_[next_].range, ""));
  }
  if (error_) {
    return *error_;
  }
  const NameResolver names(schema_, options_, asked_days());
  resolve(parsed_.root, names);
  if (auto error = contradiction(parsed_.root, query_)) {
    return *std::move(error);
  }
  if (options_.expand) {
    std::ranges::move(add_synonyms(parsed_.root, schema_), std::back_inserter(parsed_.notes));
  }
  return std::move(parsed_);
}

QueryNode Parser::either() {
  std::vector<QueryNode> children{both()};
  while (at(TokenKind::Or)) {
    ++next_;
    children.push_back(both());
  }
  return grouped(QueryOp::Or, std::move(children));
}

QueryNode Parser::both() {
  std::vector<QueryNode> children;
  beside(children);
  while (at(TokenKind::And)) {
    ++next_;
    beside(children);
  }
  const bool found = std::ranges::any_of(
      children, [](const QueryNode& child) { return child.op != QueryOp::Not; });
  if (!found && !error_) {
    TextRange range = children.front().range;
    for (const QueryNode& child : children) {
      range = cover(range, child.range);
    }
    return fail(range, "only what to leave out, nothing to find; * stands for everything",
                mended(query_, range, "(* " + written(range) + ")"));
  }
  return grouped(QueryOp::And, std::move(children));
}

// What stands side by side, without AND. Filters of one field are a choice there.
void Parser::beside(std::vector<QueryNode>& found) {
  std::vector<QueryNode> parts{negated()};
  while (at_operand()) {
    parts.push_back(negated());
  }
  for (QueryNode& part : with_choices(std::move(parts), schema_)) {
    found.push_back(std::move(part));
  }
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
                  mended(query_, again.range, written(op.range)));
    }
    if (near.children.size() == max_near_words) {
      return fail(again.range, "one chain of NEAR or ADJ joins at most 20 words",
                  mended(query_, again.range, "AND"));
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
    fail(node.range, "NEAR and ADJ stand between single words", mended(query_, op, "AND"));
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
                mended(query_, before->range, ""));
  }
  const Token& token = tokens_[next_];
  if (token.kind == TokenKind::Not) {
    return fail(token.range, "NEAR and ADJ stand between single words");
  }
  return fail(token.range, "a word is missing before " + written(token.range),
              mended(query_, token.range, ""));
}

QueryNode Parser::field() {
  const Token& name = tokens_[next_++];
  const FieldReader reader(query_, schema_, options_);
  const Field* field = schema_.field(fold(name.text));
  if (field == nullptr) {
    error_ = reader.unknown_field(name);
    return {};
  }
  const bool has_value = (at(TokenKind::Value) || at(TokenKind::Phrase)) &&
                         tokens_[next_].range.begin == name.range.end + 1;
  if (!has_value) {
    return fail(name.range,
                at(TokenKind::Open)
                    ? "write " + field->id + ": before each word; brackets cannot follow it"
                    : "a value is missing after " + field->id + ":",
                field->example);
  }
  const Token& value = tokens_[next_++];
  auto node = reader.read(*field, value, std::span(tokens_).subspan(next_));
  if (!node) {
    error_ = node.error();
    return {};
  }
  set_range(*node, cover(name.range, value.range));
  return *std::move(node);
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
  DateRange days = options_.days;
  const auto narrow = [&](const QueryNode& node) {
    if (node.op == QueryOp::Range && node.field == "date") {
      days.from = node.dates.from ? node.dates.from : days.from;
      days.until = node.dates.until ? node.dates.until : days.until;
    }
  };
  narrow(parsed_.root);
  if (parsed_.root.op == QueryOp::And) {
    std::ranges::for_each(parsed_.root.children, narrow);
  }
  return days;
}

QueryNode Parser::fail(TextRange range, std::string message, std::string suggestion) {
  if (!error_) {
    error_ = QueryError{std::move(message), range, std::move(suggestion)};
  }
  return {};
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
