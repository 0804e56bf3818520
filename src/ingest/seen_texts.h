#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace verbale {

// The texts that a run has seen, each by 64 bits of its digest with the id of the first article
// that had it. Remembers the first million, in some 80 bytes each, so that memory does not grow
// with a run.
class SeenTexts {
 public:
  // The id of the article of this run that had the text before, if that was another one.
  std::optional<std::string> add(std::uint64_t text, std::string_view article);

 private:
  std::string_view id_at(std::uint32_t place) const;

  std::unordered_map<std::uint64_t, std::uint32_t> places_;  // In ids_.
  std::string ids_;                                          // Each ends with a NUL.
};

}  // namespace verbale
