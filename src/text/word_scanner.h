#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "characters.h"
#include "verbale/model/text_range.h"

namespace verbale {

// Bytes of a word's spelling and of its folded form.
inline constexpr std::size_t max_word_bytes = 64;

// A word as it stands in the text, before folding.
struct ScannedWord {
  TextRange range;
  // The word's characters without those that writers leave out as they like: the periods of U.S.,
  // the hyphen of G-7, the commas of 1,000; every apostrophe as '. Lives until the next word.
  std::string_view spelling;
  bool ideographic = false;
  bool ascii = true;  // Of `spelling`.
};

// Finds the words of a text by the rules of docs/text_analysis.md, in order, in linear time.
class WordScanner {
 public:
  // `text` is valid UTF-8 and outlives the scanner.
  explicit WordScanner(std::string_view text) : text_(text) {}

  // Nothing at the end of the text.
  std::optional<ScannedWord> next();

 private:
  // Letters, digits and marks with nothing between them.
  struct Run {
    std::size_t end = 0;
    unsigned letters = 0;
    unsigned digits = 0;
    bool ascii = true;
  };

  // The word as far as it has been read.
  struct Draft {
    std::size_t begin = 0;
    Run last;
    unsigned letters = 0;
    unsigned digits = 0;
    bool ascii = true;
    bool joined = false;
    bool initials = false;
    bool decimal = false;
  };

  // A character inside a word that is neither letter nor digit, and what follows it.
  struct Joint {
    std::size_t next = 0;
    Run run;
    std::string_view spelled;  // What is left of it in the spelling.
    bool initials = false;
    bool decimal = false;
  };

  std::optional<std::size_t> skip_to_word(std::size_t& grapheme_begin);
  Run run_at(std::size_t begin, unsigned letters_before) const;
  CharacterClass class_at(std::size_t offset) const;
  std::size_t end_of_marks(std::size_t offset) const;
  bool is_digit_at(std::size_t offset) const;

  std::optional<Joint> joint_after(const Draft& draft) const;
  std::optional<Joint> apostrophe(const Draft& draft, std::size_t next) const;
  std::optional<Joint> period(const Draft& draft) const;
  std::optional<Joint> comma(const Draft& draft) const;
  std::optional<Joint> hyphen(const Draft& draft, std::size_t next) const;
  std::optional<Joint> ampersand(const Draft& draft) const;

  void append(Draft& draft, const Joint& joint);

  std::string_view text_;
  std::size_t offset_ = 0;
  std::string spelling_;
};

}  // namespace verbale
