#include "search/advice.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "verbale/query/parser.h"

namespace verbale {
namespace {

constexpr std::size_t most_loosened = 64;  // Words of a phrase.

std::string passages(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " passage" : " passages");
}

// Words in place of phrases; whether there was any.
bool loosen_phrases(QueryNode& node) {
  bool loosened = false;
  for (QueryNode& child : node.children) {
    loosened |= loosen_phrases(child);
  }
  if (node.op != QueryOp::Phrase) {
    return loosened;
  }
  QueryNode words;
  words.op = QueryOp::And;
  std::istringstream in(node.text);
  for (std::string word; in >> word;) {
    QueryNode child;
    child.op = QueryOp::Words;
    child.field = node.field;
    child.text = word;
    words.children.push_back(child);
  }
  if (words.children.size() < 2 || words.children.size() > most_loosened) {
    return loosened;
  }
  node = std::move(words);
  return true;
}

bool is_filter_of(const QueryNode& node, const std::string& field) {
  return node.op == QueryOp::Filter && node.field == field;
}

// A choice in place of filters of one field that stand in an And; whether there were any.
bool loosen_filters(QueryNode& node) {
  bool loosened = false;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    loosened |= loosen_filters(node.children[i]);
    if (node.op != QueryOp::And || node.children[i].op != QueryOp::Filter) {
      continue;
    }
    QueryNode choice{.op = QueryOp::Or};
    const std::string field = node.children[i].field;
    const auto here = node.children.begin() + static_cast<std::ptrdiff_t>(i);
    const auto others = std::stable_partition(
        here, node.children.end(),
        [&field](const QueryNode& child) { return is_filter_of(child, field); });
    std::move(here, others, std::back_inserter(choice.children));
    node.children.erase(here + 1, others);
    loosened |= choice.children.size() > 1;
    node.children[i] = std::move(choice.children.size() > 1 ? choice : choice.children.front());
  }
  return loosened;
}

std::string range_text(const CoveredPeriod& covered) {
  return to_string(covered.first) + " to " + to_string(covered.last);
}

bool asks_for_dates(const QueryNode& node) {
  return (node.op == QueryOp::Range && node.field == "date") ||
         std::ranges::any_of(node.children, asks_for_dates);
}

}  // namespace

std::vector<std::string> advice_for(const SearchRequest& request,
                                    const std::optional<CoveredPeriod>& covered,
                                    const std::function<std::size_t(const SearchRequest&)>& count) {
  std::vector<std::string> advice;
  std::set<std::string> fields;
  for (const QueryNode& filter : request.filters) {
    fields.insert(filter.field);
  }
  for (const std::string& field : fields) {
    SearchRequest wider = request;
    std::erase_if(wider.filters, [&](const QueryNode& filter) { return filter.field == field; });
    if (const std::size_t found = count(wider); found > 0) {
      advice.push_back("without the filter by " + field + ": " + passages(found));
    }
  }
  SearchRequest loose = request;
  if (loosen_phrases(loose.query)) {
    loose.match = MatchMode::All;
    std::size_t found = count(loose);
    std::string how = "all words of the phrase, in any order: ";
    if (found == 0) {
      loose.match = MatchMode::Any;
      found = count(loose);
      how = "any words of the phrase: ";
    }
    if (found > 0) {
      advice.push_back(how + passages(found) + "; leave out the quotation marks");
    }
  }
  SearchRequest either = request;
  if (loosen_filters(either.query)) {
    if (const std::size_t found = count(either); found > 0) {
      advice.push_back("either of the values between AND: " + passages(found) +
                       "; leave out the AND between filters of one field");
    }
  }
  const bool by_date = asks_for_dates(request.query) || fields.contains("date");
  if (by_date) {
    advice.push_back(covered ? "the dates of this index go from " + range_text(*covered)
                             : "no passage of this index has a date");
  }
  return advice;
}

}  // namespace verbale
