#include "attribution/word_key.h"

#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale::attribution {

namespace {

// Upper case of the scripts that news names are written in; others count as having no case.
bool is_wide_upper(char32_t c) {
  if (c >= 0x100 && c <= 0x17F) {
    return (c & 1) == 0;
  }
  return (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
         (c >= 0x400 && c <= 0x42F);
}

bool has_case(char32_t c) {
  return (c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x52F);
}

LetterCase wide_case(std::string_view word) {
  std::size_t upper = 0, cased = 0;
  bool first_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    const bool ascii_upper = c >= 'A' && c <= 'Z';
    const bool ascii = ascii_upper || (c >= 'a' && c <= 'z');
    if (!ascii && !has_case(c)) {
      continue;
    }
    const bool is_upper = ascii_upper || is_wide_upper(c);
    first_upper = cased == 0 ? is_upper : first_upper;
    ++cased;
    upper += is_upper ? 1 : 0;
  }
  if (cased == 0) {
    return LetterCase::None;
  }
  if (upper == cased && cased > 1) {
    return LetterCase::Upper;
  }
  return first_upper ? LetterCase::Capital : upper == 0 ? LetterCase::Lower : LetterCase::Mixed;
}

LetterCase case_of(std::size_t letters, std::size_t upper, bool first_upper) {
  if (letters == 0) {
    return LetterCase::None;
  }
  if (upper == letters && letters > 1) {
    return LetterCase::Upper;
  }
  return first_upper ? LetterCase::Capital : upper == 0 ? LetterCase::Lower : LetterCase::Mixed;
}

}  // namespace

FoldedWord fold_word(std::string_view word) {
  FoldedWord folded;
  std::size_t letters = 0, upper = 0, size = 0;
  bool wide = word.size() > folded.bytes.size();
  for (std::size_t at = 0; at < word.size() && !wide; ++at) {
    const char c = word[at];
    const bool is_upper = c >= 'A' && c <= 'Z';
    letters += is_upper || (c >= 'a' && c <= 'z') ? 1 : 0;
    upper += is_upper ? 1 : 0;
    if (static_cast<unsigned char>(c) < 0x80) {
      folded.bytes[size++] = is_upper ? static_cast<char>(c + 32) : c;
    } else if (word.substr(at, 3) == "’") {
      folded.bytes[size++] = '\'';
      at += 2;
    } else {
      wide = true;
    }
  }
  if (wide) {
    folded.longer = fold(word);
    folded.letters = wide_case(word);
    if (folded.longer.size() > 1 && folded.longer.back() == '.') {
      folded.longer.pop_back();
    }
    return folded;
  }
  if (size > 1 && folded.bytes[size - 1] == '.') {
    --size;
  }
  folded.size = size;
  folded.letters = case_of(letters, upper, !word.empty() && word[0] >= 'A' && word[0] <= 'Z');
  return folded;
}

}  // namespace verbale::attribution
