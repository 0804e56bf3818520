#include "search/facet_columns.h"

#include <unordered_map>

namespace verbale {
namespace {

FacetColumn read_column(const Xapian::Database& database, Xapian::valueno slot) {
  FacetColumn column;
  column.value_of.resize(std::size_t{database.get_lastdocid()} + 1);
  std::unordered_map<std::string, std::uint32_t> places;
  const auto end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    const auto [place, added] =
        places.try_emplace(*value, static_cast<std::uint32_t>(column.values.size()));
    if (added) {
      column.values.push_back(place->first);
    }
    column.value_of[value.get_docid()] = place->second;
  }
  return column;
}

}  // namespace

const FacetColumn* FacetColumns::of(const Xapian::Database& database, Xapian::valueno slot) {
  const auto [column, first_asked] = columns_.try_emplace(slot);
  if (first_asked) {
    return nullptr;
  }
  if (column->second.value_of.empty()) {
    column->second = read_column(database, slot);
  }
  return &column->second;
}

}  // namespace verbale
