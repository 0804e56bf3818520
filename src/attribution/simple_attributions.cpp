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
  if (claim.cue_row >= 0) {
    attribution.cue = document.range(claim.cue.first, claim.cue.last);
    attribution.stance = rules.schema.cues()[static_cast<std::size_t>(claim.cue_row)].stance;
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
  const ClauseText text(document, rules, article.language);
  SimpleSpeakers speakers(text, article);
  for (const SimpleClaim& claim : find_simple_claims(document, text)) {
    const auto found = speakers.resolve(claim);
    if (claim.range.empty()) {
      continue;
    }
    Attribution attribution = attribution_of(claim, rules, document);
    if (found) {
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
