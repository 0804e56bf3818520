#include "attribution/tokens.h"

#include <array>

#include "attribution/lexicon.h"
#include "attribution/word_key.h"
#include "verbale/text/quotation_marks.h"
#include "verbale/text/utf8.h"

namespace verbale::attribution {

namespace {

// Classes of ASCII bytes; bytes from 0x80 on are decoded.
enum ByteClass : std::uint8_t { byte_other, byte_space, byte_letter, byte_digit, byte_wide };

constexpr std::array<std::uint8_t, 256> byte_classes = [] {
  std::array<std::uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    classes[c] = c >= 0x80              ? byte_wide
                 : letter               ? byte_letter
                 : c >= '0' && c <= '9' ? byte_digit
                 : space                ? byte_space
                                        : byte_other;
  }
  return classes;
}();

std::uint8_t class_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return byte_space;
  }
  return byte_classes[static_cast<unsigned char>(text[at])];
}

enum class WideClass : std::uint8_t {
  Letter,
  Ideograph,
  Space,
  Dash,
  Stop,
  Comma,
  Colon,
  Semicolon,
  Open,
  Close,
  Apostrophe,
  Other
};

WideClass punctuation_class(char32_t c) {
  switch (c) {
    case U'\u2019':
      return WideClass::Apostrophe;
    case U'–':
    case U'—':
    case U'―':
    case U'‒':
      return WideClass::Dash;
    case U'…':
    case U'。':
    case U'！':
    case U'？':
    case U'؟':
    case U'۔':
    case U'।':
      return WideClass::Stop;
    case U'，':
    case U'、':
    case U'،':
      return WideClass::Comma;
    case U'：':
      return WideClass::Colon;
    case U'；':
    case U'؛':
      return WideClass::Semicolon;
    case U'（':
    case U'【':
      return WideClass::Open;
    case U'）':
    case U'】':
      return WideClass::Close;
    default:
      return WideClass::Other;
  }
}

WideClass wide_class(char32_t c) {
  if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3040 && c <= 0x30FF) ||
      (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0xF900 && c <= 0xFAFF)) {
    return WideClass::Ideograph;
  }
  if (c == 0xA0 || c == 0x3000 || c == 0x202F || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF ||
      c == 0x2028 || c == 0x2029) {
    return WideClass::Space;
  }
  const WideClass punctuation = punctuation_class(c);
  if (punctuation != WideClass::Other) {
    return punctuation;
  }
  const bool symbol = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
                      (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) ||
                      (c >= 0xE000 && c <= 0xF8FF) || c >= 0x1F000;
  return symbol && c != 0xAA && c != 0xBA ? WideClass::Other : WideClass::Letter;
}

// The scanner of one paragraph. Every step consumes at least one byte.
class Scanner {
 public:
  Scanner(std::string_view text, TextRange paragraph, const Lexicon& lexicon,
          std::vector<Token>& tokens)
      : text_(text.substr(0, paragraph.end)),
        at_(paragraph.begin),
        lexicon_(lexicon),
        tokens_(tokens) {}

  void run() {
    bool space = true;
    while (at_ < text_.size()) {
      switch (class_at(text_, at_)) {
        case byte_space:
          ++at_;
          space = true;
          continue;
        case byte_letter:
          word(space);
          break;
        case byte_digit:
          number(space);
          break;
        case byte_wide:
          if (wide(space)) {
            continue;
          }
          break;
        default:
          punctuation(space);
          break;
      }
      space = false;
    }
  }

 private:
  Token& add(std::size_t begin, TokenKind kind, bool space) {
    tokens_.push_back(
        {.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)},
         .kind = kind,
         .space_before = space});
    return tokens_.back();
  }

  bool letter_at(std::size_t at) const {
    const std::uint8_t c = class_at(text_, at);
    if (c != byte_wide) {
      return c == byte_letter;
    }
    return wide_class(next_code_point(text_, at)) == WideClass::Letter;
  }
  bool word_at(std::size_t at) const { return class_at(text_, at) == byte_digit || letter_at(at); }

  bool curly_apostrophe_at(std::size_t at) const { return text_.substr(at, 3) == "’"; }

  // Bytes of an apostrophe, hyphen or period at `at` that the word goes on after; 0 at its end.
  std::size_t joiner(std::size_t begin, std::size_t at) const {
    if (at >= text_.size()) {
      return 0;
    }
    const char c = text_[at];
    if (c == '\'' || curly_apostrophe_at(at)) {
      const std::size_t bytes = c == '\'' ? 1 : 3;
      return letter_at(at + bytes) ? bytes : 0;
    }
    if (c == '-' || c == '&' || c == '_' || c == '@') {
      return word_at(at + 1) ? 1 : 0;
    }
    if (c == '.') {
      const bool initials = at - begin == 1 || (at - begin >= 3 && text_[at - 2] == '.');
      const bool address = at + 1 < text_.size() && text_[at + 1] >= 'a' && text_[at + 1] <= 'z';
      return word_at(at + 1) && (initials || address) ? 1 : 0;
    }
    return 0;
  }

  void skip_letters() {
    while (at_ < text_.size()) {
      const std::uint8_t c = class_at(text_, at_);
      if (c == byte_letter || c == byte_digit) {
        ++at_;
        continue;
      }
      std::size_t next = at_;
      if (c != byte_wide || wide_class(next_code_point(text_, next)) != WideClass::Letter) {
        return;
      }
      at_ = next;
    }
  }

  void word(bool space) {
    std::size_t begin = at_;
    std::size_t clitic = 0;  // Where "'s" of "Wang's" starts.
    for (;;) {
      skip_letters();
      const std::size_t bytes = joiner(begin, at_);
      if (bytes == 0) {
        break;
      }
      const bool apostrophe = bytes == 3 || text_[at_] == '\'';
      if (apostrophe && is_elision(begin, at_ + bytes)) {
        at_ += bytes;
        finish_word(begin, space);
        begin = at_;
        space = false;
        continue;
      }
      if (apostrophe) {
        clitic = at_;
      }
      at_ += bytes;
    }
    if (clitic != 0 && is_clitic(clitic)) {
      const std::size_t end = at_;
      at_ = clitic;
      finish_word(begin, space);
      const bool possessive = end - clitic <= 4 && (text_[end - 1] == 's' || text_[end - 1] == 'S');
      at_ = end;
      Token& token = add(clitic, possessive ? TokenKind::Possessive : TokenKind::Word, false);
      token.letters = LetterCase::Lower;
      token.word = lexicon_.find(fold_word(token.range.in(text_)).view());
      return;
    }
    finish_word(begin, space);
  }

  // French l', d', qu' before a word; names keep theirs: D'Souza, N'Djamena.
  bool is_elision(std::size_t begin, std::size_t next) const {
    std::string_view prefix = text_.substr(begin, next - begin);
    prefix = prefix.substr(0, prefix.find_first_of("'\xE2"));
    if (prefix.ends_with("qu") || prefix == "Qu") {
      return true;
    }
    const bool capital_next = text_[next] >= 'A' && text_[next] <= 'Z';
    constexpr std::string_view elided = "ldjmnstcL", elided_before_small = "DJMNSTC";
    return prefix.size() == 1 &&
           (elided.find(prefix[0]) != std::string_view::npos ||
            (!capital_next && elided_before_small.find(prefix[0]) != std::string_view::npos));
  }

  // "'s", "'ll", "'re", "'ve", "'d", "'m" at the end of a word; "n't" stays with its verb.
  bool is_clitic(std::size_t apostrophe) const {
    const std::size_t bytes = text_[apostrophe] == '\'' ? 1 : 3;
    const std::string_view rest = text_.substr(apostrophe + bytes, at_ - apostrophe - bytes);
    return rest == "s" || rest == "S" || rest == "ll" || rest == "re" || rest == "ve" ||
           rest == "d" || rest == "m";
  }

  void finish_word(std::size_t begin, bool space) {
    Token& token = add(begin, TokenKind::Word, space);
    const FoldedWord folded = fold_word(token.range.in(text_));
    token.word = lexicon_.find(folded.view());
    token.letters = folded.letters;
    take_period(token);
  }

  // The period of "Mr." and "J." belongs to the word.
  void take_period(Token& token) {
    if (at_ >= text_.size() || text_[at_] != '.') {
      return;
    }
    const bool initial = token.range.size() == 1 && token.letters == LetterCase::Capital;
    const bool initials = token.range.size() > 2 && text_[at_ - 2] == '.';
    const bool inside = at_ + 1 < text_.size();
    if (initials || (inside && (initial || lexicon_.has(token, trait_abbreviation)))) {
      ++at_;
      ++token.range.end;
    }
  }

  void number(bool space) {
    const std::size_t begin = at_;
    for (;;) {
      skip_letters();
      const bool inner = at_ < text_.size() && (text_[at_] == ',' || text_[at_] == '.' ||
                                                text_[at_] == ':' || text_[at_] == '-');
      if (!inner || class_at(text_, at_ + 1) != byte_digit) {
        break;
      }
      ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '-' && letter_at(at_ + 1)) {  // "75-year-old"
      ++at_;
      while (skip_letters(), joiner(begin, at_) == 1) {
        ++at_;
      }
    }
    add(begin, TokenKind::Number, space);
  }

  // Returns whether it was white space.
  bool wide(bool& space) {
    if (mark(space)) {
      return false;
    }
    const std::size_t begin = at_;
    std::size_t next = at_;
    const WideClass kind = wide_class(next_code_point(text_, next));
    if (kind == WideClass::Letter) {
      word(space);
      return false;
    }
    at_ = next;
    if (kind == WideClass::Space) {
      space = true;
      return true;
    }
    add_wide(begin, kind, space);
    return false;
  }

  void add_wide(std::size_t begin, WideClass kind, bool space) {
    constexpr std::array kinds = {TokenKind::Word,  TokenKind::Ideograph, TokenKind::Other,
                                  TokenKind::Dash,  TokenKind::Stop,      TokenKind::Comma,
                                  TokenKind::Colon, TokenKind::Semicolon, TokenKind::Open,
                                  TokenKind::Close, TokenKind::Other,     TokenKind::Other};
    Token& token = add(begin, kinds[static_cast<std::size_t>(kind)], space);
    if (kind == WideClass::Ideograph) {
      token.word = lexicon_.find(token.range.in(text_));
    }
  }

  bool mark(bool space) {
    const QuotationMark found = quotation_mark_at(text_, at_);
    if (!found) {
      return false;
    }
    const std::size_t begin = at_;
    at_ += found.bytes;
    const bool after_s =
        !space && begin > 0 && (text_[begin - 1] == 's' || text_[begin - 1] == 'S');
    const bool apostrophe = text_[begin] == '\'' || text_.substr(begin, 3) == "’";
    const bool plural = found.single && apostrophe && after_s && class_at(text_, at_) == byte_space;
    // "the leaders' call": a quotation opened by a single mark takes it back (quotations.cpp).
    add(begin, plural ? TokenKind::Possessive : TokenKind::Mark, space);
    return true;
  }

  void punctuation(bool space) {
    if (mark(space)) {
      return;
    }
    const std::size_t begin = at_;
    const char c = text_[at_++];
    if ((c == '@' || c == '#') && word_at(at_)) {
      word_from(begin, space);
      return;
    }
    if (c == '-') {
      dash(begin, space);
      return;
    }
    add(begin, ascii_kind(c), space);
  }

  void word_from(std::size_t begin, bool space) {
    while (at_ < text_.size() && (word_at(at_) || text_[at_] == '_')) {
      text_[at_] == '_' ? static_cast<void>(++at_) : skip_letters();
    }
    add(begin, TokenKind::Word, space);
  }

  void dash(std::size_t begin, bool space) {
    while (at_ < text_.size() && text_[at_] == '-') {
      ++at_;
    }
    const bool signs = space && at_ < text_.size() && text_[at_] >= 'A' && text_[at_] <= 'Z';
    const bool dash = at_ - begin > 1 || signs || (space && class_at(text_, at_) == byte_space);
    add(begin, dash ? TokenKind::Dash : TokenKind::Other, space);
  }

  static TokenKind ascii_kind(char c) {
    switch (c) {
      case ',':
        return TokenKind::Comma;
      case '.':
      case '!':
      case '?':
        return TokenKind::Stop;
      case ':':
        return TokenKind::Colon;
      case ';':
        return TokenKind::Semicolon;
      case '(':
      case '[':
      case '{':
        return TokenKind::Open;
      case ')':
      case ']':
      case '}':
        return TokenKind::Close;
      default:
        return TokenKind::Other;
    }
  }

  std::string_view text_;
  std::size_t at_;
  const Lexicon& lexicon_;
  std::vector<Token>& tokens_;
};

}  // namespace

void tokenize(std::string_view text, TextRange paragraph, const Lexicon& lexicon,
              std::vector<Token>& tokens) {
  Scanner(text, paragraph, lexicon, tokens).run();
}

}  // namespace verbale::attribution
