#pragma once

#include <compare>
#include <functional>
#include <string>

namespace verbale {

// An identifier that cannot be mistaken for another kind's. The value is opaque.
template <class Tag>
struct Id {
  std::string value;

  auto operator<=>(const Id&) const = default;
  bool empty() const { return value.empty(); }
};

using ArticleId = Id<struct ArticleTag>;

// "<article id>#<ordinal of the passage in its article, from 0>"
using PassageId = Id<struct PassageTag>;

// From index_schema/people.tsv or bodies.tsv ("wang-yi", "NATO"), or made from the name by a
// stable rule, never from the order of arrival, so that shards agree.
using SpeakerId = Id<struct SpeakerTag>;

}  // namespace verbale

template <class Tag>
struct std::hash<verbale::Id<Tag>> {
  std::size_t operator()(const verbale::Id<Tag>& id) const {
    return std::hash<std::string>{}(id.value);
  }
};
