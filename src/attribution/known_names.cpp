#include "attribution/known_names.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

// Bearers of one name that an article keeps apart.
constexpr std::size_t most_of_a_name = 64;

}  // namespace

void KnownNames::add(std::uint64_t part, std::uint32_t entity) {
  std::vector<std::uint32_t>& known = by_part_[part];
  if (known.size() < most_of_a_name) {
    known.push_back(entity);
  }
}

void KnownNames::add(const NamedEntity& entity, std::uint32_t index) {
  add(entity.surname, index);
  if (entity.given != 0 && entity.given != entity.surname) {
    add(entity.given, index);
  }
}

std::uint32_t KnownNames::person(std::span<const NamedEntity> all, std::uint64_t given,
                                 std::uint64_t surname) const {
  const auto found = by_part_.find(surname);
  if (found == by_part_.end()) {
    return no_entity;
  }
  for (const std::uint32_t index : found->second) {
    const NamedEntity& entity = all[index];
    if (entity.surname == surname && (entity.given == given || entity.given == 0)) {
      return index;
    }
  }
  return no_entity;
}

std::uint32_t KnownNames::bearer(std::span<const NamedEntity> all, const ShortName& name) const {
  const auto found = by_part_.find(name.part);
  if (found == by_part_.end()) {
    return no_entity;
  }
  std::uint32_t best = no_entity;
  int best_score = -1;
  for (const std::uint32_t index : found->second) {
    const NamedEntity& entity = all[index];
    if (name.honorific != Gender::Unknown && entity.gender != Gender::Unknown &&
        name.honorific != entity.gender) {
      continue;
    }
    const int score = static_cast<int>(std::min(entity.full_mentions, 50u)) +
                      (entity.surname == name.part ? 100 : 0) + (name.recent == index ? 10 : 0);
    if (score > best_score) {
      best_score = score;
      best = index;
    }
  }
  return best;
}

}  // namespace verbale::attribution
