#pragma once

#include <optional>
#include <string_view>

#include "attribution/turns.h"

namespace verbale::attribution {

// The words of a transcript's labels, in all the languages that are read. All take folded words.

// The part in the conversation that a label names: "question", "moderador", "答".
std::optional<TurnVoice> voice_called(std::string_view folded);

// The first word of lines that look like labels and are headings: "source", "photo".
bool is_heading_word(std::string_view folded);

// Stands in front of a name in a label and is no part of it: "mr", "minister".
bool is_label_title(std::string_view folded);

// Stands in front of an office: "the", "le".
bool is_label_determiner(std::string_view folded);

// Stands between an office and what it is of: "for", "de".
bool is_office_link(std::string_view folded);

}  // namespace verbale::attribution
