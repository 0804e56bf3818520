#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attribution/document.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution {

enum class TurnVoice : std::uint8_t {
  Named,     // MR. MILLER:, Wong:, С.В.Лавров:, 王毅：
  Question,  // QUESTION:, Q:, Вопрос:, 问：
  Answer,    // A:, Ответ:, 答：, whose speaker the article names elsewhere
  Chair,     // MODERATOR:, THE SPEAKER:
  Office,    // THE PRESIDENT:, Le porte-parole :
  Audience,  // ASISTENTES:
};

// What one person says in a transcript, from its label to the next one.
struct Turn {
  TurnVoice voice = TurnVoice::Named;
  TextRange label;   // "MR. MILLER", without the colon.
  TextRange name;    // "MILLER", without honorifics, offices and brackets; empty without a name.
  TextRange office;  // "THE PRESIDENT" without its article; empty where the label has none.
  std::string role;  // The office's row of titles.tsv, where the tables have it.
  TextRange words;   // Behind the label in its own paragraph; may be empty.
  std::uint32_t first_paragraph = 0;
  std::uint32_t last_paragraph = 0;  // Half open: the paragraphs up to the next label.
};

// The turns of a transcript, in text order; none where the text is no transcript. A paragraph that
// starts with a name and a colon makes no transcript; it takes several, or labels that nothing but
// a transcript has.
std::vector<Turn> find_turns(const Document& document, const Schema& schema);

}  // namespace verbale::attribution
