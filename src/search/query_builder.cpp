#include "search/query_builder.h"

#include <algorithm>
#include <map>
#include <utility>

#include "index/impact.h"
#include "index/terms.h"
#include "search/lean_query.h"
#include "search/term_weight.h"

namespace verbale {
namespace {

using Query = Xapian::Query;
using Queries = std::vector<Query>;

constexpr std::size_t most_wildcards = 50;

Query combine(Query::op op, const Queries& queries) {
  return queries.size() == 1 ? queries.front() : Query(op, queries.begin(), queries.end());
}

Query all_of(const Queries& queries) {
  return combine(Query::OP_AND, queries);
}

Query any_of(const Queries& queries) {
  return combine(Query::OP_OR, queries);
}

// The same matches without AND_MAYBE, which only adds to scores.
Query matches_of(const Query& query) {
  Queries parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(matches_of(query.get_subquery(i)));
  }
  switch (query.get_type()) {
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      return Query(query.get_type(), parts.begin(), parts.end());
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return parts.front();
    default:
      return query;
  }
}

// What `matched` finds and `excluded` does not. On the right side of AND_NOT, Xapian 1.4.22 never
// sets the weights of an AND_MAYBE, which then drops matches as it finds the memory. (OP_XOR with
// MatchAll is no way around: it crashes where the last passage of a shard is left out.)
Query without(const Query& matched, const Query& excluded) {
  return Query(Query::OP_AND_NOT, matched, matches_of(excluded));
}

bool is_bare_word(const QueryNode& node) {
  return node.op == QueryOp::Words && node.field.empty();
}

bool is_bare_word_or_group(const QueryNode& node) {
  return is_bare_word(node) || ((node.op == QueryOp::And || node.op == QueryOp::Or) &&
                                std::ranges::all_of(node.children, is_bare_word));
}

void count_bare_words(const QueryNode& node, std::map<std::string, double>& times) {
  if (is_bare_word(node)) {
    ++times[node.text];
  } else if (node.op != QueryOp::Not) {
    for (const QueryNode& child : node.children) {
      count_bare_words(child, times);
    }
  }
}

}  // namespace

Result<BuiltQuery, QueryError> QueryBuilder::build(const QueryNode& query, WordsMatch match) {
  const QueryNode root = lean(query);
  match_ = match;
  built_ = {};
  wildcards_ = count_wildcards(root);
  expansions_.clear();
  checked_ = 0;
  words_in_group_ = {};
  terms_tell_ = true;
  error_.reset();
  if (wildcards_ > most_wildcards) {
    fail(root, "a query has at most 50 different words with *", "");
  }
  const Query matched = error_ ? Query::MatchNothing : node(root);
  if (error_) {
    return *error_;
  }
  built_.query = matched;
  if (root.op == QueryOp::All) {
    built_.total = words_.passages();
  } else if (matched.get_type() == Query::LEAF_TERM) {
    built_.term = *matched.get_terms_begin();
    built_.total = words_.frequency(*built_.term);
  } else if (is_bare_word_or_group(root) && terms_tell_) {
    built_.words = std::move(words_in_group_);
  }
  return std::move(built_);
}

Query QueryBuilder::node(const QueryNode& node) {
  switch (node.op) {
    case QueryOp::All:
      return Query::MatchAll;
    case QueryOp::Words:
      return is_bare_word(node) ? bare_words({&node}, match_) : field_words(node);
    case QueryOp::Phrase:
      return phrase(node);
    case QueryOp::Prefix:
      return prefix(node);
    case QueryOp::Near:
    case QueryOp::Adj:
      return near(node);
    case QueryOp::And:
      return and_group(node);
    case QueryOp::Or:
      return or_group(node);
    case QueryOp::Not:
      return without(Query::MatchAll, this->node(node.children.front()));
    case QueryOp::Filter:
    case QueryOp::Missing:
      return values(node);
    case QueryOp::Range:
      return dates(node);
  }
  return Query::MatchNothing;
}

// Bare words that stand side by side are one group, which --match widens; everything else in the
// And is required.
Query QueryBuilder::and_group(const QueryNode& node) {
  std::vector<const QueryNode*> words;
  Queries required, excluded;
  for (const QueryNode& child : node.children) {
    if (is_bare_word(child)) {
      words.push_back(&child);
    } else if (child.op == QueryOp::Not) {
      excluded.push_back(this->node(child.children.front()));
    } else {
      required.push_back(this->node(child));
    }
  }
  if (!words.empty()) {
    required.push_back(bare_words(words, match_));
  }
  const Query matched = required.empty() ? Query::MatchAll : all_of(required);
  return excluded.empty() ? matched : without(matched, any_of(excluded));
}

// Bare words share their context: what one of them adds to a score does not depend on which of
// them matched.
Query QueryBuilder::or_group(const QueryNode& node) {
  if (std::ranges::all_of(node.children, is_bare_word)) {
    std::vector<const QueryNode*> words;
    for (const QueryNode& child : node.children) {
      words.push_back(&child);
    }
    return bare_words(words, WordsMatch::Any);
  }
  Queries alternatives;
  bool everything = false;
  for (const QueryNode& child : node.children) {
    if (child.op == QueryOp::All) {
      everything = true;
    } else {
      alternatives.push_back(this->node(child));
    }
  }
  // MatchAll among the sides of an Or crashes 1.4.22's in-memory database.
  return everything ? Query(Query::OP_AND_MAYBE, Query::MatchAll, any_of(alternatives))
                    : any_of(alternatives);
}

// A word matches in the text or in its context, and at least one of the group in the text.
Query QueryBuilder::bare_words(const std::vector<const QueryNode*>& nodes, WordsMatch match) {
  std::map<std::string, double> times;
  for (const QueryNode* node : nodes) {
    ++times[node->text];
  }
  words_in_group_ = {.words = {}, .match = match};
  Queries texts, contexts, each;
  for (const QueryNode* node : nodes) {
    const auto repeated = times.extract(node->text);
    if (repeated.empty()) {
      continue;
    }
    WordMatch word = bare_word(*node, repeated.mapped());
    if (word.stop) {
      continue;
    }
    words_in_group_.words.push_back(std::move(word.terms));
    texts.push_back(word.text);
    contexts.push_back(word.context);
    each.push_back(any_of({word.text, word.context}));
  }
  if (texts.empty()) {
    return Query::MatchAll;
  }
  if (texts.size() > 1 && match == WordsMatch::All) {
    built_.can_relax = true;
    return Query(Query::OP_FILTER, all_of(each), any_of(texts));
  }
  const Query context = any_of(contexts);
  return context.empty() ? any_of(texts) : Query(Query::OP_AND_MAYBE, any_of(texts), context);
}

Query QueryBuilder::scored(const std::string& term, double weight, const Weighed& weighed,
                           const char* place) {
  weight = exact_weight(weight * weighed.times);
  built_.scored.push_back({term, weighed.word, place, weight});
  return Query(Query::OP_SCALE_WEIGHT, Query(term), weight);
}

QueryBuilder::WordMatch QueryBuilder::bare_word(const QueryNode& node, double times) {
  const std::vector<QueryWord> words = words_.words_of(node.text);
  if (words.empty()) {
    terms_tell_ = false;
    return {.text = {}, .context = {}, .stop = true};
  }
  const Weighed weighed{node.text, times};
  WordMatch match;
  if (words.size() > 1 || words.front().ideographic) {
    terms_tell_ = false;
    match.text = or_synonyms(graphemes("", words, weighed, "text"), node, 0);
    return match;
  }
  // A word tells as much in a title as in the text; that few titles have it says nothing more.
  const Stems in_text = stems("", node.text);
  const Stems in_title = stems(schema_.field("title")->prefix, node.text);
  const auto passages =
      static_cast<Xapian::doccount>(in_text.frequency > 0 ? in_text.frequency : in_title.frequency);
  const double weight = term_weight(passages, words_.passages());
  match.text = scored_stems(in_text, weight, weighed, "text");
  match.terms.text = weighed_terms(in_text, weight * times);
  const std::string name = std::string(term_prefix::speaker_word) + words.front().folded;
  Queries contexts{scored_stems(in_title, weight * place_weights.title, weighed, "title")};
  match.terms.context = weighed_terms(in_title, weight * place_weights.title * times);
  if (const auto frequency = words_.frequency(name); frequency > 0) {
    contexts.push_back(scored(name, weight * place_weights.speaker_name, weighed, "speaker"));
    match.terms.context.push_back({name, built_.scored.back().weight, frequency});
  }
  match.context = any_of(contexts);
  if (words.front().exact != words.front().folded) {
    const std::string exact = std::string(term_prefix::exact) + words.front().exact;
    if (words_.frequency(exact) > 0) {
      match.text = Query(Query::OP_AND_MAYBE, match.text,
                         scored(exact, weight * place_weights.exact_form, weighed, "exact form"));
      match.terms.exact = {{exact, built_.scored.back().weight, 0}};
    }
  }
  match.text = or_synonyms(match.text, node, weight);
  return match;
}

std::vector<WeighedTerm> QueryBuilder::weighed_terms(const Stems& stems, double weight) {
  std::vector<WeighedTerm> terms;
  for (std::size_t i = 0; i < stems.terms.size(); ++i) {
    terms.push_back({stems.terms[i], exact_weight(weight), stems.frequencies[i]});
  }
  return terms;
}

// A word by its stem in each language: a passage has one language, so at most one of them matches.
QueryBuilder::Stems QueryBuilder::stems(const std::string& field_prefix, const std::string& word) {
  Stems stems;
  for (const LanguageStem& stem : words_.stems_of(word)) {
    std::string term = stem_term(field_prefix, stem.language, stem.stem);
    if (const auto found = words_.frequency(term); found > 0) {
      stems.frequency += found;
      stems.frequencies.push_back(found);
      stems.terms.push_back(std::move(term));
    }
  }
  return stems;
}

Query QueryBuilder::scored_stems(const Stems& stems, double weight, const Weighed& weighed,
                                 const char* place) {
  Queries queries;
  for (const std::string& term : stems.terms) {
    queries.push_back(scored(term, weight, weighed, place));
  }
  return any_of(queries);
}

Query QueryBuilder::field_words(const QueryNode& node) {
  const std::vector<QueryWord> words = words_.words_of(node.text);
  if (words.empty()) {
    return Query::MatchAll;
  }
  const std::string prefix = field_prefix(node.field);
  const Weighed weighed{node.text, 1};
  const Query written = words.size() > 1 || words.front().ideographic
                            ? graphemes(prefix, words, weighed, node.field.c_str())
                            : one_word(prefix, weighed, node.field.c_str());
  return or_synonyms(written, node, 0);
}

Query QueryBuilder::one_word(const std::string& field_prefix, const Weighed& weighed,
                             const char* place) {
  const Stems found = stems(field_prefix, weighed.word);
  return scored_stems(found, term_weight(static_cast<double>(found.frequency), words_.passages()),
                      weighed, place);
}

// Text without spaces between its words: found as it is written, whatever words it makes.
Query QueryBuilder::graphemes(const std::string& field_prefix, const std::vector<QueryWord>& words,
                              const Weighed& weighed, const char* place) {
  if (words.size() == 1) {
    const std::string term = field_prefix + words.front().folded;
    return scored(term, term_weight(words_.frequency(term), words_.passages()), weighed, place);
  }
  Queries pairs;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].ideographic && words[i + 1].ideographic) {
      const std::string term =
          std::string(term_prefix::bigram) + field_prefix + words[i].folded + words[i + 1].folded;
      pairs.push_back(
          scored(term, term_weight(words_.frequency(term), words_.passages()), weighed, place));
    }
  }
  if (pairs.empty()) {
    return words_in_order(field_prefix, words);
  }
  if (words.size() == 2) {
    return pairs.front();
  }
  return Query(Query::OP_FILTER, all_of(pairs), words_in_order(field_prefix, words));
}

std::vector<ArticleWord> QueryBuilder::article_words(const QueryNode& root) {
  std::map<std::string, double> times;
  count_bare_words(root, times);
  std::vector<ArticleWord> words;
  words.reserve(times.size());
  for (const auto& [word, repeated] : times) {
    words.push_back(article_word(word, repeated));
  }
  return words;
}

ArticleWord QueryBuilder::article_word(const std::string& word, double times) {
  Stems in_text = stems("", word);
  Stems in_title = stems(schema_.field("title")->prefix, word);
  const std::size_t passages = std::max(in_text.frequency, in_title.frequency);
  const std::size_t articles = words_.frequency(std::string(term_prefix::first_passage));
  const double weight = term_weight(articles_with(passages, articles), articles) * max_impact;
  return {std::move(in_text.terms), std::move(in_title.terms),
          weight * times * place_weights.article};
}

Query QueryBuilder::phrase(const QueryNode& node) {
  const std::vector<QueryWord> words = words_.words_of(node.text);
  return words.empty() ? Query::MatchAll : words_in_order(field_prefix(node.field), words);
}

Query QueryBuilder::words_in_order(const std::string& field_prefix,
                                   const std::vector<QueryWord>& words) {
  std::vector<std::string> terms;
  double weight = 0;
  for (const QueryWord& word : words) {
    terms.push_back(field_prefix + word.folded);
    const auto frequency = words_.frequency(terms.back());
    if (frequency == 0) {
      return Query::MatchNothing;
    }
    weight += term_weight(frequency, words_.passages());
  }
  weight = exact_weight(weight / static_cast<double>(words.size()));
  for (std::size_t i = 0; i < terms.size(); ++i) {
    built_.scored.push_back({terms[i], words[i].folded, "phrase", weight});
  }
  return Query(Query::OP_SCALE_WEIGHT,
               Query(Query::OP_PHRASE, terms.begin(), terms.end(),
                     static_cast<Xapian::termcount>(terms.size())),
               weight);
}

std::string QueryBuilder::field_prefix(const std::string& field) const {
  return field.empty() ? "" : schema_.field(field)->prefix;
}

Query QueryBuilder::fail(const QueryNode& node, std::string message, std::string suggestion) {
  if (!error_) {
    error_ = QueryError{std::move(message), node.range, std::move(suggestion)};
  }
  return Query::MatchNothing;
}

}  // namespace verbale
