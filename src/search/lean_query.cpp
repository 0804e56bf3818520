#include "search/lean_query.h"

#include <algorithm>
#include <set>
#include <string>

#include "verbale/query/parser.h"

namespace verbale {
namespace {

bool is_bare_word(const QueryNode& node) {
  return node.op == QueryOp::Words && node.field.empty();
}

// The days that lie in both.
DateRange common_days(const DateRange& a, const DateRange& b) {
  DateRange both = a;
  if (!both.from || (b.from && b.from->first_day() > both.from->first_day())) {
    both.from = b.from;
  }
  if (!both.until || (b.until && b.until->last_day() < both.until->last_day())) {
    both.until = b.until;
  }
  return both;
}

void collect_wildcards(const QueryNode& node, std::set<std::string>& found) {
  if (node.op == QueryOp::Prefix) {
    found.insert(to_string(node));
  }
  for (const QueryNode& child : node.children) {
    collect_wildcards(child, found);
  }
}

}  // namespace

QueryNode lean(const QueryNode& query) {
  QueryNode out = query;
  if (query.op == QueryOp::Not) {
    out.children.front() = lean(query.children.front());
  }
  if (query.op != QueryOp::And && query.op != QueryOp::Or) {
    return out;
  }
  out.children.clear();
  std::set<std::string> said;
  for (const QueryNode& written : query.children) {
    QueryNode child = lean(written);
    const auto same_field = [&](const QueryNode& before) {
      return before.op == QueryOp::Range && before.field == child.field;
    };
    const auto before = std::ranges::find_if(out.children, same_field);
    if (query.op == QueryOp::And && child.op == QueryOp::Range && before != out.children.end()) {
      before->dates = common_days(before->dates, child.dates);
    } else if (is_bare_word(child) || said.insert(to_string(child)).second) {
      out.children.push_back(std::move(child));
    }
  }
  if (out.children.size() == 1) {
    return QueryNode(out.children.front());
  }
  return out;
}

std::size_t count_wildcards(const QueryNode& query) {
  std::set<std::string> found;
  collect_wildcards(query, found);
  return found.size();
}

}  // namespace verbale
