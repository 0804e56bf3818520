#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribution/chunks.h"

namespace verbale::attribution {

inline constexpr std::uint32_t no_entity = 0xFFFFFFFF;

enum class EntityClass : std::uint8_t { Person, Body, Country, Other };

// Somebody or something that an article names, over all its names for it.
struct NamedEntity {
  EntityClass kind = EntityClass::Other;
  std::int32_t row = -1;  // In the table of its kind; -1: known to this article only.
  Gender gender = Gender::Unknown;
  TextRange name;   // Where it is written in full first.
  TextRange title;  // The title before or behind its name, where it is introduced.
  std::uint64_t given = 0, surname = 0;  // Hashes of the folded parts; 0: not known.
  std::uint32_t mentions = 0;
  std::uint32_t full_mentions = 0;
  bool likely_person = false;  // A given name, a title or the table says so, not the letters alone.
};

// A name at a place in the text.
struct NameMention {
  TokenIndex first = 0, last = 0;  // Without titles and "'s".
  TokenIndex titled = 0;           // Where the title before it starts; `first` without one.
  std::uint32_t entity = no_entity;
  Gender honorific = Gender::Unknown;
  bool in_quotation = false;
};

struct Entities {
  std::vector<NamedEntity> all;
  std::vector<NameMention> mentions;  // In text order, not overlapping.

  // The last mention that starts in [first, last); null when there is none.
  const NameMention* last_in(TokenIndex first, TokenIndex last) const;
  // Its place in `mentions` of the first mention that starts at or behind `token`.
  std::size_t first_from(TokenIndex token) const;
};

// Names by the tables and by their shape, and who they are within the article: "Mr. Ode" and "Ode"
// are the Ann Ode named in full. Two people of one surname are told apart by honorific and by who
// was named in full last.
Entities find_entities(const Document& document, const Lexicon& lexicon, const Schema& schema);

// Of a word, folded; never 0.
std::uint64_t name_hash(std::string_view word);

}  // namespace verbale::attribution
