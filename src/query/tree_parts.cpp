#include "tree_parts.h"

#include <algorithm>
#include <iterator>

namespace verbale {

TextRange cover(TextRange a, TextRange b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

QueryNode grouped(QueryOp op, std::vector<QueryNode> children) {
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

std::string mended(std::string_view query, TextRange range, std::string_view replacement) {
  constexpr std::size_t most_bytes = 200;
  if (query.size() > most_bytes) {
    return "";
  }
  std::string text(query.substr(0, range.begin));
  text.append(replacement).append(query.substr(range.end));
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

}  // namespace verbale
