#include <algorithm>
#include <string_view>

#include "date_expression.h"
#include "lexer.h"
#include "verbale/query/parser.h"

namespace verbale {
namespace {

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

bool is_plain_value(const std::string& text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '/' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::string joined(const QueryNode& node, const std::string& by) {
  std::string out;
  for (const QueryNode& child : node.children) {
    const bool brackets = child.children.size() > 1;
    out +=
        (out.empty() ? "" : by) + (brackets ? "(" : "") + to_string(child) + (brackets ? ")" : "");
  }
  return out;
}

std::string value_of(const QueryNode& node) {
  switch (node.op) {
    case QueryOp::Words:
      return node.text;
    case QueryOp::Phrase:
      return quoted(node.text);
    case QueryOp::Prefix:
      return node.text + "*";
    case QueryOp::Filter:
      return is_plain_value(node.text) && node.text != "none" ? node.text : quoted(node.text);
    case QueryOp::Range:
      return to_string(node.dates);
    default:
      return "none";
  }
}

}  // namespace

std::string to_string(const QueryNode& node) {
  switch (node.op) {
    case QueryOp::All:
      return "*";
    case QueryOp::And:
      return joined(node, " AND ");
    case QueryOp::Or:
      return joined(node, " OR ");
    case QueryOp::Near:
      return joined(node, " NEAR/" + std::to_string(node.window) + " ");
    case QueryOp::Adj:
      return joined(node, " ADJ/" + std::to_string(node.window) + " ");
    case QueryOp::Not: {
      const QueryNode& child = node.children.front();
      const bool brackets = child.children.size() > 1;
      return "NOT " + (brackets ? "(" + to_string(child) + ")" : to_string(child));
    }
    default:
      return (node.field.empty() ? "" : node.field + ":") + value_of(node);
  }
}

}  // namespace verbale
