#pragma once

#include <span>

#include "attribution/cue_uses.h"

namespace verbale::attribution {

// Which cue of a unit governs a quotation of the unit; quotations are given by their chunk. A value
// for one unit.
class QuotationCues {
 public:
  // Keeps references.
  QuotationCues(const UnitChunks& chunks, const Schema& schema, std::span<const CueUse> uses)
      : chunks_(chunks), schema_(schema), uses_(uses) {}

  // The cue whose complement the quotation is in: the nearest strong one before it, or a weak one
  // directly before it. Null when there is none, here and below.
  const CueUse* before(std::uint32_t at) const;

  // `"...," Wong said`: the first cue behind the quotation, when its subject is there too.
  const CueUse* behind(std::uint32_t at) const;

  // `It was "odd," well before "Missing," Wong noted.`: the cue that ends the sentence.
  const CueUse* closing(std::uint32_t at) const;

  // "Wong said he thinks it "odd"": the name speaks, through the pronoun of `inner`.
  const CueUse* outer_of(const CueUse* inner, bool introduced) const;

  // Whether nothing but commas, an addressee and adverbs stands between the cue and the quotation,
  // or a comma or colon leads to it: `Wong wrote to Ode with, "..."`.
  bool introduces(const CueUse& use, std::uint32_t at) const {
    return adjacent(use.chunk, at) || opened(use.chunk, at);
  }

 private:
  const Cue& cue_of(const CueUse& use) const {
    return schema_.cues()[static_cast<std::size_t>(use.cue)];
  }
  bool adjacent(std::uint32_t cue, std::uint32_t at) const;
  bool opened(std::uint32_t cue, std::uint32_t at) const;
  bool noun_introduces(std::uint32_t noun, std::uint32_t at) const;
  bool parenthetical(const CueUse& use) const;
  bool set_off(const CueUse& use) const;
  bool parted(std::uint32_t from, std::uint32_t to) const;
  bool stops_between(std::uint32_t from, std::uint32_t to) const;

  UnitChunks chunks_;
  const Schema& schema_;
  std::span<const CueUse> uses_;
};

}  // namespace verbale::attribution
