#include "filter_groups.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tree_parts.h"
#include "verbale/text/folding.h"

namespace verbale {
namespace {

// What a passage has one of; it can have several speakers, countries and topics.
constexpr std::string_view single_valued[] = {"outlet", "lang", "kind", "article", "url"};

bool filters_by_value(const QueryNode& node, const Schema& schema) {
  if (node.op == QueryOp::Filter || node.op == QueryOp::Missing || node.op == QueryOp::Prefix) {
    const Field* field = schema.field(node.field);
    return field != nullptr && field->kind == FieldKind::Exact;
  }
  return false;
}

bool shares_a_value(const QueryNode& a, const QueryNode& b) {
  return std::ranges::any_of(a.values, [&](const std::string& value) {
    return std::ranges::any_of(
        b.values, [&](const std::string& other) { return fold(value) == fold(other); });
  });
}

bool exclude_each_other(const QueryNode& a, const QueryNode& b) {
  return a.op == QueryOp::Filter && b.op == QueryOp::Filter && a.field == b.field &&
         std::ranges::find(single_valued, a.field) != std::end(single_valued) &&
         !shares_a_value(a, b);
}

QueryError cannot_have_both(const QueryNode& a, const QueryNode& b, std::string_view query) {
  const TextRange range = cover(a.range, b.range);
  const std::string choice = to_string(a) + " OR " + to_string(b);
  const std::string_view between = TextRange{a.range.end, b.range.begin}.in(query);
  const bool side_by_side = between.find_first_not_of(" AND") == std::string_view::npos;
  return {"a passage has one " + a.field + ", so that nothing can be both", range,
          side_by_side ? mended(query, range, "(" + choice + ")") : choice};
}

}  // namespace

std::vector<QueryNode> with_choices(std::vector<QueryNode> parts, const Schema& schema) {
  std::vector<QueryNode> out;
  for (QueryNode& part : parts) {
    if (!filters_by_value(part, schema)) {
      out.push_back(std::move(part));
      continue;
    }
    // What was written as a choice has a range already, and stays as it is.
    const auto same = std::ranges::find_if(out, [&](const QueryNode& before) {
      const bool choice = before.op == QueryOp::Or && before.range.empty();
      const QueryNode& first = choice ? before.children.front() : before;
      return first.field == part.field && filters_by_value(first, schema);
    });
    if (same == out.end()) {
      out.push_back(std::move(part));
    } else if (same->op == QueryOp::Or) {
      same->children.push_back(std::move(part));
    } else {
      QueryNode choice{.op = QueryOp::Or};
      choice.children.push_back(std::move(*same));
      choice.children.push_back(std::move(part));
      *same = std::move(choice);
    }
  }
  for (QueryNode& part : out) {
    if (part.op == QueryOp::Or && part.range.empty()) {
      part.range = cover(part.children.front().range, part.children.back().range);
    }
  }
  return out;
}

std::optional<QueryError> contradiction(const QueryNode& node, std::string_view query) {
  for (auto child = node.children.begin(); child != node.children.end(); ++child) {
    const auto other = std::find_if(node.children.begin(), child, [&](const QueryNode& before) {
      return exclude_each_other(before, *child);
    });
    if (node.op == QueryOp::And && other != child) {
      return cannot_have_both(*other, *child, query);
    }
    if (auto error = contradiction(*child, query)) {
      return error;
    }
  }
  return std::nullopt;
}

}  // namespace verbale
