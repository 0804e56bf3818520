// The part of QueryBuilder that compares the places of words: NEAR and ADJ.

#include <algorithm>

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
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (share_a_term(operands[i], operands[j])) {
        return true;
      }
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
  std::vector<Query> words;
  for (const QueryNode& child : node.children) {
    operands.push_back(operand(child));
    words.push_back(any_of(operands.back()));
  }
  const unsigned window = node.window;
  const auto gaps = static_cast<Xapian::termcount>(words.size() - 1);
  Query query;
  if (node.op == QueryOp::Adj) {
    query = Query(Query::OP_PHRASE, words.begin(), words.end(), window * gaps + 1);
    if (gaps > 1) {
      query = checked(node, {query, operands, [window](const auto& lists) {
                               return has_place(places_in_order(lists, window));
                             }});
    }
  } else if (any_share_a_term(operands)) {
    query = checked(
        node, {Query(Query::OP_AND, words.begin(), words.end()), operands,
               [window](const auto& lists) { return has_place(places_near(lists, window)); }});
  } else {
    query = Query(Query::OP_NEAR, words.begin(), words.end(), window + 1);
  }
  const double weight = exact_weight(term_weight(words_.passages() / 100 + 1, words_.passages()));
  for (const OperandTerms& terms : operands) {
    for (const std::string& term : terms) {
      built_.scored.push_back(
          {term, to_string(node), node.op == QueryOp::Near ? "near" : "adj", weight});
    }
  }
  return Query(Query::OP_SCALE_WEIGHT, query, weight);
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
