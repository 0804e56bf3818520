#include "verbale/render/statements.h"

#include <boost/json.hpp>
#include <cstdio>
#include <ostream>
#include <set>
#include <string>

#include "render/json.h"
#include "verbale/render/escape.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

namespace json = boost::json;

// Calls visit(passage, attribution) once for each attribution: one that a long passage's cut goes
// through is in two passages.
template <class Visit>
void for_each_attribution(const AnalyzedArticle& found, const Visit& visit) {
  const Attribution* last = nullptr;
  for (const Passage& passage : found.passages) {
    for (const Attribution& attribution : passage.attributions) {
      if (last == nullptr || *last != attribution) {
        visit(passage, attribution);
      }
      last = &attribution;
    }
  }
}

json::value or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

std::string names_of(const Attribution& attribution) {
  std::string names;
  for (const Speaker& speaker : attribution.speakers) {
    names += (names.empty() ? "" : " and ") + speaker.name;
  }
  return names;
}

void add_speaker(const Attribution& attribution, json::object& statement) {
  const bool known = !attribution.speakers.empty();
  statement["speaker"] = or_null(names_of(attribution));
  statement["speaker_id"] = known ? json::value(attribution.speakers.front().id.value) : nullptr;
  if (attribution.speakers.size() > 1) {
    json::array ids;
    for (const Speaker& speaker : attribution.speakers) {
      ids.push_back(json::string(speaker.id.value));
    }
    statement["speaker_ids"] = std::move(ids);
  }
  statement["role"] = known ? or_null(attribution.speakers.front().role) : nullptr;
  statement["country"] = known ? or_null(attribution.speakers.front().country) : nullptr;
}

json::object to_json(const Passage& passage, const Attribution& attribution, std::string_view text,
                     CodePointOffsets& offsets) {
  const auto range_of = [&](TextRange range) -> json::value {
    if (range.empty()) {
      return nullptr;
    }
    const auto begin = offsets.at(range.begin);
    return json::array{begin, offsets.at(range.end)};
  };
  json::object statement;
  statement["start"] = offsets.at(attribution.range.begin);
  statement["end"] = offsets.at(attribution.range.end);
  statement["text"] = attribution.range.in(text);
  statement["kind"] = to_string(attribution.kind);
  add_speaker(attribution, statement);
  const bool mentioned = !attribution.mention.empty();
  statement["speaker_start"] =
      mentioned ? json::value(offsets.at(attribution.mention.begin)) : nullptr;
  statement["speaker_end"] = mentioned ? json::value(offsets.at(attribution.mention.end)) : nullptr;
  statement["cue"] = range_of(attribution.cue);
  statement["antecedent"] = range_of(attribution.antecedent);
  statement["date"] = passage.date ? json::value(to_string(passage.date->date)) : nullptr;
  statement["about"] = json::array(passage.about.begin(), passage.about.end());
  json::array topics;
  for (const Topic& topic : passage.topics) {
    topics.push_back(json::string(topic.id));
  }
  statement["topics"] = std::move(topics);
  statement["rule"] = attribution.rule;
  statement["stance"] = or_null(attribution.stance);
  statement["confidence"] = attribution.confidence;
  return statement;
}

json::object article_to_json(const Article& article) {
  return {{"title", article.title},
          {"outlet", article.outlet},
          {"authors", json::array(article.authors.begin(), article.authors.end())},
          {"url", article.url},
          {"published",
           article.published ? json::value(to_string(*article.published)) : json::value(nullptr)},
          {"language", or_null(article.language)}};
}

// Of everybody who says something in the article, sorted.
json::array countries_of(const AnalyzedArticle& found) {
  std::set<std::string> countries;
  for (const Passage& passage : found.passages) {
    for (const Speaker& speaker : passage.speakers) {
      countries.insert(speaker.country);
    }
  }
  countries.erase("");
  return json::array(countries.begin(), countries.end());
}

void render_json_line(const AnalyzedArticle& found, std::ostream& out) {
  json::array statements;
  CodePointOffsets offsets(found.article.text);
  for_each_attribution(found, [&](const Passage& passage, const Attribution& attribution) {
    statements.push_back(to_json(passage, attribution, found.article.text, offsets));
  });
  out << json::serialize(
             json::object{{"id", found.article.id.value},
                          {"article", article_to_json(found.article)},
                          {"country", countries_of(found)},
                          {"about", json::array(found.about.begin(), found.about.end())},
                          {"quotes", std::move(statements)}})
      << '\n';
}

void render_receipt(const Attribution& attribution, std::string_view text, std::ostream& out) {
  const auto part = [&](const char* name, TextRange range) {
    if (!range.empty()) {
      out << "  " << name << " \"" << for_terminal(range.in(text)) << "\"\n";
    }
  };
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.2f", attribution.confidence);
  const std::string names = names_of(attribution);
  out << to_string(attribution.kind) << ": " << for_terminal(attribution.range.in(text)) << '\n'
      << "  speaker " << (names.empty() ? "nobody can be named" : for_terminal(names)) << '\n';
  part("mention", attribution.mention);
  part("through", attribution.antecedent);
  part("cue", attribution.cue);
  out << "  rule " << attribution.rule << ", confidence " << confidence << "\n\n";
}

}  // namespace

void render_statements(const AnalyzedArticle& found, StatementFormat format, std::ostream& out) {
  if (format == StatementFormat::JsonLine) {
    render_json_line(found, out);
    return;
  }
  out << "# " << for_terminal(found.article.id.value) << "\n\n";
  for_each_attribution(found, [&](const Passage&, const Attribution& attribution) {
    render_receipt(attribution, found.article.text, out);
  });
}

}  // namespace verbale
