#include "search/spelling.h"

#include <algorithm>
#include <tuple>

#include "verbale/text/edit_distance.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t shortest = 4;
constexpr std::size_t most_terms_seen = 300000;
constexpr std::size_t most_respelled = 10;  // Words of a query; each reads the vocabulary.

struct Candidate {
  std::string word;
  std::size_t errors = 0;
  Xapian::doccount frequency = 0;
};

bool is_better(const Candidate& a, const Candidate& b) {
  return std::tie(a.errors, b.frequency, a.word) < std::tie(b.errors, a.frequency, b.word);
}

// Looks at the words that begin with `beginning`.
std::optional<Candidate> nearest_among(const Xapian::Database& database, std::string_view folded,
                                       const std::string& beginning) {
  const std::size_t limit = plausible_errors(count_code_points(folded));
  std::optional<Candidate> best;
  std::size_t seen = 0;
  auto term = database.allterms_begin(beginning);
  // Capitals are prefixes of fields: the words come after them.
  if (beginning.empty()) {
    term.skip_to("[");
  }
  for (; term != database.allterms_end(beginning) && seen < most_terms_seen; ++term, ++seen) {
    const std::string word = *term;
    const std::size_t errors = edit_distance(folded, word, best ? best->errors : limit);
    if (errors > (best ? best->errors : limit) || word == folded) {
      continue;
    }
    Candidate candidate{word, errors, term.get_termfreq()};
    if (!best || is_better(candidate, *best)) {
      best = std::move(candidate);
    }
  }
  return best;
}

bool is_respelled(QueryNode& node, const Xapian::Database& database, IndexWords& words,
                  std::size_t& looked_for) {
  bool changed = false;
  for (QueryNode& child : node.children) {
    changed |= is_respelled(child, database, words, looked_for);
  }
  if (node.op != QueryOp::Words || !node.field.empty()) {
    return changed;
  }
  const auto forms = words.words_of(node.text);
  if (forms.size() != 1 || forms.front().ideographic || words.has_text_word(node.text) ||
      ++looked_for > most_respelled) {
    return changed;
  }
  if (const auto nearest = nearest_word(database, forms.front().folded)) {
    node.text = *nearest;
    return true;
  }
  return changed;
}

}  // namespace

// Most misspelled words begin rightly, and those are a small part of the vocabulary.
std::optional<std::string> nearest_word(const Xapian::Database& database, std::string_view folded) {
  if (count_code_points(folded) < shortest) {
    return std::nullopt;
  }
  std::size_t first = 0;
  next_code_point(folded, first);
  auto best = nearest_among(database, folded, std::string(folded.substr(0, first)));
  if (!best) {
    best = nearest_among(database, folded, "");
  }
  return best ? std::optional(best->word) : std::nullopt;
}

std::optional<QueryNode> respelled(const QueryNode& query, const Xapian::Database& database,
                                   IndexWords& words) {
  QueryNode mended = query;
  std::size_t looked_for = 0;
  return is_respelled(mended, database, words, looked_for) ? std::optional(std::move(mended))
                                                           : std::nullopt;
}

}  // namespace verbale
