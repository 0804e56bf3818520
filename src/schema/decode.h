#pragma once

#include <optional>
#include <string>

#include "schema/table_text.h"
#include "verbale/schema/tables.h"

namespace verbale {

// How a row type is written: its table, and how a line becomes a row. A cell that cannot be read
// is an error without a place; the caller knows the line.
template <class Row>
struct RowFormat {
  TableSpec spec;
  Result<Row> (*decode)(const TableLine& line);
};

template <class Row>
const RowFormat<Row>& row_format();

template <>
const RowFormat<Field>& row_format<Field>();
template <>
const RowFormat<Country>& row_format<Country>();
template <>
const RowFormat<Body>& row_format<Body>();
template <>
const RowFormat<Person>& row_format<Person>();
template <>
const RowFormat<Title>& row_format<Title>();
template <>
const RowFormat<Cue>& row_format<Cue>();
template <>
const RowFormat<TopicRow>& row_format<TopicRow>();
template <>
const RowFormat<Abbreviation>& row_format<Abbreviation>();
template <>
const RowFormat<GivenName>& row_format<GivenName>();
template <>
const RowFormat<Names>& row_format<Names>();  // synonyms.tsv

}  // namespace verbale
