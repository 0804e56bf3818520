#include "search/highlight_oracle.h"

#include <algorithm>
#include <optional>

#include "verbale/text/folding.h"

namespace verbale {
namespace {

struct Seen {
  TextRange range;
  std::string folded, stem, bare_stem;
  bool ideographic = false;
  bool said = false;
};

std::vector<Seen> words_of(std::string_view text, std::string_view language) {
  std::vector<Seen> words;
  Analyzer(language).analyze(text, [&](const Word& word) {
    words.push_back({word.range, std::string(word.folded), std::string(word.stem),
                     std::string(word.bare_stem.empty() ? word.stem : word.bare_stem),
                     word.ideographic, false});
  });
  return words;
}

using Mask = std::vector<bool>;  // Of the bytes of a text.

void mark(Mask& mask, TextRange range) {
  std::fill(mask.begin() + range.begin, mask.begin() + range.end, true);
}

class Oracle {
 public:
  Oracle(const HighlightTarget& target, MatchMode match)
      : target_(target),
        match_(match),
        text_(words_of(target.text, target.language)),
        title_(words_of(target.title, target.title_language)),
        text_mask_(target.text.size()),
        title_mask_(target.title.size()) {
    for (Seen& word : text_) {
      for (const TextRange quotation : target.quotations) {
        word.said = word.said || quotation.overlaps(word.range);
      }
    }
  }

  void collect(const QueryNode& node);
  // Empty: only the index knows.
  std::optional<bool> holds(const QueryNode& node);
  Highlights result() const { return {runs(text_mask_), runs(title_mask_)}; }

 private:
  std::optional<bool> and_holds(const QueryNode& node);
  bool leaf(const QueryNode& node, bool draw);
  bool near(const QueryNode& node, bool draw);
  bool extend(const QueryNode& node, std::vector<std::size_t>& chosen, bool draw);
  bool synonyms(const QueryNode& node, bool draw);
  bool bare_in_title(const QueryNode& node, bool draw);
  bool in_names(const QueryNode& node) const;

  bool is_bare(const QueryNode& node) const {
    const auto words = words_of(node.text, "");
    return node.op == QueryOp::Words && node.field.empty() && words.size() == 1 &&
           !words[0].ideographic;
  }
  static bool is_word(const QueryNode& node, const Seen& word);
  static bool stems_equal(const std::string& text, const Seen& word, std::string_view language);

  static std::vector<TextRange> runs(const Mask& mask) {
    std::vector<TextRange> ranges;
    for (std::uint32_t i = 0; i < mask.size(); ++i) {
      if (mask[i] && (i == 0 || !mask[i - 1])) {
        ranges.push_back({i, i});
      }
      if (mask[i]) {
        ranges.back().end = i + 1;
      }
    }
    return ranges;
  }

  const HighlightTarget& target_;
  MatchMode match_;
  std::vector<Seen> text_, title_;
  Mask text_mask_, title_mask_;
};

bool Oracle::stems_equal(const std::string& text, const Seen& word, std::string_view language) {
  const Seen query = words_of(text, language)[0];
  return query.folded == word.folded ||
         (!word.ideographic && (query.stem == word.stem || query.stem == word.bare_stem ||
                                query.bare_stem == word.stem || query.bare_stem == word.bare_stem));
}

// As NEAR compares words: as they are written.
bool Oracle::is_word(const QueryNode& node, const Seen& word) {
  if (node.op == QueryOp::Or) {
    return std::ranges::any_of(node.children,
                               [&](const QueryNode& child) { return is_word(child, word); });
  }
  return node.op == QueryOp::Prefix ? word.folded.starts_with(fold(node.text))
                                    : word.folded == words_of(node.text, "")[0].folded;
}

bool Oracle::leaf(const QueryNode& node, bool draw) {
  const bool in_title = node.field == "title";
  if (!node.field.empty() && node.field != "said" && !in_title) {
    return false;
  }
  const std::vector<Seen>& words = in_title ? title_ : text_;
  Mask& mask = in_title ? title_mask_ : text_mask_;
  const std::string_view language = in_title ? target_.title_language : target_.language;
  const auto query = words_of(node.text, "");
  const bool stemmed = node.op == QueryOp::Words && query.size() == 1 && !query[0].ideographic;
  const std::size_t length = node.op == QueryOp::Prefix ? 1 : query.size();
  bool found = false;
  for (std::size_t first = 0; first + length <= words.size(); ++first) {
    bool here = length > 0;
    for (std::size_t i = 0; i < length; ++i) {
      const Seen& word = words[first + i];
      const bool equal = node.op == QueryOp::Prefix ? word.folded.starts_with(fold(node.text))
                         : stemmed                  ? stems_equal(node.text, word, language)
                                                    : word.folded == query[i].folded;
      here = here && equal && (node.field != "said" || word.said);
    }
    if (here && draw) {
      mark(mask, {words[first].range.begin, words[first + length - 1].range.end});
    }
    found = found || here;
  }
  return synonyms(node, draw) || found;
}

// Names of several words as they are written; single ones in English by their stem.
bool Oracle::synonyms(const QueryNode& node, bool draw) {
  bool found = false;
  for (const QueryNode& name : node.synonyms) {
    if (name.op == QueryOp::Phrase) {
      found = leaf(name, draw) || found;
      continue;
    }
    for (const Seen& word : text_) {
      const bool english = target_.language.empty() || target_.language == "en";
      const Seen wanted = words_of(name.text, target_.language)[0];
      if (english && wanted.stem == word.stem && (name.field.empty() || word.said)) {
        found = true;
        if (draw) {
          mark(text_mask_, word.range);
        }
      }
    }
  }
  return found;
}

bool Oracle::bare_in_title(const QueryNode& node, bool draw) {
  bool found = false;
  for (const Seen& word : title_) {
    if (stems_equal(node.text, word, target_.title_language)) {
      found = true;
      if (draw) {
        mark(title_mask_, word.range);
      }
    }
  }
  return found;
}

bool Oracle::in_names(const QueryNode& node) const {
  return std::ranges::any_of(target_.names, [&](const std::string& name) {
    const auto words = words_of(name, "");
    return std::ranges::any_of(words,
                               [&](const Seen& word) { return stems_equal(node.text, word, ""); });
  });
}

bool Oracle::near(const QueryNode& node, bool draw) {
  std::vector<std::size_t> chosen;
  return extend(node, chosen, draw);
}

bool Oracle::extend(const QueryNode& node, std::vector<std::size_t>& chosen, bool draw) {
  const auto& operand = node.children[std::min(chosen.size(), node.children.size() - 1)];
  const auto& first =
      node.children[0].op == QueryOp::Or ? node.children[0].children[0] : node.children[0];
  const bool in_title = first.field == "title";
  const std::vector<Seen>& words = in_title ? title_ : text_;
  if (chosen.size() == node.children.size()) {
    const auto [least, most] = std::ranges::minmax(chosen);
    bool near = node.op == QueryOp::Adj || most - least <= node.window;
    for (std::size_t i = 1; node.op == QueryOp::Adj && i < chosen.size(); ++i) {
      near = near && chosen[i] > chosen[i - 1] && chosen[i] - chosen[i - 1] <= node.window;
    }
    for (std::size_t i = 0; near && draw && i < chosen.size(); ++i) {
      mark(in_title ? title_mask_ : text_mask_, words[chosen[i]].range);
    }
    return near;
  }
  bool found = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool fresh = std::ranges::find(chosen, i) == chosen.end();
    if (fresh && is_word(operand, words[i]) && (first.field != "said" || words[i].said)) {
      chosen.push_back(i);
      found = extend(node, chosen, draw) || found;
      chosen.pop_back();
    }
  }
  return found;
}

std::optional<bool> Oracle::holds(const QueryNode& node) {
  switch (node.op) {
    case QueryOp::Words:
    case QueryOp::Phrase:
      return leaf(node, false);
    case QueryOp::Prefix:
      return node.field == "speaker" ? std::nullopt : std::optional(leaf(node, false));
    case QueryOp::Near:
    case QueryOp::Adj:
      return near(node, false);
    case QueryOp::Not: {
      const auto inner = holds(node.children[0]);
      return inner ? std::optional(!*inner) : std::nullopt;
    }
    case QueryOp::And:
      return and_holds(node);
    case QueryOp::Or: {
      std::optional<bool> any = false;
      for (const QueryNode& child : node.children) {
        const auto one = holds(child);
        any = any == true || one == true ? std::optional(true) : any == false ? one : std::nullopt;
      }
      return any;
    }
    default:
      return std::nullopt;
  }
}

std::optional<bool> Oracle::and_holds(const QueryNode& node) {
  bool unknown = false, bare = false, in_text = false;
  for (const QueryNode& child : node.children) {
    if (child.op == QueryOp::Words && child.field.empty()) {
      const bool here = leaf(child, false);
      const bool around = is_bare(child) && (bare_in_title(child, false) || in_names(child));
      bare = true;
      in_text = in_text || here;
      if (match_ == MatchMode::All && !here && !around) {
        return false;
      }
      continue;
    }
    const auto one = holds(child);
    if (one == false) {
      return false;
    }
    unknown = unknown || !one;
  }
  if (bare && !in_text) {
    return false;
  }
  return unknown ? std::nullopt : std::optional(true);
}

void Oracle::collect(const QueryNode& node) {
  switch (node.op) {
    case QueryOp::Words:
    case QueryOp::Phrase:
    case QueryOp::Prefix:
      leaf(node, true);
      if (is_bare(node)) {
        bare_in_title(node, true);
      }
      return;
    case QueryOp::Near:
    case QueryOp::Adj:
      near(node, true);
      return;
    case QueryOp::And:
    case QueryOp::Or:
      for (const QueryNode& child : node.children) {
        if (node.op == QueryOp::And || holds(child) != false) {
          collect(child);
        }
      }
      return;
    default:
      return;
  }
}

}  // namespace

Highlights highlights_by_brute_force(const QueryNode& query, const HighlightTarget& target,
                                     MatchMode match) {
  Oracle oracle(target, match);
  oracle.collect(query);
  return oracle.result();
}

bool matches_by_brute_force(const QueryNode& query, const HighlightTarget& target,
                            MatchMode match) {
  return Oracle(target, match).holds(query) != false;
}

std::string marked(std::string_view text, std::span<const TextRange> ranges) {
  std::string out;
  std::uint32_t done = 0;
  for (const TextRange range : ranges) {
    out.append(text.substr(done, range.begin - done)).append("[").append(range.in(text));
    out.append("]");
    done = range.end;
  }
  return out.append(text.substr(done));
}

}  // namespace verbale
