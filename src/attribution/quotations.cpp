#include "attribution/quotations.h"

#include <algorithm>
#include <vector>

#include "verbale/text/quotation_marks.h"

namespace verbale::attribution {

namespace {

// Deeper quotations than this are read as the text of the deepest.
constexpr std::size_t deepest = 6;

bool is_alphanumeric(const Token& token) {
  return token.kind == TokenKind::Word || token.kind == TokenKind::Number ||
         token.kind == TokenKind::Ideograph;
}

struct OpenMark {
  TokenIndex token = 0;
  bool single = false;
};

// Reads the marks of one paragraph from left to right with a stack of those still open.
class MarkReader {
 public:
  MarkReader(Document& document, std::uint32_t paragraph)
      : document_(document),
        tokens_(document.tokens),
        index_(paragraph),
        paragraph_(document.paragraphs[paragraph]) {}

  void run() {
    for (TokenIndex at = paragraph_.first_token; at < paragraph_.last_token; ++at) {
      if (tokens_[at].kind != TokenKind::Mark) {
        continue;
      }
      const QuotationMark mark = quotation_mark_at(document_.text, tokens_[at].range.begin);
      mark.single ? read_single(at, mark) : read_double(at, mark);
    }
    close_paragraph();
  }

 private:
  bool space_after(TokenIndex at) const {
    return at + 1 >= paragraph_.last_token || tokens_[at + 1].space_before;
  }
  bool word_after(TokenIndex at) const {
    return !space_after(at) && is_alphanumeric(tokens_[at + 1]);
  }
  // Something stands directly before the mark that no word can start after.
  bool free_before(TokenIndex at) const {
    if (tokens_[at].space_before || at == paragraph_.first_token) {
      return true;
    }
    const Token& before = tokens_[at - 1];
    return before.kind == TokenKind::Open || before.kind == TokenKind::Dash ||
           before.kind == TokenKind::Colon ||
           (before.kind == TokenKind::Mark && !open_.empty() && open_.back().token == at - 1) ||
           (before.kind == TokenKind::Other && before.range.size() == 1);
  }
  bool behind_sentence(TokenIndex at) const {
    return tokens_[at - 1].kind == TokenKind::Stop || tokens_[at - 1].kind == TokenKind::Mark;
  }
  // 6'2" and 15"
  bool inches(TokenIndex at) const {
    if (at == paragraph_.first_token || tokens_[at].space_before) {
      return false;
    }
    return tokens_[at - 1].kind == TokenKind::Number && !word_after(at);
  }

  bool inside_double() const {
    return std::ranges::any_of(open_, [](const OpenMark& mark) { return !mark.single; });
  }

  void read_double(TokenIndex at, const QuotationMark& mark) {
    const bool looks_open = free_before(at) && !space_after(at);
    if (!inside_double()) {
      const bool unspaced_script = at > 0 && tokens_[at - 1].kind == TokenKind::Ideograph;
      const bool spaced =
          document_.word(at) == "«" && (free_before(at) || behind_sentence(at));  // « Oui ».« Non »
      const bool opens = mark.opens && (!mark.closes || looks_open || spaced || unspaced_script ||
                                        (!space_after(at) && word_after(at)));
      if (opens && !inches(at)) {
        push(at, false);
      }
      return;
    }
    const std::string_view glyph = document_.word(at);
    const bool pairs = marks_pair(document_.word(innermost_double()), glyph);
    if (pairs && !(looks_open && mark.opens && word_after(at) && tokens_[at].space_before)) {
      close_double(at);
    } else if (mark.opens && looks_open) {
      open_again(at, glyph);
    } else if (mark.closes && !mark.opens) {
      close_double(at);
    }
  }

  // A second opening mark: a nested quotation of other marks, or the closing one is missing.
  void open_again(TokenIndex at, std::string_view glyph) {
    const bool same = document_.word(innermost_double()) == glyph;
    if (!same) {
      push(at, false);
      return;
    }
    const TokenKind before = tokens_[at - 1].kind;
    if (before == TokenKind::Comma || before == TokenKind::Stop || before == TokenKind::Dash ||
        glyph == "\"" || glyph == "''") {
      drop_singles();
      add(open_.back().token, at, false);
      open_.pop_back();
    }
    push(at, false);
  }

  void read_single(TokenIndex at, const QuotationMark& mark) {
    const bool opens = mark.opens && free_before(at) && word_after(at) &&
                       tokens_[at + 1].kind != TokenKind::Number;
    const bool closes = mark.closes && !tokens_[at].space_before && !word_after(at) &&
                        !open_.empty() && open_.back().single;
    if (closes && at > open_.back().token + 1) {
      add(open_.back().token, at, true);
      open_.pop_back();
    } else if (opens && (open_.empty() || !open_.back().single)) {
      push(at, true);
    }
  }

  TokenIndex innermost_double() const {
    for (auto mark = open_.rbegin(); mark != open_.rend(); ++mark) {
      if (!mark->single) {
        return mark->token;
      }
    }
    return 0;
  }

  void drop_singles() {
    while (!open_.empty() && open_.back().single) {
      open_.pop_back();
    }
  }

  void close_double(TokenIndex at) {
    drop_singles();
    add(open_.back().token, at, true);
    open_.pop_back();
  }

  void push(TokenIndex at, bool single) {
    if (open_.size() < deepest) {
      open_.push_back({at, single});
    }
  }

  void close_paragraph() {
    while (!open_.empty()) {
      if (!open_.back().single) {
        add(open_.back().token, paragraph_.last_token, false);
      }
      open_.pop_back();
    }
    finish();
  }

  void add(TokenIndex open, TokenIndex close, bool closed) {
    if (close <= open + 1) {
      return;
    }
    Quotation quotation;
    quotation.open = open;
    quotation.close = close;
    quotation.paragraph = index_;
    quotation.closed = closed;
    const std::uint32_t end = closed ? tokens_[close].range.begin : tokens_[close - 1].range.end;
    quotation.range = {tokens_[open].range.end, end};
    for (TokenIndex at = open + 1; at < close; ++at) {
      quotation.words += is_alphanumeric(tokens_[at]) ? 1 : 0;
    }
    found_.push_back(quotation);
  }

  // In text order; those inside another one are Nested; the tokens learn the outermost.
  void finish() {
    std::ranges::sort(found_, {}, &Quotation::open);
    TokenIndex outer_end = 0;
    for (Quotation& quotation : found_) {
      if (quotation.open < outer_end) {
        quotation.use = QuotationUse::Nested;
        document_.quotations.push_back(quotation);
        continue;
      }
      outer_end = quotation.close;
      document_.quotations.push_back(quotation);
      const auto number = static_cast<std::uint32_t>(document_.quotations.size());
      const TokenIndex last = std::min(quotation.close + 1, paragraph_.last_token);
      for (TokenIndex at = quotation.open; at < last; ++at) {
        tokens_[at].quotation = number;
      }
    }
  }

  Document& document_;
  std::vector<Token>& tokens_;
  std::uint32_t index_;
  const Paragraph& paragraph_;
  std::vector<OpenMark> open_;
  std::vector<Quotation> found_;
};

}  // namespace

void find_quotations(Document& document, std::uint32_t paragraph) {
  const std::size_t before = document.quotations.size();
  MarkReader(document, paragraph).run();
  if (before == 0 || document.quotations.size() == before) {
    return;
  }
  Quotation& first = document.quotations[before];
  const bool at_start = first.open == document.paragraphs[paragraph].first_token;
  for (std::size_t last = before; last-- > 0;) {
    const Quotation& earlier = document.quotations[last];
    if (earlier.use == QuotationUse::Nested) {
      continue;
    }
    first.continues = at_start && !earlier.closed && earlier.paragraph + 1 == paragraph;
    break;
  }
}

}  // namespace verbale::attribution
