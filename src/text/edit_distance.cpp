#include "verbale/text/edit_distance.h"

#include <algorithm>
#include <string>
#include <vector>

#include "verbale/text/utf8.h"

namespace verbale {
namespace {

std::u32string code_points_of(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) {
    out += next_code_point(text, offset);
  }
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::u32string from = code_points_of(a);
  const std::u32string to = code_points_of(b);
  const std::size_t difference =
      std::max(from.size(), to.size()) - std::min(from.size(), to.size());
  const std::size_t too_far = limit + 1;
  if (difference > limit) {
    return too_far;
  }
  // Rows of the table, of which only the diagonal band that can stay within the limit is filled.
  const std::size_t width = to.size() + 1;
  std::vector<std::size_t> before_last(width, too_far), last(width, too_far), row(width, too_far);
  for (std::size_t j = 0; j < width; ++j) {
    last[j] = std::min(j, too_far);
  }
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::ranges::fill(row, too_far);
    row[0] = std::min(i, too_far);
    const std::size_t first = i > limit ? i - limit : 1;
    for (std::size_t j = first; j <= std::min(to.size(), i + limit); ++j) {
      const bool same = from[i - 1] == to[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1), too_far});
      const bool exchanged = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      row[j] = exchanged ? std::min(row[j], before_last[j - 2] + 1) : row[j];
    }
    if (*std::ranges::min_element(row) > limit) {
      return too_far;
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[to.size()];
}

std::size_t plausible_errors(std::size_t code_points) {
  if (code_points < 3) {
    return 0;
  }
  if (code_points < 6) {
    return 1;
  }
  return code_points < 12 ? 2 : 3;
}

}  // namespace verbale
