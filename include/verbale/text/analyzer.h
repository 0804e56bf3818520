#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/model/text_range.h"

namespace verbale {

// The version of the rules below, kept in the manifest of every index. Raise it with every change
// that makes another word of any text.
inline constexpr int analyzer_version = 1;

// One indexable unit of a text: a word, or one grapheme of a script written without spaces (Han,
// Kana, Hangul, Thai, Lao, Khmer, Burmese), each at its own position.
struct Word {
  TextRange range;             // Bytes of the analyzed text, on grapheme boundaries.
  std::uint32_t position = 0;  // From 0, growing by one a word.
  std::string_view folded;     // The term of phrases: see fold(). "u.s." is "us", "g-7" is "g7".
  std::string_view stem;       // By the language's stemmer, folded; without a stemmer `folded` less
                               // a possessive 's. Of "china's" it is "china".
  std::string_view exact;      // NFKC and case folded, diacritics kept: differs from `folded` only
                               // where the text has diacritics.
  std::string_view bare_stem;  // The stem of `folded`, where it is another; else empty. How the
                               // word is found by who leaves its diacritics out.
  bool ideographic = false;    // A grapheme of a script without spaces; neighbours form bigrams.
};

// Turns text into words: the same ones for the index, for the query and for the highlighter, which
// is why the three cannot disagree. The rules are in docs/text_analysis.md. Not thread-safe (it
// keeps buffers and remembers words); make one per thread.
class Analyzer {
 public:
  // `language`: BCP 47 primary subtag; decides the stemmer only, so that `folded` never depends on
  // it. Empty or one without a stemmer: no stemming.
  explicit Analyzer(std::string_view language);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // Calls `visit` for each word of `text` in order. The views in Word live until `visit` returns.
  // Words of more than 64 bytes folded are cut at a grapheme boundary.
  void analyze(std::string_view text, const std::function<void(const Word&)>& visit);

  // The same without the stems, which cost most: `stem` may be empty, and stem_of() gives it while
  // `visit` has the word.
  void analyze_unstemmed(std::string_view text, const std::function<void(const Word&)>& visit);
  std::string_view stem_of(const Word& word);

  // Whether the stem of every word begins with the byte that its folded form begins with, so that
  // most words need no stem to be told apart from another.
  bool stems_keep_first_byte() const;

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

}  // namespace verbale
