#pragma once

#include <string>
#include <string_view>

namespace verbale {

// The language of `text` as a lower-case BCP 47 primary subtag ("en", "zh"), or empty when the
// text is too short or too mixed to say. Uses cld2. Thread-safe.
std::string detect_language(std::string_view text);

}  // namespace verbale
