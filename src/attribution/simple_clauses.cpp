#include "attribution/simple_clauses.h"

#include <algorithm>
#include <optional>

#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

struct CueHit {
  TokenIndex first = 0, last = 0;
  std::int32_t row = -1;
  bool according = false;  // "selon", "по словам": the speaker follows
  bool strong = false;
  bool takes_clause = false;
  TokenIndex prefix = 0;  // Of a separable verb: its prefix, where the subject ends; 0: none.
};

struct Span {
  TokenIndex first = 0, last = 0;

  bool empty() const { return first >= last; }
};

class SimpleReader {
 public:
  SimpleReader(Document& document, const SimpleClauseRules& rules, std::string_view language)
      : document_(document),
        tokens_(document.tokens),
        rules_(rules),
        language_(language),
        han_(language == "zh"),
        verb_first_(language == "ar") {}

  std::vector<SimpleClaim> run() {
    find_cues();
    for (std::size_t i = 0; i < document_.quotations.size(); ++i) {
      read_quotation(document_.quotations[i]);
    }
    for (const CueHit& cue : cues_) {
      read_reported(cue);
    }
    std::ranges::stable_sort(claims_, {}, [](const SimpleClaim& c) { return c.range.begin; });
    return std::move(claims_);
  }

 private:
  bool is(TokenIndex at, TokenKind kind) const {
    return at < tokens_.size() && tokens_[at].kind == kind;
  }
  bool has(TokenIndex at, std::uint8_t roles) const {
    return at < tokens_.size() && (rules_.words.roles(word_of(at), language_) & roles) != 0;
  }

  // The verb of "dit-il" and "affirme-t-elle"; the token's own word where nothing is inverted.
  WordId word_of(TokenIndex at) const {
    const std::size_t verb = inverted(at);
    return verb == 0 ? tokens_[at].word
                     : rules_.lexicon.find(fold_word(document_.word(at).substr(0, verb)).view());
  }

  // The length of the verb in "dit-il"; 0 for every other token.
  std::size_t inverted(TokenIndex at) const {
    return language_ == "fr" ? verb_before_pronoun(document_.word(at)) : 0;
  }

  // "a-t-il ajouté", "dit-il": the pronoun is the subject.
  bool has_pronoun(const CueHit& cue) const {
    return inverted(cue.first) != 0 || (cue.first > 0 && inverted(cue.first - 1) != 0);
  }

  void find_cues() {
    for (TokenIndex at = 0; at < tokens_.size(); ++at) {
      const WordId word = word_of(at);
      if (word == unknown_word) {
        continue;
      }
      for (const std::uint32_t row : rules_.lexicon.cues_of(word)) {
        add_cue(at, at + 1, row);
      }
      for (const SeparableCue& cue : rules_.words.separable(word)) {
        add_separable(at, cue);
      }
    }
    for (const Match& match : document_.matches) {
      for (const Sense& sense : match.senses) {
        if (sense.kind == SenseKind::Cue) {
          add_cue(match.first, match.last, sense.row);
        }
      }
    }
    std::ranges::stable_sort(cues_, {}, &CueHit::first);
    const auto same = [](const CueHit& a, const CueHit& b) { return b.first < a.last; };
    cues_.erase(std::unique(cues_.begin(), cues_.end(), same), cues_.end());
  }

  bool add_cue(TokenIndex first, TokenIndex last, std::uint32_t row) {
    const Cue& cue = rules_.schema.cues()[row];
    const bool according = cue.kind == "preposition" && cue.lemma != "pour" && cue.lemma != "para";
    const bool verb = cue.kind == "verb" ||
                      (cue.kind == "phrase" && (cue.lemma == "a dit" || cue.lemma == "ha dicho"));
    const bool fits = verb ? is_finite(cue, first, last) : according;
    if (cue.language != language_ || !fits || (han_ && !is_han_cue(first, last))) {
      return false;
    }
    CueHit hit;
    hit.first = first;
    hit.last = last;
    hit.row = static_cast<std::int32_t>(row);
    hit.according = according;
    hit.strong = cue.reporting != "weak";
    hit.takes_clause = std::ranges::find(cue.takes, "that") != cue.takes.end();
    cues_.push_back(hit);
    return true;
  }

  // A verb that has a subject of its own: neither "dire" nor "disant", and "déclaré" behind "a"
  // only.
  bool is_finite(const Cue& cue, TokenIndex first, TokenIndex last) const {
    if (last - first != 1 || (language_ != "fr" && language_ != "es" && language_ != "ru")) {
      return true;
    }
    const FoldedWord folded = fold_word(document_.word(first).substr(
        0, inverted(first) == 0 ? std::string_view::npos : inverted(first)));
    const std::string_view form = folded.view();
    if (form == fold_word(cue.lemma).view()) {
      return language_ == "ru";
    }
    if (language_ == "fr") {
      const bool participle = form.ends_with("e") && !document_.word(first).ends_with("e");
      const bool auxiliary = first > 0 && (has(first - 1, role_filler) || inverted(first - 1) != 0);
      return !form.ends_with("ant") && (!participle || auxiliary || inverted(first) != 0);
    }
    return language_ == "es" ? !form.ends_with("ando") && !form.ends_with("endo")
                             : !form.ends_with("я") && !form.ends_with("в");
  }

  // "fügte sie hinzu": the verb is the cue, its prefix stands at the end of the clause.
  void add_separable(TokenIndex at, const SeparableCue& cue) {
    constexpr TokenIndex farthest = 12;
    const auto limit = std::min<std::size_t>(tokens_.size(), at + farthest);
    for (TokenIndex end = at + 1; end < limit && !is(end, TokenKind::Stop); ++end) {
      if (tokens_[end].word == cue.prefix) {
        if (add_cue(at, at + 1, cue.row)) {
          cues_.back().prefix = end;
        }
        return;
      }
    }
  }

  bool is_han_cue(TokenIndex first, TokenIndex last) const {
    const auto ideograph = [this](TokenIndex at) {
      return is(at, TokenKind::Ideograph) ? document_.word(at) : std::string_view();
    };
    return last - first > 1 ||
           stands_alone(first > 0 ? ideograph(first - 1) : std::string_view(), ideograph(last));
  }

  // The clause around: from the sentence's end before to the one behind, quotations jumped over.
  static constexpr TokenIndex longest_clause = 200;
  TokenIndex clause_begin(TokenIndex at, TokenIndex floor) const {
    floor = std::max(floor, at > longest_clause ? at - longest_clause : 0);
    while (at > floor && tokens_[at - 1].kind != TokenKind::Stop &&
           tokens_[at - 1].kind != TokenKind::Mark) {
      --at;
    }
    return at;
  }
  TokenIndex clause_end(TokenIndex at, TokenIndex limit) const {
    limit = std::min(limit, at + longest_clause);
    while (at < limit && tokens_[at].kind != TokenKind::Stop &&
           tokens_[at].kind != TokenKind::Mark) {
      ++at;
    }
    return at;
  }

  // Cues that start in [first, last).
  std::span<const CueHit> cues_in(TokenIndex first, TokenIndex last) const {
    const auto begin = std::ranges::lower_bound(cues_, first, {}, &CueHit::first);
    const auto end = std::ranges::lower_bound(begin, cues_.end(), last, {}, &CueHit::first);
    return {begin, end};
  }

  void read_quotation(Quotation& quotation) {
    if (quotation.use == QuotationUse::Nested) {
      return;
    }
    const Paragraph& paragraph = document_.paragraphs[quotation.paragraph];
    const TokenIndex open = quotation.open;
    const TokenIndex behind = std::min(quotation.close + 1, paragraph.last_token);
    const TokenIndex begin = clause_begin(open, paragraph.first_token);
    const TokenIndex end = clause_end(behind, paragraph.last_token);
    quoted_words_ = quotation.words;
    SimpleClaim claim;
    claim.range = words_of(quotation);
    claim.paragraph = quotation.paragraph;
    const bool colon = open > begin && is(open - 1, TokenKind::Colon);
    const bool found = (colon && cue_before(claim, begin, open, true)) ||
                       cue_behind(claim, behind, end) || cue_before(claim, begin, open, false) ||
                       cue_inside(claim, quotation) || goes_on(claim, quotation);
    if (found) {
      claims_.push_back(claim);
    } else if (quotation.words < 4) {
      quotation.use = QuotationUse::Scare;
    }
  }

  // Without the spaces that French puts inside its marks.
  TextRange words_of(const Quotation& quotation) const {
    const TokenIndex first = quotation.open + 1;
    const TokenIndex last = quotation.closed ? quotation.close : quotation.close + 1;
    return first < last && last <= tokens_.size()
               ? TextRange{std::max(quotation.range.begin, tokens_[first].range.begin),
                           std::min(quotation.range.end, tokens_[last - 1].range.end)}
               : quotation.range;
  }

  // « ... », a déclaré M. Dupont
  bool cue_behind(SimpleClaim& claim, TokenIndex behind, TokenIndex end) const {
    constexpr TokenIndex near = 6, near_with_subject = 14;
    if (behind < end && is(behind, TokenKind::Stop)) {
      return false;
    }
    for (const CueHit& cue : cues_in(behind, std::min(end, behind + near_with_subject))) {
      if (cue.according && quoted_words_ > 3) {
        set(claim, cue, following_subject(cue, end), "simple-according", 0.85);
        return true;
      }
      if (only_between(behind, cue.first)) {
        set(claim, cue, following_subject(cue, end), "simple-quote-cue", 0.93);
        return true;
      }
      const Span before = preceding_subject(behind, cue.first);
      if (cue.strong && !cue.according && quoted_words_ > 3 && !before.empty() &&
          !has(before.first, role_boundary)) {
        set(claim, cue, before, "simple-quote-subject-cue", 0.85);
        return cue.first < behind + near || han_;
      }
    }
    return false;
  }

  // Nothing but punctuation and auxiliaries.
  bool only_between(TokenIndex first, TokenIndex last) const {
    for (TokenIndex at = first; at < last; ++at) {
      if ((tokens_[at].is_word() && !has(at, role_filler)) || is(at, TokenKind::Ideograph)) {
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
    const auto cues = cues_in(begin, open);
    for (auto cue = cues.rbegin(); cue != cues.rend(); ++cue) {
      if (!cue->strong && !colon && !comma_before(open)) {
        continue;
      }
      Span subject =
          cue->according ? following_subject(*cue, open) : subject_around(*cue, begin, open);
      const char* rule = cue->according ? "simple-according"
                         : colon        ? "simple-cue-colon"
                                        : "simple-cue-in-clause";
      set(claim, *cue, subject, rule, colon || comma_before(open) ? 0.92 : 0.8);
      return true;
    }
    return colon && name_colon(claim, begin, open);
  }

  bool comma_before(TokenIndex open) const { return open > 0 && is(open - 1, TokenKind::Comma); }

  // Duvarrec : « ... »
  bool name_colon(SimpleClaim& claim, TokenIndex begin, TokenIndex open) const {
    constexpr TokenIndex longest = 8;
    const Span name{begin, open - 1};
    if (name.empty() || name.last - name.first > longest || has(name.first, role_stop) ||
        (!tokens_[name.first].starts_capital() && !han_)) {
      return false;
    }
    claim.subject_first = name.first;
    claim.subject_last = name.last;
    claim.rule = "simple-name-colon";
    claim.confidence = 0.8;
    return true;
  }

  // «Nadie gana —dijo—. Todos pierden»
  bool cue_inside(SimpleClaim& claim, const Quotation& quotation) const {
    for (const CueHit& cue : cues_in(quotation.open + 1, quotation.close)) {
      if (cue.first > 0 && is(cue.first - 1, TokenKind::Dash) && !cue.according) {
        set(claim, cue, following_subject(cue, quotation.close), "simple-cue-inside", 0.85);
        return true;
      }
    }
    return false;
  }

  // The quotation before in the paragraph had a speaker, who speaks on.
  bool goes_on(SimpleClaim& claim, const Quotation& quotation) const {
    constexpr std::uint32_t sentence = 5;
    if (claims_.empty() || claims_.back().kind != StatementKind::Quote ||
        (claims_.back().paragraph != quotation.paragraph && !quotation.continues) ||
        quotation.words < sentence) {
      return false;
    }
    claim.rule = quotation.continues ? "simple-continued" : "simple-same-paragraph";
    claim.confidence = 0.75;
    return true;
  }

  static void set(SimpleClaim& claim, const CueHit& cue, Span subject, const char* rule,
                  double confidence) {
    claim.cue = cue.row;
    claim.cue_first = cue.first;
    claim.cue_last = cue.last;
    claim.subject_first = subject.first;
    claim.subject_last = subject.empty() ? subject.first : subject.last;
    claim.rule = rule;
    claim.confidence = confidence;
  }

  Span subject_around(const CueHit& cue, TokenIndex begin, TokenIndex end) const {
    const Span behind = following_subject(cue, end);
    if ((verb_first_ && !behind.empty()) || has_pronoun(cue)) {
      return behind;
    }
    const Span before = preceding_subject(begin, cue.first);
    return before.empty() ? behind : before;
  }

  bool ends_subject(TokenIndex at) const {
    switch (tokens_[at].kind) {
      case TokenKind::Word:
        return has(at, role_stop | role_complementizer | role_boundary);
      case TokenKind::Ideograph:
      case TokenKind::Possessive:
        return false;
      case TokenKind::Other:
        return document_.word(at) != "·";
      default:
        return true;
    }
  }

  // The noun phrase behind a cue: "a déclaré | M. Dupont | à la presse".
  Span following_subject(const CueHit& cue, TokenIndex limit) const {
    constexpr TokenIndex longest = 14;
    TokenIndex first = cue.last;
    if (has_pronoun(cue)) {
      return {first, first};
    }
    limit = cue.prefix == 0 ? limit : std::min(limit, cue.prefix);
    while (first < limit && has(first, role_filler)) {
      ++first;
    }
    Span subject{first, first};
    while (subject.last < limit && subject.last - first < longest && !ends_subject(subject.last)) {
      ++subject.last;
    }
    return subject;
  }

  // The noun phrase before a cue, in the last part between commas that is one: "Le ministre, Jean
  // Dupont, a déclaré".
  Span preceding_subject(TokenIndex begin, TokenIndex cue) const {
    constexpr int parts = 3;
    TokenIndex last = cue;
    for (int part = 0; part < parts && last > begin; ++part) {
      while (last > begin && (has(last - 1, role_filler) || is(last - 1, TokenKind::Comma))) {
        --last;
      }
      TokenIndex first = last;
      while (first > begin && !ends_part(first - 1)) {
        --first;
      }
      const Span subject{first, last};
      if (!subject.empty() && !has(first, role_stop | role_complementizer)) {
        return widened(subject, begin);
      }
      if (first == begin || !is(first - 1, TokenKind::Comma)) {
        break;
      }
      last = first - 1;
    }
    return {cue, cue};
  }

  bool ends_part(TokenIndex at) const {
    switch (tokens_[at].kind) {
      case TokenKind::Word:
        return has(at, role_boundary | role_complementizer);
      case TokenKind::Ideograph:
      case TokenKind::Possessive:
      case TokenKind::Number:
      case TokenKind::Open:
      case TokenKind::Close:
        return false;
      case TokenKind::Other:
        return document_.word(at) != "·";
      default:
        return true;
    }
  }

  // "Jean Dupont, ministre des Finances, a déclaré": the part before names him.
  Span widened(Span subject, TokenIndex begin) const {
    const bool apposed = subject.first > begin + 1 && is(subject.first - 1, TokenKind::Comma) &&
                         tokens_[subject.first].letters == LetterCase::Lower;
    if (!apposed) {
      return subject;
    }
    TokenIndex first = subject.first - 1;
    while (first > begin && !ends_part(first - 1)) {
      --first;
    }
    const bool names = first < subject.first - 1 && !has(first, role_stop) &&
                       tokens_[first].is_word() && tokens_[first].starts_capital();
    return names ? Span{first, subject.last} : subject;
  }

  // "Le ministre a déclaré que ...", "Selon le ministre, ...", "王毅表示，..."
  void read_reported(const CueHit& cue) {
    if (!cue.strong || (!cue.takes_clause && !cue.according)) {
      return;
    }
    const auto sentence = std::ranges::partition_point(
        document_.sentences, [&](const Sentence& s) { return s.last_token <= cue.first; });
    if (sentence == document_.sentences.end() || in_quotation(cue.first)) {
      return;
    }
    const TokenIndex begin = clause_begin(cue.first, sentence->first_token);
    const TokenIndex end = clause_end(cue.last, sentence->last_token);
    SimpleClaim claim;
    claim.kind = StatementKind::Reported;
    claim.paragraph = sentence->paragraph;
    const Span subject =
        cue.according ? following_subject(cue, end) : subject_around(cue, begin, end);
    const auto start = clause_start(cue, subject, end);
    if (!start || *start + 2 > end || is(end, TokenKind::Mark) || subject.empty()) {
      return;
    }
    set(claim, cue, subject, cue.according ? "simple-reported-according" : "simple-reported", 0.82);
    claim.range = document_.range(*start, end);
    claims_.push_back(claim);
  }

  bool in_quotation(TokenIndex at) const {
    const auto quotation = std::ranges::partition_point(
        document_.quotations, [at](const Quotation& q) { return q.close <= at; });
    return quotation != document_.quotations.end() && quotation->open < at;
  }

  // Where the words reported begin.
  std::optional<TokenIndex> clause_start(const CueHit& cue, Span subject, TokenIndex end) const {
    constexpr TokenIndex near = 16;
    const TokenIndex behind = std::max(cue.last, cue.according || verb_first_ ? subject.last : 0);
    const bool comma_opens = cue.according || han_ || language_ == "de";
    for (TokenIndex at = behind; at < std::min(end, behind + near); ++at) {
      if (has(at, role_complementizer)) {
        return at + 1;
      }
      if (comma_opens && is(at, TokenKind::Comma)) {
        return has(at + 1, role_complementizer) ? at + 2 : at + 1;
      }
      if (han_ && !cue.according) {
        return at;
      }
    }
    return std::nullopt;
  }

  Document& document_;
  const std::vector<Token>& tokens_;
  const SimpleClauseRules& rules_;
  std::string_view language_;
  bool han_;
  bool verb_first_;
  std::uint32_t quoted_words_ = 0;  // Of the quotation at hand.
  std::vector<CueHit> cues_;
  std::vector<SimpleClaim> claims_;
};

}  // namespace

std::vector<SimpleClaim> find_simple_claims(Document& document, const SimpleClauseRules& rules,
                                            std::string_view language) {
  return SimpleReader(document, rules, language).run();
}

}  // namespace verbale::attribution
