#include "verbale/text/analyzer.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "characters.h"
#include "fold_marks.h"
#include "icu_strings.h"
#include "stemmer.h"
#include "verbale/text/utf8.h"
#include "word_forms.h"
#include "word_scanner.h"

namespace verbale {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// NFKC can make a space or a slash of a letter (½, ﷺ); a term has none.
void keep_word_characters(icu::UnicodeString& word) {
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 c = word.char32At(i);
    const CharacterClass found = classify(static_cast<char32_t>(c));
    const bool joint = c == '\'' || c == '&' || c == '.';
    if (joint || (found != CharacterClass::Other && found != CharacterClass::Prepend)) {
      kept.append(c);
    }
  }
  word = kept;
}

void cut_to_word(std::string& form) {
  if (form.size() <= max_word_bytes) {
    return;
  }
  std::size_t end = max_word_bytes;
  while ((static_cast<unsigned char>(form[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  form.resize(end);
}

// Words with a number in them are not stemmed.
bool has_digit(std::string_view form) {
  return std::ranges::any_of(form, [](char c) { return c >= '0' && c <= '9'; });
}

// Han, Kana and Hangul as they are written today are their own NFKC case folding.
bool is_folded_ideograph(std::string_view spelling) {
  return spelling.size() == 3 && ((spelling >= "\u4e00" && spelling <= "\u9fff") ||
                                  (spelling >= "\uac00" && spelling <= "\ud7a3"));
}

}  // namespace

struct Analyzer::Buffers {
  explicit Buffers(std::string_view code) : language(code), stemmer(code) {}

  template <class Visit>
  void each_word(std::string_view text, Visit visit);
  WordForms forms_of(const ScannedWord& word);
  WordForms ascii_forms(const ScannedWord& word);
  std::string_view ascii_stem(std::string_view form);
  WordForms unicode_forms(const ScannedWord& word);
  std::string_view without_suffix(std::string_view exact) const;
  std::string_view stem_of(std::string_view exact, bool digits);

  std::string language;
  Stemmer stemmer;
  WordFormCache cache;
  std::array<char, max_word_bytes + 1> lowered{};
  std::string folded, stem, exact, bare_stem;
};

WordForms Analyzer::Buffers::forms_of(const ScannedWord& word) {
  if (word.ascii) {
    return ascii_forms(word);
  }
  if (word.ideographic && is_folded_ideograph(word.spelling)) {
    return {word.spelling, word.spelling, word.spelling, ""};
  }
  if (const WordForms* known = cache.find(word.spelling)) {
    return *known;
  }
  const WordForms forms = unicode_forms(word);
  cache.keep(word.spelling, forms);
  return forms;
}

// Without the stem, which costs more than all the rest.
WordForms Analyzer::Buffers::ascii_forms(const ScannedWord& word) {
  const std::size_t size = std::min(word.spelling.size(), lowered.size());
  std::transform(word.spelling.begin(), word.spelling.begin() + size, lowered.begin(), lower);
  const std::string_view form(lowered.data(), size);
  return {form, "", form, ""};
}

std::string_view Analyzer::Buffers::ascii_stem(std::string_view form) {
  if (!stemmer || has_digit(form)) {
    return without_suffix(form);
  }
  if (const WordForms* known = cache.find(form)) {
    return known->stem;
  }
  const std::string_view found = stem_of(form, false);
  cache.keep(form, {"", found, "", ""});
  return found;
}

WordForms Analyzer::Buffers::unicode_forms(const ScannedWord& word) {
  icu::UnicodeString utf16 = fold_case(to_utf16(word.spelling));
  keep_word_characters(utf16);
  exact = to_utf8(utf16);
  folded = to_utf8(fold_marks(utf16));
  cut_to_word(exact);
  cut_to_word(folded);
  if (word.ideographic) {
    return {folded, folded, exact, ""};
  }
  const bool digits = has_digit(folded);
  bare_stem = stem_of(folded, digits);
  const std::string_view of_exact = stem_of(exact, digits);
  return {folded, of_exact, exact, bare_stem == of_exact ? "" : std::string_view(bare_stem)};
}

// A possessive is its noun: "china's" is found by `china`. In Turkish an apostrophe separates
// every suffix of a name.
std::string_view Analyzer::Buffers::without_suffix(std::string_view exact_form) const {
  if (language == "tr") {
    return exact_form.substr(0, std::max<std::size_t>(exact_form.find('\''), 1));
  }
  if (exact_form.size() > 2 && exact_form.ends_with("'s")) {
    exact_form.remove_suffix(2);
  }
  return exact_form;
}

std::string_view Analyzer::Buffers::stem_of(std::string_view exact_form, bool digits) {
  const std::string_view whole = without_suffix(exact_form);
  stem = digits ? whole : stemmer.stem(whole);
  if (stem.empty()) {
    stem = whole;
  }
  if (std::ranges::any_of(stem, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    stem = to_utf8(fold_marks(to_utf16(stem)));
    cut_to_word(stem);
  }
  return stem;
}

Analyzer::Analyzer(std::string_view language) : buffers_(std::make_unique<Buffers>(language)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

template <class Visit>
void Analyzer::Buffers::each_word(std::string_view text, Visit visit) {
  WordScanner scanner(text);
  Word word;
  while (const auto scanned = scanner.next()) {
    const WordForms forms = forms_of(*scanned);
    if (forms.folded.empty()) {
      continue;
    }
    word.range = scanned->range;
    word.folded = forms.folded;
    word.stem = forms.stem;
    word.exact = forms.exact;
    word.bare_stem = forms.bare_stem;
    word.ideographic = scanned->ideographic;
    visit(word);
    ++word.position;
  }
}

void Analyzer::analyze(std::string_view text, const std::function<void(const Word&)>& visit) {
  buffers_->each_word(text, [&](Word& word) {
    word.stem = stem_of(word);
    visit(word);
  });
}

void Analyzer::analyze_unstemmed(std::string_view text,
                                 const std::function<void(const Word&)>& visit) {
  buffers_->each_word(text, [&](const Word& word) { visit(word); });
}

std::string_view Analyzer::stem_of(const Word& word) {
  return word.stem.empty() ? buffers_->ascii_stem(word.folded) : word.stem;
}

bool Analyzer::stems_keep_first_byte() const {
  constexpr std::string_view without_prefixes[] = {"ar", "ga", "id", "ta"};
  return std::ranges::find(without_prefixes, buffers_->language) ==
         std::ranges::end(without_prefixes);
}

}  // namespace verbale
