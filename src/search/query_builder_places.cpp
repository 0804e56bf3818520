// The part of QueryBuilder that compares the places of words: NEAR and ADJ.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "search/query_builder.h"
#include "search/term_weight.h"

namespace verbale {
namespace {

using Query = Xapian::Query;

constexpr std::size_t most_checked = 10;  // Each looks at the places of all its candidates.

Query any_of(const OperandTerms& terms) {
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

bool share_a_term(const OperandTerms& a, const OperandTerms& b) {
  OperandTerms both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return !both.empty();
}

bool any_share_a_term(const std::vector<OperandTerms>& operands) {
  for (auto one = operands.begin(); one != operands.end(); ++one) {
    const auto same = [&](const OperandTerms& other) { return share_a_term(*one, other); };
    if (std::any_of(operands.begin(), one, same)) {
      return true;
    }
  }
  return false;
}

bool has_place(const std::vector<Positions>& found) {
  return !found.front().empty();
}

}  // namespace

// Xapian counts the span from the first word to the last, both included. It bounds the whole of an
// ADJ, not the gap between two words; and of a NEAR whose words may stand at one place 1.4.22 gives
// up one of them too early. There the places are looked at.
Query QueryBuilder::near(const QueryNode& node) {
  std::vector<OperandTerms> operands;
  for (const QueryNode& child : node.children) {
    operands.push_back(operand(child));
  }
  const double frequency = 1 + static_cast<double>(words_.passages()) / 100;
  const double weight = exact_weight(term_weight(std::floor(frequency), words_.passages()));
  for (const OperandTerms& terms : operands) {
    for (const std::string& term : terms) {
      built_.scored.push_back(
          {term, to_string(node), node.op == QueryOp::Near ? "near" : "adj", weight});
    }
  }
  return Query(Query::OP_SCALE_WEIGHT, at_places(node, std::move(operands)), weight);
}

Query QueryBuilder::at_places(const QueryNode& node, std::vector<OperandTerms> operands) {
  std::vector<Query> words;
  std::ranges::transform(operands, std::back_inserter(words), any_of);
  const unsigned window = node.window;
  const auto gaps = static_cast<Xapian::termcount>(words.size() - 1);
  if (node.op == QueryOp::Adj) {
    const Query within(Query::OP_PHRASE, words.begin(), words.end(), window * gaps + 1);
    const auto holds = [window](const auto& lists) {
      return has_place(places_in_order(lists, window));
    };
    return gaps == 1 ? within : checked(node, {within, std::move(operands), holds});
  }
  if (!any_share_a_term(operands)) {
    return Query(Query::OP_NEAR, words.begin(), words.end(), window + 1);
  }
  const auto holds = [window](const auto& lists) { return has_place(places_near(lists, window)); };
  const Query all(Query::OP_AND, words.begin(), words.end());
  return checked(node, {all, std::move(operands), holds});
}

Query QueryBuilder::checked(const QueryNode& node, PlaceRule rule) {
  if (remote_) {
    return fail(node,
                node.op == QueryOp::Adj ? "over remote shards ADJ joins two words"
                                        : "over remote shards the words of NEAR must differ",
                "put AND between two pairs of words");
  }
  if (++checked_ > most_checked) {
    return fail(
        node,
        "a query has at most 10 chains of ADJ longer than two words, or of NEAR whose words "
        "may be the same",
        "");
  }
  const Query candidates = rule.candidates;
  return Query(Query::OP_FILTER, candidates,
               Query((new CheckedPlaces(std::move(rule)))->release()));
}

// What has places in the text: words as they are written.
OperandTerms QueryBuilder::operand(const QueryNode& node) {
  OperandTerms terms;
  if (node.op == QueryOp::Or) {
    for (const QueryNode& child : node.children) {
      const OperandTerms more = operand(child);
      terms.insert(terms.end(), more.begin(), more.end());
    }
  } else if (node.op == QueryOp::Prefix) {
    for (const auto& expanded : expansion(node).terms) {
      terms.push_back(expanded.term);
    }
  } else {
    const std::vector<QueryWord> words = words_.words_of(node.text);
    if (words.size() == 1) {
      terms.push_back(field_prefix(node.field) + words.front().folded);
    } else {
      fail(node, "NEAR and ADJ stand between single words", "put the phrase beside them");
    }
  }
  std::ranges::sort(terms);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace verbale
