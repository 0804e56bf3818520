#pragma once

#include "attribution/noun_chains.h"

namespace verbale::attribution {

// The subject behind its verb: `"...," said Wong`, `Said Wong:`, "Prices fell, said Wong." A value
// for one call.
class Inversion {
 public:
  // Keeps references.
  Inversion(const UnitChunks& chunks, const Lexicon& lexicon)
      : chunks_(chunks), lexicon_(lexicon), chains_(chunks, lexicon) {}

  // Of the verb chunk; not found() where English does not invert.
  Subject subject(std::uint32_t verb) const;

 private:
  bool inverts(std::uint32_t verb) const;
  bool lacks_noun(std::uint32_t noun) const;
  bool is_telling(std::uint32_t verb) const;
  bool is_saying(std::uint32_t verb) const;
  bool set_off_behind(std::uint32_t comma, std::uint32_t verb) const;
  bool ends_with_comma_clause(std::uint32_t comma, std::uint32_t verb) const;
  Subject behind_verb(std::uint32_t verb) const;
  void join_behind(Subject& subject) const;

  UnitChunks chunks_;
  const Lexicon& lexicon_;
  NounChains chains_;
};

}  // namespace verbale::attribution
