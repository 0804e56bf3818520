#pragma once

#include <string>
#include <string_view>

namespace verbale {

// The language of `text` as a lower-case BCP 47 primary subtag ("en", "zh"), or empty when the
// text is too short or too mixed to say. Uses cld2. Thread-safe.
std::string detect_language(std::string_view text);

// The language of a passage: the article's, unless the passage is surely in another one.
// Thread-safe.
std::string passage_language(std::string_view passage, std::string_view article_language);

}  // namespace verbale
