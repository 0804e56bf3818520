// Where a long text is cut to be shown.

#include "verbale/text/best_window.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "verbale/text/analyzer.h"

namespace verbale {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The span of highlights that fits and weighs most; the first of equals. A long highlight weighs
// more than as many bytes of short ones: a phrase tells more than its words elsewhere.
TextRange heaviest(std::span<const TextRange> highlights, std::uint32_t budget) {
  const auto weight = [](TextRange range) { return std::uint64_t{range.size()} * range.size(); };
  TextRange best = highlights.front();
  std::uint64_t best_weight = 0;
  std::uint64_t held = 0;
  std::size_t first = 0;
  for (std::size_t last = 0; last < highlights.size(); ++last) {
    held += weight(highlights[last]);
    while (first < last && highlights[last].end - highlights[first].begin > budget) {
      held -= weight(highlights[first++]);
    }
    if (held > best_weight) {
      best_weight = held;
      best = {highlights[first].begin, highlights[last].end};
    }
  }
  return best;
}

// Places between words near a window: the text around it is analyzed, not all of it.
class Edges {
 public:
  Edges(std::string_view text, TextRange around) : analyzer_("") {
    // A word is cut at 64 bytes, so that what begins inside one is right again after it.
    constexpr std::uint32_t margin = 256;
    std::uint32_t from = around.begin > margin ? around.begin - margin : 0;
    while (from > 0 && is_continuation(text[from])) {
      --from;
    }
    auto until = static_cast<std::uint32_t>(
        std::min<std::size_t>(text.size(), std::size_t{around.end} + margin));
    while (until < text.size() && is_continuation(text[until])) {
      ++until;
    }
    bool first = from > 0;
    analyzer_.analyze(text.substr(from, until - from), [&](const Word& word) {
      if (!std::exchange(first, false)) {
        words_.push_back({from + word.range.begin, from + word.range.end});
      }
    });
  }

  // The first word that begins at `offset` or after it, but not after `limit`.
  std::uint32_t begin_from(std::uint32_t offset, std::uint32_t limit) const {
    const auto word = std::ranges::lower_bound(words_, offset, {}, &TextRange::begin);
    return word == words_.end() ? limit : std::min(word->begin, limit);
  }

  // The last word that ends at `offset` or before it, but not before `limit`.
  std::uint32_t end_until(std::uint32_t offset, std::uint32_t limit) const {
    const auto word = std::ranges::upper_bound(words_, offset, {}, &TextRange::end);
    return word == words_.begin() ? limit : std::max(std::prev(word)->end, limit);
  }

 private:
  Analyzer analyzer_;
  std::vector<TextRange> words_;
};

// A single highlight longer than the budget, cut after a word.
TextRange shortened(std::string_view text, std::uint32_t begin, std::uint32_t budget) {
  std::uint32_t end = begin + budget;
  while (end > begin && is_continuation(text[end])) {
    --end;
  }
  const Edges edges(text, {begin, end});
  const std::uint32_t word_end = edges.end_until(end, begin);
  return {begin, word_end > begin ? word_end : end};
}

}  // namespace

TextRange best_window(std::string_view text, std::span<const TextRange> highlights,
                      std::uint32_t budget) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size <= budget) {
    return {0, size};
  }
  const TextRange core = highlights.empty() ? TextRange{0, 0} : heaviest(highlights, budget);
  const std::uint32_t spare = budget - std::min(budget, core.size());
  // More is shown after the words than before them.
  std::uint32_t before = std::min(spare / 3, core.begin);
  const std::uint32_t after = std::min(spare - before, size - core.end);
  before = std::min(spare - after, core.begin);
  const TextRange wanted{core.begin - before, core.end + after};
  const Edges edges(text, wanted);
  const std::uint32_t begin = wanted.begin == 0 ? 0 : edges.begin_from(wanted.begin, core.begin);
  const std::uint32_t end = wanted.end == size ? size : edges.end_until(wanted.end, core.end);
  return end - begin <= budget ? TextRange{begin, end} : shortened(text, begin, budget);
}

}  // namespace verbale
