#include "search/index_searcher.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "index/terms.h"
#include "search/advice.h"
#include "search/best_passages.h"
#include "search/highlighter.h"
#include "search/passage_groups.h"
#include "search/spelling.h"
#include "search/value_spelling.h"
#include "verbale/query/parser.h"

namespace verbale {
namespace {

using Query = Xapian::Query;

constexpr std::size_t most_mended_values = 10;  // Each is compared with all values of its field.

unsigned collapse_slot(Collapse collapse) {
  switch (collapse) {
    case Collapse::Story:
      return value_slot::story;
    case Collapse::Statement:
      return value_slot::statement;
    case Collapse::None:
    case Collapse::Article:
      break;
  }
  return value_slot::article;
}

std::size_t distinct_values(const Xapian::ValueCountMatchSpy& spy) {
  std::size_t distinct = 0;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    ++distinct;
  }
  return distinct;
}

// Xapian then leaves out what only adds to scores.
Query unweighted(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0);
}

bool has_filter_on(const SearchRequest& request, const std::string& field) {
  return std::ranges::any_of(request.filters,
                             [&](const QueryNode& filter) { return filter.field == field; });
}

// What was typed and the filters of options in one tree: what is printed is what is done.
QueryNode whole_query(const SearchRequest& request) {
  std::vector<QueryNode> parts;
  if (request.query.op != QueryOp::All || request.filters.empty()) {
    parts.push_back(request.query);
  }
  std::vector<std::pair<std::string, std::vector<QueryNode>>> fields;
  for (const QueryNode& filter : request.filters) {
    auto same = std::ranges::find(fields, filter.field, [](const auto& f) { return f.first; });
    if (same == fields.end()) {
      same = fields.insert(fields.end(), {filter.field, {}});
    }
    same->second.push_back(filter);
  }
  for (auto& [field, choices] : fields) {
    QueryNode choice{.op = QueryOp::Or};
    choice.children = std::move(choices);
    parts.push_back(choice.children.size() == 1 ? choice.children.front() : std::move(choice));
  }
  if (parts.size() == 1) {
    return std::move(parts.front());
  }
  QueryNode all{.op = QueryOp::And};
  for (QueryNode& part : parts) {
    if (part.op == QueryOp::And) {
      std::ranges::move(part.children, std::back_inserter(all.children));
    } else {
      all.children.push_back(std::move(part));
    }
  }
  return all;
}

// The lowest stored confidence that counts as `least` or more.
std::string confidence_floor(double least) {
  const double percent = std::clamp(std::ceil(least * 100 - 1e-9), 0.0, 100.0);
  return std::string(1, static_cast<char>(static_cast<unsigned>(percent) + 1));
}

void highlight(Hit& hit, Highlighter& highlighter) {
  const std::uint32_t begin = hit.passage.range.begin;
  std::vector<TextRange> quotations = hit.passage.quotations;
  for (TextRange& range : quotations) {
    range = {range.begin - begin, range.end - begin};
  }
  std::vector<std::string> names;
  for (const Speaker& speaker : hit.passage.speakers) {
    names.push_back(speaker.name);
  }
  Highlights found = highlighter.highlight({.text = hit.text,
                                            .language = hit.passage.language,
                                            .quotations = quotations,
                                            .title = hit.article.title,
                                            .title_language = hit.article.language,
                                            .names = names});
  hit.highlights = std::move(found.text);
  hit.title_highlights = std::move(found.title);
}

// From the terms' posting lists: a shard need not have term lists.
std::vector<std::string> explained(const Xapian::Database& database, Xapian::docid passage,
                                   const std::vector<ScoredTerm>& scored) {
  std::vector<std::string> lines;
  for (const ScoredTerm& part : scored) {
    auto posting = database.postlist_begin(part.term);
    const auto end = database.postlist_end(part.term);
    if (posting != end) {
      posting.skip_to(passage);
    }
    if (posting == end || *posting != passage) {
      continue;
    }
    char numbers[96];
    std::snprintf(numbers, sizeof numbers, "%.4f = impact %u x weight %.4f",
                  posting.get_wdf() * part.weight, posting.get_wdf(), part.weight);
    lines.push_back(part.place + ": " + part.word + " " + numbers);
  }
  return lines;
}

}  // namespace

IndexSearcher::IndexSearcher(Xapian::Database database, const Schema& schema, Fetching fetching)
    : database_(std::move(database)),
      fetching_(fetching),
      schema_(schema),
      words_(database_, analyzers_),
      builder_(database_, schema_, words_, fetching),
      passages_(database_, schema_),
      dated_weight_(1) {}

void IndexSearcher::reopen() {
  database_.reopen();
  words_.forget_languages();
  columns_.forget();
  names_.clear();
}

Result<SearchAnswer, QueryError> IndexSearcher::search(const SearchRequest& request) {
  auto built = builder_.build(request.query,
                              request.match == MatchMode::Any ? WordsMatch::Any : WordsMatch::All);
  if (!built) {
    return built.error();
  }
  auto matches = match(*built, request);
  if (!matches) {
    return matches.error();
  }
  SearchAnswer answer;
  if (matches->total == 0 && request.match == MatchMode::Auto && built->can_relax) {
    built = builder_.build(request.query, WordsMatch::Any);
    matches = match(*built, request);
    answer.relaxed = matches->total > 0;
  }
  QueryNode tree = whole_query(request);
  answer.interpreted = to_string(tree);
  if (request.explain) {
    answer.explained = {std::move(tree), built->warnings, {}};
  }
  answer.total = matches->total;
  answer.groups = matches->groups;
  answer.warnings = built->warnings;
  if (answer.relaxed) {
    answer.warnings.push_back(
        "no passage has all the words; shown are those that have any of them, best first");
  }
  for (const FacetCounts& facet : matches->facets) {
    answer.facets.push_back(facet.counted(schema_));
    label_speakers(answer.facets.back());
  }
  add_hits(*matches, *built, request, answer);
  if (answer.total == 0 || answer.relaxed) {
    add_advice(request, answer);
  }
  return answer;
}

void IndexSearcher::label_speakers(Facet& facet) {
  for (FacetValue& value : facet.values) {
    if (facet.field == "speaker" && value.label == value.value) {
      value.label = label_of(facet.field, value.value);
    }
  }
}

// The tables label their own people; others are called what a passage of theirs calls them.
std::string IndexSearcher::label_of(const std::string& field, const std::string& value) {
  std::string label = schema_.label(field, value);
  if (field != "speaker" || label != value) {
    return label;
  }
  const auto [known, added] = names_.try_emplace(value);
  if (added) {
    const std::string name = passages_.name_of({value});
    known->second = name.empty() ? value : name;
  }
  return known->second;
}

// Says of each filter that no passage passes what comes nearest to it, and puts the nearest in its
// place; whether there was one.
bool IndexSearcher::mend_values(QueryNode& node, SearchAnswer& answer) {
  if (node.op == QueryOp::Not) {
    return false;
  }
  bool mended = false;
  for (QueryNode& child : node.children) {
    mended |= mend_values(child, answer);
  }
  if (node.op != QueryOp::Filter || answer.advice.size() == most_mended_values ||
      count({.query = node}) > 0) {
    return mended;
  }
  const Field& field = *schema_.field(node.field);
  std::string advice = "no passage has " + to_string(node);
  const auto nearest = nearest_values(database_, schema_, field, node.text);
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    advice += (i == 0 ? "; near it: " : ", ") + label_of(field.id, nearest[i]);
  }
  if (nearest.empty() && field.facet) {
    advice += "; `verbale facets " + field.id + "` shows what there is";
  }
  answer.advice.push_back(std::move(advice));
  if (nearest.empty()) {
    return mended;
  }
  node.text = label_of(field.id, nearest.front());
  return true;
}

void IndexSearcher::add_advice(const SearchRequest& request, SearchAnswer& answer) {
  auto respelt = respelled(request.query, database_, words_);
  bool mended = respelt.has_value();
  QueryNode query = mended ? *std::move(respelt) : request.query;
  if (answer.total == 0) {
    mended |= mend_values(query, answer);
    for (QueryNode filter : request.filters) {
      mend_values(filter, answer);
    }
  }
  if (mended) {
    answer.suggestion = to_string(query);
  }
  if (answer.total > 0) {
    return;
  }
  const unsigned slot = *schema_.field("date")->slot;
  const auto first = read_date_value(database_.get_value_lower_bound(slot));
  const auto last = read_date_value(database_.get_value_upper_bound(slot));
  std::optional<CoveredPeriod> covered;
  if (first && last) {
    covered = CoveredPeriod{*first, *last};
  }
  std::ranges::move(
      advice_for(request, covered, [this](const SearchRequest& other) { return count(other); }),
      std::back_inserter(answer.advice));
}

std::size_t IndexSearcher::count(const SearchRequest& request) {
  const auto match = request.match == MatchMode::Any ? WordsMatch::Any : WordsMatch::All;
  const auto built = builder_.build(request.query, match);
  if (!built) {
    return 0;
  }
  Xapian::Enquire enquire(database_);
  enquire.set_query(unweighted(narrowed(built->query, request, "")));
  return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_upper_bound();
}

Query IndexSearcher::narrowed(const Query& query, const SearchRequest& request,
                              const std::string& except_field) {
  std::vector<QueryNode> filters;
  std::ranges::copy_if(request.filters, std::back_inserter(filters),
                       [&](const QueryNode& filter) { return filter.field != except_field; });
  Query narrow = query;
  if (!filters.empty()) {
    narrow = Query(Query::OP_FILTER, narrow, builder_.filter(filters));
  }
  if (request.min_confidence > 0) {
    narrow = Query(Query::OP_FILTER, narrow,
                   Query(Query::OP_VALUE_GE, value_slot::confidence,
                         confidence_floor(request.min_confidence)));
  }
  return narrow;
}

void IndexSearcher::order_by(const SearchRequest& request, Query query, Xapian::Enquire& enquire) {
  switch (request.sort) {
    case SortOrder::Relevance:
      break;
    case SortOrder::DateDescending:
      // Undated passages have the smallest values, which come last.
      enquire.set_sort_by_value(value_slot::date_order, true);
      break;
    case SortOrder::DateAscending: {
      // They would come first, so that having a date is made the relevance.
      const Query dated(Query::OP_AND_NOT, Query(&dated_weight_),
                        Query(missing_term(schema_.field("date")->prefix)));
      query = Query(Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, query, 0), dated);
      enquire.set_sort_by_relevance_then_value(value_slot::date_order, false);
      break;
    }
  }
  enquire.set_query(query);
}

Result<IndexSearcher::Matches, QueryError> IndexSearcher::match(const BuiltQuery& built,
                                                                const SearchRequest& request) {
  Matches matches;
  for (const FacetRequest& facet : request.facets) {
    const auto field = facet_field(facet, schema_);
    if (!field) {
      return field.error();
    }
    matches.facets.emplace_back(facet, **field);
  }
  if (request.sort != SortOrder::Relevance) {
    match_in_order(built, request, matches);
  } else if (request.collapse == Collapse::None) {
    match_best_first(built, request, matches);
  } else {
    match_groups(built, request, matches);
  }
  count_wider_facets(built, request, matches);
  return matches;
}

void IndexSearcher::match_best_first(const BuiltQuery& built, const SearchRequest& request,
                                     Matches& matches) {
  const bool unfiltered = request.filters.empty() && request.min_confidence == 0;
  if (unfiltered && built.words && fetching_ == Fetching::EachByItself) {
    match_words(*built.words, request, matches);
    return;
  }
  Xapian::Enquire enquire(database_);
  enquire.set_query(narrowed(built.query, request, ""));
  const bool counted_apart = unfiltered && built.total;
  if (counted_apart) {
    matches.total = *built.total;
    count_facets_apart(built, request, matches);
  } else {
    add_spies(request, matches, enquire);
  }
  Ranking ranking = best_passages(database_, enquire, page_of(request),
                                  counted_apart ? Counting::NotNeeded : Counting::Exact);
  matches.page = std::move(ranking.page);
  if (!counted_apart) {
    matches.total = ranking.matches;
  }
  matches.groups = matches.total;
}

void IndexSearcher::match_words(const WordGroup& words, const SearchRequest& request,
                                Matches& matches) {
  const Page page = page_of(request);
  BestPassages best(page.offset + page.limit);
  std::vector<Xapian::docid> all;
  WordMatcher(database_, words).for_each([&](ScoredPassage passage) {
    best.add(passage);
    ++matches.total;
    if (!matches.facets.empty()) {
      all.push_back(passage.passage);
    }
  });
  matches.groups = matches.total;
  count_facets_of(all, matches);
  const std::vector<ScoredPassage> ranked = best.in_order(database_);
  for (std::size_t i = page.offset; i < ranked.size(); ++i) {
    matches.page.push_back(
        {database_.get_document(ranked[i].passage, Xapian::DOC_ASSUME_VALID), ranked[i].score});
  }
}

void IndexSearcher::count_facets_of(std::span<const Xapian::docid> passages, Matches& matches) {
  for (FacetCounts& facet : matches.facets) {
    if (const FacetColumn* column = columns_.of(database_, *facet.field().slot)) {
      facet.count(*column, passages);
    } else {
      facet.count(database_, passages);
    }
  }
}

void IndexSearcher::count_facets_apart(const BuiltQuery& built, const SearchRequest& request,
                                       Matches& matches) {
  if (built.term && fetching_ == Fetching::EachByItself) {
    const std::vector<Xapian::docid> passages(database_.postlist_begin(*built.term),
                                              database_.postlist_end(*built.term));
    count_facets_of(passages, matches);
    return;
  }
  Xapian::Enquire enquire(database_);
  if (add_spies(request, matches, enquire)) {
    enquire.set_query(unweighted(built.query));
    enquire.get_mset(0, 0, database_.get_doccount());
  }
}

void IndexSearcher::match_groups(const BuiltQuery& built, const SearchRequest& request,
                                 Matches& matches) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(narrowed(built.query, request, ""));
  add_spies(request, matches, enquire);
  PassageGroups groups(database_, collapse_slot(request.collapse), fetching_);
  groups.match(enquire);
  if (request.collapse == Collapse::Article) {
    groups.weigh(builder_.article_words(request.query));
  }
  matches.page = groups.page(page_of(request));
  matches.total = groups.passages();
  matches.groups = groups.groups();
}

void IndexSearcher::match_in_order(const BuiltQuery& built, const SearchRequest& request,
                                   Matches& matches) {
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::TfIdfWeight(impact_scheme));
  add_spies(request, matches, enquire);
  Xapian::ValueCountMatchSpy groups(collapse_slot(request.collapse));
  if (request.collapse != Collapse::None) {
    enquire.set_collapse_key(collapse_slot(request.collapse));
    enquire.add_matchspy(&groups);
  }
  order_by(request, narrowed(built.query, request, ""), enquire);
  const Page page = page_of(request);
  const Xapian::doccount all = database_.get_doccount();
  const Xapian::MSet found = enquire.get_mset(page.offset, page.limit, all);
  matches.page = passages_of(found, page);
  if (request.collapse == Collapse::None) {
    matches.total = matches.groups = found.get_matches_upper_bound();
  } else {
    // The spy saw them all; of collapsed matches Xapian knows bounds only.
    matches.total = groups.get_total();
    matches.groups = distinct_values(groups);
  }
}

Page IndexSearcher::page_of(const SearchRequest& request) const {
  const std::size_t all = database_.get_doccount();
  return {static_cast<Xapian::doccount>(std::min(request.offset, all)),
          static_cast<Xapian::doccount>(std::min(request.limit, all)), fetching_};
}

bool IndexSearcher::add_spies(const SearchRequest& request, Matches& matches,
                              Xapian::Enquire& enquire) {
  bool added = false;
  for (FacetCounts& facet : matches.facets) {
    if (!has_filter_on(request, facet.field().id)) {
      enquire.add_matchspy(&facet.spy());
      added = true;
    }
  }
  return added;
}

// Facets whose field is filtered by are counted by a match of their own without that filter, so
// that they show what else could be chosen.
void IndexSearcher::count_wider_facets(const BuiltQuery& built, const SearchRequest& request,
                                       Matches& matches) {
  for (FacetCounts& facet : matches.facets) {
    if (has_filter_on(request, facet.field().id)) {
      Xapian::Enquire wider(database_);
      wider.set_query(unweighted(narrowed(built.query, request, facet.field().id)));
      wider.add_matchspy(&facet.spy());
      wider.get_mset(0, 0, database_.get_doccount());
    }
  }
}

void IndexSearcher::add_hits(const Matches& matches, const BuiltQuery& built,
                             const SearchRequest& request, SearchAnswer& answer) {
  Highlighter highlighter(request.query, answer.relaxed ? MatchMode::Any : request.match,
                          analyzers_);
  std::size_t rank = request.offset;
  for (const auto& [document, score, of_article] : matches.page) {
    Hit hit = passages_.hit(document, request.context);
    hit.rank = ++rank;
    hit.score = request.sort == SortOrder::Relevance ? score : 0;
    highlight(hit, highlighter);
    if (request.explain) {
      hit.explanation = explained(database_, document.get_docid(), built.scored);
      if (of_article > 0) {
        hit.explanation.push_back("article: " + std::to_string(of_article));
      }
    }
    answer.hits.push_back(std::move(hit));
  }
}

}  // namespace verbale
