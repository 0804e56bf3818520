#include "attribution/inversion.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

constexpr std::uint32_t reach = 60;  // Chunks, which keeps hostile text linear.

}  // namespace

Subject Inversion::subject(std::uint32_t verb) const {
  return inverts(verb) ? behind_verb(verb) : Subject{};
}

// `"...," said Wong`, `Said Wong:`: a finite verb directly behind a quotation or at the start.
bool Inversion::inverts(std::uint32_t verb) const {
  if (chunks_.at(verb).form != VerbForm::Finite || chunks_.kind(verb + 1) != ChunkKind::Noun) {
    return false;
  }
  const Token& first = chunks_.document.tokens[chunks_.at(verb + 1).first];
  if (chunks_.at(verb + 1).pronoun && !lexicon_.has(first, trait_subject_pronoun)) {
    return false;  // "told him"
  }
  const bool compound = lexicon_.has(chunks_.document.tokens[chunks_.at(verb).first],
                                     trait_auxiliary);  // "has shown"
  if (lacks_noun(verb + 1) || is_telling(verb) || compound) {
    return false;
  }
  std::uint32_t left = chains_.skip_back(verb);
  if (left == chunks_.first()) {
    return chunks_.at(verb).cue >= 0 && chunks_.kind(verb + 1) == ChunkKind::Noun &&
           chunks_.document.tokens[chunks_.at(verb).first].starts_capital() &&
           verb == chunks_.first() &&
           (lexicon_.has(chunks_.document.tokens[chunks_.at(verb).head], trait_cue_past) ||
            chunks_.document.word(chunks_.at(verb).head) == "Says");
  }
  --left;
  if (chunks_.kind(left) == ChunkKind::Comma && left > chunks_.first()) {
    return chunks_.kind(left - 1) == ChunkKind::Quotation || ends_with_comma_clause(left, verb);
  }
  const bool dash = chunks_.kind(left) == ChunkKind::Dash && left > chunks_.first();
  return chunks_.kind(left) == ChunkKind::Quotation ||
         (dash && chunks_.kind(left - 1) == ChunkKind::Quotation);
}

// `called for a "war"`: the noun is inside the marks.
bool Inversion::lacks_noun(std::uint32_t noun) const {
  const Chunk& chunk = chunks_.at(noun);
  return chunk.last == chunk.first + 1 &&
         lexicon_.has(chunks_.document.tokens[chunk.first], trait_determiner) &&
         chunks_.kind(noun + 1) == ChunkKind::Quotation;
}

// "told CBS News": the noun behind it listens.
bool Inversion::is_telling(std::uint32_t verb) const {
  const std::string_view word = chunks_.document.word(chunks_.at(verb).head);
  return word == "told" || word == "tells" || word == "tell";
}

// "The paradox, says Wong, is": the first comma of the sentence, and another one behind the name.
bool Inversion::set_off_behind(std::uint32_t comma, std::uint32_t verb) const {
  const std::uint32_t behind = chains_.with_attachments(verb + 1) + 1;
  if (chunks_.at(verb).cue < 0 || chunks_.kind(behind) != ChunkKind::Comma || verb != comma + 1) {
    return false;
  }
  for (std::uint32_t i = comma; i-- > chunks_.first() && i + reach > comma;) {
    if (chunks_.kind(i) == ChunkKind::Comma) {
      return false;
    }
  }
  return true;
}

// "Prices fell, said Wong of the bank.": no apposition ends at this comma and no verb follows.
bool Inversion::ends_with_comma_clause(std::uint32_t comma, std::uint32_t verb) const {
  if (!lexicon_.has(chunks_.document.tokens[chunks_.at(verb).head], trait_cue_clause)) {
    return false;  // "Ode, who left, described the plan"
  }
  if (set_off_behind(comma, verb)) {
    return true;
  }
  if (chunks_.kind(verb + 2) == ChunkKind::Quotation) {
    return false;  // `Podesta, a former adviser, said Obama "understood it"`
  }
  for (std::uint32_t i = verb + 1; i < std::min(chunks_.last(), verb + reach); ++i) {
    if (chunks_.kind(i) == ChunkKind::Relative || chunks_.kind(i) == ChunkKind::Comma) {
      break;
    }
    if (chunks_.kind(i) == ChunkKind::Verb && chunks_.at(i).form == VerbForm::Finite) {
      return false;
    }
  }
  for (std::uint32_t i = comma; i-- > chunks_.first() && i + reach > comma;) {
    if (chunks_.is_finite(i)) {  // Not "Solvane, who flew out, rejected the plan".
      return i == chunks_.first() || chunks_.kind(i - 1) != ChunkKind::Relative;
    }
    if (chunks_.kind(i) == ChunkKind::Comma && !is_saying(verb)) {
      return false;
    }
  }
  return false;
}

// "said a lawyer": a verb that takes no noun but who speaks, and somebody behind it.
bool Inversion::is_saying(std::uint32_t verb) const {
  const std::string_view word = chunks_.document.word(chunks_.at(verb).head);
  return (word == "said" || word == "says" || word == "wrote" || word == "writes") &&
         chains_.is_person(verb + 1);
}

Subject Inversion::behind_verb(std::uint32_t verb) const {
  Subject subject{.chunk = verb + 1, .path = SubjectPath::Inverted};
  subject.last = chains_.with_attachments(verb + 1);
  const std::uint32_t name = subject.last + 2;
  if (!chains_.is_name(subject.chunk) && chunks_.kind(name - 1) == ChunkKind::Comma &&
      chunks_.kind(name) == ChunkKind::Noun && chains_.is_name(name) &&
      (chunks_.kind(name + 1) == ChunkKind::Comma || chunks_.kind(name + 1) == ChunkKind::Stop ||
       (chains_.is_full_name(name) && chunks_.kind(name + 1) == ChunkKind::Preposition))) {
    return {.chunk = name, .last = name, .path = SubjectPath::Inverted};  // "a user, Jo Ode"
  }
  join_behind(subject);
  return subject;
}

void Inversion::join_behind(Subject& subject) const {
  const std::uint32_t next = subject.last + 1;
  if (chunks_.kind(next) == ChunkKind::Conjunction && chunks_.kind(next + 1) == ChunkKind::Noun &&
      chunks_.document.word(chunks_.at(next).first) == "and" &&
      chunks_.kind(next + 2) != ChunkKind::Verb) {
    subject.joined = next + 1;
  }
}

}  // namespace verbale::attribution
