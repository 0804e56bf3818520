#include "ingest/seen_texts.h"

#include <limits>

namespace verbale {
namespace {

constexpr std::size_t most_texts = 1'000'000;

}  // namespace

std::optional<std::string> SeenTexts::add(std::uint64_t text, std::string_view article) {
  if (const auto known = places_.find(text); known != places_.end()) {
    const std::string_view before = id_at(known->second);
    return before == article ? std::nullopt : std::optional<std::string>(before);
  }
  const bool room = places_.size() < most_texts &&
                    ids_.size() + article.size() < std::numeric_limits<std::uint32_t>::max();
  if (room) {
    places_.emplace(text, static_cast<std::uint32_t>(ids_.size()));
    ids_.append(article).push_back('\0');
  }
  return std::nullopt;
}

std::string_view SeenTexts::id_at(std::uint32_t place) const {
  return ids_.data() + place;
}

}  // namespace verbale
