#pragma once

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/decode.h"

namespace verbale {

// The rows of one table, decoded when first asked for: its text, and over it a second text whose
// rows are added or replace those of the same key. Thread-safe once made.
template <class Row>
class Table {
 public:
  // `base` must live as long as the table; `overlay` is kept.
  explicit Table(std::string_view base, std::string overlay = {})
      : base_(base), overlay_(std::move(overlay)) {}

  static const TableSpec& spec() { return row_format<Row>().spec; }

  // Decodes now; an error names the file and line of what is wrong.
  Result<bool> decode() const {
    std::call_once(decoded_, [this] { fault_ = try_decode(); });
    if (fault_) {
      return *fault_;
    }
    return true;
  }

  // Throws IndexError when a table cannot be read: one kept beside a generation and damaged since,
  // because built-in tables are tested and a user's are checked when they are loaded.
  const std::vector<Row>& rows() const {
    if (const auto result = decode(); !result) {
      throw IndexError(IndexFault::Damaged, "schema table " + to_string(result.error()));
    }
    return rows_;
  }

  // The lines behind rows(), in the same order.
  const std::vector<TableLine>& lines() const {
    static_cast<void>(rows());
    return lines_;
  }

 private:
  std::optional<Error> try_decode() const {
    auto base = read_table(base_, spec());
    if (!base) {
      return base.error();
    }
    auto overlay = read_table(overlay_, spec());
    if (!overlay) {
      return overlay.error();
    }
    lines_ = *std::move(base);
    if (!overlay->empty()) {
      merge(*overlay);
    }
    rows_.reserve(lines_.size());
    for (const TableLine& line : lines_) {
      auto row = row_format<Row>().decode(line);
      if (!row) {
        return Error{row.error().message,
                     std::string(spec().file) + ":" + std::to_string(line.line)};
      }
      rows_.push_back(*std::move(row));
    }
    return std::nullopt;
  }

  void merge(const std::vector<TableLine>& overlay) const {
    std::unordered_map<std::string, std::size_t> by_key;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      by_key.emplace(key_of(lines_[i], spec()), i);
    }
    for (const TableLine& line : overlay) {
      const auto same = by_key.find(key_of(line, spec()));
      if (same == by_key.end()) {
        lines_.push_back(line);
      } else {
        lines_[same->second] = line;
      }
    }
  }

  std::string_view base_;
  std::string overlay_;
  mutable std::once_flag decoded_;
  mutable std::optional<Error> fault_;
  mutable std::vector<TableLine> lines_;
  mutable std::vector<Row> rows_;
};

}  // namespace verbale
