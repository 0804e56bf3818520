#include "attribution/cue_uses.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

int strength_of(const Cue& cue) {
  return cue.reporting == "strong" ? 3 : cue.reporting == "medium" ? 2 : 1;
}

// "was told", "was asked": the subject hears. "was quoted as saying" is a phrase of the table.
bool subject_hears(const Chunk& verb, const Cue& cue) {
  return verb.passive && cue.kind == "verb";
}

// The noun cue of a noun phrase with its owner before it: "Wong's claim", "his promise".
std::int32_t noun_cue(const Document& document, const Lexicon& lexicon, const Schema& schema,
                      const Chunk& noun) {
  const Token& head = document.tokens[noun.head];
  for (const std::uint32_t row : lexicon.cues_of(head.word)) {
    const Cue& cue = schema.cues()[row];
    if (cue.language == "en" && cue.kind == "noun") {
      return static_cast<std::int32_t>(row);
    }
  }
  return -1;
}

// "added, though, that": a clause follows at once, which makes a report of a weak verb.
bool that_follows(const Document& document, const Outline& outline, const Clauses& unit,
                  std::uint32_t verb) {
  for (std::uint32_t i = verb + 1; i < std::min(unit.last_chunk, verb + 4); ++i) {
    const Chunk& chunk = outline.chunks[i];
    if (chunk.kind == ChunkKind::Subordinator && document.word(chunk.first) == "that") {
      return true;
    }
    if (chunk.kind != ChunkKind::Comma && chunk.kind != ChunkKind::Adverb &&
        chunk.kind != ChunkKind::Subordinator) {
      return false;
    }
  }
  return false;
}

bool has_owner(const Document& document, const Lexicon& lexicon, const Chunk& noun) {
  if (lexicon.has(document.tokens[noun.first], trait_possessive)) {
    return true;
  }
  for (TokenIndex at = noun.first; at < noun.head; ++at) {
    if (document.tokens[at].kind == TokenKind::Possessive) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool takes(const Cue& cue, std::string_view complement) {
  return std::ranges::find(cue.takes, complement) != cue.takes.end();
}

std::vector<CueUse> find_cue_uses(const Document& document, const Lexicon& lexicon,
                                  const Schema& schema, const Outline& outline,
                                  const Clauses& unit) {
  std::vector<CueUse> uses;
  for (std::uint32_t i = unit.first_chunk; i < unit.last_chunk; ++i) {
    const Chunk& chunk = outline.chunks[i];
    CueUse use;
    use.chunk = i;
    if (chunk.kind == ChunkKind::Noun && !chunk.pronoun) {
      use.cue = noun_cue(document, lexicon, schema, chunk);
      if (use.cue < 0 || !has_owner(document, lexicon, chunk)) {
        continue;
      }
      use.kind = CueKind::Noun;
      use.subject = {.chunk = i, .last = i, .path = SubjectPath::Owner};
      use.range = document.tokens[chunk.head].range;
    } else if (chunk.cue < 0) {
      continue;
    } else if (chunk.kind == ChunkKind::Preposition) {
      use.cue = chunk.cue;
      use.kind = CueKind::Preposition;
      use.range = document.range(chunk.first, chunk.last);
      if (i + 1 < unit.last_chunk && outline.chunks[i + 1].kind == ChunkKind::Noun) {
        use.subject = {.chunk = i + 1, .last = i + 1, .path = SubjectPath::Before};
      }
    } else {
      use.cue = chunk.cue;
      if (subject_hears(chunk, schema.cues()[static_cast<std::size_t>(use.cue)])) {
        continue;
      }
      use.range = document.range(chunk.cue_first, chunk.cue_last);
      use.subject = find_subject(document, lexicon, outline, unit, i);
    }
    const Cue& cue = schema.cues()[static_cast<std::size_t>(use.cue)];
    use.strength = strength_of(cue);
    if (use.strength == 1 && use.kind == CueKind::Verb && takes(cue, "that") &&
        that_follows(document, outline, unit, i)) {
      use.strength = 2;
    }
    uses.push_back(use);
  }
  return uses;
}

}  // namespace verbale::attribution
