#include <boost/json.hpp>
#include <iterator>

#include "render/json.h"

namespace verbale {
namespace {

namespace json = boost::json;

const char* name_of(QueryOp op) {
  switch (op) {
    case QueryOp::All:
      return "all";
    case QueryOp::Words:
      return "word";
    case QueryOp::Phrase:
      return "phrase";
    case QueryOp::Prefix:
      return "prefix";
    case QueryOp::Near:
      return "near";
    case QueryOp::Adj:
      return "adj";
    case QueryOp::And:
      return "and";
    case QueryOp::Or:
      return "or";
    case QueryOp::Not:
      return "not";
    case QueryOp::Filter:
      return "filter";
    case QueryOp::Range:
      return "range";
    case QueryOp::Missing:
      break;
  }
  return "missing";
}

json::object node_to_json(const QueryNode& node);

json::array nodes_to_json(const std::vector<QueryNode>& nodes) {
  json::array out;
  for (const QueryNode& node : nodes) {
    out.push_back(node_to_json(node));
  }
  return out;
}

// What a node does not have is left out.
json::object node_to_json(const QueryNode& node) {
  json::object out{{"op", name_of(node.op)}};
  if (!node.field.empty()) {
    out["field"] = node.field;
  }
  if (!node.text.empty()) {
    out["text"] = node.text;
  }
  if (!node.values.empty()) {
    out["values"] = json::array(node.values.begin(), node.values.end());
  }
  if (node.dates.from) {
    out["from"] = to_string(*node.dates.from);
  }
  if (node.dates.until) {
    out["until"] = to_string(*node.dates.until);
  }
  if (node.window > 0) {
    out["window"] = node.window;
  }
  if (!node.synonyms.empty()) {
    out["synonyms"] = nodes_to_json(node.synonyms);
  }
  if (!node.children.empty()) {
    out["children"] = nodes_to_json(node.children);
  }
  return out;
}

}  // namespace

json::object to_json(const ReadQuery& read) {
  return {{"tree", node_to_json(read.tree)},
          {"expansions", json::array(read.expansions.begin(), read.expansions.end())},
          {"dropped", json::array(read.dropped.begin(), read.dropped.end())}};
}

}  // namespace verbale
