#include "attribution/reported.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

constexpr std::uint32_t reach = 60;

class ReportedFinder {
 public:
  ReportedFinder(const Document& document, const Lexicon& lexicon, const Schema& schema,
                 const Outline& outline, const Clauses& unit)
      : document_(document), lexicon_(lexicon), schema_(schema), outline_(outline), unit_(unit) {}

  std::vector<Statement> run(std::span<const CueUse> uses) {
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

  void read_verb(const CueUse& use) {
    const Cue& cue = schema_.cues()[static_cast<std::size_t>(use.cue)];
    std::uint32_t next = std::max(use.chunk, inverted(use) ? use.subject.last : 0) + 1;
    next = skip_addressee(next, use, cue);
    if (const Rule rule = complement(next, use, cue); rule != Rule::None) {
      add(next, unit_.last_chunk, use, rule);
    } else if (use.strength >= 2 && takes(cue, "that")) {
      clause_before(use);
    }
  }

  bool inverted(const CueUse& use) const { return use.subject.path == SubjectPath::Inverted; }

  bool nominal(std::uint32_t i) const { return kind(i) == ChunkKind::Noun; }

  // "told reporters on Monday", "said in a statement": what stands between the cue and its clause.
  std::uint32_t skip_addressee(std::uint32_t next, const CueUse& use, const Cue& cue) const {
    const bool told = takes(cue, "addressee") && !cue.takes.empty() &&
                      (cue.takes.front() == "addressee" || cue.lemma == "tell");
    if (told && nominal(next) && !clause_at(next)) {
      ++next;
    }
    for (int i = 0; i < 4; ++i) {
      if (kind(next) == ChunkKind::Adverb || kind(next) == ChunkKind::Bracket) {
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
        return takes(cue, "object") && use.strength >= 2 && !chunk(next).pronoun
                   ? Rule::ReportedObject
                   : Rule::None;
      case ChunkKind::Verb:
        return infinitive(next, cue);
      case ChunkKind::Quotation:
        return mixed(next, use);
      default:
        return later_that(next, use, cue);
    }
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

  Rule infinitive(std::uint32_t next, const Cue& cue) const {
    if (chunk(next).form == VerbForm::Infinitive && takes(cue, "infinitive")) {
      return Rule::ReportedInfinitive;
    }
    return Rule::None;
  }

  // `Wong said "..." was a lie`: unquoted words go on behind the quotation.
  Rule mixed(std::uint32_t next, const CueUse&) const {
    for (std::uint32_t i = next + 1; i < std::min(next + 3, unit_.last_chunk); ++i) {
      if (kind(i) == ChunkKind::Verb || kind(i) == ChunkKind::Preposition) {
        return Rule::ReportedClause;
      }
    }
    return Rule::None;
  }

  // "said in Ode on Monday that"
  Rule later_that(std::uint32_t next, const CueUse& use, const Cue& cue) const {
    if (use.strength < 2 || !takes(cue, "that")) {
      return Rule::None;
    }
    for (std::uint32_t i = next; i < std::min(next + 8, unit_.last_chunk); ++i) {
      if (kind(i) == ChunkKind::Subordinator && word(i) == "that") {
        return Rule::ReportedClause;
      }
      if (kind(i) == ChunkKind::Verb || kind(i) == ChunkKind::Stop) {
        break;
      }
    }
    return Rule::None;
  }

  // "Prices fell, Wong said."
  void clause_before(const CueUse& use) {
    const std::uint32_t first = std::min(use.chunk, use.subject.chunk);
    if (first < unit_.first_chunk + 2) {
      return;
    }
    std::uint32_t comma = first - 1;
    if (kind(comma) != ChunkKind::Comma) {
      return;
    }
    bool verb = false;
    std::uint32_t begin = comma;
    while (begin > unit_.first_chunk && begin + reach > comma &&
           kind(begin - 1) != ChunkKind::Stop) {
      --begin;
      verb = verb || (kind(begin) == ChunkKind::Verb && chunk(begin).form == VerbForm::Finite);
    }
    if (kind(begin) == ChunkKind::Conjunction) {
      ++begin;
    }
    if (verb) {
      add(begin, comma, use, Rule::ReportedBefore);
    }
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
    }
  }

  // "Wong's claim that prices fell"
  void read_noun(const CueUse& use) {
    const std::uint32_t next = use.chunk + 1;
    const Cue& cue = schema_.cues()[static_cast<std::size_t>(use.cue)];
    const bool that = kind(next) == ChunkKind::Subordinator && word(next) == "that";
    if (that && takes(cue, "that")) {
      add(next, unit_.last_chunk, use, Rule::ReportedClause);
    } else if (kind(next) == ChunkKind::Verb && infinitive(next, cue) != Rule::None &&
               use.strength >= 2) {
      add(next, unit_.last_chunk, use, Rule::ReportedInfinitive);
    }
  }

  void add(std::uint32_t first, std::uint32_t last, const CueUse& use, Rule rule) {
    while (last > first &&
           (kind(last - 1) == ChunkKind::Stop || kind(last - 1) == ChunkKind::Comma)) {
      --last;
    }
    if (kind(first) == ChunkKind::Subordinator && first + 1 < last && word(first) == "that") {
      ++first;
    }
    if (first >= last) {
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
  std::vector<Statement> found_;
};

}  // namespace

std::vector<Statement> find_reported(const Document& document, const Lexicon& lexicon,
                                     const Schema& schema, const Outline& outline,
                                     const Clauses& unit, std::span<const CueUse> uses) {
  return ReportedFinder(document, lexicon, schema, outline, unit).run(uses);
}

}  // namespace verbale::attribution
