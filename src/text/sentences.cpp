#include "verbale/text/sentences.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "verbale/text/folding.h"
#include "verbale/text/quotation_marks.h"
#include "verbale/text/utf8.h"

namespace verbale {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

// White space of more than one byte: no-break, ideographic, thin and other spaces.
std::size_t space_bytes(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return 0;
  }
  if (is_space(text[at])) {
    return 1;
  }
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\u00A0")) {
    return 2;
  }
  if (rest.starts_with("\u3000") || (rest.starts_with("\xE2\x80") && rest.size() > 2 &&
                                     static_cast<unsigned char>(rest[2]) <= 0x8B)) {
    return 3;
  }
  return 0;
}

struct Terminator {
  std::size_t bytes = 0;
  bool needs_space = true;  // "。" ends a sentence without one.
  bool period = false;      // May belong to an abbreviation.
};

Terminator terminator_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '.':
      return {1, true, true};
    case '!':
    case '?':
      return {1, true, false};
    default:
      break;
  }
  constexpr std::array<std::string_view, 4> spaced = {"…", "؟", "۔", "।"};
  constexpr std::array<std::string_view, 4> unspaced = {"。", "！", "？", "｡"};
  const std::string_view rest = text.substr(at);
  for (const std::string_view form : spaced) {
    if (rest.starts_with(form)) {
      return {form.size(), true, false};
    }
  }
  for (const std::string_view form : unspaced) {
    if (rest.starts_with(form)) {
      return {form.size(), false, false};
    }
  }
  return {};
}

// Past closing marks and brackets that belong to the sentence before them: `he said.") The`.
std::size_t skip_closers(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    if (text[at] == ')' || text[at] == ']') {
      ++at;
      continue;
    }
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("）") || rest.starts_with("】")) {
      at += 3;
      continue;
    }
    const QuotationMark mark = quotation_mark_at(text, at);
    if (!mark || !mark.closes) {
      break;
    }
    at += mark.bytes;
  }
  return at;
}

std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t end) {
  for (std::size_t bytes = 0; at < end && (bytes = space_bytes(text, at)) != 0;) {
    at += bytes;
  }
  return at;
}

// The code point at `at`, and whether it is a small or a capital letter of Latin-1 or Cyrillic.
bool is_wide_lower(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) {
    return false;
  }
  const char32_t c = next_code_point(text, at);
  return (c >= 0xDF && c <= 0xFF && c != 0xF7) || (c >= 0x430 && c <= 0x45F);
}

bool is_wide_upper(std::string_view letter) {
  std::size_t at = 0;
  const char32_t c = letter.size() == 2 ? next_code_point(letter, at) : 0;
  return (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x400 && c <= 0x42F);
}

// Bytes of the letter that ends at `end`: 2 for those of Latin-1, Greek and Cyrillic.
std::size_t letter_bytes(std::string_view text, std::size_t end) {
  if (is_letter(text[end - 1])) {
    return 1;
  }
  constexpr unsigned char first_lead = 0xC3, last_lead = 0xD3;
  const unsigned char lead = end > 1 ? static_cast<unsigned char>(text[end - 2]) : 0;
  return lead >= first_lead && lead <= last_lead ? 2 : 0;
}

// The word that ends at `end`, with its inner periods: "u.s" of "the U.S."
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  while (at > begin && end - at < 24) {
    const std::size_t bytes = text[at - 1] == '.' && at < end ? 1 : letter_bytes(text, at);
    if (bytes == 0) {
      break;
    }
    at -= bytes;
  }
  while (at < end && text[at] == '.') {
    ++at;
  }
  return text.substr(at, end - at);
}

// Words that start many sentences and few names: they tell "in the U.S. The" from "U.S. Army".
bool starts_sentences(std::string_view word) {
  constexpr std::array<std::string_view, 36> starters = {
      "The",   "A",     "An",   "In",    "On",   "At",      "But",  "And",  "He",
      "She",   "It",    "They", "We",    "I",    "You",     "This", "That", "These",
      "Those", "There", "When", "While", "If",   "As",      "For",  "His",  "Her",
      "Its",   "Their", "Our",  "After", "Also", "However", "What", "Some", "Many"};
  return std::ranges::find(starters, word) != starters.end();
}

std::string_view word_at(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t stop = at;
  while (stop < end && is_letter(text[stop])) {
    ++stop;
  }
  return text.substr(at, stop - at);
}

bool period_is_abbreviation(std::string_view word, std::string_view next,
                            const Abbreviations& abbreviations) {
  if (word.empty()) {
    return false;
  }
  if (word.size() == 1 && is_upper(word[0])) {
    return word != "I" || !starts_sentences(next);  // "John F. Kennedy"
  }
  if (is_wide_upper(word)) {
    return true;  // "К. Товрени"
  }
  const bool ascii = std::ranges::all_of(word, [](char c) { return is_letter(c) || c == '.'; });
  const std::string wide = ascii ? std::string() : fold(word);
  std::array<char, 24> folded{};
  std::ranges::transform(word, folded.begin(),
                         [](char c) { return static_cast<char>(is_upper(c) ? c + 32 : c); });
  const std::string_view key = ascii ? std::string_view(folded.data(), word.size()) : wide;
  if (abbreviations.never_final.contains(key)) {
    return true;
  }
  const bool initials = word.size() > 2 && word[1] == '.';
  return (initials || abbreviations.may_be_final.contains(key)) && !starts_sentences(next);
}

// Whether the sentence that `terminators` ends at `after` (closers included) really ends there.
// Behind quotation marks and brackets that open.
std::size_t skip_openings(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const QuotationMark mark = quotation_mark_at(text, at);
    if (mark && mark.opens) {
      at += mark.bytes;
    } else if (text[at] == '(' || text[at] == '[') {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

bool ends_sentence(std::string_view text, std::size_t terminators, std::size_t after,
                   TextRange paragraph, const Abbreviations& abbreviations) {
  const std::size_t next = skip_spaces(text, after, paragraph.end);
  if (next >= paragraph.end) {
    return true;
  }
  const std::size_t letter = skip_openings(text, next, paragraph.end);
  if (letter < paragraph.end &&
      (is_lower(text[letter]) || is_wide_lower(text, letter) || text[letter] == ',' ||
       text[letter] == ';' || text[letter] == ':')) {
    return false;
  }
  if (text[terminators] != '.' || text.substr(terminators, after - terminators).size() > 1) {
    return true;  // "?!", "...", `."`
  }
  return !period_is_abbreviation(word_before(text, paragraph.begin, terminators),
                                 word_at(text, letter, paragraph.end), abbreviations);
}

TextRange trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  begin = skip_spaces(text, begin, end);
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) {
      --last;
    }
    if (space_bytes(text, last) != end - last) {
      break;
    }
    end = last;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_plain(char c) {
  return is_letter(c) || is_digit(c) || c == ' ' || c == ',';
}

}  // namespace

std::vector<TextRange> split_paragraphs(std::string_view text) {
  std::vector<TextRange> paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const TextRange paragraph = trimmed(text, begin, end);
    if (!paragraph.empty()) {
      paragraphs.push_back(paragraph);
    }
    begin = end + 1;
  }
  return paragraphs;
}

std::vector<TextRange> split_sentences(std::string_view text, TextRange paragraph,
                                       const Abbreviations& abbreviations) {
  std::vector<TextRange> sentences;
  std::size_t begin = paragraph.begin;
  for (std::size_t at = begin; at < paragraph.end;) {
    if (is_plain(text[at])) {
      ++at;
      continue;
    }
    const Terminator first = terminator_at(text, at);
    if (first.bytes == 0) {
      ++at;
      continue;
    }
    std::size_t after = at + first.bytes;
    for (Terminator more;
         after < paragraph.end && (more = terminator_at(text, after)).bytes != 0;) {
      after += more.bytes;
    }
    const std::size_t closed = skip_closers(text, after, paragraph.end);
    const bool spaced = closed >= paragraph.end || space_bytes(text, closed) != 0;
    if ((spaced || !first.needs_space) &&
        ends_sentence(text, at, closed, paragraph, abbreviations)) {
      sentences.push_back(trimmed(text, begin, closed));
      begin = closed;
    }
    at = std::max(after, begin);
  }
  if (const TextRange rest = trimmed(text, begin, paragraph.end); !rest.empty()) {
    sentences.push_back(rest);
  }
  return sentences;
}

}  // namespace verbale
