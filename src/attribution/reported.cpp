#include "attribution/reported.h"

#include <algorithm>
#include <array>

#include "attribution/quotation_use.h"

namespace verbale::attribution {

namespace {

constexpr std::uint32_t reach = 60;

class ReportedFinder {
 public:
  ReportedFinder(const Document& document, const Lexicon& lexicon, const Schema& schema,
                 const Outline& outline, const Clauses& unit)
      : document_(document), lexicon_(lexicon), schema_(schema), outline_(outline), unit_(unit) {}

  std::vector<Statement> run(std::span<const CueUse> uses) {
    uses_ = uses;
    closing_ = closing_comma();
    for (const CueUse& use : uses) {
      if (!use.subject.found()) {
        continue;
      }
      if (use.kind == CueKind::Verb) {
        read_verb(use);
      } else if (use.kind == CueKind::Preposition) {
        read_preposition(use);
      } else {
        read_noun(use);
      }
    }
    return std::move(found_);
  }

 private:
  const Chunk& chunk(std::uint32_t i) const { return outline_.chunks[i]; }
  ChunkKind kind(std::uint32_t i) const {
    return i < unit_.last_chunk && i >= unit_.first_chunk ? chunk(i).kind : ChunkKind::Stop;
  }
  std::string_view word(std::uint32_t i) const { return document_.word(chunk(i).first); }

  void read_verb(const CueUse& given) {
    CueUse use = given;
    const Cue& cue = schema_.cues()[static_cast<std::size_t>(use.cue)];
    if (use.strength == 1 && by_document(use) && takes(cue, "that")) {
      use.strength = 2;  // "A poll shows"
    }
    if (parenthetical(use) || as_clause(use)) {
      return;
    }
    const bool listed =
        chunk(use.chunk).form == VerbForm::Gerund && kind(use.chunk - 1) == ChunkKind::Verb;
    if ((use.strength == 1 && chunk(use.chunk).form == VerbForm::Infinitive) || listed) {
      return;  // "it is hard to see how", "told cheering supporters", "fired warning shots"
    }
    const std::uint32_t object = std::max(use.chunk, inverted(use) ? use.subject.last : 0) + 1;
    const std::uint32_t next = skip_addressee(object, use, cue);
    if (const Rule rule = complement(next, use, cue); rule != Rule::None) {
      add(next, unit_.last_chunk, use, rule);
    } else if (nominal(object) && object_of(object, use, cue) != Rule::None &&
               kind(object + 1) == ChunkKind::Preposition && cue.lemma != "tell") {
      add(object, unit_.last_chunk, use, Rule::ReportedObject);  // "accused Ode of"
    } else if (const std::uint32_t that = later_that(next, use, cue); that != no_chunk) {
      add(that, unit_.last_chunk, use, Rule::ReportedClause);
    } else if (use.strength >= 2 && takes(cue, "that")) {
      clause_before(use);
    }
  }

  bool by_document(const CueUse& use) const {
    const Token& head = document_.tokens[chunk(use.subject.chunk).head];
    return lexicon_.has(head, trait_document_noun);
  }

  // "The weapons, Wong said, are old": the sentence on both sides.
  bool parenthetical(const CueUse& use) {
    const std::uint32_t first = std::min(use.chunk, use.subject.chunk);
    std::uint32_t next = std::max(use.chunk, use.subject.last) + 1;
    const Cue& cue = schema_.cues()[static_cast<std::size_t>(use.cue)];
    next = skip_addressee(next, use, cue);
    const bool quotation = first > unit_.first_chunk && closes_with_comma(first - 1);
    if (first < unit_.first_chunk + 1 || (kind(first - 1) != ChunkKind::Comma && !quotation) ||
        kind(next) != ChunkKind::Comma || !takes(cue, "quote") ||
        (quotation &&
         (kind(next + 1) != ChunkKind::Verb || chunk(next + 1).form != VerbForm::Finite)) ||
        chunk(use.chunk).form != VerbForm::Finite || use.subject.path == SubjectPath::Apposition ||
        use.subject.path == SubjectPath::Coordinated) {
      return false;
    }
    std::uint32_t begin = unit_.first_chunk;
    if (kind(begin) == ChunkKind::Conjunction && begin + 1 < first) {
      ++begin;
    }
    if (!quotation || begin + 1 < first) {
      add(begin, quotation ? first : first - 1, use, Rule::ReportedBefore);
    }
    add(next + 1, unit_.last_chunk, use, Rule::ReportedClause);
    return true;
  }

  // `"Only you," she said, would do it.`
  bool closes_with_comma(std::uint32_t i) const {
    return kind(i) == ChunkKind::Quotation &&
           tail_of(document_, document_.quotations[chunk(i).head]) == Tail::Comma;
  }

  // "As Wong told the Tarn Post, prices fell."
  bool as_clause(const CueUse& use) {
    const std::uint32_t left = std::min(use.chunk, use.subject.chunk);
    const std::uint32_t start = left > unit_.first_chunk ? left - 1 : left;
    const Cue& cue = schema_.cues()[static_cast<std::size_t>(use.cue)];
    if (kind(start) != ChunkKind::Subordinator || use.chunk > start + 6 || !takes(cue, "that") ||
        use.strength == 1 || (word(start) != "As" && word(start) != "as")) {
      return false;
    }
    if (start > unit_.first_chunk && kind(start - 1) != ChunkKind::Comma) {
      return false;
    }
    if (start > unit_.first_chunk + 1) {
      add(unit_.first_chunk, start - 1, use, Rule::ReportedAccording);
    }
    std::uint32_t comma = use.chunk + 1;
    while (comma < use.chunk + 8 && kind(comma) != ChunkKind::Comma &&
           kind(comma) != ChunkKind::Stop) {
      ++comma;
    }
    if (kind(comma) != ChunkKind::Comma) {
      return start > unit_.first_chunk + 1;
    }
    add(comma + 1, unit_.last_chunk, use, Rule::ReportedAccording);
    return true;
  }

  bool inverted(const CueUse& use) const { return use.subject.path == SubjectPath::Inverted; }

  bool nominal(std::uint32_t i) const { return kind(i) == ChunkKind::Noun; }

  // "told reporters on Monday", "said in a statement": what stands between the cue and its clause.
  std::uint32_t skip_addressee(std::uint32_t next, const CueUse& use, const Cue& cue) const {
    const bool told = takes(cue, "addressee") && !cue.takes.empty() &&
                      (cue.takes.front() == "addressee" || cue.lemma == "tell");
    if (told && nominal(next) && !clause_at(next)) {
      ++next;
    } else if (told && kind(next) == ChunkKind::Verb && !chunk(next).negated &&
               chunk(next).form == VerbForm::Gerund && nominal(next + 1) &&
               kind(next + 2) == ChunkKind::Subordinator) {
      next += 2;  // "told cheering supporters that"
    }
    for (int i = 0; i < 4; ++i) {
      if ((kind(next) == ChunkKind::Adverb && word(next) != "there") ||
          kind(next) == ChunkKind::Bracket) {
        ++next;
      } else if (use.strength >= 2 && kind(next) == ChunkKind::Preposition && nominal(next + 1) &&
                 chunk(next).cue < 0 &&
                 (kind(next + 2) == ChunkKind::Subordinator || kind(next + 2) == ChunkKind::Comma ||
                  kind(next + 2) == ChunkKind::Adverb ||
                  kind(next + 2) == ChunkKind::Preposition)) {
        next += 2;
      } else if (kind(next) == ChunkKind::Comma && kind(next + 1) != ChunkKind::Quotation &&
                 i > 0 && kind(next + 1) == ChunkKind::Subordinator) {
        ++next;
      } else {
        break;
      }
    }
    return next;
  }

  // A clause without "that": a noun phrase and its verb.
  bool clause_at(std::uint32_t i) const {
    const std::uint32_t limit = i + 8;
    if (!nominal(i)) {
      return false;
    }
    const Token& first = document_.tokens[chunk(i).head];
    if (chunk(i).pronoun && lexicon_.has(first, trait_subject_pronoun)) {
      return kind(i + 1) != ChunkKind::Stop && kind(i + 1) != ChunkKind::Preposition;
    }
    for (++i; i < limit; ++i) {
      switch (kind(i)) {
        case ChunkKind::Verb:
          return chunk(i).form == VerbForm::Finite;
        case ChunkKind::Preposition:
        case ChunkKind::Noun:
        case ChunkKind::Adverb:
        case ChunkKind::Bracket:
        case ChunkKind::Quotation:
          break;
        case ChunkKind::Conjunction:
          break;
        default:
          return false;
      }
    }
    return false;
  }

  Rule complement(std::uint32_t next, const CueUse& use, const Cue& cue) const {
    switch (kind(next)) {
      case ChunkKind::Subordinator:
      case ChunkKind::Relative:
        return subordinate(next, use, cue);
      case ChunkKind::Noun:
        if (takes(cue, "that") && clause_at(next)) {
          return Rule::ReportedClause;
        }
        return object_of(next, use, cue);
      case ChunkKind::Adverb:  // "said there were"
        return takes(cue, "that") && kind(next + 1) == ChunkKind::Verb ? Rule::ReportedClause
                                                                       : Rule::None;
      case ChunkKind::Verb:
        return infinitive(next, use, cue);
      case ChunkKind::Quotation:
        return use.strength >= 2 ? mixed(next) : Rule::None;
      case ChunkKind::Preposition:  // `promised to "leave" if elected`
        if (word(next) == "to" && kind(next + 1) == ChunkKind::Quotation &&
            takes(cue, "infinitive")) {
          return Rule::ReportedInfinitive;
        }
        [[fallthrough]];
      default:
        return Rule::None;
    }
  }

  // "denied the charges", "accused him of", but not "told him"
  Rule object_of(std::uint32_t next, const CueUse& use, const Cue& cue) const {
    // A weak verb with an attitude in it reports, too: "endorsed the plan", not "saw the plan".
    constexpr std::array<std::string_view, 5> attitudes = {"praise", "criticise", "deny", "accuse",
                                                           "agree"};
    const bool stance = std::ranges::find(attitudes, cue.stance) != attitudes.end();
    if ((use.strength < 2 && !stance) || !takes(cue, "object")) {
      return Rule::None;
    }
    const ChunkKind behind = kind(next + 1);
    const bool more = behind == ChunkKind::Preposition || behind == ChunkKind::Noun ||
                      behind == ChunkKind::Quotation || behind == ChunkKind::Subordinator ||
                      (behind == ChunkKind::Verb && chunk(next + 1).form == VerbForm::Infinitive);
    return !chunk(next).pronoun || more ? Rule::ReportedObject : Rule::None;
  }

  Rule subordinate(std::uint32_t next, const CueUse& use, const Cue& cue) const {
    const std::string_view first = word(next);
    const bool clause = first == "that" || first == "whether" || first == "if" ||
                        lexicon_.has(document_.tokens[chunk(next).first], trait_wh);
    if (!clause || !takes(cue, "that")) {
      return Rule::None;
    }
    return first == "when" || first == "where"
               ? (use.strength == 3 ? Rule::ReportedClause : Rule::None)
               : Rule::ReportedClause;
  }

  Rule infinitive(std::uint32_t next, const CueUse& use, const Cue& cue) const {
    if (chunk(next).form == VerbForm::Infinitive && takes(cue, "infinitive")) {
      return Rule::ReportedInfinitive;
    }
    // "said having him there helps"
    if (cue.lemma == "say" && word(next).ends_with("ing")) {
      return Rule::ReportedClause;
    }
    // "what many economists say is the future"
    const std::uint32_t subject = use.subject.chunk;
    const bool gap =
        subject > unit_.first_chunk && subject < use.chunk &&
        (kind(subject - 1) == ChunkKind::Relative || kind(subject - 1) == ChunkKind::Subordinator);
    return gap && use.strength >= 2 && takes(cue, "that") && chunk(next).form == VerbForm::Finite
               ? Rule::ReportedClause
               : Rule::None;
  }

  // `Wong said "..." was a lie`: unquoted words go on behind the quotation.
  Rule mixed(std::uint32_t next) const {
    for (std::uint32_t i = next + 1; i < std::min(next + 3, unit_.last_chunk); ++i) {
      if (kind(i) == ChunkKind::Verb || kind(i) == ChunkKind::Preposition) {
        return Rule::ReportedClause;
      }
    }
    return Rule::None;
  }

  // "said in Ode on Monday that": where the clause starts.
  std::uint32_t later_that(std::uint32_t next, const CueUse& use, const Cue& cue) const {
    if (!takes(cue, "that") || kind(next) == ChunkKind::Verb) {
      return no_chunk;
    }
    const std::uint32_t farthest = use.strength == 3 ? 14 : 8;
    for (std::uint32_t i = next; i < std::min(next + farthest, unit_.last_chunk); ++i) {
      if (kind(i) == ChunkKind::Subordinator && word(i) == "that") {
        return i;
      }
      const bool finite = kind(i) == ChunkKind::Verb && chunk(i).form == VerbForm::Finite;
      if (finite || kind(i) == ChunkKind::Stop || kind(i) == ChunkKind::Relative) {
        break;
      }
    }
    return no_chunk;
  }

  // "Prices fell, Wong said."
  void clause_before(const CueUse& use) {
    const std::uint32_t first = std::min(use.chunk, use.subject.chunk);
    if (first < unit_.first_chunk + 2) {
      return;
    }
    std::uint32_t comma = first - 1;
    if (kind(comma) == ChunkKind::Quotation) {
      ++comma;  // `It should grow "as quickly as possible," Wong said.`
    } else if (kind(comma) != ChunkKind::Comma) {
      return;
    }
    bool verb = false;
    std::uint32_t begin = comma;
    while (begin > unit_.first_chunk && begin + reach > comma &&
           kind(begin - 1) != ChunkKind::Stop) {
      --begin;
      verb = verb || kind(begin) == ChunkKind::Quotation ||
             (kind(begin) == ChunkKind::Verb && chunk(begin).form == VerbForm::Finite);
    }
    if (kind(begin) == ChunkKind::Conjunction) {
      ++begin;
    }
    if (verb && !quotation_and_noun(begin, comma)) {
      add(begin, comma, use, Rule::ReportedBefore);
    }
  }

  // `"We leave," the minister` of `"We leave," the minister, Jo Ode, said`: no clause.
  bool quotation_and_noun(std::uint32_t begin, std::uint32_t end) const {
    if (kind(begin) != ChunkKind::Quotation) {
      return false;
    }
    for (std::uint32_t i = begin; i < end; ++i) {
      if (kind(i) == ChunkKind::Verb || kind(i) == ChunkKind::Preposition) {
        return kind(begin + 1) == ChunkKind::Noun && kind(i) == ChunkKind::Preposition;
      }
    }
    return true;
  }

  // "According to Wong, prices fell." "Prices fell, according to Wong."
  void read_preposition(const CueUse& use) {
    std::uint32_t next = use.subject.last + 1;
    while (next < unit_.last_chunk && next < use.chunk + reach && kind(next) != ChunkKind::Comma &&
           kind(next) != ChunkKind::Stop) {
      ++next;
    }
    const bool leads = use.chunk <= unit_.first_chunk + 1;
    if (leads && kind(next) == ChunkKind::Comma) {
      add(next + 1, unit_.last_chunk, use, Rule::ReportedAccording);
    } else if (!leads) {
      const std::uint32_t end = kind(use.chunk - 1) == ChunkKind::Comma ? use.chunk - 1 : use.chunk;
      add(unit_.first_chunk, end, use, Rule::ReportedAccording);
      if (end < use.chunk && kind(next) == ChunkKind::Comma) {
        add(next + 1, unit_.last_chunk, use, Rule::ReportedAccording);
      }
    }
  }

  // "Wong's claim that prices fell"
  void read_noun(const CueUse& use) {
    const std::uint32_t next = use.chunk + 1;
    const Cue& cue = schema_.cues()[static_cast<std::size_t>(use.cue)];
    const bool that = kind(next) == ChunkKind::Subordinator && word(next) == "that";
    if (that && takes(cue, "that")) {
      add(next, unit_.last_chunk, use, Rule::ReportedClause);
    } else if (kind(next) == ChunkKind::Verb && infinitive(next, use, cue) != Rule::None &&
               use.strength >= 2) {
      add(next, unit_.last_chunk, use, Rule::ReportedInfinitive);
    }
  }

  // The comma of ", brokers said." at the end of the unit, which no other cue's words go past.
  std::uint32_t closing_comma() const {
    if (uses_.empty() || uses_.back().kind != CueKind::Verb || uses_.back().strength < 2 ||
        !uses_.back().subject.found()) {
      return no_chunk;
    }
    const CueUse& use = uses_.back();
    const std::uint32_t first = std::min(use.chunk, use.subject.chunk);
    std::uint32_t behind = std::max(use.chunk, use.subject.last) + 1;
    while (kind(behind) == ChunkKind::Adverb) {
      ++behind;
    }
    const bool set_off =
        first > unit_.first_chunk && kind(first - 1) == ChunkKind::Comma &&
        (use.subject.path == SubjectPath::Before || use.subject.path == SubjectPath::Inverted);
    return set_off && kind(behind) == ChunkKind::Stop ? first - 1 : no_chunk;
  }

  // "took a swipe at Ode, who had said that": what Ode said is not what is said of Ode.
  std::uint32_t before_relative(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
      if (kind(i) == ChunkKind::Comma && kind(i + 1) == ChunkKind::Relative) {
        return relative_speaks(i, last) ? i : last;
      }
    }
    return last;
  }

  bool relative_speaks(std::uint32_t first, std::uint32_t last) const {
    return std::ranges::any_of(uses_, [&](const CueUse& use) {
      return use.strength == 3 && use.chunk > first && use.chunk < last &&
             use.subject.path == SubjectPath::Relative;
    });
  }

  void add(std::uint32_t first, std::uint32_t last, const CueUse& use, Rule rule) {
    if (first < closing_ && last > closing_) {
      last = closing_;
    }
    while (last > first &&
           (kind(last - 1) == ChunkKind::Stop || kind(last - 1) == ChunkKind::Comma)) {
      --last;
    }
    if (kind(first) == ChunkKind::Subordinator && first + 1 < last && word(first) == "that") {
      ++first;
    }
    if (rule == Rule::ReportedObject) {
      last = before_relative(first, last);
    }
    if (first >= last || (first + 1 == last && kind(first) == ChunkKind::Quotation)) {
      return;
    }
    Statement statement;
    statement.kind = StatementKind::Reported;
    statement.rule = rule;
    statement.range = document_.range(chunk(first).first, chunk(last - 1).last);
    statement.subject = use.subject;
    statement.cue = use.cue;
    statement.cue_range = use.range;
    found_.push_back(statement);
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const Schema& schema_;
  const Outline& outline_;
  const Clauses& unit_;
  std::span<const CueUse> uses_;
  std::uint32_t closing_ = no_chunk;
  std::vector<Statement> found_;
};

}  // namespace

std::vector<Statement> find_reported(const Document& document, const Lexicon& lexicon,
                                     const Schema& schema, const Outline& outline,
                                     const Clauses& unit, std::span<const CueUse> uses) {
  return ReportedFinder(document, lexicon, schema, outline, unit).run(uses);
}

}  // namespace verbale::attribution
