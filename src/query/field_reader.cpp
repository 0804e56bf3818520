#include "field_reader.h"

#include <algorithm>
#include <iterator>

#include "date_expression.h"
#include "tree_parts.h"
#include "verbale/text/edit_distance.h"
#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

constexpr std::string_view kinds[] = {"quote", "reported", "speech", "narration"};

bool has_word(std::string_view text) {
  const auto words = read_plain_words(text);
  return !words || !words->tokens.empty();
}

// Of a value as it is; words inside marks lose the signs around them.
const std::string& written(const Token& value) {
  return value.kind == TokenKind::Phrase ? value.whole : value.text;
}

}  // namespace

Result<QueryNode, QueryError> FieldReader::read(const Field& field, const Token& value,
                                                std::span<const Token> after) const {
  if (field.kind == FieldKind::Text) {
    return read_text(field, value);
  }
  if (value.kind == TokenKind::Value && fold(value.text) == "none") {
    QueryNode node{.op = QueryOp::Missing};
    node.field = field.id;
    return node;
  }
  return field.kind == FieldKind::Range ? read_date(field, value, after)
                                        : read_exact(field, value, after);
}

Result<QueryNode, QueryError> FieldReader::read_text(const Field& field, const Token& value) const {
  std::vector<QueryNode> children;
  const auto add = [&](QueryOp op, const std::string& text) {
    QueryNode node{.op = op};
    node.field = field.id;
    node.text = text;
    children.push_back(std::move(node));
  };
  if (value.kind == TokenKind::Phrase) {
    add(QueryOp::Phrase, value.text);
    return std::move(children.front());
  }
  const auto words = read_words(value.text, value.range.begin);
  if (!words) {
    return words.error();
  }
  for (const Token& word : words->tokens) {
    add(word.kind == TokenKind::Prefix ? QueryOp::Prefix : QueryOp::Words, word.text);
  }
  if (children.empty()) {
    return QueryError{"there is no word after " + field.id + ":", value.range, field.example};
  }
  return grouped(QueryOp::And, std::move(children));
}

Result<QueryNode, QueryError> FieldReader::read_date(const Field& field, const Token& value,
                                                     std::span<const Token> after) const {
  const auto dates = read_dates(written(value), options_.today);
  if (dates) {
    QueryNode node{.op = QueryOp::Range};
    node.field = field.id;
    node.dates = *dates;
    return node;
  }
  std::string suggestion = dates.error().suggestion;
  std::string several = value.text;
  for (std::size_t i = 0; i < std::min<std::size_t>(after.size(), 2) && suggestion.empty(); ++i) {
    several += " " + after[i].text;
    suggestion = read_dates(several, options_.today) ? "\"" + several + "\"" : "";
  }
  return QueryError{dates.error().message, value.range,
                    suggestion.empty() ? "" : field.id + ":" + suggestion};
}

Result<QueryNode, QueryError> FieldReader::read_exact(const Field& field, const Token& value,
                                                      std::span<const Token> after) const {
  QueryNode node{.op = QueryOp::Filter};
  node.field = field.id;
  node.text = written(value);
  const bool known_kind = std::ranges::find(kinds, fold(node.text)) != std::end(kinds);
  if (field.id == "kind" && !known_kind) {
    return QueryError{"there is no kind \"" + node.text +
                          "\"; the kinds are quote, reported, speech and narration",
                      value.range, "kind:quote"};
  }
  const bool address = field.id == "url" || field.id == "article";
  if (value.kind == TokenKind::Phrase) {
    return node;
  }
  if (!address && node.text.find('*') != std::string::npos) {
    return read_beginning(field, value);
  }
  if (!has_word(node.text)) {
    return QueryError{"there is no word after " + field.id + ":", value.range, field.example};
  }
  std::string name = node.text;
  const TextRange several = unmarked_name(field, value, name, after);
  if (!several.empty()) {
    return QueryError{"a value of several words stands in quotation marks", several,
                      mended(query_, several, "\"" + name + "\"")};
  }
  return node;
}

Result<QueryNode, QueryError> FieldReader::read_beginning(const Field& field,
                                                          const Token& value) const {
  const std::size_t star = value.text.find('*');
  QueryNode node{.op = QueryOp::Prefix};
  node.field = field.id;
  node.text = fold(value.text.substr(0, star));
  const bool one_name =
      star + 1 == value.text.size() && node.text.find_first_of(" ()") == std::string::npos;
  if (!one_name || !has_word(node.text)) {
    return QueryError{"* stands only at the end of a name", value.range,
                      "NOT " + field.id + ":none"};
  }
  return node;
}

// `speaker:Wang Yi` would ask for Wang, and for Yi as a word: where the two are one name, that is
// another query than the one that was meant. Empty where they are not.
TextRange FieldReader::unmarked_name(const Field& field, const Token& value, std::string& name,
                                     std::span<const Token> after) const {
  const bool named = field.id == "speaker" || field.id == "country" || field.id == "about";
  for (std::size_t i = 0; i < std::min<std::size_t>(after.size(), 3); ++i) {
    if (after[i].kind != TokenKind::Word) {
      break;
    }
    name += " " + after[i].text;
    const bool is_role = field.id == "role" && !schema_.role_named(name).empty();
    if (is_role || (named && !schema_.entities_named(name).empty())) {
      return cover(value.range, after[i].range);
    }
  }
  return {};
}

QueryError FieldReader::unknown_field(const Token& name) const {
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
  const TextRange with_colon{name.range.begin, name.range.end + 1};
  return {"there is no field \"" + name.text + "\"; the fields are " + all, name.range,
          nearest.empty() ? mended(query_, with_colon, name.text + " ")
                          : mended(query_, name.range, nearest)};
}

}  // namespace verbale
