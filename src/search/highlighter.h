#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/word_classes.h"
#include "verbale/model/text_range.h"
#include "verbale/query/tree.h"
#include "verbale/search/searcher.h"

namespace verbale {

// A passage and its context, as they were indexed.
struct HighlightTarget {
  std::string_view text;
  std::string_view language;              // Of the text; decides its stems.
  std::span<const TextRange> quotations;  // In `text`: where `said` finds words.
  std::string_view title;                 // Of the article.
  std::string_view title_language;
  std::span<const std::string> names;  // Of the speakers: context of bare words.
};

// In order; ranges that overlap or touch are one. On grapheme boundaries.
struct Highlights {
  std::vector<TextRange> text;
  std::vector<TextRange> title;
};

// Finds the words of a passage that made it match a query: stems, wildcards and folded forms as
// the index finds them, a phrase as one range, the words of NEAR and ADJ only where they stand so,
// each in its field; never what stands under NOT, and of OR only the sides that hold. One pass
// over the words of a passage. Not thread-safe.
class Highlighter {
 public:
  // `match`: as the passages were searched; Auto is All until it is relaxed. Keeps the reference.
  Highlighter(const QueryNode& query, MatchMode match, Analyzers& analyzers);

  // Of a passage that the query found.
  Highlights highlight(const HighlightTarget& target);

 private:
  enum class Place { Text, Said, Title };
  enum class Kind { Word, Sequence, Near, Adj, And, Or, Not, Unseen };

  // A part of the query by what it looks for in a passage.
  struct Part {
    Kind kind = Kind::Unseen;  // Filters and dates: nothing of them is in the words.
    Place place = Place::Text;
    bool bare = false;     // Words without a field: a group with those beside them.
    bool context = false;  // Also found in the title and the names.
    // Word: one class. Sequence: a class for each word. Near and Adj: classes of each operand.
    std::vector<std::vector<std::size_t>> classes;
    std::uint32_t window = 0;
    std::vector<Part> children;
    std::vector<Part> synonyms;  // Of Word and Sequence: what stands for it in the same place.
  };

  // The words that were found in one passage.
  struct Found {
    Occurrences text, said, title;
    std::vector<Occurrences> names;
  };

  // Maybe: what the index alone knows.
  enum class Truth { No, Maybe, Yes };

  Part compile(const QueryNode& node);
  Part compile_words(const QueryNode& node);
  Part compile_synonym(const QueryNode& name);
  Part compile_prefix(const QueryNode& node);
  Part compile_near(const QueryNode& node);
  Found find(const HighlightTarget& target);
  Truth truth(const Part& part, const Found& found) const;
  Truth truth_of_and(const Part& part, const Found& found) const;
  void collect(const Part& part, const Found& found, Highlights& out) const;

  static bool is_in_context(const Part& word, const Found& found);
  static std::optional<Place> place_of(const std::string& field);
  static const Occurrences& in_place(const Part& part, const Found& found);
  static std::vector<TextRange> ranges_of(const Part& part, const Occurrences& occurrences);
  static std::vector<TextRange> written_ranges(const Part& part, const Occurrences& occurrences);

  MatchMode match_;
  Analyzers& analyzers_;
  WordClasses classes_;
  Part query_;
};

}  // namespace verbale
