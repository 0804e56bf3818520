#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "attribution/entities.h"

namespace verbale::attribution {

// Whom an article calls by a part of a name. Entities are given by their place in Entities::all,
// parts by their name_hash().
class KnownNames {
 public:
  void add(std::uint64_t part, std::uint32_t entity);
  // By surname and given name.
  void add(const NamedEntity& entity, std::uint32_t index);

  bool contains(std::uint64_t part) const { return by_part_.contains(part); }

  // Who bears both names, or the surname without a given name so far; no_entity when nobody does.
  std::uint32_t person(std::span<const NamedEntity> all, std::uint64_t given,
                       std::uint64_t surname) const;

  struct ShortName {
    std::uint64_t part = 0;
    Gender honorific = Gender::Unknown;  // "Mrs." rules out men.
    std::uint32_t recent = no_entity;    // Named in full last of those with the surname.
  };

  // Whom a name of one word means: rather a surname than a given name, whoever is named in full
  // oftener, and of those the last one.
  std::uint32_t bearer(std::span<const NamedEntity> all, const ShortName& name) const;

 private:
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_part_;
};

}  // namespace verbale::attribution
