#include "search/advice.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "verbale/query/parser.h"

namespace verbale {
namespace {

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
  if (words.children.size() < 2) {
    return loosened;
  }
  node = std::move(words);
  return true;
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
  const bool by_date = asks_for_dates(request.query) || fields.contains("date");
  if (by_date) {
    advice.push_back(covered ? "the dates of this index go from " + range_text(*covered)
                             : "no passage of this index has a date");
  }
  return advice;
}

}  // namespace verbale
