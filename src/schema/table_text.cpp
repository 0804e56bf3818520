#include "schema/table_text.h"

#include <algorithm>
#include <unordered_map>

namespace verbale {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

struct TextLine {
  std::string_view text;
  unsigned number = 0;
};

// The lines that hold something, comments left out.
std::vector<TextLine> rows_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
  }
  std::vector<TextLine> rows;
  for (unsigned number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    if (!trimmed(line).empty() && !line.starts_with('#')) {
      rows.push_back({line, number});
    }
  }
  return rows;
}

std::vector<std::string_view> split_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(trimmed(line.substr(0, tab)));
    if (tab == std::string_view::npos) {
      return cells;
    }
    line.remove_prefix(tab + 1);
  }
}

Error error_at(const TableSpec& spec, unsigned line, std::string message) {
  return {std::move(message), std::string(spec.file) + ":" + std::to_string(line)};
}

// For each cell of a line, the column of the spec that it belongs to.
Result<std::vector<std::size_t>> column_order(std::string_view header, const TableSpec& spec,
                                              unsigned line) {
  std::vector<std::size_t> order;
  for (const std::string_view name : split_cells(header)) {
    const auto column =
        std::ranges::find(spec.columns, name, [](const char* c) { return std::string_view(c); });
    if (column == spec.columns.end()) {
      return error_at(spec, line,
                      "no column is called \"" + std::string(name) +
                          "\"; index_schema/README.md lists the columns");
    }
    order.push_back(static_cast<std::size_t>(column - spec.columns.begin()));
  }
  if (std::ranges::find(order, 0u) == order.end()) {
    return error_at(spec, line,
                    "the first line must name the column \"" + std::string(spec.columns[0]) + "\"");
  }
  return order;
}

Result<TableLine> read_row(const TextLine& line, const std::vector<std::size_t>& order,
                           const TableSpec& spec) {
  const auto cells = split_cells(line.text);
  if (cells.size() > order.size()) {
    return error_at(spec, line.number,
                    "the row has " + std::to_string(cells.size()) + " cells, and the table " +
                        std::to_string(order.size()) + " columns");
  }
  TableLine row{std::vector<std::string_view>(spec.columns.size()), line.number};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    row.cells[order[i]] = cells[i];
  }
  if (row.cells[0].empty()) {
    return error_at(spec, line.number, "the row has no " + std::string(spec.columns[0]));
  }
  return row;
}

}  // namespace

Result<std::vector<TableLine>> read_table(std::string_view text, const TableSpec& spec) {
  const std::vector<TextLine> written = rows_of(text);
  if (written.empty()) {
    return std::vector<TableLine>();
  }
  const auto order = column_order(written.front().text, spec, written.front().number);
  if (!order) {
    return order.error();
  }
  std::vector<TableLine> lines;
  std::unordered_map<std::string, unsigned> first_lines;
  for (std::size_t i = 1; i < written.size(); ++i) {
    auto row = read_row(written[i], *order, spec);
    if (!row) {
      return row.error();
    }
    const auto [first, is_new] = first_lines.emplace(key_of(*row, spec), row->line);
    if (!is_new) {
      return error_at(spec, row->line,
                      "the same " + std::string(spec.columns[0]) + " stands in line " +
                          std::to_string(first->second) + ": " + std::string(row->cells[0]));
    }
    lines.push_back(*std::move(row));
  }
  return lines;
}

std::string key_of(const TableLine& line, const TableSpec& spec) {
  std::string key;
  for (std::size_t i = 0; i < spec.key_columns; ++i) {
    key.append(line.cells[i]).push_back('\t');
  }
  return key;
}

std::vector<std::string> split_list(std::string_view cell) {
  std::vector<std::string> list;
  while (!cell.empty()) {
    const std::size_t bar = std::min(cell.find('|'), cell.size());
    const std::string_view element = trimmed(cell.substr(0, bar));
    if (!element.empty()) {
      list.emplace_back(element);
    }
    cell.remove_prefix(std::min(bar + 1, cell.size()));
  }
  return list;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \r");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \r") - begin + 1);
}

}  // namespace verbale
