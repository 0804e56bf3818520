#include "render/json.h"

#include <boost/json.hpp>
#include <charconv>
#include <ostream>
#include <set>

#include "verbale/render/escape.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

namespace json = boost::json;

json::value date_or_null(const std::optional<Date>& date) {
  return date ? json::value(to_string(*date)) : json::value(nullptr);
}

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

const char* name_of(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::Year:
      return "year";
    case DatePrecision::Month:
      return "month";
    case DatePrecision::Day:
      break;
  }
  return "day";
}

json::array range_to_json(TextRange range) {
  return {range.begin, range.end};
}

json::value range_or_null(TextRange range) {
  return range.empty() ? json::value(nullptr) : json::value(range_to_json(range));
}

// Highlights are bytes inside; the reader of JSON counts code points.
json::array highlights_to_json(std::string_view text, const std::vector<TextRange>& highlights) {
  CodePointOffsets code_points(text);
  json::array ranges;
  for (const TextRange highlight : highlights) {
    const auto begin = code_points.at(highlight.begin);
    ranges.push_back(range_to_json({begin, code_points.at(highlight.end)}));
  }
  return ranges;
}

json::array speakers_to_json(const std::vector<Speaker>& speakers) {
  json::array list;
  for (const Speaker& speaker : speakers) {
    list.push_back(json::object{{"id", speaker.id.value},
                                {"name", speaker.name},
                                {"role", text_or_null(speaker.role)},
                                {"country", text_or_null(speaker.country)}});
  }
  return list;
}

json::array countries_of(const std::vector<Speaker>& speakers) {
  std::set<std::string> countries;
  for (const Speaker& speaker : speakers) {
    if (!speaker.country.empty()) {
      countries.insert(speaker.country);
    }
  }
  return json::array(countries.begin(), countries.end());
}

json::array topic_ids(const std::vector<Topic>& topics) {
  json::array ids;
  for (const Topic& topic : topics) {
    ids.push_back(json::value(topic.id));
  }
  return ids;
}

json::object article_to_json(const Hit& hit) {
  return {{"id", hit.article.id.value},
          {"title", text_or_null(hit.article.title)},
          {"outlet", text_or_null(hit.article.outlet)},
          {"url", text_or_null(hit.article.url)},
          {"published", date_or_null(hit.article.published)},
          {"range", range_to_json(hit.in_code_points.range)}};
}

void write_number(double number, std::ostream& out) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed).ptr;
  out.write(text, end - text);
}

void write_array(const json::array& array, std::ostream& out) {
  out << '[';
  const char* separator = "";
  for (const json::value& element : array) {
    out << separator;
    write_json(element, out);
    separator = ", ";
  }
  out << ']';
}

void write_object(const json::object& object, std::ostream& out) {
  out << '{';
  const char* separator = "";
  for (const auto& [key, value] : object) {
    out << separator << json_string(key) << ": ";
    write_json(value, out);
    separator = ", ";
  }
  out << '}';
}

}  // namespace

json::object to_json(const Attribution& attribution) {
  json::array speakers;
  for (const Speaker& speaker : attribution.speakers) {
    speakers.push_back(json::value(speaker.id.value));
  }
  return {{"kind", to_string(attribution.kind)},
          {"range", range_to_json(attribution.range)},
          {"speakers", std::move(speakers)},
          {"rule", text_or_null(attribution.rule)},
          {"confidence", attribution.confidence},
          {"cue", range_or_null(attribution.cue)},
          {"mention", range_or_null(attribution.mention)},
          {"antecedent", range_or_null(attribution.antecedent)}};
}

json::object to_json(const Hit& hit) {
  const auto& date = hit.passage.date;
  json::array attributions;
  for (const Attribution& attribution : hit.in_code_points.attributions) {
    attributions.push_back(to_json(attribution));
  }
  json::object object{
      {"id", hit.id.value},
      {"rank", hit.rank},
      {"score", hit.score},
      {"kind", to_string(hit.passage.kind)},
      {"speakers", speakers_to_json(hit.passage.speakers)},
      {"country", countries_of(hit.passage.speakers)},
      {"about", json::array(hit.passage.about.begin(), hit.passage.about.end())},
      {"topics", topic_ids(hit.passage.topics)},
      {"date", date ? json::value(to_string(date->date)) : json::value(nullptr)},
      {"date_precision", date ? json::value(name_of(date->date.precision())) : nullptr},
      {"date_inferred", date && date->inferred},
      {"text", hit.text},
      {"highlights", highlights_to_json(hit.text, hit.highlights)},
      {"title_highlights", highlights_to_json(hit.article.title, hit.title_highlights)},
      {"context", {{"before", hit.before}, {"after", hit.after}}},
      {"attributions", std::move(attributions)},
      {"article", article_to_json(hit)}};
  if (!hit.explanation.empty()) {
    object["explanation"] = json::array(hit.explanation.begin(), hit.explanation.end());
  }
  return object;
}

json::object to_json(const Facet& facet) {
  json::array values;
  for (const FacetValue& value : facet.values) {
    values.push_back(
        json::object{{"value", value.value}, {"label", value.label}, {"count", value.count}});
  }
  return {{"values", std::move(values)},
          {"distinct", facet.distinct},
          {"other", facet.other},
          {"missing", facet.missing}};
}

json::object facets_to_json(const std::vector<Facet>& facets) {
  json::object object;
  for (const Facet& facet : facets) {
    object[facet.field] = to_json(facet);
  }
  return object;
}

void write_json(const json::value& value, std::ostream& out) {
  if (value.is_object()) {
    write_object(value.get_object(), out);
  } else if (value.is_array()) {
    write_array(value.get_array(), out);
  } else if (value.is_double()) {
    write_number(value.get_double(), out);
  } else if (value.is_string()) {
    out << json_string(value.get_string());
  } else {
    out << json::serialize(value);
  }
}

}  // namespace verbale
