#include "search/highlighter.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "search/word_windows.h"
#include "verbale/text/folding.h"

namespace verbale {
namespace {

using Ranges = std::vector<TextRange>;

// In order, those that overlap or touch made one.
void merge(Ranges& ranges) {
  std::ranges::sort(ranges);
  std::size_t kept = 0;
  for (const TextRange& range : ranges) {
    if (kept > 0 && range.begin <= ranges[kept - 1].end) {
      ranges[kept - 1].end = std::max(ranges[kept - 1].end, range.end);
    } else {
      ranges[kept++] = range;
    }
  }
  ranges.resize(kept);
}

// Those that overlap a quotation, as the index decides it.
Occurrences inside(const Occurrences& all, std::span<const TextRange> quotations) {
  Occurrences kept(all.size());
  for (std::size_t id = 0; id < all.size(); ++id) {
    std::ranges::copy_if(all[id], std::back_inserter(kept[id]), [&](const Occurrence& word) {
      return std::ranges::any_of(
          quotations, [&](TextRange quotation) { return quotation.overlaps(word.range); });
    });
  }
  return kept;
}

// The words of several classes, in order, each once.
std::vector<Occurrence> united(const std::vector<std::size_t>& classes,
                               const Occurrences& occurrences) {
  if (classes.size() == 1) {
    return occurrences[classes.front()];
  }
  std::vector<Occurrence> all;
  for (const std::size_t id : classes) {
    all.insert(all.end(), occurrences[id].begin(), occurrences[id].end());
  }
  std::ranges::sort(all, {}, &Occurrence::position);
  const auto same_place = [](const Occurrence& a, const Occurrence& b) {
    return a.position == b.position;
  };
  all.erase(std::unique(all.begin(), all.end(), same_place), all.end());
  return all;
}

const Occurrence* at_position(const std::vector<Occurrence>& words, std::uint32_t position) {
  const auto found = std::ranges::lower_bound(words, position, {}, &Occurrence::position);
  return found != words.end() && found->position == position ? &*found : nullptr;
}

// Where the words stand side by side in the order of the classes.
Ranges sequences(const std::vector<std::vector<std::size_t>>& classes,
                 const Occurrences& occurrences) {
  Ranges ranges;
  for (const Occurrence& first : occurrences[classes.front().front()]) {
    const Occurrence* last = &first;
    for (std::size_t i = 1; i < classes.size() && last != nullptr; ++i) {
      last = at_position(occurrences[classes[i].front()],
                         first.position + static_cast<std::uint32_t>(i));
    }
    if (last != nullptr) {
      ranges.push_back({first.range.begin, last->range.end});
    }
  }
  return ranges;
}

Ranges words_in_windows(const std::vector<std::vector<std::size_t>>& operands,
                        const Occurrences& occurrences, std::uint32_t window, bool in_order) {
  std::vector<std::vector<Occurrence>> words;
  std::vector<Positions> lists;
  for (const std::vector<std::size_t>& classes : operands) {
    words.push_back(united(classes, occurrences));
    Positions& list = lists.emplace_back();
    std::ranges::transform(words.back(), std::back_inserter(list), &Occurrence::position);
    if (list.empty()) {
      return {};
    }
  }
  const auto places = in_order ? places_in_order(lists, window) : places_near(lists, window);
  Ranges ranges;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (const std::uint32_t place : places[i]) {
      ranges.push_back(at_position(words[i], place)->range);
    }
  }
  return ranges;
}

}  // namespace

Highlighter::Highlighter(const QueryNode& query, MatchMode match, Analyzers& analyzers)
    : match_(match), analyzers_(analyzers), classes_(analyzers), query_(compile(query)) {}

Highlighter::Part Highlighter::compile(const QueryNode& node) {
  Part part;
  switch (node.op) {
    case QueryOp::Words:
    case QueryOp::Phrase:
      return compile_words(node);
    case QueryOp::Prefix:
      return compile_prefix(node);
    case QueryOp::Near:
    case QueryOp::Adj:
      return compile_near(node);
    case QueryOp::And:
      part.kind = Kind::And;
      break;
    case QueryOp::Or:
      part.kind = Kind::Or;
      break;
    case QueryOp::Not:
      part.kind = Kind::Not;
      break;
    default:
      return part;
  }
  for (const QueryNode& child : node.children) {
    part.children.push_back(compile(child));
  }
  return part;
}

// One word by its stem; several that are written together, or graphemes, as they are written.
Highlighter::Part Highlighter::compile_words(const QueryNode& node) {
  std::vector<std::vector<std::size_t>> written;
  bool ideographic = false;
  analyzers_.of("").analyze(node.text, [&](const Word& word) {
    written.push_back({classes_.written(word.folded)});
    ideographic = word.ideographic;
  });
  Part part;
  const auto place = place_of(node.field);
  if (written.empty() || !place) {
    return part;
  }
  part.place = *place;
  part.bare = node.op == QueryOp::Words && node.field.empty();
  for (const QueryNode& name : node.synonyms) {
    part.synonyms.push_back(compile_synonym(name));
  }
  if (node.op == QueryOp::Phrase || written.size() > 1 || ideographic) {
    part.kind = Kind::Sequence;
    part.classes = std::move(written);
    return part;
  }
  part.kind = Kind::Word;
  part.context = part.bare;
  part.classes = {{classes_.stemmed(node.text)}};
  return part;
}

// Names of several words as they are written, single ones by their stem in English.
Highlighter::Part Highlighter::compile_synonym(const QueryNode& name) {
  if (name.op == QueryOp::Phrase) {
    return compile_words(name);
  }
  Part part;
  part.kind = Kind::Word;
  part.place = place_of(name.field).value_or(Place::Text);
  part.classes = {{classes_.english(name.text)}};
  return part;
}

Highlighter::Part Highlighter::compile_prefix(const QueryNode& node) {
  Part part;
  if (const auto place = place_of(node.field)) {
    part.kind = Kind::Word;
    part.place = *place;
    part.classes = {{classes_.beginning(fold(node.text))}};
  }
  return part;
}

// Operands are words as they are written, wildcards, or a choice of them.
Highlighter::Part Highlighter::compile_near(const QueryNode& node) {
  Part part;
  const auto add = [&](const QueryNode& word, std::vector<std::size_t>& classes) {
    part.place = place_of(word.field).value_or(Place::Text);
    if (word.op == QueryOp::Prefix) {
      classes.push_back(classes_.beginning(fold(word.text)));
      return;
    }
    analyzers_.of("").analyze(
        word.text, [&](const Word& only) { classes.push_back(classes_.written(only.folded)); });
  };
  for (const QueryNode& operand : node.children) {
    std::vector<std::size_t>& classes = part.classes.emplace_back();
    if (operand.op == QueryOp::Or) {
      for (const QueryNode& choice : operand.children) {
        add(choice, classes);
      }
    } else {
      add(operand, classes);
    }
  }
  part.kind = node.op == QueryOp::Near ? Kind::Near : Kind::Adj;
  part.window = node.window;
  return part;
}

std::optional<Highlighter::Place> Highlighter::place_of(const std::string& field) {
  if (field.empty()) {
    return Place::Text;
  }
  if (field == "said") {
    return Place::Said;
  }
  return field == "title" ? std::optional(Place::Title) : std::nullopt;
}

Highlights Highlighter::highlight(const HighlightTarget& target) {
  const Found found = find(target);
  Highlights highlights;
  collect(query_, found, highlights);
  merge(highlights.text);
  merge(highlights.title);
  return highlights;
}

Highlighter::Found Highlighter::find(const HighlightTarget& target) {
  Found found;
  found.text = classes_.find(target.text, target.language);
  found.said = inside(found.text, target.quotations);
  found.title = classes_.find(target.title, target.title_language);
  for (const std::string& name : target.names) {
    found.names.push_back(classes_.find(name, ""));
  }
  return found;
}

const Occurrences& Highlighter::in_place(const Part& part, const Found& found) {
  switch (part.place) {
    case Place::Said:
      return found.said;
    case Place::Title:
      return found.title;
    case Place::Text:
      break;
  }
  return found.text;
}

std::vector<TextRange> Highlighter::ranges_of(const Part& part, const Occurrences& occurrences) {
  Ranges ranges = written_ranges(part, occurrences);
  for (const Part& name : part.synonyms) {
    std::ranges::copy(written_ranges(name, occurrences), std::back_inserter(ranges));
  }
  return ranges;
}

std::vector<TextRange> Highlighter::written_ranges(const Part& part,
                                                   const Occurrences& occurrences) {
  switch (part.kind) {
    case Kind::Word: {
      Ranges ranges;
      std::ranges::transform(occurrences[part.classes.front().front()], std::back_inserter(ranges),
                             &Occurrence::range);
      return ranges;
    }
    case Kind::Sequence:
      return sequences(part.classes, occurrences);
    case Kind::Near:
    case Kind::Adj:
      return words_in_windows(part.classes, occurrences, part.window, part.kind == Kind::Adj);
    default:
      return {};
  }
}

Highlighter::Truth Highlighter::truth(const Part& part, const Found& found) const {
  switch (part.kind) {
    case Kind::Unseen:
      return Truth::Maybe;
    case Kind::Not:
      return static_cast<Truth>(static_cast<int>(Truth::Yes) -
                                static_cast<int>(truth(part.children.front(), found)));
    case Kind::And:
      return truth_of_and(part, found);
    case Kind::Or: {
      Truth most = Truth::No;
      for (const Part& child : part.children) {
        most = std::max(most, truth(child, found));
      }
      return most;
    }
    default:
      return ranges_of(part, in_place(part, found)).empty() ? Truth::No : Truth::Yes;
  }
}

// Bare words that stand together are one group: one of them in the text and, of All, each in the
// text or in its context.
Highlighter::Truth Highlighter::truth_of_and(const Part& part, const Found& found) const {
  Truth least = Truth::Yes;
  bool any_bare = false;
  bool any_in_text = false;
  for (const Part& child : part.children) {
    if (!child.bare) {
      least = std::min(least, truth(child, found));
      continue;
    }
    const bool in_text = !ranges_of(child, found.text).empty();
    const bool in_context = child.context && is_in_context(child, found);
    any_bare = true;
    any_in_text = any_in_text || in_text;
    if (match_ != MatchMode::Any && !in_text && !in_context) {
      return Truth::No;
    }
  }
  return any_bare && !any_in_text ? Truth::No : least;
}

bool Highlighter::is_in_context(const Part& word, const Found& found) {
  const std::size_t id = word.classes.front().front();
  return !found.title[id].empty() ||
         std::ranges::any_of(found.names, [id](const auto& name) { return !name[id].empty(); });
}

void Highlighter::collect(const Part& part, const Found& found, Highlights& out) const {
  switch (part.kind) {
    case Kind::Unseen:
    case Kind::Not:
      return;
    case Kind::And:
      for (const Part& child : part.children) {
        collect(child, found, out);
      }
      return;
    case Kind::Or:
      for (const Part& child : part.children) {
        if (truth(child, found) != Truth::No) {
          collect(child, found, out);
        }
      }
      return;
    default:
      break;
  }
  const Ranges ranges = ranges_of(part, in_place(part, found));
  Ranges& in_field = part.place == Place::Title ? out.title : out.text;
  in_field.insert(in_field.end(), ranges.begin(), ranges.end());
  if (part.context) {
    const Ranges in_title = written_ranges(part, found.title);
    out.title.insert(out.title.end(), in_title.begin(), in_title.end());
  }
}

}  // namespace verbale
