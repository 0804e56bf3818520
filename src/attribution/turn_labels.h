#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "attribution/turns.h"

namespace verbale::attribution {

// How a transcript sets its labels off. Each habit of an article has to show for itself that it is
// one.
enum class LabelHabit : std::uint8_t {
  Colon,  // QUESTION: Why?
  Point,  // Q. Why?
  Line,   // QUESTION, on a line of its own.
};

// A paragraph's label, before it is known whether the text is a transcript.
struct TurnLabel {
  Turn turn;
  std::string key;  // Folded surname or label, for counting.
  LabelHabit habit = LabelHabit::Colon;
  bool certain = false;    // Capitals or a voice: no running text starts so.
  bool bracketed = false;  // A name and a constituency: "Anton Velde (Port Elma North):"
  bool sentence = false;   // The words behind it end as sentences do, or stand below.
};

// The label that a paragraph starts with, or that it is.
std::optional<TurnLabel> read_turn_label(const Document& document, const Schema& schema,
                                         std::uint32_t paragraph);

}  // namespace verbale::attribution
