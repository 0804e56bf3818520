#pragma once

#include <optional>
#include <string>
#include <vector>

#include "verbale/model/date.h"
#include "verbale/model/id.h"

namespace verbale {

// One source item as a reader found it. Everything but `id` and `text` may be empty, which means
// unknown. All strings are valid UTF-8 without NUL.
struct Article {
  ArticleId id;
  std::string url;
  std::string title;
  std::string outlet;
  std::vector<std::string> authors;  // Who wrote it: people and bodies, as the source names them.
  std::optional<Date> published;
  std::string language;  // BCP 47, lower case primary subtag: "en", "zh".
  std::string text;      // Paragraphs end with a line break or a blank line.

  // Given for speeches and transcripts only: who speaks where the text does not say otherwise.
  std::string speaker;
  std::string role;
  std::string country;              // As written: a name, ISO code or body; resolved later.
  std::vector<std::string> topics;  // Topic ids.
};

}  // namespace verbale
