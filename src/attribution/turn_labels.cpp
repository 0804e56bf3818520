#include "attribution/turn_labels.h"

#include <algorithm>

#include "attribution/turn_words.h"
#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

class LabelReader {
 public:
  LabelReader(const Document& document, const Schema& schema, std::uint32_t paragraph)
      : document_(document),
        schema_(schema),
        paragraph_(document.paragraphs[paragraph]),
        first_(behind_emphasis(paragraph_.first_token)) {
    label_.turn.first_paragraph = paragraph;
  }

  std::optional<TurnLabel> read() {
    if (paragraph_.last_token == first_) {
      return std::nullopt;
    }
    if (is_letter()) {
      return letter();
    }
    end_ = find_colon();
    behind_ = behind_marks(end_ + 1);
    if (end_ == first_) {
      if (!is_line()) {
        return std::nullopt;
      }
      label_.habit = LabelHabit::Line;
      end_ = behind_ = paragraph_.last_token;
    }
    head_end_ = find_head();
    label_.turn.label = document_.range(first_, end_);
    label_.turn.words = words();
    label_.sentence = ends_sentence();
    const bool known = voice() || office() || office_and_name() || name();
    if (!known && label_.habit == LabelHabit::Line) {
      label_.key = fold_tokens(first_, end_);
    }
    return known || label_.habit == LabelHabit::Line ? std::optional(std::move(label_))
                                                     : std::nullopt;
  }

 private:
  const Token& token(TokenIndex at) const { return document_.tokens[at]; }

  bool is_emphasis(TokenIndex at) const {
    return document_.word(at).find_first_not_of("*_") == std::string_view::npos;
  }

  // "**Q:** Why?"
  TokenIndex behind_emphasis(TokenIndex at) const {
    while (at + 1 < paragraph_.last_token && is_emphasis(at) && !token(at + 1).space_before) {
      ++at;
    }
    return at;
  }

  std::string fold_at(TokenIndex at) const {
    return std::string(fold_word(document_.word(at)).view());
  }

  // "Q.", "A.", "P.", "R." and the "Q" that spaces part from the question.
  bool is_letter() const {
    const std::string letter = fold_at(first_);
    const bool known = letter == "q" || letter == "a" || letter == "p" || letter == "r";
    return known && token(first_).letters != LetterCase::Lower &&
           first_ + 1 < paragraph_.last_token && (point_behind() || gap_behind() > 0);
  }

  bool point_behind() const {
    return document_.word(first_).back() == '.' ||
           (token(first_ + 1).kind == TokenKind::Stop && !token(first_ + 1).space_before &&
            document_.word(first_ + 1) == ".");
  }

  // Only the letter Q stands without any point: "A" is a word.
  std::size_t gap_behind() const {
    const bool question = document_.word(first_) == "Q" && token(first_ + 1).is_word();
    return question ? token(first_ + 1).range.begin - token(first_).range.end : 0;
  }

  std::optional<TurnLabel> letter() {
    const bool pointed = point_behind();
    end_ = first_ + 1;
    label_.habit = pointed ? LabelHabit::Point : LabelHabit::Colon;
    behind_ = behind_marks(pointed && document_.word(first_).back() != '.' ? end_ + 1 : end_);
    const bool tab = document_.text[token(first_).range.end] == '\t';
    label_.certain = pointed || tab || gap_behind() > 1;
    label_.turn.label = document_.range(first_, end_);
    label_.turn.words = words();
    label_.turn.voice = voice_called(fold_at(first_)).value_or(TurnVoice::Question);
    label_.key = fold_at(first_);
    label_.sentence = ends_sentence();
    return std::move(label_);
  }

  // The colon that ends a label; the paragraph's first token when there is none near.
  TokenIndex find_colon() const {
    constexpr TokenIndex longest = 20;
    const TokenIndex limit = std::min(paragraph_.last_token, first_ + longest);
    unsigned depth = 0;
    for (TokenIndex at = first_; at < limit; ++at) {
      const TokenKind kind = token(at).kind;
      if (kind == TokenKind::Mark || kind == TokenKind::Semicolon) {
        return first_;
      }
      if (kind == TokenKind::Colon && depth == 0) {
        return at;
      }
      depth += kind == TokenKind::Open ? 1 : 0;
      depth -= kind == TokenKind::Close && depth > 0 ? 1 : 0;
    }
    return first_;
  }

  // A paragraph of capitals and nothing else.
  bool is_line() const {
    constexpr TokenIndex longest = 32;
    return paragraph_.last_token - first_ <= longest && token(first_).is_word() &&
           paragraph_.range.size() > 3 &&
           token(paragraph_.last_token - 1).kind != TokenKind::Stop &&
           is_upper(first_, paragraph_.last_token);
  }

  // "SENATOR WONG (South Australia)", "SORREN VALE, HOST": what comes first.
  TokenIndex find_head() const {
    for (TokenIndex at = first_; at < end_; ++at) {
      if (token(at).kind == TokenKind::Open || token(at).kind == TokenKind::Comma) {
        return at;
      }
    }
    return end_;
  }

  struct Part {
    TokenIndex first, last;
  };

  // What stands behind the head: the last part between commas, or else the first bracket.
  Part find_rest() const {
    Part bracket{end_, end_}, part{end_, end_};
    for (TokenIndex at = head_end_; at < end_; ++at) {
      const Part next{at + 1, part_end(at + 1)};
      if (token(at).kind == TokenKind::Comma) {
        part = next;
      } else if (token(at).kind == TokenKind::Open) {
        bracket = bracket.first == end_ ? next : bracket;
        at = next.last;
      }
    }
    return part.first < end_ ? part : bracket;
  }

  TokenIndex part_end(TokenIndex at) const {
    while (at < end_ && token(at).kind != TokenKind::Close && token(at).kind != TokenKind::Comma &&
           token(at).kind != TokenKind::Open) {
      ++at;
    }
    return at;
  }

  // "**Q:** Why?", "Q. — Why?"; behind a colon a dash is the turn's: "MS. ORLANO: -- rule it out?"
  TokenIndex behind_marks(TokenIndex at) const {
    const bool pointed = label_.habit == LabelHabit::Point;
    while (at < paragraph_.last_token && ((pointed && token(at).kind == TokenKind::Dash) ||
                                          (is_emphasis(at) && !token(at).space_before))) {
      ++at;
    }
    return at;
  }

  TextRange words() const {
    return behind_ < paragraph_.last_token ? document_.range(behind_, paragraph_.last_token)
                                           : TextRange{paragraph_.range.end, paragraph_.range.end};
  }

  // A turn is sentences; an entry of a list seldom is.
  bool ends_sentence() const {
    const TokenKind last = token(paragraph_.last_token - 1).kind;
    return behind_ >= paragraph_.last_token || last == TokenKind::Stop ||
           last == TokenKind::Close || last == TokenKind::Mark;
  }

  std::string fold_tokens(TokenIndex first, TokenIndex last) const {
    std::string folded;
    for (TokenIndex at = first; at < last; ++at) {
      if (!folded.empty() && token(at).kind != TokenKind::Ideograph) {
        folded += ' ';
      }
      folded += fold_at(at);
    }
    return folded;
  }

  bool voice() {
    const std::string folded = fold_tokens(first_, head_end_);
    const auto voice = voice_called(folded);
    if (!voice) {
      return false;
    }
    label_.turn.voice = *voice;
    label_.key = folded;
    label_.certain = *voice != TurnVoice::Audience || is_upper(first_, head_end_);
    return true;
  }

  TokenIndex behind_determiner(TokenIndex first, TokenIndex last) const {
    return first + 1 < last && is_label_determiner(fold_at(first)) ? first + 1 : first;
  }

  // The row of titles.tsv that the words are a form of; empty when it is no office.
  std::string role_of(TokenIndex first, TokenIndex last) const {
    if (first >= last || last - first > longest_title) {
      return {};
    }
    const std::string role = schema_.role_named(document_.range(first, last).in(document_.text));
    const Title* title = role.empty() ? nullptr : schema_.title(role);
    const bool office =
        title != nullptr && (title->kind == "office" || title->kind == "spokesperson");
    return office ? role : std::string();
  }

  // "THE PRESIDENT", "Le porte-parole": an office and nobody's name.
  bool office() {
    const TokenIndex first = behind_determiner(first_, head_end_);
    std::string role = head_end_ == end_ ? role_of(first, head_end_) : std::string();
    if (role.empty()) {
      return false;
    }
    label_.turn.voice = TurnVoice::Office;
    label_.turn.office = document_.range(first, head_end_);
    label_.turn.role = std::move(role);
    label_.key = fold_tokens(first, head_end_);
    const bool ideographs = token(first).kind == TokenKind::Ideograph;
    label_.certain =
        label_.sentence && (is_upper(first, head_end_) || first > first_ || ideographs);
    return true;
  }

  // Whether the words open with an office: "Minister for Ports", "SECRETARIO DE MARINA".
  bool opens_with_office(TokenIndex first, TokenIndex last) const {
    if (!role_of(first, last).empty()) {
      return true;
    }
    const bool linked = first + 2 < last &&
                        (is_office_link(fold_at(first + 1)) || is_office_link(fold_at(first + 2)));
    return linked && (!role_of(first, first + 1).empty() || is_label_title(fold_at(first)));
  }

  // The longest office at the start of the words.
  std::string leading_role(TokenIndex first, TokenIndex last) const {
    std::string role;
    for (TokenIndex end = std::min(last, first + longest_title); end > first && role.empty();
         --end) {
      role = role_of(first, end);
    }
    return role;
  }

  bool has_link(TokenIndex first, TokenIndex last) const {
    while (first < last && !is_office_link(fold_at(first))) {
      ++first;
    }
    return first < last;
  }

  // "DIRECTOR OF THE HARBOUR": in capitals beside a name, an office whatever the tables know.
  bool is_office_beside(Part office, Part name) const {
    return is_upper(first_, end_) && has_link(office.first, office.last) &&
           !has_link(name.first, name.last) && name.last - name.first > 1;
  }

  // "SECRETARY OF PORTS, ILSE MARAVENN", "The Minister for Ports (Ilse Maravenn)" and the other
  // way round, "ILSE MARAVENN, SECRETARY OF PORTS".
  bool office_and_name() {
    if (head_end_ == end_) {
      return false;
    }
    const Part head{behind_determiner(first_, head_end_), head_end_};
    const Part whole_head{first_, head_end_};
    const Part last = find_rest(), next{head_end_ + 1, part_end(head_end_ + 1)};
    const bool last_is_name = last.first + 1 < last.last && is_name(last.first, last.last);
    const bool head_is_name = is_name(first_, head_end_);
    if (last_is_name && opens_with_office(head.first, head.last)) {
      return take(head, last);
    }
    if (head_is_name && opens_with_office(next.first, next.last)) {
      return take(next, whole_head);
    }
    if (last_is_name && is_office_beside(head, last)) {
      return take(head, last);
    }
    return head_is_name && is_office_beside(next, whole_head) && take(next, whole_head);
  }

  bool take(Part office, Part name) {
    label_.turn.office = document_.range(office.first, office.last);
    label_.turn.role = leading_role(office.first, office.last);
    set_name(name.first, name.last);
    label_.certain =
        is_upper(name.first, name.last) || (office.first > first_ && office.first < name.first);
    return true;
  }

  void set_name(TokenIndex first, TokenIndex last) {
    label_.turn.name = document_.range(first, last);
    label_.key = fold_at(last - 1);
    if (token(last - 1).kind == TokenKind::Ideograph) {
      label_.key = fold_tokens(first, last);
    }
  }

  bool name() {
    if (is_heading_word(fold_at(first_))) {
      return false;
    }
    TokenIndex first = first_;
    while (first + 1 < head_end_ && is_label_title(fold_at(first))) {
      ++first;
      first += first + 1 < head_end_ && token(first).kind == TokenKind::Stop ? 1 : 0;
    }
    if (!is_name(first, head_end_)) {
      return false;
    }
    const bool titled = first > first_;
    if (titled) {
      label_.turn.role = role_of(first_, first);
    }
    set_name(first, head_end_);
    label_.bracketed = token(end_ - 1).kind == TokenKind::Close && head_end_ - first > 1;
    label_.certain = (is_upper(first, head_end_) && token(first).range.size() > 2) ||
                     (titled && (initials() || token(end_ - 1).kind == TokenKind::Close));
    return true;
  }

  bool initials() const { return document_.word(first_).back() == '.'; }

  bool is_name(TokenIndex first, TokenIndex last) const {
    constexpr TokenIndex longest_name = 6;
    if (last - first > longest_name) {
      return false;
    }
    bool any = false;
    for (TokenIndex at = first; at < last; ++at) {
      const Token& part = token(at);
      const bool particle = part.is_word() && at > first && part.range.size() <= 3;
      const bool ideograph = part.kind == TokenKind::Ideograph;
      const bool capital =
          part.is_word() && (part.starts_capital() || part.letters == LetterCase::None);
      const bool point = part.kind == TokenKind::Stop && at > first;
      if (!particle && !ideograph && !capital && !point) {
        return false;
      }
      any = any || ideograph || capital;
    }
    return any;
  }

  // In capitals: no running text starts so. Chinese characters tell nothing, and one letter little.
  bool is_upper(TokenIndex first, TokenIndex last) const {
    bool any = false;
    for (TokenIndex at = first; at < last; ++at) {
      const bool letter = token(at).letters == LetterCase::Capital && token(at).range.size() == 1;
      if (token(at).is_word() && token(at).letters != LetterCase::Upper && !letter) {
        return false;
      }
      any = any || token(at).letters == LetterCase::Upper;
    }
    return any;
  }

  static constexpr TokenIndex longest_title = 8;

  const Document& document_;
  const Schema& schema_;
  const Paragraph& paragraph_;
  TokenIndex first_;
  TokenIndex end_ = 0;       // Of the label, the colon not included.
  TokenIndex behind_ = 0;    // Where the words start.
  TokenIndex head_end_ = 0;  // Of what stands before a bracket or a comma.
  TurnLabel label_;
};

}  // namespace

std::optional<TurnLabel> read_turn_label(const Document& document, const Schema& schema,
                                         std::uint32_t paragraph) {
  return LabelReader(document, schema, paragraph).read();
}

}  // namespace verbale::attribution
