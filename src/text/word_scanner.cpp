#include "word_scanner.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

// "COVID19" is COVID and 19, as "COVID-19" is; "G7" is one word, as "G-7" is.
constexpr unsigned letters_of_a_name = 3;

// Articles and pronouns that lose their vowel before another word: "l'accord", "dell'accordo".
// Words of their own, so that `accord` finds it.
constexpr std::string_view elisions[] = {"all",   "c",     "coll",   "d", "dall", "dell", "j",
                                         "jusqu", "l",     "lorsqu", "m", "n",    "nell", "puisqu",
                                         "qu",    "quell", "quoiqu", "s", "sull", "t"};

// "co-operation" is "cooperation", "e-mail" is "email".
constexpr std::string_view joined_prefixes[] = {"co", "e", "pre", "re"};

// Compared folded: "ç'a" and "ré-élu" are written "c'a" and "re-elu" as well.
bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  constexpr std::size_t longest = 6;
  if (word.size() > 2 * longest) {
    return false;
  }
  return std::ranges::find(list, fold(word)) != list.end();
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

TextRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::optional<ScannedWord> WordScanner::next() {
  std::size_t grapheme_begin = 0;
  const auto begin = skip_to_word(grapheme_begin);
  if (!begin) {
    return std::nullopt;
  }
  if (class_at(*begin) == CharacterClass::Ideographic) {
    offset_ = ideograph_end(text_, *begin);
    return ScannedWord{.range = range_of(grapheme_begin, offset_),
                       .spelling = text_.substr(*begin, offset_ - *begin),
                       .ideographic = true,
                       .ascii = false};
  }
  Draft draft{.begin = *begin, .last = run_at(*begin, 0)};
  draft.letters = draft.last.letters;
  draft.digits = draft.last.digits;
  draft.ascii = draft.last.ascii;
  while (const auto joint = joint_after(draft)) {
    if (joint->run.end - *begin > max_word_bytes) {
      break;
    }
    append(draft, *joint);
  }
  std::size_t end = draft.last.end;
  const std::string_view spelling =
      draft.joined ? std::string_view(spelling_) : text_.substr(*begin, end - *begin);
  if (draft.initials && end < text_.size() && text_[end] == '.') {
    end = end_of_marks(end + 1);
  }
  offset_ = end;
  return ScannedWord{
      .range = range_of(grapheme_begin, end), .spelling = spelling, .ascii = draft.ascii};
}

// The offset of the next letter or digit. `grapheme_begin` lies before it where the grapheme
// begins with a prepended mark.
std::optional<std::size_t> WordScanner::skip_to_word(std::size_t& grapheme_begin) {
  std::optional<std::size_t> prepended;
  while (offset_ < text_.size()) {
    const std::size_t at = offset_;
    CharacterClass found = CharacterClass::Other;
    if (is_ascii(text_[at])) {
      found = ascii_classes[static_cast<unsigned char>(text_[at])];
      ++offset_;
    } else {
      found = classify(next_code_point(text_, offset_));
    }
    if (found == CharacterClass::Prepend) {
      prepended = prepended.value_or(at);
    } else if (found == CharacterClass::Other || found == CharacterClass::Mark) {
      prepended.reset();
    } else {
      grapheme_begin = prepended.value_or(at);
      return at;
    }
  }
  return std::nullopt;
}

WordScanner::Run WordScanner::run_at(std::size_t begin, unsigned letters_before) const {
  Run run{.end = begin};
  unsigned letters_in_a_row = letters_before;
  while (run.end < text_.size()) {
    std::size_t after = run.end;
    const char32_t c = is_ascii(text_[after]) ? static_cast<unsigned char>(text_[after++])
                                              : next_code_point(text_, after);
    const CharacterClass found = classify(c);
    if (found == CharacterClass::Letter) {
      ++run.letters;
      ++letters_in_a_row;
    } else if (found == CharacterClass::Digit && letters_in_a_row < letters_of_a_name) {
      ++run.digits;
      letters_in_a_row = 0;
    } else if (found != CharacterClass::Mark) {
      return run;
    }
    if (after - begin > max_word_bytes && found != CharacterClass::Mark) {
      (found == CharacterClass::Letter ? run.letters : run.digits) -= 1;
      return run;
    }
    run.ascii = run.ascii && c < 0x80;
    run.end = after;
  }
  return run;
}

CharacterClass WordScanner::class_at(std::size_t offset) const {
  return offset < text_.size() ? classify(next_code_point(text_, offset)) : CharacterClass::Other;
}

std::size_t WordScanner::end_of_marks(std::size_t offset) const {
  while (offset < text_.size() && !is_ascii(text_[offset]) &&
         class_at(offset) == CharacterClass::Mark) {
    next_code_point(text_, offset);
  }
  return offset;
}

bool WordScanner::is_digit_at(std::size_t offset) const {
  return offset < text_.size() && text_[offset] >= '0' && text_[offset] <= '9';
}

std::optional<WordScanner::Joint> WordScanner::joint_after(const Draft& draft) const {
  std::size_t at = draft.last.end;
  if (at >= text_.size()) {
    return std::nullopt;
  }
  switch (text_[at]) {
    case ' ':
    case '\n':
      return std::nullopt;
    case ',':
      return comma(draft);
    case '&':
      return ampersand(draft);
    case '.':
      if (const auto joint = period(draft)) {
        return joint;
      }
      if (!draft.initials || ++at >= text_.size()) {  // "the U.S.'s"
        return std::nullopt;
      }
      break;
    default:
      break;
  }
  const char32_t c = next_code_point(text_, at);
  if (is_apostrophe(c)) {
    return apostrophe(draft, at);
  }
  return c == '-' || c == 0x2010 || c == 0x2011 ? hyphen(draft, at) : std::nullopt;
}

// "China's", "don't", "O'Brien", "1990's"; not "l'accord".
std::optional<WordScanner::Joint> WordScanner::apostrophe(const Draft& draft,
                                                          std::size_t next) const {
  if (class_at(next) != CharacterClass::Letter) {
    return std::nullopt;
  }
  const Run run = run_at(next, draft.letters);
  const bool is_s = run.end == next + 1 && (text_[next] == 's' || text_[next] == 'S');
  const std::string_view before = text_.substr(draft.begin, draft.last.end - draft.begin);
  const bool elided = !draft.joined && is_one_of(before, elisions);
  if (!is_s && (elided || draft.last.letters == 0)) {
    return std::nullopt;
  }
  return Joint{.next = next, .run = run, .spelled = "'"};
}

// "U.S.", "3.5"; not "end.Next", "11.07.2024" or "example.com".
std::optional<WordScanner::Joint> WordScanner::period(const Draft& draft) const {
  const std::size_t at = draft.last.end;
  const std::size_t next = at + 1;
  const bool one_letter = draft.last.letters == 1 && draft.digits == 0;
  if (one_letter && (draft.initials || !draft.joined) && class_at(next) == CharacterClass::Letter) {
    const Run run = run_at(next, 0);
    if (run.letters == 1 && run.digits == 0) {
      return Joint{.next = next, .run = run, .spelled = "", .initials = true};
    }
    return std::nullopt;
  }
  const bool whole_number = draft.letters == 0 && !draft.decimal && is_digit_at(at - 1);
  const bool after_period =
      draft.begin >= 2 && text_[draft.begin - 1] == '.' && is_digit_at(draft.begin - 2);
  if (!whole_number || after_period || !is_digit_at(next)) {
    return std::nullopt;
  }
  const Run run = run_at(next, 0);
  if (run.end < text_.size() && text_[run.end] == '.' && is_digit_at(run.end + 1)) {
    return std::nullopt;
  }
  return Joint{.next = next, .run = run, .spelled = ".", .decimal = true};
}

// "1,000,000"; not "2023,2024" or "1,5".
std::optional<WordScanner::Joint> WordScanner::comma(const Draft& draft) const {
  const std::size_t next = draft.last.end + 1;
  const bool thousands = draft.letters == 0 && draft.last.digits <= 3 && !draft.decimal;
  if (!thousands || !is_digit_at(next) || !is_digit_at(next + 1) || !is_digit_at(next + 2) ||
      is_digit_at(next + 3)) {
    return std::nullopt;
  }
  const Run run = run_at(next, 0);
  return run.digits == 3 ? std::optional(Joint{.next = next, .run = run, .spelled = ""})
                         : std::nullopt;
}

// "G-7" is G7, "co-operation" is cooperation; "dual-use" and "COVID-19" are two words.
std::optional<WordScanner::Joint> WordScanner::hyphen(const Draft& draft, std::size_t next) const {
  if (draft.joined || draft.digits > 0) {
    return std::nullopt;
  }
  const CharacterClass after = class_at(next);
  const std::string_view before = text_.substr(draft.begin, draft.last.end - draft.begin);
  const bool designation = draft.letters < letters_of_a_name && after == CharacterClass::Digit;
  const bool prefixed = after == CharacterClass::Letter && is_one_of(before, joined_prefixes);
  if (!designation && !prefixed) {
    return std::nullopt;
  }
  return Joint{.next = next, .run = run_at(next, draft.letters), .spelled = ""};
}

// "AT&T", "R&D".
std::optional<WordScanner::Joint> WordScanner::ampersand(const Draft& draft) const {
  const std::size_t next = draft.last.end + 1;
  if (draft.joined || draft.digits > 0 || draft.letters >= letters_of_a_name ||
      class_at(next) != CharacterClass::Letter) {
    return std::nullopt;
  }
  const Run run = run_at(next, 0);
  if (run.digits > 0 || run.letters >= letters_of_a_name) {
    return std::nullopt;
  }
  return Joint{.next = next, .run = run, .spelled = "&"};
}

void WordScanner::append(Draft& draft, const Joint& joint) {
  if (!draft.joined) {
    spelling_.assign(text_.substr(draft.begin, draft.last.end - draft.begin));
  }
  spelling_.append(joint.spelled).append(text_.substr(joint.next, joint.run.end - joint.next));
  draft.last = joint.run;
  draft.letters += joint.run.letters;
  draft.digits += joint.run.digits;
  draft.ascii = draft.ascii && joint.run.ascii;
  draft.joined = true;
  draft.initials = joint.initials;
  draft.decimal = draft.decimal || joint.decimal;
}

}  // namespace verbale
