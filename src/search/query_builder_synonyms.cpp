// The part of QueryBuilder that looks for other names of what was typed.

#include "index/terms.h"
#include "search/query_builder.h"
#include "search/term_weight.h"

namespace verbale {
namespace {

using Query = Xapian::Query;

// The table's names are English: elsewhere the same letters may be another word ("un").
bool is_english(const std::string& language) {
  return language.empty() || language == "en";
}

}  // namespace

// What was written, or another name for it in the same place, which counts less. `weight`: of the
// word written; 0 where its names weigh for themselves.
Query QueryBuilder::or_synonyms(const Query& written, const QueryNode& node, double weight) {
  std::vector<Query> any{written};
  for (const QueryNode& name : node.synonyms) {
    const Query query = synonym(name, weight);
    if (!query.empty()) {
      any.push_back(query);
    }
  }
  if (any.size() == 1) {
    return written;
  }
  terms_tell_ = false;
  return Query(Query::OP_OR, any.begin(), any.end());
}

Query QueryBuilder::synonym(const QueryNode& name, double weight) {
  const std::string prefix = field_prefix(name.field);
  std::vector<std::string> terms;
  std::size_t frequency = words_.passages();
  if (name.op == QueryOp::Phrase) {
    for (const QueryWord& word : words_.words_of(name.text)) {
      terms.push_back(prefix + word.folded);
      frequency = std::min<std::size_t>(frequency, words_.frequency(terms.back()));
    }
  } else {
    frequency = 0;
    for (const LanguageStem& stem : words_.stems_of(name.text)) {
      const std::string term = stem_term(prefix, stem.language, stem.stem);
      const auto found = is_english(stem.language) ? words_.frequency(term) : 0;
      frequency += found;
      terms.insert(terms.end(), found > 0 ? 1 : 0, term);
    }
  }
  if (terms.empty() || frequency == 0) {
    return {};
  }
  const double whole =
      weight > 0 ? weight : term_weight(static_cast<double>(frequency), words_.passages());
  const bool phrase = name.op == QueryOp::Phrase;
  const double each = exact_weight(whole * place_weights.synonym /
                                   (phrase ? static_cast<double>(terms.size()) : 1.0));
  for (const std::string& term : terms) {
    built_.scored.push_back({term, name.text, "synonym", each});
  }
  const auto span = static_cast<Xapian::termcount>(terms.size());
  const Query query = phrase ? Query(Query::OP_PHRASE, terms.begin(), terms.end(), span)
                             : Query(Query::OP_OR, terms.begin(), terms.end());
  return Query(Query::OP_SCALE_WEIGHT, query, each);
}

}  // namespace verbale
