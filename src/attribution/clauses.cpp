#include "attribution/clauses.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

// Subjects are looked for through this many verbs ("left and went on to say") and asides.
constexpr int deepest = 3;
// And not further away than this, which keeps hostile text linear.
constexpr std::uint32_t reach = 60;
constexpr int most_verbs = 3;

class SubjectFinder {
 public:
  SubjectFinder(const Document& document, const Lexicon& lexicon, const Outline& outline,
                const Clauses& unit)
      : document_(document), lexicon_(lexicon), chunks_(outline.chunks), unit_(unit) {}

  Subject find(std::uint32_t verb, int depth) const {
    if (depth > deepest) {
      return {};
    }
    if (inverts(verb)) {
      if (const Subject behind = behind_verb(verb); behind.found()) {
        return behind;
      }
    }
    return before_verb(verb, depth);
  }

 private:
  const Chunk& at(std::uint32_t chunk) const { return chunks_[chunk]; }
  ChunkKind kind(std::uint32_t chunk) const {
    return chunk < unit_.last_chunk && chunk >= unit_.first_chunk ? chunks_[chunk].kind
                                                                  : ChunkKind::Stop;
  }
  bool is_first(std::uint32_t chunk) const { return chunk == unit_.first_chunk; }

  std::uint32_t skip_back(std::uint32_t chunk) const {  // Past adverbs and brackets before `chunk`.
    while (chunk > unit_.first_chunk &&
           (kind(chunk - 1) == ChunkKind::Adverb || kind(chunk - 1) == ChunkKind::Bracket)) {
      --chunk;
    }
    return chunk;
  }

  // `"...," said Wong`, `Said Wong:`: a finite verb directly behind a quotation or at the start.
  bool inverts(std::uint32_t verb) const {
    if (at(verb).form != VerbForm::Finite || kind(verb + 1) != ChunkKind::Noun) {
      return false;
    }
    const Token& first = document_.tokens[at(verb + 1).first];
    if (at(verb + 1).pronoun && !lexicon_.has(first, trait_subject_pronoun)) {
      return false;  // "told him"
    }
    std::uint32_t left = skip_back(verb);
    if (is_first(left)) {
      return at(verb).cue >= 0 && kind(verb + 1) == ChunkKind::Noun &&
             document_.tokens[at(verb).first].starts_capital() && is_first(verb);
    }
    --left;
    if (kind(left) == ChunkKind::Comma && left > unit_.first_chunk) {
      return kind(left - 1) == ChunkKind::Quotation || ends_with_comma_clause(left, verb);
    }
    const bool dash = kind(left) == ChunkKind::Dash && left > unit_.first_chunk;
    return kind(left) == ChunkKind::Quotation || (dash && kind(left - 1) == ChunkKind::Quotation);
  }

  // "The paradox, says Wong, is": the first comma of the sentence, and another one behind the name.
  bool set_off_behind(std::uint32_t comma, std::uint32_t verb) const {
    const std::uint32_t behind = with_attachments(verb + 1) + 1;
    if (at(verb).cue < 0 || kind(behind) != ChunkKind::Comma || verb != comma + 1) {
      return false;
    }
    for (std::uint32_t i = comma; i-- > unit_.first_chunk && i + reach > comma;) {
      if (kind(i) == ChunkKind::Comma) {
        return false;
      }
    }
    return true;
  }

  // "Prices fell, said Wong of the bank.": no apposition ends at this comma and no verb follows.
  bool ends_with_comma_clause(std::uint32_t comma, std::uint32_t verb) const {
    if (set_off_behind(comma, verb)) {
      return true;
    }
    for (std::uint32_t i = verb + 1; i < std::min(unit_.last_chunk, verb + reach); ++i) {
      if (kind(i) == ChunkKind::Relative || kind(i) == ChunkKind::Comma) {
        break;
      }
      if (kind(i) == ChunkKind::Verb && at(i).form == VerbForm::Finite) {
        return false;
      }
    }
    for (std::uint32_t i = comma; i-- > unit_.first_chunk && i + reach > comma;) {
      if (kind(i) == ChunkKind::Verb && at(i).form == VerbForm::Finite) {
        return true;
      }
      if (kind(i) == ChunkKind::Comma) {
        return false;
      }
    }
    return false;
  }

  Subject behind_verb(std::uint32_t verb) const {
    Subject subject{.chunk = verb + 1, .path = SubjectPath::Inverted};
    subject.last = with_attachments(verb + 1);
    const std::uint32_t name = subject.last + 2;
    if (!is_name(subject.chunk) && kind(name - 1) == ChunkKind::Comma &&
        kind(name) == ChunkKind::Noun && is_name(name) &&
        (kind(name + 1) == ChunkKind::Comma || kind(name + 1) == ChunkKind::Stop)) {
      return {.chunk = name, .last = name, .path = SubjectPath::Inverted};  // "a user, Jo Ode"
    }
    join_behind(subject);
    return subject;
  }

  // The last chunk of "a spokesman for the mayor of Ode", walking to the right.
  std::uint32_t with_attachments(std::uint32_t chunk) const {
    const std::uint32_t limit = chunk + 8;
    while (chunk < limit && kind(chunk + 1) == ChunkKind::Preposition &&
           kind(chunk + 2) == ChunkKind::Noun && attaches(chunk + 1)) {
      chunk += 2;
    }
    return chunk;
  }

  bool attaches(std::uint32_t preposition) const {
    const std::string_view word = document_.word(at(preposition).first);
    return word == "of" || word == "for" || word == "from" || word == "at" || word == "with" ||
           word == "to";
  }

  void join_behind(Subject& subject) const {
    const std::uint32_t next = subject.last + 1;
    if (kind(next) == ChunkKind::Conjunction && kind(next + 1) == ChunkKind::Noun &&
        document_.word(at(next).first) == "and" && kind(next + 2) != ChunkKind::Verb) {
      subject.joined = next + 1;
    }
  }

  Subject before_verb(std::uint32_t verb, int depth) const {
    const std::uint32_t left = skip_back(verb);
    if (is_first(left)) {
      return at(verb).form == VerbForm::Gerund ? of_following_clause(verb) : Subject{};
    }
    const std::uint32_t before = left - 1;
    switch (kind(before)) {
      case ChunkKind::Noun:
        return at(verb).form == VerbForm::Infinitive ? of_earlier_verb(before, depth)
                                                     : at_verb(before, depth);
      case ChunkKind::Relative:
        return antecedent(before, depth);
      case ChunkKind::Comma:
        return at(verb).form == VerbForm::Gerund ? of_main_clause(before, depth)
                                                 : behind_aside(before, depth);
      case ChunkKind::Dash:
      case ChunkKind::Bracket:
        return behind_aside(before, depth);
      case ChunkKind::Conjunction:
      case ChunkKind::Verb:
        return of_earlier_verb(before, depth);
      case ChunkKind::Preposition:
      case ChunkKind::Subordinator:
        return at(verb).form == VerbForm::Gerund ? of_main_clause(before, depth) : Subject{};
      case ChunkKind::Quotation:
        return of_main_verb(before, depth);
      default:
        return {};
    }
  }

  // A noun phrase directly before the verb: the subject is the one that it hangs on.
  Subject at_verb(std::uint32_t noun, int depth) const {
    const std::uint32_t start = chain_start(noun);
    if (const Subject outer = of_reduced_clause(start, depth); outer.found()) {
      return outer;
    }
    Subject subject{.chunk = start, .last = noun, .path = SubjectPath::Before};
    join_before(subject);
    return subject;
  }

  // "A man wearing a hat said", "Wong, the guru who founded it said": the noun phrase at `start` is
  // the object of a verb that hangs on the real subject.
  Subject of_reduced_clause(std::uint32_t start, int depth) const {
    if (at(start).pronoun || start < unit_.first_chunk + 2 || depth >= deepest) {
      return {};
    }
    std::uint32_t verb = start - 1;
    bool object = true;
    while (verb > unit_.first_chunk + 1 &&
           (kind(verb) == ChunkKind::Preposition || kind(verb) == ChunkKind::Adverb)) {
      --verb;
      object = false;
    }
    if (kind(verb) != ChunkKind::Verb || (object && at(verb).cue >= 0) ||
        at(verb).form == VerbForm::Infinitive) {
      return {};
    }
    const std::uint32_t before = skip_back(verb) - 1;
    if (kind(before) == ChunkKind::Relative) {
      return antecedent(before, depth);
    }
    const bool participle =
        at(verb).form == VerbForm::Gerund || at(verb).first + 1 == at(verb).last;
    if (kind(before) != ChunkKind::Noun || !participle || at(before).pronoun) {
      return {};
    }
    const std::uint32_t head = chain_start(before);
    if (head > unit_.first_chunk && kind(head - 1) == ChunkKind::Subordinator) {
      return {};
    }
    return {.chunk = head, .last = before, .path = SubjectPath::Before};
  }

  // "a spokesman for the mayor": from "the mayor" back to "a spokesman"; "In Ode the mayor" stays.
  std::uint32_t chain_start(std::uint32_t noun) const {
    std::uint32_t start = noun;
    while (start >= unit_.first_chunk + 2 && start + reach > noun && !is_subject_pronoun(start) &&
           kind(start - 1) == ChunkKind::Preposition) {
      std::uint32_t head = start - 2;
      while (head > unit_.first_chunk && (kind(head) == ChunkKind::Bracket)) {
        --head;
      }
      if (is_region(head)) {
        head -= 2;
      }
      if (kind(head) != ChunkKind::Noun || at(head).pronoun) {
        break;
      }
      start = head;
    }
    return start;
  }

  // "D.C." of "in Washington, D.C."
  bool is_region(std::uint32_t noun) const {
    return noun >= unit_.first_chunk + 3 && kind(noun) == ChunkKind::Noun &&
           at(noun).last - at(noun).first == 1 && is_name(noun) &&
           kind(noun - 1) == ChunkKind::Comma && kind(noun - 2) == ChunkKind::Noun &&
           kind(noun - 3) == ChunkKind::Preposition;
  }

  bool is_subject_pronoun(std::uint32_t noun) const {
    return at(noun).pronoun && lexicon_.has(document_.tokens[at(noun).head], trait_subject_pronoun);
  }

  // "Wong and Ode said"
  void join_before(Subject& subject) const {
    const std::uint32_t first = subject.chunk;
    if (first < unit_.first_chunk + 2 || kind(first - 1) != ChunkKind::Conjunction ||
        document_.word(at(first - 1).first) != "and" || kind(first - 2) != ChunkKind::Noun ||
        at(first).pronoun) {
      return;
    }
    const std::uint32_t other = chain_start(first - 2);
    const bool object = other > unit_.first_chunk && kind(other - 1) == ChunkKind::Verb;
    const bool clause = other > unit_.first_chunk && kind(other - 1) == ChunkKind::Preposition;
    if (!object && !clause) {
      subject.joined = first;
      subject.chunk = other;
    }
  }

  // "Wong, who said", "a man in Ode who said"
  Subject antecedent(std::uint32_t relative, int depth) const {
    std::uint32_t i = relative;
    while (i > unit_.first_chunk &&
           (kind(i - 1) == ChunkKind::Comma || kind(i - 1) == ChunkKind::Bracket ||
            kind(i - 1) == ChunkKind::Adverb)) {
      --i;
    }
    if (i == unit_.first_chunk || kind(i - 1) != ChunkKind::Noun) {
      return {};
    }
    std::uint32_t noun = i - 1;
    const std::uint32_t start = chain_start(noun);
    if (start != noun && !is_person(noun) && is_person(start)) {
      noun = start;
    }
    if (const Subject named = name_before(noun); named.found() && depth < deepest) {
      return named;
    }
    return {.chunk = noun, .last = i - 1, .path = SubjectPath::Relative};
  }

  // "Nate Ode, the guru who founded it": the guru is Nate Ode.
  Subject name_before(std::uint32_t noun) const {
    if (noun < unit_.first_chunk + 2 || kind(noun - 1) != ChunkKind::Comma ||
        kind(noun - 2) != ChunkKind::Noun || is_name(noun) || !is_name(noun - 2)) {
      return {};
    }
    return {.chunk = noun - 2, .last = noun - 2, .path = SubjectPath::Relative};
  }

  bool is_name(std::uint32_t noun) const {
    const Token& head = document_.tokens[at(noun).head];
    return head.starts_capital() &&
           !lexicon_.has(head, trait_person_noun | trait_body_noun | trait_document_noun);
  }

  // A pronoun for people, or a phrase about somebody who can speak.
  bool is_speaker(std::uint32_t noun) const {
    const Token& head = document_.tokens[at(noun).head];
    return is_person(noun) || lexicon_.has(head, trait_he | trait_she | trait_body_noun);
  }

  bool is_person(std::uint32_t noun) const {
    const Token& head = document_.tokens[at(noun).head];
    return lexicon_.has(head, trait_person_noun | trait_given_name | trait_title) ||
           (head.starts_capital() && !lexicon_.has(head, trait_body_noun));
  }

  // The comma or dash at `closing` ends an aside: "Hugh Hill, a doctor, said".
  Subject behind_aside(std::uint32_t closing, int depth) const {
    std::uint32_t opening = closing;
    const bool dash = kind(closing) == ChunkKind::Dash;
    while (opening > unit_.first_chunk && opening + reach > closing) {
      --opening;
      if (kind(opening) == (dash ? ChunkKind::Dash : ChunkKind::Comma)) {
        break;
      }
    }
    if (opening == unit_.first_chunk || opening + 1 == closing) {
      return kind(opening) == ChunkKind::Comma || dash ? Subject{} : leading_noun(closing);
    }
    if (const Subject name = named_aside(opening, closing); name.found()) {
      return name;
    }
    return at_aside(opening, depth);
  }

  // "Her adviser, Jake Ode, said": the aside is the name.
  Subject named_aside(std::uint32_t opening, std::uint32_t closing) const {
    const std::uint32_t aside = opening + 1;
    if (kind(aside) != ChunkKind::Noun || !is_name(aside) || kind(opening - 1) != ChunkKind::Noun ||
        is_name(opening - 1)) {
      return {};
    }
    const std::uint32_t outer = outer_apposition(chain_start(opening - 1));
    if (outer != no_chunk && is_name(outer)) {
      return {};  // "Gio Ode, the editor of the newspaper, The Tarn, said"
    }
    for (std::uint32_t i = aside + 1; i < closing; ++i) {
      if (kind(i) != ChunkKind::Bracket && kind(i) != ChunkKind::Preposition &&
          kind(i) != ChunkKind::Noun) {
        return {};
      }
    }
    Subject subject{.chunk = aside, .last = aside, .path = SubjectPath::Apposition};
    const std::uint32_t described = chain_start(opening - 1);
    if (described >= unit_.first_chunk + 2 && kind(described - 1) == ChunkKind::Conjunction &&
        kind(described - 2) == ChunkKind::Noun && is_name(described - 2) &&
        document_.word(at(described - 1).first) == "and") {
      subject.joined = described - 2;  // "Wong and his counterpart, Jo Ode, proclaimed"
    }
    return subject;
  }

  // "Hugh Hill said, and ..." has no aside: a clause before a single comma keeps its own subject.
  Subject leading_noun(std::uint32_t comma) const {
    if (comma == unit_.first_chunk || kind(comma - 1) != ChunkKind::Noun) {
      return {};
    }
    const std::uint32_t start = chain_start(comma - 1);
    if (!is_first(start)) {
      return {};
    }
    return {.chunk = start, .last = comma - 1, .path = SubjectPath::Apposition};
  }

  Subject at_aside(std::uint32_t opening, int depth) const {
    const std::uint32_t left = skip_back(opening);
    if (is_first(left)) {
      return {};
    }
    const std::uint32_t before = left - 1;
    if (kind(before) == ChunkKind::Noun) {
      return head_of_appositions(before);
    }
    if (kind(before) == ChunkKind::Verb || kind(before) == ChunkKind::Quotation) {
      return depth < deepest ? of_main_verb(opening, depth) : Subject{};
    }
    return {};
  }

  // The noun phrase before the comma that `start`, or the preposition before it, follows: from
  // "Va." to "Ode" in "Johnnie Ode, 59, of Springfield, Va.". Not "Ohio" in "In Ohio, Ode,
  // speaking".
  std::uint32_t outer_apposition(std::uint32_t start) const {
    std::uint32_t comma = start;
    if (comma > unit_.first_chunk && kind(comma - 1) == ChunkKind::Preposition) {
      --comma;
    }
    if (comma < unit_.first_chunk + 2 || kind(comma - 1) != ChunkKind::Comma || at(start).pronoun) {
      return no_chunk;
    }
    std::uint32_t noun = comma - 2;
    while (noun > unit_.first_chunk && kind(noun) == ChunkKind::Bracket) {
      --noun;
    }
    if (kind(noun) != ChunkKind::Noun || at(noun).pronoun) {
      return no_chunk;
    }
    const std::uint32_t outer = chain_start(noun);
    if (is_first(outer)) {
      return outer;
    }
    if (kind(outer - 1) == ChunkKind::Preposition) {
      const bool aside = outer >= unit_.first_chunk + 3 && kind(outer - 2) == ChunkKind::Comma;
      return aside ? outer : no_chunk;
    }
    return kind(outer - 1) == ChunkKind::Verb ? no_chunk : outer;
  }

  // "Noting that it rained, Wong left."
  Subject of_following_clause(std::uint32_t verb) const {
    for (std::uint32_t i = verb + 1; i < unit_.last_chunk && i < verb + reach; ++i) {
      if (kind(i) == ChunkKind::Comma && kind(i + 1) == ChunkKind::Noun &&
          kind(i + 2) == ChunkKind::Verb) {
        return {.chunk = i + 1, .last = i + 1, .path = SubjectPath::Participle};
      }
    }
    return {};
  }

  // Several asides in a row: "Mook, the manager of the campaign, speaking in Ode, said".
  Subject head_of_appositions(std::uint32_t noun) const {
    std::uint32_t start = chain_start(noun);
    for (int i = 0; i < 5; ++i) {
      const std::uint32_t outer = outer_apposition(start);
      if (outer == no_chunk) {
        break;
      }
      const bool name_inside =
          is_name(start) && !is_name(outer) && kind(start - 1) == ChunkKind::Comma;
      if (name_inside) {
        break;
      }
      start = outer;
      noun = start;
    }
    return {.chunk = start, .last = noun, .path = SubjectPath::Apposition};
  }

  // "Wong left and said", "Wong declined to say"
  Subject of_earlier_verb(std::uint32_t from, int depth) const {
    Subject subject = of_main_verb(from + 1, depth);
    if (subject.found() && !is_speaker(subject.chunk)) {
      const Subject main = of_main_clause(from, depth);
      subject = main.found() && is_speaker(main.chunk) ? main : subject;
    }
    if (subject.found()) {
      subject.path = SubjectPath::Coordinated;
    }
    return subject;
  }

  // "Wong said that the talks which Ode left had failed, adding": the subject of the last clause
  // before `from` that no other clause holds.
  Subject of_main_clause(std::uint32_t from, int depth) const {
    if (from > unit_.first_chunk && kind(from - 1) == ChunkKind::Verb && at(from - 1).cue >= 0 &&
        depth < deepest) {
      return find(from - 1, depth + 1);  // "They will meet, Wong said, adding"
    }
    Subject main;
    std::uint32_t i = from > unit_.first_chunk + reach ? from - reach : unit_.first_chunk;
    bool leading = kind(i) == ChunkKind::Subordinator;
    int verbs = 0;
    for (; i < from && depth < deepest; ++i) {
      leading = leading && kind(i) != ChunkKind::Comma;
      const bool finite = kind(i) == ChunkKind::Verb && at(i).form == VerbForm::Finite;
      if (!finite || leading || (main.found() && !starts_clause(i)) || ++verbs > most_verbs) {
        continue;
      }
      if (const Subject subject = find(i, depth + 1); subject.found()) {
        main = subject;
        main.path = SubjectPath::Participle;
      }
    }
    return main;
  }

  // "..., but Wong left": a new main clause with a subject of its own.
  bool starts_clause(std::uint32_t verb) const {
    if (verb < unit_.first_chunk + 3 || kind(verb - 1) != ChunkKind::Noun) {
      return false;
    }
    const std::uint32_t noun = chain_start(verb - 1);
    return noun > unit_.first_chunk + 1 && kind(noun - 1) == ChunkKind::Conjunction &&
           kind(noun - 2) == ChunkKind::Comma;
  }

  // The subject of the nearest finite verb before `from`.
  Subject of_main_verb(std::uint32_t from, int depth) const {
    int verbs = 0;
    for (std::uint32_t i = from; i-- > unit_.first_chunk && i + reach > from;) {
      if (kind(i) != ChunkKind::Verb || at(i).form == VerbForm::Gerund) {
        continue;
      }
      if (++verbs > most_verbs) {
        break;
      }
      Subject subject = find(i, depth + 1);
      if (subject.found()) {
        subject.path = SubjectPath::Participle;
        return subject;
      }
      if (depth + 1 > deepest) {
        break;
      }
    }
    return {};
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const std::vector<Chunk>& chunks_;
  const Clauses& unit_;
};

}  // namespace

Subject find_subject(const Document& document, const Lexicon& lexicon, const Outline& outline,
                     const Clauses& unit, std::uint32_t verb) {
  return SubjectFinder(document, lexicon, outline, unit).find(verb, 0);
}

}  // namespace verbale::attribution
