#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "attribution/document.h"
#include "verbale/model/date.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution {

// How a text names what it talks about, the surest first.
enum class AboutSource : std::uint8_t { Name, Demonym, Body, Metonym, Capital, City };

// A country or body that a text talks about, where it does.
struct AboutMention {
  TextRange range;
  std::string_view id;  // Of the Schema.
  AboutSource source = AboutSource::Name;
};

// Finds the countries and bodies that a text talks about, and leaves out what only looks like one:
// Michael Jordan, the Washington Post, Georgia in the South, Paris in Texas, French fries.
class AboutRules {
 public:
  // Keeps references.
  AboutRules(const Schema& schema, const Lexicon& lexicon);

  // In text order; several of one range where a name stands for several ("Bank of England" is a
  // body and its state's). `day` chooses between states of one name (Moscow in 1987 is Soviet).
  std::vector<AboutMention> find(const Document& document, const std::optional<Date>& day) const;

 private:
  const Schema& schema_;
  const Lexicon& lexicon_;
};

}  // namespace verbale::attribution
