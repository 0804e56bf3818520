#include "attribution/simple_attributions.h"

#include <algorithm>
#include <array>

#include "attribution/simple_speakers.h"

namespace verbale::attribution {

namespace {

Attribution attribution_of(const SimpleClaim& claim, const SimpleClauseRules& rules,
                           const Document& document) {
  Attribution attribution;
  attribution.kind = claim.kind;
  attribution.range = claim.range;
  attribution.rule = claim.rule;
  attribution.confidence = claim.confidence;
  if (claim.cue >= 0) {
    attribution.cue = document.range(claim.cue_first, claim.cue_last);
    attribution.stance = rules.schema.cues()[static_cast<std::size_t>(claim.cue)].stance;
  }
  return attribution;
}

}  // namespace

bool has_simple_clauses(std::string_view language) {
  constexpr std::array<std::string_view, 6> languages = {"fr", "es", "de", "ru", "zh", "ar"};
  return std::ranges::find(languages, language) != languages.end();
}

std::vector<Attribution> attribute_simple_clauses(Document& document, const Article& article,
                                                  const SimpleClauseRules& rules) {
  std::vector<Attribution> attributions;
  SimpleSpeakers speakers(document, rules, article);
  for (const SimpleClaim& claim : find_simple_claims(document, rules, article.language)) {
    Attribution attribution = attribution_of(claim, rules, document);
    if (const auto found = speakers.resolve(claim)) {
      attribution.speakers.push_back(found->speaker);
      attribution.mention = found->mention;
      attribution.antecedent = found->antecedent;
      attribution.confidence *= found->certainty;
    } else {
      attribution.confidence = 0;
    }
    attributions.push_back(std::move(attribution));
  }
  return attributions;
}

}  // namespace verbale::attribution
