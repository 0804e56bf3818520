#include "attribution/clauses.h"

#include <algorithm>

#include "attribution/inversion.h"
#include "attribution/noun_chains.h"

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
      : document_(document),
        chunks_{document, outline, unit},
        chains_(chunks_, lexicon),
        inversion_(chunks_, lexicon) {}

  Subject find(std::uint32_t verb, int depth) const {
    if (depth > deepest) {
      return {};
    }
    if (const Subject behind = inversion_.subject(verb); behind.found()) {
      return behind;
    }
    return before_verb(verb, depth);
  }

 private:
  bool is_first(std::uint32_t chunk) const { return chunk == chunks_.first(); }

  Subject before_verb(std::uint32_t verb, int depth) const {
    const std::uint32_t left = chains_.skip_back(verb);
    if (is_first(left)) {
      return chunks_.at(verb).form == VerbForm::Gerund ? of_following_clause(verb) : Subject{};
    }
    const std::uint32_t before = left - 1;
    switch (chunks_.kind(before)) {
      case ChunkKind::Noun:
        return chunks_.at(verb).form == VerbForm::Infinitive ? of_earlier_verb(before, depth)
                                                             : at_verb(before, depth);
      case ChunkKind::Relative:
        return antecedent(before, depth);
      case ChunkKind::Comma:
        return chunks_.at(verb).form == VerbForm::Gerund ? of_main_clause(before, depth)
                                                         : behind_aside(before, depth);
      case ChunkKind::Dash:
      case ChunkKind::Bracket:
        return behind_aside(before, depth);
      case ChunkKind::Conjunction:
      case ChunkKind::Verb:
        return of_earlier_verb(before, depth);
      case ChunkKind::Preposition:
      case ChunkKind::Subordinator:
        return chunks_.at(verb).form == VerbForm::Gerund ? of_main_clause(before, depth)
                                                         : Subject{};
      case ChunkKind::Quotation:
        return chunks_.at(verb).form == VerbForm::Gerund ? of_main_clause(before, depth)
                                                         : of_main_verb(before, depth);
      default:
        return {};
    }
  }

  // A noun phrase directly before the verb: the subject is the one that it hangs on.
  Subject at_verb(std::uint32_t noun, int depth) const {
    const std::uint32_t start = chains_.chain_start(noun);
    if (start >= chunks_.first() + 2 && chunks_.kind(start - 1) == ChunkKind::Preposition &&
        chunks_.kind(start - 2) == ChunkKind::Conjunction && !chunks_.at(start).pronoun) {
      return of_earlier_verb(start - 2, depth);  // "Wong left and in a statement said"
    }
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
    if (chunks_.at(start).pronoun || start < chunks_.first() + 2 || depth >= deepest) {
      return {};
    }
    std::uint32_t verb = start - 1;
    bool object = true;
    while (verb > chunks_.first() + 1 && (chunks_.kind(verb) == ChunkKind::Preposition ||
                                          chunks_.kind(verb) == ChunkKind::Adverb)) {
      --verb;
      object = false;
    }
    if (chunks_.kind(verb) != ChunkKind::Verb || (object && chunks_.at(verb).cue >= 0) ||
        chunks_.at(verb).form == VerbForm::Infinitive) {
      return {};
    }
    const std::uint32_t before = chains_.skip_back(verb) - 1;
    if (chunks_.kind(before) == ChunkKind::Relative) {
      return antecedent(before, depth);
    }
    const bool participle = chunks_.at(verb).form == VerbForm::Gerund ||
                            chunks_.at(verb).first + 1 == chunks_.at(verb).last;
    if (chunks_.kind(before) != ChunkKind::Noun || !participle || chunks_.at(before).pronoun) {
      return {};
    }
    const std::uint32_t head = chains_.chain_start(before);
    if (head > chunks_.first() && chunks_.kind(head - 1) == ChunkKind::Subordinator) {
      return {};
    }
    return {.chunk = head, .last = before, .path = SubjectPath::Before};
  }

  // "Wong and Ode said"
  void join_before(Subject& subject) const {
    const std::uint32_t first = subject.chunk;
    if (first < chunks_.first() + 2 || chunks_.kind(first - 1) != ChunkKind::Conjunction ||
        document_.word(chunks_.at(first - 1).first) != "and" ||
        chunks_.kind(first - 2) != ChunkKind::Noun || chunks_.at(first).pronoun) {
      return;
    }
    const std::uint32_t other = chains_.chain_start(first - 2);
    const bool object = other > chunks_.first() && chunks_.kind(other - 1) == ChunkKind::Verb;
    const bool clause =
        other > chunks_.first() && chunks_.kind(other - 1) == ChunkKind::Preposition;
    if (!object && !clause) {
      subject.joined = first;
      subject.chunk = other;
    }
  }

  // "Wong, who said", "a man in Ode who said"
  Subject antecedent(std::uint32_t relative, int depth) const {
    std::uint32_t i = relative;
    while (i > chunks_.first() &&
           (chunks_.kind(i - 1) == ChunkKind::Comma || chunks_.kind(i - 1) == ChunkKind::Bracket ||
            chunks_.kind(i - 1) == ChunkKind::Adverb)) {
      --i;
    }
    if (i == chunks_.first() || chunks_.kind(i - 1) != ChunkKind::Noun) {
      return {};
    }
    std::uint32_t noun = i - 1;
    const std::uint32_t start = chains_.chain_start(noun);
    if (start != noun && !chains_.is_person(noun) && chains_.is_person(start)) {
      noun = start;
    }
    if (const Subject named = name_before(noun); named.found() && depth < deepest) {
      return named;
    }
    return {.chunk = noun, .last = i - 1, .path = SubjectPath::Relative};
  }

  // "Nate Ode, the guru who founded it": the guru is Nate Ode.
  Subject name_before(std::uint32_t noun) const {
    if (noun < chunks_.first() + 2 || chunks_.kind(noun - 1) != ChunkKind::Comma ||
        chunks_.kind(noun - 2) != ChunkKind::Noun || chains_.is_name(noun) ||
        !chains_.is_name(noun - 2)) {
      return {};
    }
    return {.chunk = noun - 2, .last = noun - 2, .path = SubjectPath::Relative};
  }

  // The comma or dash at `closing` ends an aside: "Hugh Hill, a doctor, said".
  Subject behind_aside(std::uint32_t closing, int depth) const {
    std::uint32_t opening = closing;
    const bool dash = chunks_.kind(closing) == ChunkKind::Dash;
    while (opening > chunks_.first() && opening + reach > closing) {
      --opening;
      if (chunks_.kind(opening) == (dash ? ChunkKind::Dash : ChunkKind::Comma)) {
        break;
      }
    }
    if (opening == chunks_.first() || opening + 1 == closing) {
      return chunks_.kind(opening) == ChunkKind::Comma || dash ? Subject{} : leading_noun(closing);
    }
    if (const Subject name = named_aside(opening, closing); name.found()) {
      return name;
    }
    return at_aside(opening, depth);
  }

  // "Her adviser, Jake Ode, said": the aside is the name.
  Subject named_aside(std::uint32_t opening, std::uint32_t closing) const {
    const std::uint32_t aside = opening + 1;
    if (chunks_.kind(aside) != ChunkKind::Noun || !chains_.is_name(aside) ||
        chunks_.kind(opening - 1) != ChunkKind::Noun) {
      return {};
    }
    const std::uint32_t described = chains_.chain_start(opening - 1);
    if (chains_.is_name(opening - 1) &&
        (chains_.is_name(described) || !chains_.is_full_name(aside))) {
      return {};  // "Hugh Hill, Ohio, said", but "the mayor of Tarn, Mary Wong, said"
    }
    const std::uint32_t outer = chains_.outer_apposition(described);
    if (outer != no_chunk && chains_.is_name(outer)) {
      return {};  // "Gio Ode, the editor of the newspaper, The Tarn, said"
    }
    for (std::uint32_t i = aside + 1; i < closing; ++i) {
      if (chunks_.kind(i) != ChunkKind::Bracket && chunks_.kind(i) != ChunkKind::Preposition &&
          chunks_.kind(i) != ChunkKind::Noun) {
        return {};
      }
    }
    Subject subject{.chunk = aside, .last = aside, .path = SubjectPath::Apposition};
    if (described >= chunks_.first() + 2 && chunks_.kind(described - 1) == ChunkKind::Conjunction &&
        chunks_.kind(described - 2) == ChunkKind::Noun && chains_.is_name(described - 2) &&
        document_.word(chunks_.at(described - 1).first) == "and") {
      subject.joined = described - 2;  // "Wong and his counterpart, Jo Ode, proclaimed"
    }
    return subject;
  }

  // "Hugh Hill said, and ..." has no aside: a clause before a single comma keeps its own subject.
  Subject leading_noun(std::uint32_t comma) const {
    if (comma == chunks_.first() || chunks_.kind(comma - 1) != ChunkKind::Noun) {
      return {};
    }
    const std::uint32_t start = chains_.chain_start(comma - 1);
    if (!is_first(start)) {
      return {};
    }
    return {.chunk = start, .last = comma - 1, .path = SubjectPath::Apposition};
  }

  Subject at_aside(std::uint32_t opening, int depth) const {
    const std::uint32_t left = chains_.skip_back(opening);
    if (is_first(left)) {
      return {};
    }
    const std::uint32_t before = left - 1;
    if (chunks_.kind(before) == ChunkKind::Noun) {
      const Subject head = chains_.head_of_appositions(before);
      const Subject outer = of_reduced_clause(head.chunk, depth);
      return outer.path == SubjectPath::Relative ? outer : head;
    }
    if (chunks_.kind(before) == ChunkKind::Verb || chunks_.kind(before) == ChunkKind::Quotation) {
      return depth < deepest ? of_main_verb(opening, depth) : Subject{};
    }
    return {};
  }

  // "Noting that it rained, Wong left."
  Subject of_following_clause(std::uint32_t verb) const {
    for (std::uint32_t i = verb + 1; i < chunks_.last() && i < verb + reach; ++i) {
      if (chunks_.kind(i) == ChunkKind::Comma && chunks_.kind(i + 1) == ChunkKind::Noun &&
          chunks_.kind(i + 2) == ChunkKind::Verb) {
        return {.chunk = i + 1, .last = i + 1, .path = SubjectPath::Participle};
      }
    }
    return {};
  }

  // "Wong said that Ode left, but said": whoever said the first thing.
  Subject of_parallel_cue(std::uint32_t conjunction, int depth) const {
    const std::uint32_t verb = conjunction + 1;
    if (chunks_.kind(conjunction) != ChunkKind::Conjunction || !chunks_.is_finite(verb) ||
        chunks_.at(verb).cue < 0 || depth >= deepest) {
      return {};
    }
    for (std::uint32_t i = conjunction; i-- > chunks_.first() && i + reach > verb;) {
      if (chunks_.is_finite(i) && chunks_.at(i).cue == chunks_.at(verb).cue) {
        Subject subject = find(i, depth + 1);
        subject.path = subject.found() ? SubjectPath::Coordinated : SubjectPath::None;
        return subject;
      }
    }
    return {};
  }

  // "Wong left and said", "Wong declined to say"
  Subject of_earlier_verb(std::uint32_t from, int depth) const {
    if (const Subject parallel = of_parallel_cue(from, depth); parallel.found()) {
      return parallel;
    }
    Subject subject = of_main_verb(from + 1, depth);
    if (subject.found() && !chains_.is_speaker(subject.chunk)) {
      const Subject main = of_main_clause(from, depth);
      subject = main.found() && chains_.is_speaker(main.chunk) ? main : subject;
    }
    if (subject.found()) {
      subject.path = SubjectPath::Coordinated;
    }
    return subject;
  }

  // "Wong said that the talks which Ode left had failed, adding": the subject of the last clause
  // before `from` that no other clause holds.
  Subject of_main_clause(std::uint32_t from, int depth) const {
    if (from > chunks_.first() && chunks_.kind(from - 1) == ChunkKind::Verb &&
        chunks_.at(from - 1).cue >= 0 && depth < deepest) {
      return find(from - 1, depth + 1);  // "They will meet, Wong said, adding"
    }
    Subject main;
    std::uint32_t i = from > chunks_.first() + reach ? from - reach : chunks_.first();
    bool leading = chunks_.kind(i) == ChunkKind::Subordinator || leads_with_phrase(i, from);
    int verbs = 0;
    for (; i < from && depth < deepest; ++i) {
      leading = leading && chunks_.kind(i) != ChunkKind::Comma;
      const bool finite =
          chunks_.kind(i) == ChunkKind::Verb && chunks_.at(i).form == VerbForm::Finite;
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

  // "In a statement released Thursday, Wong left, saying"
  bool leads_with_phrase(std::uint32_t first, std::uint32_t from) const {
    if (chunks_.kind(first) != ChunkKind::Preposition) {
      return false;
    }
    for (std::uint32_t i = first + 1; i + 1 < from; ++i) {
      if (chunks_.kind(i) == ChunkKind::Comma) {
        return true;
      }
    }
    return false;
  }

  // "..., but Wong left": a new main clause with a subject of its own.
  bool starts_clause(std::uint32_t verb) const {
    if (verb < chunks_.first() + 3 || chunks_.kind(verb - 1) != ChunkKind::Noun) {
      return false;
    }
    const std::uint32_t noun = chains_.chain_start(verb - 1);
    return noun > chunks_.first() + 1 && chunks_.kind(noun - 1) == ChunkKind::Conjunction &&
           chunks_.kind(noun - 2) == ChunkKind::Comma;
  }

  // The subject of the nearest finite verb before `from`.
  Subject of_main_verb(std::uint32_t from, int depth) const {
    int verbs = 0;
    for (std::uint32_t i = from; i-- > chunks_.first() && i + reach > from;) {
      if (chunks_.kind(i) != ChunkKind::Verb || chunks_.at(i).form == VerbForm::Gerund) {
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
  UnitChunks chunks_;
  NounChains chains_;
  Inversion inversion_;
};

}  // namespace

Subject find_subject(const Document& document, const Lexicon& lexicon, const Outline& outline,
                     const Clauses& unit, std::uint32_t verb) {
  return SubjectFinder(document, lexicon, outline, unit).find(verb, 0);
}

}  // namespace verbale::attribution
