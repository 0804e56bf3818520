#pragma once

#include <string>
#include <string_view>

namespace verbale {

// The identifier made from a name that no table knows, by attribution and by the query parser
// alike: "Zoë O'Hara-Müller" -> "zoe-ohara-muller", "王毅" -> "wang-yi". Letters, digits and single
// hyphens, at most 80 bytes; a name longer than that, or one that leaves nothing, ends in a
// stable hash of itself. Empty only for an empty name. slug(slug(x)) == slug(x).
std::string slug(std::string_view name);

}  // namespace verbale
