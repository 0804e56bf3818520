#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "attribution/document.h"

namespace verbale::attribution {

enum class ChunkKind : std::uint8_t {
  Noun,          // A noun phrase without what hangs on it: "the Chinese foreign minister Wang Yi"
  Verb,          // A verb with its auxiliaries and adverbs: "has not yet said"
  Preposition,   // "of"
  Conjunction,   // "and", "but"
  Subordinator,  // "that", "because", "what"
  Relative,      // "who", "which"
  Adverb,        // Adverbs and times that stand alone: "on Tuesday" is Preposition + Adverb.
  Quotation,     // A whole quotation with its marks.
  Bracket,       // A whole bracket: "(R-Texas)"
  Comma,
  Colon,  // And semicolons
  Dash,
  Stop,
  Other,
};

enum class VerbForm : std::uint8_t { Finite, Infinitive, Gerund, Participle };

// A piece of a sentence. Verbs and nouns point at the token that matters in them.
struct Chunk {
  ChunkKind kind = ChunkKind::Other;
  TokenIndex first = 0, last = 0;  // Half open.
  TokenIndex head = 0;             // Of a noun phrase: its last noun or name. Of a verb: the verb.
  VerbForm form = VerbForm::Finite;
  bool negated = false;
  bool passive = false;   // "was told"
  bool pronoun = false;   // A noun phrase that is one pronoun.
  std::int32_t cue = -1;  // Row of Schema::cues() of a verb, or of a phrase; -1: none.
  TokenIndex cue_first = 0, cue_last = 0;  // The tokens of the cue.
};

// A stretch between two full stops outside quotations: several sentences where a quotation holds
// several, so that its cue is in the same stretch.
struct Clauses {
  TokenIndex first = 0, last = 0;
  std::uint32_t paragraph = 0;
  std::uint32_t first_chunk = 0, last_chunk = 0;  // Half open, into Outline::chunks.
};

struct Outline {
  std::vector<Clauses> units;
  std::vector<Chunk> chunks;
};

// The chunks of one unit; what lies outside of it reads as a stop. A value for one call.
struct UnitChunks {
  const Document& document;
  const Outline& outline;
  const Clauses& unit;

  std::uint32_t first() const { return unit.first_chunk; }
  std::uint32_t last() const { return unit.last_chunk; }  // Behind the last one.
  const Chunk& at(std::uint32_t chunk) const { return outline.chunks[chunk]; }
  ChunkKind kind(std::uint32_t chunk) const {
    return chunk >= first() && chunk < last() ? at(chunk).kind : ChunkKind::Stop;
  }
  bool is_finite(std::uint32_t chunk) const {
    return kind(chunk) == ChunkKind::Verb && at(chunk).form == VerbForm::Finite;
  }
  std::string_view word(std::uint32_t chunk) const { return document.word(at(chunk).first); }
  const Token& head(std::uint32_t chunk) const { return document.tokens[at(chunk).head]; }
};

// Cuts the text outside quotations into chunks. No dictionary of all words stands behind it: closed
// classes, the tables, endings and the place in the phrase decide.
Outline outline_document(const Document& document, const Lexicon& lexicon, const Schema& schema);

}  // namespace verbale::attribution
