// The part of QueryBuilder that matches fields by their values: no words, no weight.

#include <algorithm>
#include <chrono>
#include <set>

#include "index/terms.h"
#include "search/query_builder.h"
#include "search/term_weight.h"
#include "verbale/query/parser.h"
#include "verbale/text/folding.h"

namespace verbale {
namespace {

using Query = Xapian::Query;
namespace chrono = std::chrono;

constexpr std::size_t most_expansions = 200;
constexpr std::size_t most_expansions_of_a_query = 1'000;

// The fewest years, months and days that make up the days from `from` to `until`, both included.
std::vector<Date> smallest_cover(chrono::sys_days from, chrono::sys_days until) {
  std::vector<Date> cover;
  while (from <= until) {
    const Date day = Date::of(from);
    const Date month = *Date::of_month(day.year(), day.month());
    const Date year = *Date::of_year(day.year());
    Date widest = day;
    for (const Date& period : {month, year}) {
      if (period.first_day() == from && period.last_day() <= until) {
        widest = period;
      }
    }
    cover.push_back(widest);
    from = widest.last_day() + chrono::days{1};
    if (from > Date::of_year(9999)->last_day()) {
      break;
    }
  }
  return cover;
}

}  // namespace

Query QueryBuilder::filter(const std::vector<QueryNode>& filters) {
  std::map<std::string, std::vector<Query>> by_field;
  for (const QueryNode& node : filters) {
    by_field[node.field].push_back(this->node(node));
  }
  std::vector<Query> all;
  all.reserve(by_field.size());
  for (const auto& [field, any] : by_field) {
    all.push_back(Query(Query::OP_OR, any.begin(), any.end()));
  }
  return all.empty() ? Query::MatchAll : Query(Query::OP_AND, all.begin(), all.end());
}

Query QueryBuilder::values(const QueryNode& node) {
  const Field& field = *schema_.field(node.field);
  if (node.op == QueryOp::Missing) {
    return Query(missing_term(field.prefix));
  }
  std::vector<Query> any;
  for (const std::string& value : node.values) {
    any.push_back(this->value(field, value));
  }
  return Query(Query::OP_OR, any.begin(), any.end());
}

// The id itself; else a name as it is written; else, of speakers, all words of a name.
Query QueryBuilder::value(const Field& field, const std::string& value) {
  const std::string id = value_term(field.prefix, value);
  if (words_.frequency(id) > 0) {
    return Query(id);
  }
  const std::string name = name_term(field.prefix, fold(value));
  if (words_.frequency(name) > 0 || field.id != "speaker") {
    return Query(name);
  }
  std::vector<Query> all;
  for (const QueryWord& word : words_.words_of(value)) {
    all.emplace_back(std::string(term_prefix::speaker_word) + word.folded);
  }
  return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_AND, all.begin(), all.end()), 0);
}

// A passage is in a range when its date, with all the days it may mean, lies inside. One without a
// date never is.
Query QueryBuilder::dates(const QueryNode& node) {
  const Field& field = *schema_.field(node.field);
  const auto earliest = read_date_value(database_.get_value_lower_bound(*field.slot));
  const auto latest = read_date_value(database_.get_value_upper_bound(*field.slot));
  if (!earliest || !latest) {
    return Query::MatchNothing;
  }
  const auto first = Date::of_year(earliest->year())->first_day();
  const auto last = Date::of_year(latest->year())->last_day();
  const auto from = node.dates.from ? std::max(node.dates.from->first_day(), first) : first;
  const auto until = node.dates.until ? std::min(node.dates.until->last_day(), last) : last;
  std::vector<Query> periods;
  for (const Date& period : smallest_cover(from, until)) {
    const std::string term = date_term(field.prefix, period);
    if (words_.frequency(term) > 0) {
      periods.emplace_back(term);
    }
  }
  return Query(Query::OP_OR, periods.begin(), periods.end());
}

// Many wildcards in one query get fewer words each, so that no query takes all of the vocabulary.
const Expansion& QueryBuilder::expansion(const QueryNode& node) {
  const auto [known, added] = expansions_.try_emplace(to_string(node));
  Expansion& expansion = known->second;
  if (!added) {
    return expansion;
  }
  const std::size_t limit = std::min(most_expansions_of_a_query / wildcards_, most_expansions);
  const Field* field = node.field.empty() ? nullptr : schema_.field(node.field);
  const std::string before = field == nullptr ? "" : field->prefix;
  const std::string written = fold(node.text);
  const bool of_values = field != nullptr && field->kind != FieldKind::Text;
  expansion =
      expand_prefix(database_, of_values ? name_term(before, written) : before + written, limit);
  if (expansion.found > expansion.terms.size()) {
    built_.warnings.push_back(to_string(node) + " was read as the " +
                              std::to_string(expansion.terms.size()) + " most frequent of " +
                              (expansion.all_seen ? "" : "more than ") +
                              std::to_string(expansion.found) + " words that begin so");
  }
  return expansion;
}

// One weight for all the words, as if they were one.
Query QueryBuilder::prefix(const QueryNode& node) {
  const Expansion& expansion = this->expansion(node);
  std::size_t frequency = 0;
  for (const auto& expanded : expansion.terms) {
    frequency += expanded.frequency;
  }
  const std::size_t passages = words_.passages();
  const auto found = static_cast<double>(std::min(frequency, passages));
  const double weight = exact_weight(term_weight(found, passages));
  std::vector<Query> any;
  for (const auto& expanded : expansion.terms) {
    any.emplace_back(expanded.term);
    built_.scored.push_back({expanded.term, to_string(node), "prefix", weight});
  }
  return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, any.begin(), any.end()), weight);
}

}  // namespace verbale
