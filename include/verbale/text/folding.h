#pragma once

#include <string>
#include <string_view>

namespace verbale {

// The form under which names and words are compared: NFKC, full case folding, diacritics and
// Arabic letter variants folded, Russian ё as е, every apostrophe and dash as ' and -, white space
// runs as one space, trimmed. ASCII input takes a fast path without ICU. Idempotent.
std::string fold(std::string_view text);

// A Latin spelling of a name in another script ("Зеленский" -> "zelenskij"), folded. Script
// transliteration by ICU's Any-Latin; Han comes out as pinyin without tones.
std::string to_latin(std::string_view text);

}  // namespace verbale
