#include "stemmer.h"

#include <libstemmer.h>

#include <string>

#include "fold_marks.h"
#include "icu_strings.h"

namespace verbale {
namespace {

// Snowball knows its languages by ISO 639-1 codes but for the two written forms of Norwegian.
std::string snowball_name(std::string_view language) {
  return language == "nb" || language == "nn" ? "no" : std::string(language);
}

// Conjunctions and prepositions with the article, longest first; then what nouns and verbs end
// in. In folded letters (ة is ه).
constexpr std::u16string_view arabic_articles[] = {u"وال", u"بال", u"كال", u"فال", u"ال", u"لل"};
constexpr std::u16string_view arabic_endings[] = {u"ها", u"ان", u"ات", u"ون",
                                                  u"ين", u"يه", u"ه",  u"ي"};

std::u16string_view arabic_stem(std::u16string_view word) {
  constexpr std::size_t min_letters = 2;
  if (word.size() >= 4 && word.front() == u'و') {
    word.remove_prefix(1);
  }
  for (const std::u16string_view article : arabic_articles) {
    if (word.starts_with(article) && word.size() >= article.size() + min_letters) {
      word.remove_prefix(article.size());
      break;
    }
  }
  for (const std::u16string_view ending : arabic_endings) {
    if (word.ends_with(ending) && word.size() >= ending.size() + min_letters) {
      word.remove_suffix(ending.size());
    }
  }
  return word;
}

}  // namespace

Stemmer::Stemmer(std::string_view language) : arabic_(language == "ar") {
  if (!arabic_ && language.size() == 2) {
    stemmer_.reset(sb_stemmer_new(snowball_name(language).c_str(), "UTF_8"));
  }
}

std::string_view Stemmer::stem(std::string_view word) {
  if (arabic_) {
    const icu::UnicodeString folded = fold_marks(to_utf16(word));
    const std::u16string_view stem =
        arabic_stem({folded.getBuffer(), static_cast<std::size_t>(folded.length())});
    arabic_word_ = to_utf8(icu::UnicodeString(stem.data(), static_cast<std::int32_t>(stem.size())));
    return arabic_word_;
  }
  if (!stemmer_) {
    return word;
  }
  const auto* letters = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), letters, static_cast<int>(word.size()));
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

}  // namespace verbale
