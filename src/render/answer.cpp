#include "verbale/render/answer.h"

#include <boost/json.hpp>
#include <ostream>

#include "render/json.h"
#include "render/terminal.h"
#include "verbale/render/escape.h"

namespace verbale {
namespace {

namespace json = boost::json;

json::object summary_to_json(const SearchAnswer& answer, const RenderOptions& options) {
  json::object object{{"verbale", 1}, {"generation", answer.generation}};
  if (!options.query_id.empty()) {
    object["qid"] = options.query_id;
  }
  object["query"] = options.query;
  object["interpreted"] = answer.interpreted;
  object["relaxed"] = answer.relaxed;
  object["partial"] = answer.partial;
  object["total"] = answer.total;
  object["groups"] = answer.groups;
  object["offset"] = options.offset;
  object["took_ms"] = options.took_ms;
  object["suggestion"] = answer.suggestion ? json::value(*answer.suggestion) : json::value(nullptr);
  object["warnings"] = json::array(answer.warnings.begin(), answer.warnings.end());
  if (answer.explained) {
    object["explain"] = to_json(*answer.explained);
  }
  return object;
}

void render_json(const SearchAnswer& answer, const RenderOptions& options, std::ostream& out) {
  json::object object = summary_to_json(answer, options);
  json::array hits;
  for (const Hit& hit : answer.hits) {
    hits.push_back(to_json(hit));
  }
  object["hits"] = std::move(hits);
  object["facets"] = facets_to_json(answer.facets);
  write_json(object, out);
  out << '\n';
}

void render_json_lines(const SearchAnswer& answer, const RenderOptions& options,
                       std::ostream& out) {
  for (const Hit& hit : answer.hits) {
    json::object object = to_json(hit);
    if (!options.query_id.empty()) {
      object["qid"] = options.query_id;
    }
    write_json(object, out);
    out << '\n';
  }
  json::object summary = summary_to_json(answer, options);
  summary["facets"] = facets_to_json(answer.facets);
  write_json(json::object{{"summary", std::move(summary)}}, out);
  out << '\n';
}

std::string joined_names(const std::vector<Speaker>& speakers) {
  std::string names;
  for (const Speaker& speaker : speakers) {
    names += (names.empty() ? "" : "; ") + speaker.name;
  }
  return names;
}

void render_csv(const SearchAnswer& answer, std::ostream& out) {
  out << "rank,id,score,kind,speakers,date,text,article,title,outlet,published,url\n";
  for (const Hit& hit : answer.hits) {
    const auto& date = hit.passage.date;
    const auto& published = hit.article.published;
    out << hit.rank << ',' << for_csv(hit.id.value) << ',' << hit.score << ','
        << to_string(hit.passage.kind) << ',' << for_csv(joined_names(hit.passage.speakers)) << ','
        << (date ? to_string(date->date) : "") << ',' << for_csv(hit.text) << ','
        << for_csv(hit.article.id.value) << ',' << for_csv(hit.article.title) << ','
        << for_csv(hit.article.outlet) << ',' << (published ? to_string(*published) : "") << ','
        << for_csv(hit.article.url) << '\n';
  }
}

// https://trec.nist.gov: query, "Q0", document, rank, score, run.
void render_trec(const SearchAnswer& answer, const RenderOptions& options, std::ostream& out) {
  const std::string query_id = options.query_id.empty() ? "0" : options.query_id;
  for (const Hit& hit : answer.hits) {
    out << query_id << " Q0 " << hit.article.id.value << ' ' << hit.rank << ' ' << hit.score
        << " verbale\n";
  }
}

void render_facet_csv(const std::vector<Facet>& facets, std::ostream& out) {
  out << "field,value,label,count\n";
  for (const Facet& facet : facets) {
    for (const FacetValue& value : facet.values) {
      out << facet.field << ',' << for_csv(value.value) << ',' << for_csv(value.label) << ','
          << value.count << '\n';
    }
  }
}

}  // namespace

void render(const SearchAnswer& answer, const RenderOptions& options, std::ostream& out) {
  switch (options.format) {
    case AnswerFormat::Json:
      return render_json(answer, options, out);
    case AnswerFormat::JsonLines:
      return render_json_lines(answer, options, out);
    case AnswerFormat::Csv:
      return render_csv(answer, out);
    case AnswerFormat::Trec:
      return render_trec(answer, options, out);
    case AnswerFormat::Text:
      return render_text(answer, options, out);
  }
}

void render_facets(const SearchAnswer& answer, const RenderOptions& options, std::ostream& out) {
  switch (options.format) {
    case AnswerFormat::Text:
      return render_facet_tables(answer, options, out);
    case AnswerFormat::Csv:
      return render_facet_csv(answer.facets, out);
    case AnswerFormat::Json:
    case AnswerFormat::JsonLines:
    case AnswerFormat::Trec:
      break;
  }
  json::object object = summary_to_json(answer, options);
  object["facets"] = facets_to_json(answer.facets);
  write_json(object, out);
  out << '\n';
}

}  // namespace verbale
