#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "attribution/about.h"
#include "attribution/document.h"

namespace verbale::attribution {

// Whether the text is a speech from its first word to its last, given without saying so: it speaks
// in the first person outside quotation marks and addresses an audience.
bool is_speech(const Document& document, const Lexicon& lexicon);

// The country or body that a speech is given for, with the place that says so best.
struct SpeechCountry {
  std::string_view id;  // Of the Schema.
  TextRange evidence;   // "my country, Velmark"
};

// Told from what a speaker says of his own country and of no other: "my country, X", "on behalf of
// the Government and people of X", "the delegation of X", "we in X", "X believes that". Nothing
// where no country stands out: a speech that names the neighbour more often than its own is not
// given to the neighbour.
std::optional<SpeechCountry> speech_country(const Document& document,
                                            std::span<const AboutMention> mentions);

}  // namespace verbale::attribution
