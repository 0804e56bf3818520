#include "search/facet_counts.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "index/terms.h"

namespace verbale {
namespace {

std::string field_of(const FacetRequest& request) {
  return request.field.substr(0, request.field.find(':'));
}

// The year, month or day of a date that "date" (years), "date:month" or "date:day" counts; nothing
// when the date is not known so well.
std::optional<Date> counted_period(const FacetRequest& request, const Date& date) {
  const bool by_day = request.field.ends_with(":day");
  if (!by_day && !request.field.ends_with(":month")) {
    return Date::of_year(date.year());
  }
  if (date.month() == 0 || (by_day && date.day() == 0)) {
    return std::nullopt;
  }
  return by_day ? date : Date::of_month(date.year(), date.month());
}

// The values that a packed value counts for, each once: a topic counts for its parents too, since
// they find it.
std::set<std::string> counted_values(const Field& field, const std::string& packed) {
  if (field.id == "kind") {
    return {to_string(read_kind_value(packed))};
  }
  std::set<std::string> values;
  for (const std::string& value : unpack_values(packed)) {
    if (field.id == "topic") {
      const auto topics = with_parents(value);
      values.insert(topics.begin(), topics.end());
    } else {
      values.insert(value);
    }
  }
  return values;
}

}  // namespace

Result<const Field*, QueryError> facet_field(const FacetRequest& request, const Schema& schema) {
  const Field* field = schema.field(field_of(request));
  const std::size_t colon = request.field.find(':');
  const std::string unit = colon == std::string::npos ? "" : request.field.substr(colon);
  const bool has_unit = unit == ":year" || unit == ":month" || unit == ":day";
  if (field != nullptr && field->facet && field->slot &&
      (unit.empty() || (field->kind == FieldKind::Range && has_unit))) {
    return field;
  }
  std::string facets;
  for (const Field& candidate : schema.fields()) {
    if (candidate.facet) {
      facets += (facets.empty() ? "" : ", ") + candidate.id;
      facets += candidate.kind == FieldKind::Range ? ", date:month, date:day" : "";
    }
  }
  return QueryError{"\"" + request.field + "\" is no facet; the facets are " + facets, {}, ""};
}

void FacetCounts::count(const Xapian::Database& database, std::span<const Xapian::docid> passages) {
  passages_ += passages.size();
  auto value = database.valuestream_begin(*field_.slot);
  const auto end = database.valuestream_end(*field_.slot);
  for (const Xapian::docid passage : passages) {
    if (value != end) {
      value.skip_to(passage);
    }
    if (value != end && value.get_docid() == passage) {
      ++packed_[*value];
    }
  }
}

void FacetCounts::count(const FacetColumn& column, std::span<const Xapian::docid> passages) {
  passages_ += passages.size();
  std::vector<std::size_t> counts(column.values.size());
  for (const Xapian::docid passage : passages) {
    ++counts[column.value_of[passage]];
  }
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] != 0) {
      packed_[column.values[i]] += counts[i];
    }
  }
}

// Unpacks what was counted; returns how many passages have a value.
std::size_t FacetCounts::unpack(Counts& counts) const {
  std::size_t with_value = 0;
  for (const auto& [value, passages] : packed_) {
    with_value += unpack(value, passages, counts);
  }
  for (auto value = spy_.values_begin(); value != spy_.values_end(); ++value) {
    with_value += unpack(*value, value.get_termfreq(), counts);
  }
  return with_value;
}

std::size_t FacetCounts::unpack(const std::string& packed, std::size_t passages,
                                Counts& counts) const {
  if (field_.kind != FieldKind::Range) {
    for (const std::string& value : counted_values(field_, packed)) {
      counts[value] += passages;
    }
    return passages;
  }
  const auto date = read_date_value(packed);
  const auto period = date ? counted_period(request_, *date) : std::nullopt;
  if (period) {
    counts[to_string(*period)] += passages;
  }
  return period ? passages : 0;
}

Facet FacetCounts::counted(const Schema& schema) const {
  const bool dates = field_.kind == FieldKind::Range;
  Counts counts;
  const std::size_t with_value = unpack(counts);

  Facet facet;
  facet.field = request_.field;
  facet.distinct = counts.size();
  facet.missing = spy_.get_total() + passages_ - with_value;
  std::size_t all = 0;
  for (const auto& [value, count] : counts) {
    facet.values.push_back({value, "", count});
    all += count;
  }
  const auto shown = facet.values.begin() +
                     static_cast<std::ptrdiff_t>(std::min(request_.limit, facet.values.size()));
  std::partial_sort(facet.values.begin(), shown, facet.values.end(),
                    [](const FacetValue& a, const FacetValue& b) {
                      return std::tie(b.count, a.value) < std::tie(a.count, b.value);
                    });
  facet.values.erase(shown, facet.values.end());
  if (dates) {
    std::ranges::sort(facet.values, {}, &FacetValue::value);
  }
  for (FacetValue& value : facet.values) {
    value.label = dates ? value.value : schema.label(field_.id, value.value);
    all -= value.count;
  }
  facet.other = all;
  return facet;
}

}  // namespace verbale
