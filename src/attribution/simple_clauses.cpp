#include "attribution/simple_clauses.h"

#include <algorithm>
#include <optional>

#include "attribution/han_words.h"

namespace verbale::attribution {

namespace {

// How often each rule finds the words and their subject, from reading samples of news; see
// docs/attribution_context.md.
constexpr double sure_colon = 0.93, sure_behind = 0.93, sure_subject_behind = 0.85,
                 sure_in_clause = 0.85, sure_according = 0.88, sure_inside = 0.88,
                 sure_reported = 0.88, sure_reported_before = 0.88, sure_name_colon = 0.8,
                 sure_speaks_on = 0.8, sure_speaks_before = 0.75, doubtful = 0.4;

class SimpleReader {
 public:
  SimpleReader(Document& document, const ClauseText& text)
      : document_(document),
        text_(text),
        grammar_(text.grammar()),
        cues_(find_simple_cues(text)),
        subjects_(text, cues_) {}

  std::vector<SimpleClaim> run() {
    for (Quotation& quotation : document_.quotations) {
      read_quotation(quotation);
    }
    for (const CueHit& cue : cues_) {
      read_reported(cue);
    }
    std::ranges::stable_sort(claims_, {}, [](const SimpleClaim& c) { return c.range.begin; });
    drop_nested();
    return std::move(claims_);
  }

 private:
  // The clause around: from the sentence's end before to the one behind, quotations jumped over.
  static constexpr TokenIndex longest_clause = 200;
  bool bounds_clause(TokenIndex at) const {
    return text_.is(at, TokenKind::Mark) || (text_.is(at, TokenKind::Stop) && ends_sentence(at));
  }
  // Not the period of "80 тыс. тонн".
  bool ends_sentence(TokenIndex at) const {
    const Sentence* sentence = text_.sentence_at(at);
    return sentence == nullptr || at + 1 >= sentence->last_token ||
           text_.is(at + 1, TokenKind::Mark) || text_.word(at) != ".";
  }
  TokenIndex clause_begin(TokenIndex at, TokenIndex floor) const {
    floor = std::max(floor, at > longest_clause ? at - longest_clause : 0);
    while (at > floor && !bounds_clause(at - 1)) {
      --at;
    }
    return at;
  }
  TokenIndex clause_end(TokenIndex at, TokenIndex limit) const {
    limit = std::min(limit, at + longest_clause);
    while (at < limit && !bounds_clause(at)) {
      ++at;
    }
    return at;
  }

  void read_quotation(Quotation& quotation) {
    if (quotation.use == QuotationUse::Nested) {
      return;
    }
    const Paragraph& paragraph = document_.paragraphs[quotation.paragraph];
    const TokenIndex open = quotation.open;
    const TokenIndex behind = std::min(quotation.close + 1, paragraph.last_token);
    const TokenSpan around{clause_begin(open, paragraph.first_token),
                           clause_end(behind, paragraph.last_token)};
    quoted_words_ = quotation.words;
    SimpleClaim claim;
    claim.range = words_of(quotation);
    claim.paragraph = quotation.paragraph;
    const bool colon = open > around.first && text_.is(open - 1, TokenKind::Colon);
    const bool named = !colon && is_name_in_clause(quotation, around);
    const bool found = !named && ((colon && cue_before(claim, around.first, open, true)) ||
                                  cue_behind(claim, behind, around.last) ||
                                  cue_before(claim, around.first, open, false) ||
                                  cue_inside(claim, quotation) || speaks_on(claim, quotation));
    if (found) {
      speaks_before(claim, quotation);
      claims_.push_back(claim);
    } else if (quotation.words < fewest_words || named) {
      quotation.use = QuotationUse::Scare;
    } else {
      waiting_ = claim;
      waiting_close_ = quotation.close;
      waits_ = starts_unit(quotation);
      return;
    }
    waits_ = waits_ && !found;
  }

  static constexpr std::uint32_t fewest_words = 4;

  // "группировки «Серый берег», сообщил", 共建“一带一路”倡议: the name of something or a term,
  // which the clause around goes on with.
  bool is_name_in_clause(const Quotation& quotation, TokenSpan around) const {
    const TokenIndex open = quotation.open;
    const bool inside =
        open > around.first && !text_.word(open - 1).ends_with('.') &&
        (text_.token(open - 1).is_word() || text_.is(open - 1, TokenKind::Ideograph));
    if (!inside || open + 1 >= text_.size()) {
      return false;
    }
    if (grammar_.han) {
      constexpr TokenIndex longest = 12;
      const bool cued = !subjects_.phrases().cues_in(open > 2 ? open - 2 : 0, open).empty();
      const bool goes_on = text_.is(quotation.close + 1, TokenKind::Ideograph);
      return !cued && (goes_on || quotation.close - open <= longest);
    }
    return quotation.words < fewest_words + 1 &&
           (text_.token(open + 1).starts_capital() || quotation.words < 2);
  }

  // Without the spaces that French puts inside its marks.
  TextRange words_of(const Quotation& quotation) const {
    const TokenIndex first = quotation.open + 1;
    const TokenIndex last = quotation.closed ? quotation.close : quotation.close + 1;
    return first < last && last <= text_.size()
               ? TextRange{std::max(quotation.range.begin, text_.token(first).range.begin),
                           std::min(quotation.range.end, text_.token(last - 1).range.end)}
               : quotation.range;
  }

  // Words quoted; fewer are no sentence that a doubtful cue behind may tell.
  static constexpr std::uint32_t fewest_told = 4;

  // « ... », selon M. Dupont
  bool according_behind(SimpleClaim& claim, const CueHit& cue, TokenSpan rest) const {
    const bool closes = only_between(rest.first, cue.first) && quoted_words_ >= fewest_told;
    if (closes) {
      set(claim, cue, subjects_.behind(cue, rest.last), "simple-according", sure_according);
    }
    return closes;
  }

  // « ... », a déclaré M. Dupont
  bool cue_behind(SimpleClaim& claim, TokenIndex behind, TokenIndex end) const {
    constexpr TokenIndex near = 6, near_with_subject = 14;
    if (behind < end && text_.is(behind, TokenKind::Stop)) {
      return false;
    }
    for (const CueHit& cue :
         subjects_.phrases().cues_in(behind, std::min(end, behind + near_with_subject))) {
      if (cue.use == CueUse::Participle || cue.use == CueUse::Frame) {
        return false;
      }
      if (cue.according()) {
        return according_behind(claim, cue, {behind, end});
      }
      if (only_between(behind, cue.first)) {
        const bool reflexive =
            text_.word(cue.first) == "disent" && text_.has(cue.first - 1, role_filler);
        set(claim, cue, subjects_.behind(cue, end), "simple-quote-cue", sure_behind);
        return !reflexive && claim.subject.kind != SubjectKind::None;
      }
      const SimpleSubject before = subjects_.before(cue, behind);
      const bool names =
          before.kind == SubjectKind::Pronoun ||
          (before.kind == SubjectKind::Named && subjects_.names_somebody(before.span));
      if (cue.strong && quoted_words_ >= fewest_told && names && !grammar_.verb_first &&
          !text_.has(behind, role_boundary)) {
        set(claim, cue, before, "simple-quote-subject-cue", sure_subject_behind);
        return cue.first < behind + near || grammar_.han;
      }
    }
    return false;
  }

  // Nothing but punctuation and auxiliaries.
  bool only_between(TokenIndex first, TokenIndex last) const {
    for (TokenIndex at = first; at < last; ++at) {
      if ((text_.token(at).is_word() && !text_.has(at, role_filler) && text_.inverted(at) == 0) ||
          text_.is(at, TokenKind::Ideograph) || text_.is(at, TokenKind::Number)) {
        return false;
      }
    }
    return true;
  }

  // El ministro dijo: «...»; la ministra habló de «...»
  bool cue_before(SimpleClaim& claim, TokenIndex begin, TokenIndex open, bool colon) const {
    constexpr std::uint32_t fewest = 3;  // Words; fewer are a name or an irony.
    if (!colon && quoted_words_ < fewest) {
      return false;
    }
    const bool introduced = colon || text_.is(open - 1, TokenKind::Comma);
    const auto cues = subjects_.phrases().cues_in(begin, open);
    for (auto cue = cues.rbegin(); cue != cues.rend(); ++cue) {
      if ((!cue->strong && !introduced) || cue->use == CueUse::Closing) {
        continue;
      }
      const SimpleSubject subject = subjects_.around(*cue, {begin, open});
      const char* rule = cue->according() ? "simple-according"
                         : colon          ? "simple-cue-colon"
                                          : "simple-cue-in-clause";
      set(claim, *cue, subject, rule,
          cue->according() ? sure_according
          : introduced     ? sure_colon
                           : sure_in_clause);
      return true;
    }
    return colon && name_colon(claim, {begin, open - 1});
  }

  // Duvarrec : « ... »
  bool name_colon(SimpleClaim& claim, TokenSpan name) const {
    constexpr TokenIndex longest = 8;
    if (name.empty() || name.size() > longest) {
      return false;
    }
    for (TokenIndex at = name.first; at < name.last; ++at) {
      const bool fits = text_.match_at(at) != nullptr || text_.is(at, TokenKind::Ideograph) ||
                        (text_.token(at).is_word() && text_.token(at).starts_capital() &&
                         !text_.has(at, role_stop | role_boundary | role_determiner));
      if (!fits) {
        return false;
      }
    }
    claim.subject = {SubjectKind::Named, name, Gender::Unknown, false};
    claim.rule = "simple-name-colon";
    claim.confidence = sure_name_colon;
    return true;
  }

  // «Nadie gana —dijo—. Todos pierden»
  bool cue_inside(SimpleClaim& claim, const Quotation& quotation) const {
    for (const CueHit& cue : subjects_.phrases().cues_in(quotation.open + 1, quotation.close)) {
      TokenIndex before = cue.first;
      while (before > quotation.open && text_.has(before - 1, role_auxiliary)) {
        --before;
      }
      const bool dash = text_.is(before - 1, TokenKind::Dash);
      const bool comma = text_.is(before - 1, TokenKind::Comma) && cue.strong;
      if (cue.use != CueUse::Verb || (!dash && !comma)) {
        continue;
      }
      const SimpleSubject subject = subjects_.behind(cue, quotation.close);
      const bool inverted = subject.kind == SubjectKind::Pronoun && subject.span.empty();
      const bool full_name =
          subject.kind == SubjectKind::Named && subjects_.phrases().has_full_name(subject.span);
      if (!dash && !inverted && !full_name) {
        continue;
      }
      set(claim, cue, subject, "simple-cue-inside", sure_inside);
      if (claim.subject.kind == SubjectKind::None) {
        claim.subject.kind = SubjectKind::Dropped;
      }
      return true;
    }
    return false;
  }

  // The quotation is a sentence of its own, or goes on with one that is.
  bool starts_unit(const Quotation& quotation) const {
    const TokenIndex first = document_.paragraphs[quotation.paragraph].first_token;
    return quotation.open == first || text_.starts_sentence(quotation.open) ||
           text_.is(quotation.open - 1, TokenKind::Stop) ||
           text_.is(quotation.open - 1, TokenKind::Dash);
  }

  // The quotation before in the paragraph had a speaker, who speaks on.
  bool speaks_on(SimpleClaim& claim, const Quotation& quotation) const {
    constexpr std::uint32_t sentence = 5;
    if (claims_.empty() || quotation.words < sentence ||
        (claims_.back().paragraph != quotation.paragraph && !quotation.continues)) {
      return false;
    }
    const TextRange before = claims_.back().range;
    const Sentence* sentence_around = text_.sentence_at(quotation.open);
    const bool same = sentence_around != nullptr && sentence_around->range.overlaps(before);
    const bool whole = starts_unit(quotation) || quotation.continues || same;
    claim.subject.kind = SubjectKind::Dropped;
    claim.rule = quotation.continues ? "simple-continued" : "simple-same-paragraph";
    claim.confidence = whole ? sure_speaks_on : doubtful;
    return true;
  }

  // "« Tout est calme. » « Rien ne bouge », a dit Duvarrec": the quotation before has no cue of its
  // own, and nothing but this one behind it.
  void speaks_before(const SimpleClaim& claim, const Quotation& quotation) {
    constexpr TokenIndex gap = 4;  // "et", a full stop
    if (!waits_ || waiting_.paragraph != claim.paragraph || quotation.open > waiting_close_ + gap) {
      waits_ = false;
      return;
    }
    waits_ = false;
    const bool names = claim.rule == std::string_view("simple-quote-cue");
    if (names && claim.subject.kind != SubjectKind::Dropped) {
      waiting_.cue = claim.cue;
      waiting_.cue_row = claim.cue_row;
      waiting_.subject = claim.subject;
      waiting_.rule = "simple-next-in-paragraph";
      waiting_.confidence = sure_speaks_before;
      claims_.push_back(waiting_);
    }
  }

  static void set(SimpleClaim& claim, const CueHit& cue, const SimpleSubject& subject,
                  const char* rule, double confidence) {
    claim.cue_row = cue.row;
    claim.cue = {cue.first, cue.last};
    claim.subject = subject;
    claim.rule = rule;
    claim.confidence = confidence;
  }

  // "Le ministre a déclaré que ...", "Selon le ministre, ...", "王毅表示，..."
  void read_reported(const CueHit& cue) {
    if (!cue.strong || (!cue.takes_clause && !cue.according()) ||
        text_.quotation_at(cue.first) != nullptr) {
      return;
    }
    const Sentence* sentence = text_.sentence_at(cue.first);
    if (sentence == nullptr) {
      return;
    }
    const TokenSpan clause{clause_begin(cue.first, sentence->first_token),
                           clause_end(cue.last, sentence->last_token)};
    SimpleClaim claim;
    claim.kind = StatementKind::Reported;
    claim.paragraph = sentence->paragraph;
    if (says_behind(claim, cue, clause) || says_before(claim, cue, clause) ||
        says_nothing(claim, cue, clause)) {
      claims_.push_back(claim);
    }
  }

  // "Об этом сообщил и директор Товрени.": he is the one whom "он" in the next sentence means.
  bool says_nothing(SimpleClaim& claim, const CueHit& cue, TokenSpan clause) const {
    const SimpleSubject subject = subjects_.around(cue, clause);
    if (subject.kind != SubjectKind::Named || !subjects_.names_somebody(subject.span) ||
        (clause.first > 0 && text_.is(clause.first - 1, TokenKind::Mark)) ||
        text_.is(clause.last, TokenKind::Mark)) {
      return false;
    }
    set(claim, cue, subject, "", 0);
    claim.range = {text_.token(cue.first).range.begin, text_.token(cue.first).range.begin};
    return true;
  }

  bool says_behind(SimpleClaim& claim, const CueHit& cue, TokenSpan clause) const {
    const SimpleSubject subject = subjects_.around(cue, clause);
    if (subject.kind == SubjectKind::None || cue.use == CueUse::Closing) {
      return false;
    }
    const auto start = words_start(cue, subject, clause.last);
    if (!start || *start + 2 > clause.last || text_.is(clause.last, TokenKind::Mark)) {
      return false;
    }
    const bool according = cue.according() || cue.use == CueUse::Before;
    set(claim, cue, subject, according ? "simple-reported-according" : "simple-reported",
        according ? sure_according : sure_reported);
    claim.range = document_.range(*start, clause.last);
    return true;
  }

  // "tandis que", "une crise plus rude que": no words of somebody follow.
  bool is_conjunction(const CueHit& cue, TokenIndex complementizer) const {
    constexpr TokenIndex farthest = 3;
    const TokenIndex from =
        std::max(cue.last, complementizer > farthest ? complementizer - farthest : 0);
    for (TokenIndex at = from; at < complementizer; ++at) {
      if (text_.has(at, role_conjunction)) {
        return true;
      }
    }
    return false;
  }

  // Where the words reported begin.
  std::optional<TokenIndex> words_start(const CueHit& cue, const SimpleSubject& subject,
                                        TokenIndex end) const {
    constexpr TokenIndex near = 16;
    const bool speaker_behind = cue.according() || cue.use == CueUse::Like || grammar_.verb_first;
    TokenIndex behind = std::max(cue.last, speaker_behind ? subject.span.last : 0);
    if (cue.use == CueUse::Before) {
      return cue.last;
    }
    if (cue.use == CueUse::Frame) {
      behind = cue.frame + 1;
    }
    const bool comma = cue.according() || cue.use == CueUse::Like || grammar_.comma_opens;
    for (TokenIndex at = behind; at < std::min(end, behind + near); ++at) {
      if (text_.has(at, role_complementizer)) {
        return is_conjunction(cue, at) ? std::nullopt : std::optional(at + 1);
      }
      if (comma && text_.is(at, TokenKind::Comma)) {
        return text_.has(at + 1, role_complementizer) ? at + 2 : at + 1;
      }
      if (grammar_.verb_first && text_.is(at, TokenKind::Colon)) {  // قال الوزير: إن
        return text_.has(at + 1, role_complementizer) ? at + 2 : at + 1;
      }
      if (grammar_.han && cue.use == CueUse::Verb) {
        return at;
      }
      if (!subjects_.phrases().cues_in(at, at + 1).empty()) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // "La mer est calme, a annoncé le ministre.", "Море спокойно, по словам Товрени."
  bool says_before(SimpleClaim& claim, const CueHit& cue, TokenSpan clause) const {
    constexpr TokenIndex fewest = 4;
    TokenIndex comma = cue.first;
    while (comma > clause.first &&
           (text_.has(comma - 1, role_filler | role_like) || text_.inverted(comma - 1) != 0)) {
      --comma;
    }
    const bool apart = comma > clause.first + fewest && text_.is(comma - 1, TokenKind::Comma);
    const bool opens = clause.first == text_.sentence_at(cue.first)->first_token;
    if (!apart || !opens || grammar_.han || grammar_.verb_first || cue.use == CueUse::Participle ||
        cue.use == CueUse::Before || !subjects_.phrases().cues_in(clause.first, comma).empty()) {
      return false;
    }
    const SimpleSubject subject = cue.use == CueUse::Like
                                      ? subjects_.around(cue, {comma, clause.last})
                                      : subjects_.behind(cue, clause.last);
    const bool speaker =
        subject.kind == SubjectKind::Pronoun || subject.kind == SubjectKind::Place ||
        (subject.kind == SubjectKind::Named && subjects_.names_somebody(subject.span));
    if (!speaker || text_.is(clause.last, TokenKind::Mark)) {
      return false;
    }
    set(claim, cue, subject,
        cue.according() ? "simple-reported-according" : "simple-reported-before",
        sure_reported_before);
    claim.range = document_.range(clause.first, comma - 1);
    return true;
  }

  // Words reported inside of words reported are those of the outermost speaker.
  void drop_nested() {
    std::uint32_t reported_end = 0;
    std::erase_if(claims_, [&](const SimpleClaim& claim) {
      if (claim.kind != StatementKind::Reported || claim.range.empty()) {
        return false;
      }
      const bool nested = claim.range.begin < reported_end;
      reported_end = std::max(reported_end, claim.range.end);
      return nested;
    });
  }

  Document& document_;
  const ClauseText& text_;
  const ClauseGrammar& grammar_;
  std::vector<CueHit> cues_;
  SubjectReader subjects_;
  std::uint32_t quoted_words_ = 0;  // Of the quotation at hand.
  std::vector<SimpleClaim> claims_;
  TokenIndex waiting_close_ = 0;
  SimpleClaim waiting_;  // A quotation without a cue, until the next one is read.
  bool waits_ = false;
};

}  // namespace

std::vector<SimpleClaim> find_simple_claims(Document& document, const ClauseText& text) {
  return SimpleReader(document, text).run();
}

}  // namespace verbale::attribution
