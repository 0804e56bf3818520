#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/base/result.h"

namespace verbale {

// One line of a table: a cell for each column of its TableSpec, in that order, as written.
struct TableLine {
  std::vector<std::string_view> cells;  // Into the text that was read.
  unsigned line = 0;                    // From 1, in its file.

  bool operator==(const TableLine&) const = default;
};

// What a table must look like. Its first columns are the key of a row: a line of a user's table
// replaces the built-in line of the same key.
struct TableSpec {
  const char* file;  // "countries.tsv"
  std::span<const char* const> columns;
  std::size_t key_columns = 1;
};

// The cells of a line's key, joined.
std::string key_of(const TableLine& line, const TableSpec& spec);

// Reads tab-separated text: a line of column names, in any order and not necessarily all, then
// rows; lines that start with # and blank ones are passed over. An unknown column, a row with too
// many cells, without a key or with the key of an earlier row is an error at its line. The views
// last as long as `text`.
Result<std::vector<TableLine>> read_table(std::string_view text, const TableSpec& spec);

// Splits a list cell at | and trims its elements; empty elements are left out.
std::vector<std::string> split_list(std::string_view cell);

std::string_view trimmed(std::string_view text);

}  // namespace verbale
