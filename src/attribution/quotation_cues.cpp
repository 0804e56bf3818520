#include "attribution/quotation_cues.h"

#include <algorithm>

#include "attribution/quotation_use.h"

namespace verbale::attribution {

namespace {

// A cue further away from its quotation than this belongs to something else.
constexpr std::uint32_t reach = 60;
constexpr std::uint32_t reach_behind = 24;

}  // namespace

// Nothing but commas, colons, addressees and adverbs between the cue and the quotation.
bool QuotationCues::adjacent(std::uint32_t cue, std::uint32_t at) const {
  for (std::uint32_t i = cue + 1; i < at; ++i) {
    const ChunkKind k = chunks_.kind(i);
    if (k != ChunkKind::Comma && k != ChunkKind::Colon && k != ChunkKind::Adverb &&
        !(k == ChunkKind::Noun && i == cue + 1)) {
      return false;
    }
  }
  return true;
}

const CueUse* QuotationCues::before(std::uint32_t at) const {
  auto next = std::ranges::lower_bound(uses_, at, {}, &CueUse::chunk);
  while (next != uses_.begin()) {
    const CueUse& use = *--next;
    if (use.chunk + reach < at || stops_between(use.chunk, at)) {
      break;
    }
    if (!use.subject.found()) {
      continue;
    }
    const bool inverted = use.subject.path == SubjectPath::Inverted && use.subject.chunk > at;
    const bool near = adjacent(use.chunk, at) || use.chunk + 3 >= at;
    const bool usable =
        use.strength >= 2 || ((near || parenthetical(use)) && takes(cue_of(use), "quote"));
    const bool noun_off = use.kind == CueKind::Noun && !noun_introduces(use.chunk, at);
    if (!inverted && usable && !noun_off) {
      return &use;
    }
  }
  return nullptr;
}

// "Wong's claim that it was "odd"", `his slogan, "..."`; not "called his remarks on Monday
// "odd"".
bool QuotationCues::noun_introduces(std::uint32_t noun, std::uint32_t at) const {
  if (chunks_.kind(noun + 1) == ChunkKind::Subordinator && chunks_.word(noun + 1) == "that") {
    return true;
  }
  for (std::uint32_t i = noun + 1; i < at; ++i) {
    const ChunkKind k = chunks_.kind(i);
    if (k != ChunkKind::Comma && k != ChunkKind::Colon &&
        !(k == ChunkKind::Verb && chunks_.at(i).cue < 0) && k != ChunkKind::Dash) {
      return false;
    }
  }
  return at > noun + 1;
}

// "The weapons, Wong added, are ..."
bool QuotationCues::parenthetical(const CueUse& use) const {
  const std::uint32_t first = std::min(use.chunk, use.subject.chunk);
  std::uint32_t next = std::max(use.chunk, use.subject.last) + 1;
  while (chunks_.kind(next) == ChunkKind::Adverb) {
    ++next;
  }
  return first > chunks_.first() && chunks_.kind(first - 1) == ChunkKind::Comma &&
         chunks_.kind(next) == ChunkKind::Comma;
}

// "Wong said he thinks it "odd"": the name speaks, through the pronoun.
const CueUse* QuotationCues::outer_of(const CueUse* inner, bool introduced) const {
  const bool weak = inner->strength == 1 || inner->kind == CueKind::Noun;
  if ((introduced && !weak) || inner->kind == CueKind::Preposition) {
    return inner;
  }
  const Chunk& subject = chunks_.at(inner->subject.chunk);
  const bool restrictive = inner->subject.path == SubjectPath::Relative &&
                           !chunks_.document.tokens[subject.head].starts_capital();
  const bool thinking = inner->strength == 2 && !takes(cue_of(*inner), "addressee");
  if (!subject.pronoun && !restrictive && !weak && !thinking) {
    return inner;
  }
  const CueUse* outer = before(std::min(inner->subject.chunk, inner->chunk));
  const bool clause = outer != nullptr && outer->kind == CueKind::Verb && outer->strength == 3 &&
                      (weak || thinking || !chunks_.at(outer->subject.chunk).pronoun) &&
                      takes(cue_of(*outer), "that");
  return clause ? outer : inner;
}

bool QuotationCues::stops_between(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from + 1; i < to; ++i) {
    if (chunks_.kind(i) == ChunkKind::Stop) {
      return true;
    }
    if (chunks_.kind(i) == ChunkKind::Quotation && i + 1 < to &&
        tail_of(chunks_.document, chunks_.document.quotations[chunks_.at(i).head]) == Tail::Full) {
      return true;
    }
  }
  return false;
}

// A full stop, another quotation or the start of another clause stands between the chunks.
bool QuotationCues::parted(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from + 1; i < to; ++i) {
    const ChunkKind k = chunks_.kind(i);
    const bool joins =
        k == ChunkKind::Conjunction && chunks_.kind(i - 1) == ChunkKind::Noun &&
        (chunks_.kind(i + 1) == ChunkKind::Noun || chunks_.kind(i + 1) == ChunkKind::Relative);
    const bool clause = k == ChunkKind::Subordinator && chunks_.word(i) != "as";
    if (k == ChunkKind::Stop || k == ChunkKind::Quotation || clause ||
        (k == ChunkKind::Conjunction && !joins)) {
      return true;
    }
  }
  return false;
}

const CueUse* QuotationCues::behind(std::uint32_t at) const {
  auto next = std::ranges::upper_bound(uses_, at, {}, &CueUse::chunk);
  for (; next != uses_.end() && next->chunk <= at + reach_behind; ++next) {
    const CueUse& use = *next;
    if (parted(at, use.chunk)) {
      return nullptr;
    }
    if (use.kind == CueKind::Noun || !use.subject.found()) {
      continue;
    }
    const bool open = at + 1 < use.chunk && chunks_.kind(at + 1) == ChunkKind::Preposition;
    if (use.subject.chunk > at && (!open || set_off(use)) &&
        (use.kind == CueKind::Preposition || takes(cue_of(use), "quote"))) {
      return &use;
    }
    return nullptr;
  }
  return nullptr;
}

// `It is "late" in the hall, Wong said`, not `"late" in the hall that Wong hopes`
bool QuotationCues::set_off(const CueUse& use) const {
  const std::uint32_t first = std::min(use.subject.chunk, use.chunk);
  return chunks_.kind(first - 1) == ChunkKind::Comma;
}

// A comma or colon before the quotation and no other verb: `Wong wrote to Ode with, "..."`
bool QuotationCues::opened(std::uint32_t cue, std::uint32_t at) const {
  if (chunks_.kind(at - 1) != ChunkKind::Comma && chunks_.kind(at - 1) != ChunkKind::Colon) {
    return false;
  }
  for (std::uint32_t i = cue + 1; i < at; ++i) {
    if (chunks_.kind(i) == ChunkKind::Verb || chunks_.kind(i) == ChunkKind::Quotation) {
      return false;
    }
  }
  return true;
}

const CueUse* QuotationCues::closing(std::uint32_t at) const {
  if (uses_.empty() || !uses_.back().subject.found() || uses_.back().subject.chunk <= at ||
      uses_.back().kind != CueKind::Verb) {
    return nullptr;
  }
  const CueUse& last = uses_.back();
  std::uint32_t next = last.chunk + 1;
  while (chunks_.kind(next) == ChunkKind::Adverb) {
    ++next;
  }
  const ChunkKind left = chunks_.kind(last.subject.chunk - 1);
  const bool set_off = left == ChunkKind::Comma || left == ChunkKind::Quotation;
  return set_off && chunks_.kind(next) == ChunkKind::Stop ? &last : nullptr;
}

}  // namespace verbale::attribution
