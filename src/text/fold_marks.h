#pragma once

#include <unicode/unistr.h>

namespace verbale {

// NFKC with full case folding and without default-ignorable characters (soft hyphens, joiners,
// variation selectors): the exact form of a word, diacritics kept.
icu::UnicodeString fold_case(const icu::UnicodeString& text);

// Takes from a text that fold_case() made what a reader may leave out or write another way:
// diacritics of Latin and Greek letters (é, ø, ł, ı), Hebrew points, Arabic vowel signs, tatweel
// and letter variants (أ آ إ, ى, ة, Persian ی ک), Cyrillic stress marks and ё; decimal digits of
// every script become ASCII ones. Marks that make another letter (й, ї, が, Indic and Thai vowel
// signs) stay.
icu::UnicodeString fold_marks(const icu::UnicodeString& folded_case);

}  // namespace verbale
