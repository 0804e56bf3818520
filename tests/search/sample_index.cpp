#include "search/sample_index.h"

#include <algorithm>

#include "index/passage_document.h"

namespace verbale::testing {
namespace {

std::vector<TextRange> quotations(const std::string& text, TextRange passage) {
  static const std::string open = "“", close = "”";
  std::vector<TextRange> found;
  std::size_t from = passage.begin;
  while ((from = text.find(open, from)) < passage.end) {
    const std::size_t begin = from + open.size();
    const std::size_t end = std::min<std::size_t>(text.find(close, begin), passage.end);
    found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    from = end;
  }
  return found;
}

std::vector<Attribution> attributions(const Passage& passage, const Spoken& spoken) {
  std::vector<Attribution> found;
  for (const TextRange quotation : passage.quotations) {
    Attribution attribution;
    attribution.range = quotation;
    attribution.speakers = spoken.speakers;
    attribution.rule = "written-by-hand";
    attribution.confidence = spoken.confidence;
    found.push_back(attribution);
  }
  return found;
}

QueryNode make(QueryOp op, std::vector<QueryNode> children, unsigned window = 0) {
  QueryNode node;
  node.op = op;
  node.children = std::move(children);
  node.window = window;
  return node;
}

QueryNode leaf(QueryOp op, const std::string& text, const std::string& field) {
  QueryNode node;
  node.op = op;
  node.text = text;
  node.field = field;
  return node;
}

}  // namespace

AnalyzedArticle analyzed(const Written& written) {
  AnalyzedArticle analyzed;
  Article& article = analyzed.article;
  article.id = {written.id};
  article.title = written.title;
  article.outlet = written.outlet;
  article.language = written.passages.front().language;
  for (const Spoken& spoken : written.passages) {
    Passage passage;
    passage.range.begin = static_cast<std::uint32_t>(article.text.size());
    article.text += spoken.text;
    passage.range.end = static_cast<std::uint32_t>(article.text.size());
    article.text += "\n\n";
    passage.kind = spoken.speakers.empty() ? PassageKind::Narration : PassageKind::Quote;
    passage.speakers = spoken.speakers;
    passage.quotations = quotations(article.text, passage.range);
    passage.attributions = attributions(passage, spoken);
    passage.about = spoken.about;
    for (const std::string& topic : spoken.topics) {
      passage.topics.push_back({topic, "by hand"});
    }
    if (!spoken.date.empty()) {
      passage.date = StatementDate{*parse_date(spoken.date), false};
    }
    passage.language = spoken.language;
    analyzed.passages.push_back(std::move(passage));
  }
  return analyzed;
}

Xapian::Database index_of(const std::vector<Written>& articles, const Schema& schema,
                          std::size_t shards) {
  std::vector<Xapian::WritableDatabase> parts;
  for (std::size_t shard = 0; shard < shards; ++shard) {
    parts.emplace_back("", Xapian::DB_BACKEND_INMEMORY);
  }
  DocumentMaker maker(schema);
  std::size_t next = 0;
  for (const Written& written : articles) {
    for (const Xapian::Document& document : maker.make_documents(analyzed(written))) {
      parts[next % shards].add_document(document);
    }
    ++next;
  }
  Xapian::Database all;
  for (const auto& part : parts) {
    all.add_database(part);
  }
  return all;
}

void write_index(const std::vector<Written>& articles, const Schema& schema,
                 const std::string& folder) {
  Xapian::WritableDatabase shard(folder, Xapian::DB_CREATE);
  DocumentMaker maker(schema);
  for (const Written& written : articles) {
    for (const Xapian::Document& document : maker.make_documents(analyzed(written))) {
      shard.add_document(document);
    }
  }
  shard.commit();
}

QueryNode word(const std::string& text, const std::string& field) {
  return leaf(QueryOp::Words, text, field);
}

QueryNode phrase(const std::string& text, const std::string& field) {
  return leaf(QueryOp::Phrase, text, field);
}

QueryNode prefix(const std::string& text) {
  return leaf(QueryOp::Prefix, text, "");
}

QueryNode is(const std::string& field, std::vector<std::string> values) {
  QueryNode node = leaf(QueryOp::Filter, values.front(), field);
  node.values = std::move(values);
  return node;
}

QueryNode missing(const std::string& field) {
  return leaf(QueryOp::Missing, "", field);
}

QueryNode dated(const std::string& from, const std::string& until) {
  QueryNode node = leaf(QueryOp::Range, "", "date");
  if (!from.empty()) {
    node.dates.from = *parse_date(from);
  }
  if (!until.empty()) {
    node.dates.until = *parse_date(until);
  }
  return node;
}

QueryNode both(std::vector<QueryNode> children) {
  return make(QueryOp::And, std::move(children));
}

QueryNode either(std::vector<QueryNode> children) {
  return make(QueryOp::Or, std::move(children));
}

QueryNode no(QueryNode child) {
  return make(QueryOp::Not, {std::move(child)});
}

QueryNode near(unsigned window, std::vector<QueryNode> children) {
  return make(QueryOp::Near, std::move(children), window);
}

QueryNode adjacent(unsigned window, std::vector<QueryNode> children) {
  return make(QueryOp::Adj, std::move(children), window);
}

std::string ids(const SearchAnswer& answer) {
  std::string text;
  for (const Hit& hit : answer.hits) {
    text += (text.empty() ? "" : " ") + hit.id.value;
  }
  return text;
}

std::string printed(const Facet& facet) {
  std::string text;
  for (const FacetValue& value : facet.values) {
    text += (text.empty() ? "" : ", ") + value.value + " " + std::to_string(value.count);
  }
  return text + "; distinct " + std::to_string(facet.distinct) + ", other " +
         std::to_string(facet.other) + ", missing " + std::to_string(facet.missing);
}

}  // namespace verbale::testing
