#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
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
  bool is_place = false;  // Where something happened, no more: "in Geneva", a city.
};

// Finds the countries and bodies that a text talks about, and leaves out what only looks like one:
// Michael Jordan, the Washington Post, Georgia in the South, Paris in Texas, French fries.
class AboutRules {
 public:
  // Keeps references.
  AboutRules(const Schema& schema, const Lexicon& lexicon);

  // In text order; several of one range where a name stands for several ("Bank of England" is a
  // body and its state's). `day` chooses between states of one name (Moscow in 1987 is Soviet). A
  // mere place counts where the text names its country too, or in the dateline, whose place is
  // `dateline`.
  std::vector<AboutMention> find(const Document& document, const std::optional<Date>& day,
                                 TextRange dateline) const;

 private:
  const Schema& schema_;
  const Lexicon& lexicon_;
};

// What an article as a whole is about, of all that it mentions: the places of its dateline, title
// and first paragraph, and what it comes back to. Sorted ids.
std::vector<std::string> salient_places(const Document& document,
                                        std::span<const AboutMention> mentions,
                                        std::span<const AboutMention> title, TextRange dateline);

}  // namespace verbale::attribution
