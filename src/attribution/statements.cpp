#include "attribution/statements.h"

#include <algorithm>
#include <array>

#include "attribution/cue_uses.h"
#include "attribution/quotation_cues.h"
#include "attribution/quotation_use.h"
#include "attribution/reported.h"

namespace verbale::attribution {

namespace {

constexpr std::array rule_names = {"quote-subject-cue",
                                   "quote-cue-subject",
                                   "cue-quote",
                                   "cue-clause-quote",
                                   "noun-cue",
                                   "according-to",
                                   "name-colon",
                                   "colon-before",
                                   "same-sentence",
                                   "same-paragraph",
                                   "next-in-paragraph",
                                   "continued",
                                   "paragraph-before",
                                   "signed",
                                   "post",
                                   "clause-subject",
                                   "reported-clause",
                                   "reported-before",
                                   "reported-according",
                                   "reported-infinitive",
                                   "reported-object",
                                   "none"};

// Chunks; a subject further away than this from a quotation belongs to something else.
constexpr std::uint32_t reach = 60;
constexpr TokenIndex longest_label = 4;         // Tokens.
constexpr std::uint32_t longest_signature = 5;  // Chunks.

class StatementFinder {
 public:
  StatementFinder(Document& document, const Lexicon& lexicon, const Schema& schema,
                  const Outline& outline)
      : document_(document), lexicon_(lexicon), schema_(schema), outline_(outline) {}

  std::vector<Statement> run() {
    for (unit_ = 0; unit_ < outline_.units.size(); ++unit_) {
      const Clauses& unit = outline_.units[unit_];
      uses_ = find_cue_uses(document_, lexicon_, schema_, outline_, unit);
      headline_ = is_headline(document_, unit);
      first_here_ = static_cast<std::int32_t>(statements_.size());
      for (std::uint32_t i = unit.first_chunk; i < unit.last_chunk; ++i) {
        if (outline_.chunks[i].kind == ChunkKind::Quotation) {
          read_quotation(i);
        }
      }
      add_reported(unit);
      remember_unit(unit);
    }
    adopt_from_behind();
    return std::move(statements_);
  }

 private:
  const Chunk& chunk(std::uint32_t i) const { return outline_.chunks[i]; }
  const Clauses& unit() const { return outline_.units[unit_]; }
  ChunkKind kind(std::uint32_t i) const {
    return i < unit().last_chunk && i >= unit().first_chunk ? chunk(i).kind : ChunkKind::Stop;
  }
  QuotationCues cues_here() const {
    return {UnitChunks{document_, outline_, unit()}, schema_, uses_};
  }

  void read_quotation(std::uint32_t at) {
    Quotation& quotation = document_.quotations[chunk(at).head];
    Statement statement;
    statement.quotation = static_cast<std::int32_t>(chunk(at).head);
    statement.range = quotation.range;
    statement.unit = statement.subject_unit = unit_;
    quotation.use =
        use_at({document_, lexicon_, schema_, outline_, unit(), headline_}, at, quotation);
    if (!attribute(statement, at, quotation)) {
      quotation.use =
          quotation.use == QuotationUse::Statement ? QuotationUse::Scare : quotation.use;
      return;
    }
    if (statement.rule != Rule::None) {
      last_quote_ = static_cast<std::int32_t>(statements_.size());
    }
    statements_.push_back(statement);
  }

  // Returns whether the quotation is a statement; its rule stays None when nobody is found yet.
  bool attribute(Statement& statement, std::uint32_t at, const Quotation& quotation) {
    if (signature(statement, at, quotation)) {
      return true;
    }
    if (labelled(statement, quotation)) {
      return true;
    }
    if (quotation.use != QuotationUse::Statement) {
      return false;
    }
    const QuotationCues cues = cues_here();
    const CueUse* before = cues.before(at);
    const CueUse* after = cues.behind(at);
    const Tail end = tail_of(document_, quotation);
    const bool starts = at == unit().first_chunk;
    const bool introduced = before != nullptr && cues.introduces(*before, at);
    if (quotation.continues && last_quote_ >= 0 && after == nullptr && !introduced) {
      return inherit(statement, last_quote_, Rule::Continued);
    }
    const bool inside = !starts && before != nullptr && after != nullptr &&
                        before->kind == CueKind::Verb && before->strength == 3 &&
                        after->strength == 1;  // `said he would "sign it," the crowd applauded`
    if (after != nullptr && (starts || end == Tail::Comma || end == Tail::Question) &&
        !(introduced && end != Tail::Comma) && !inside) {
      return take(statement, *after,
                  after->subject.path == SubjectPath::Inverted ? Rule::QuoteThenInverted
                                                               : Rule::QuoteThenCue);
    }
    if (!introduced && kind(at - 1) == ChunkKind::Colon && colon_subject(statement, at)) {
      return true;
    }
    if (before != nullptr && before->strength == 1 && !introduced && after != nullptr &&
        after->strength == 3) {
      return take(statement, *after, Rule::QuoteThenCue);  // `wait to see how "odd" it is, he said`
    }
    if (before != nullptr) {
      before = cues.outer_of(before, introduced);
      const Rule rule = before->kind == CueKind::Noun          ? Rule::NounCue
                        : before->kind == CueKind::Preposition ? Rule::AccordingTo
                        : introduced                           ? Rule::CueThenQuote
                                                               : Rule::CueInClause;
      return take(statement, *before, rule);
    }
    if (after != nullptr && kind(at + 1) != ChunkKind::Verb) {
      return take(statement, *after, Rule::QuoteThenCue);
    }
    return without_cue(statement, at, quotation);
  }

  // "Wong is rolling out a new message: "...""
  bool colon_subject(Statement& statement, std::uint32_t at) const {
    for (std::uint32_t i = at - 1; i-- > unit().first_chunk && i + reach > at;) {
      if (kind(i) != ChunkKind::Verb || chunk(i).form != VerbForm::Finite) {
        continue;
      }
      const Subject subject = find_subject(document_, lexicon_, outline_, unit(), i);
      if (subject.found() && subject.chunk < at) {
        statement.rule = Rule::ColonBefore;
        statement.subject = subject;
        return true;
      }
    }
    return false;
  }

  // A transcript in marks, turn by turn: "ODE: Well, ..."
  bool labelled(Statement& statement, const Quotation& quotation) const {
    TokenIndex colon = quotation.open + 1;
    while (colon < quotation.close && colon < quotation.open + longest_label &&
           document_.tokens[colon].starts_capital()) {
      ++colon;
    }
    if (colon + 1 >= quotation.close || colon == quotation.open + 1 ||
        document_.tokens[colon].kind != TokenKind::Colon ||
        lexicon_.has(document_.tokens[colon - 1], trait_determiner | trait_document_noun)) {
      return false;
    }
    statement.rule = Rule::NameColon;
    statement.label = quotation.open + 1;
    statement.label_end = colon;
    statement.cue_range = document_.tokens[colon].range;
    return true;
  }

  // "..." - Ann Ode: behind the quotation or in the next paragraph.
  bool signature(Statement& statement, std::uint32_t at, const Quotation& quotation) const {
    const TokenIndex dash = quotation.close + (quotation.closed ? 1 : 0);
    if (dash >= document_.tokens.size() || document_.tokens[dash].kind != TokenKind::Dash) {
      return false;
    }
    const std::uint32_t behind = dash < unit().last ? unit_ : unit_ + 1;
    const Clauses& place = outline_.units[behind];
    const std::uint32_t name = (behind == unit_ ? at + 1 : place.first_chunk) + 1;
    if (name >= place.last_chunk || place.last_chunk > name + longest_signature ||
        chunk(name - 1).first != dash || chunk(name).kind != ChunkKind::Noun ||
        !document_.tokens[chunk(name).head].starts_capital() ||
        (name + 1 < place.last_chunk && chunk(name + 1).kind == ChunkKind::Verb)) {
      return false;
    }
    statement.rule = Rule::Signed;
    statement.subject = {.chunk = name, .last = name, .path = SubjectPath::Before};
    statement.subject_unit = behind;
    statement.cue_range = document_.tokens[dash].range;
    return true;
  }

  bool take(Statement& statement, const CueUse& use, Rule rule) const {
    statement.rule = rule;
    statement.subject = use.subject;
    statement.cue = use.cue;
    statement.cue_range = use.range;
    return true;
  }

  bool inherit(Statement& statement, std::int32_t from, Rule rule) const {
    const Statement& earlier = statements_[static_cast<std::size_t>(from)];
    statement.rule = rule;
    statement.inherits = from;
    statement.subject = earlier.subject;
    statement.subject_unit = earlier.subject_unit;
    statement.cue = earlier.cue;
    statement.cue_range = earlier.cue_range;
    return true;
  }

  bool without_cue(Statement& statement, std::uint32_t at, const Quotation& quotation) {
    if (name_colon(statement, at)) {
      return true;
    }
    const bool whole = at == unit().first_chunk;
    const bool starts_paragraph =
        whole && unit().first == document_.paragraphs[unit().paragraph].first_token;
    if (whole && !starts_paragraph && last_quote_ >= 0 && same_paragraph(last_quote_) &&
        (quotation.words >= fewest_words || tail_of(document_, quotation) != Tail::Open)) {
      return inherit(statement, last_quote_, Rule::SameParagraph);
    }
    if (earlier_here(statement)) {
      return true;
    }
    if (whole && after_colon(statement, starts_paragraph)) {
      return true;
    }
    if (whole && (quotation.words >= fewest_words || tail_of(document_, quotation) != Tail::Open)) {
      return paragraph_before(statement, starts_paragraph);
    }
    if (at > unit().first_chunk && kind(at - 1) == ChunkKind::Comma && last_quote_ >= 0 &&
        same_paragraph(last_quote_) && quotation.words > fewest_words) {
      return inherit(statement, last_quote_, Rule::SameParagraph);
    }
    if (const CueUse* closing = cues_here().closing(at); closing != nullptr) {
      return take(statement, *closing, Rule::QuoteThenCue);
    }
    if (quotation.words >= fewest_words + 1) {
      return clause_subject(statement, at);
    }
    return false;
  }

  // Wong: "..."
  bool name_colon(Statement& statement, std::uint32_t at) const {
    if (at < unit().first_chunk + 2 || kind(at - 1) != ChunkKind::Colon) {
      return false;
    }
    std::uint32_t name = unit().first_chunk;
    while (name < at && name < unit().first_chunk + reach && kind(name) != ChunkKind::Noun) {
      ++name;
    }
    if (kind(name) != ChunkKind::Noun) {
      return false;
    }
    statement.rule = Rule::NameColon;
    statement.subject = {.chunk = name, .last = name, .path = SubjectPath::Before};
    if (kind(name + 1) == ChunkKind::Conjunction && kind(name + 2) == ChunkKind::Noun) {
      statement.subject.joined = name + 2;
    }
    statement.cue_range = document_.range(chunk(at - 1).first, chunk(at - 1).last);
    return true;
  }

  bool same_paragraph(std::int32_t statement) const {
    const std::uint32_t earlier = statements_[static_cast<std::size_t>(statement)].unit;
    return outline_.units[earlier].paragraph == unit().paragraph;
  }

  // `"...," Wong said, "..."` where the second part found no cue of its own.
  bool earlier_here(Statement& statement) const {
    if (static_cast<std::int32_t>(statements_.size()) <= first_here_) {
      return false;
    }
    const auto last = static_cast<std::int32_t>(statements_.size()) - 1;
    return statements_.back().rule != Rule::None && inherit(statement, last, Rule::SameSentence);
  }

  // The unit before ends with a colon: `Wong put it so:` and then the quotation.
  bool after_colon(Statement& statement, bool starts_paragraph) const {
    if (unit_ == 0 || !starts_paragraph) {
      return false;
    }
    const Clauses& earlier = outline_.units[unit_ - 1];
    if (earlier.first_chunk == earlier.last_chunk ||
        outline_.chunks[earlier.last_chunk - 1].kind != ChunkKind::Colon ||
        !last_subject_.found()) {
      return false;
    }
    statement.rule = Rule::ColonBefore;
    statement.subject = last_subject_;
    statement.subject_unit = last_subject_unit_;
    statement.cue = last_cue_;
    statement.cue_range = last_cue_range_;
    return true;
  }

  // A quotation that stands alone goes on with what was said in the paragraph before.
  bool paragraph_before(Statement& statement, bool starts_paragraph) {
    if (!starts_paragraph) {
      return clause_before(statement);
    }
    const auto count = static_cast<std::int32_t>(statements_.size());
    if (count > 0) {
      const Statement& last = statements_.back();
      const bool near =
          last.unit + 2 >= unit_ && outline_.units[last.unit].paragraph + 1 == unit().paragraph;
      if (near && last.rule != Rule::None && last.subject.found()) {
        return inherit(statement, count - 1, Rule::ParagraphBefore);
      }
    }
    return clause_before(statement);
  }

  // The subject of the sentence before.
  bool clause_before(Statement& statement) const {
    if (unit_ == 0 || !last_main_subject_.found() || last_main_unit_ + 1 != unit_) {
      return true;
    }
    statement.rule = Rule::ParagraphBefore;
    statement.subject = last_main_subject_;
    statement.subject_unit = last_main_unit_;
    return true;
  }

  // No cue: "Wong is out for "a bigger share of the cake"". The clause's subject, or nobody.
  bool clause_subject(Statement& statement, std::uint32_t at) const {
    for (std::uint32_t i = at; i-- > unit().first_chunk && i + reach > at;) {
      if (kind(i) != ChunkKind::Verb) {
        continue;
      }
      const Subject subject = find_subject(document_, lexicon_, outline_, unit(), i);
      if (subject.found() && subject.chunk < at) {
        statement.rule = Rule::ClauseSubject;
        statement.subject = subject;
        return true;
      }
    }
    return false;
  }

  void add_reported(const Clauses& unit) {
    for (Statement& reported : find_reported(document_, lexicon_, schema_, outline_, unit, uses_)) {
      reported.unit = reported.subject_unit = unit_;
      statements_.push_back(reported);
    }
  }

  // What a quotation in the next unit may need of this one.
  void remember_unit(const Clauses& unit) {
    last_subject_ = {};
    last_cue_ = -1;
    for (const CueUse& use : uses_) {
      if (use.subject.found() && use.kind == CueKind::Verb) {
        last_subject_ = use.subject;
        last_subject_unit_ = unit_;
        last_cue_ = use.cue;
        last_cue_range_ = use.range;
      }
    }
    for (std::uint32_t i = unit.first_chunk;
         i < std::min(unit.last_chunk, unit.first_chunk + reach); ++i) {
      if (chunk(i).kind != ChunkKind::Verb || chunk(i).form != VerbForm::Finite) {
        continue;
      }
      const Subject subject = find_subject(document_, lexicon_, outline_, unit, i);
      if (subject.found()) {
        last_main_subject_ = subject;
        last_main_unit_ = unit_;
        if (!last_subject_.found()) {
          last_subject_ = subject;
          last_subject_unit_ = unit_;
        }
        return;
      }
    }
  }

  // A quotation without a speaker whose paragraph goes on: `"..." "...," Wong said.`
  void adopt_from_behind() {
    for (std::size_t i = statements_.size(); i-- > 0;) {
      Statement& statement = statements_[i];
      const bool weak = statement.rule == Rule::None || statement.rule == Rule::ParagraphBefore;
      if (statement.quotation < 0 || !weak) {
        continue;
      }
      for (std::size_t next = i + 1; next < statements_.size() && next < i + 4; ++next) {
        const Statement& later = statements_[next];
        const bool cued = later.rule == Rule::QuoteThenCue || later.rule == Rule::QuoteThenInverted;
        if (outline_.units[later.unit].paragraph != outline_.units[statement.unit].paragraph) {
          break;
        }
        if (later.quotation >= 0 && cued) {
          inherit(statement, static_cast<std::int32_t>(next), Rule::NextInParagraph);
          break;
        }
      }
    }
  }

  Document& document_;
  const Lexicon& lexicon_;
  const Schema& schema_;
  const Outline& outline_;
  std::vector<Statement> statements_;
  std::vector<CueUse> uses_;  // Of the unit at hand.
  std::uint32_t unit_ = 0;
  bool headline_ = false;
  std::int32_t first_here_ = 0;
  std::int32_t last_quote_ = -1;
  Subject last_subject_, last_main_subject_;
  std::uint32_t last_subject_unit_ = 0, last_main_unit_ = 0;
  std::int32_t last_cue_ = -1;
  TextRange last_cue_range_;
};

}  // namespace

std::vector<Statement> find_statements(Document& document, const Lexicon& lexicon,
                                       const Schema& schema, const Outline& outline) {
  return StatementFinder(document, lexicon, schema, outline).run();
}

const char* to_string(Rule rule) {
  return rule_names[static_cast<std::size_t>(rule)];
}

}  // namespace verbale::attribution
