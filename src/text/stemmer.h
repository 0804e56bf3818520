#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace verbale {

// The stemmer of a language, or none: Snowball's, and for Arabic the light10 stemmer (Larkey,
// Ballesteros and Connell 2007), because Snowball's gives الصين and والصين two stems. Not
// thread-safe.
class Stemmer {
 public:
  // `language`: BCP 47 primary subtag.
  explicit Stemmer(std::string_view language);

  // Whether there is one for the language.
  explicit operator bool() const { return arabic_ || stemmer_ != nullptr; }

  // The stem of a case-folded word with its diacritics; the word itself without a stemmer. Lives
  // until the next call.
  std::string_view stem(std::string_view word);

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
  bool arabic_ = false;
  std::string arabic_word_;
};

}  // namespace verbale
