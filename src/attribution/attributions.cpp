#include "attribution/attributions.h"

#include <algorithm>
#include <optional>
#include <span>

#include "attribution/confidence.h"
#include "attribution/entities.h"
#include "attribution/resolution.h"
#include "attribution/statements.h"

namespace verbale::attribution {

namespace {

class Attributor {
 public:
  Attributor(Document& document, const Article& article, const Lexicon& lexicon,
             const Schema& schema)
      : document_(document),
        schema_(schema),
        outline_(outline_document(document, lexicon, schema)),
        entities_(find_entities(document, lexicon, schema)),
        statements_(find_statements(document, lexicon, schema, outline_)),
        resolver_(document, lexicon, schema, outline_, entities_),
        resolved_(statements_.size()) {
    resolver_.set_article(article);
  }

  std::vector<Attribution> run() {
    std::vector<Attribution> attributions;
    attributions.reserve(statements_.size());
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      attributions.push_back(attribution_of(statements_[i], resolve(i)));
    }
    std::ranges::stable_sort(attributions, before);
    drop_nested(attributions);
    return attributions;
  }

 private:
  // By beginning, then the widest first.
  static bool before(const Attribution& a, const Attribution& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  }

  // What somebody reports of another's words stays theirs: in "Wong said that Ode claims that it
  // rains" the outer clause alone is a statement.
  static void drop_nested(std::vector<Attribution>& attributions) {
    std::uint32_t reported_end = 0;
    std::erase_if(attributions, [&](const Attribution& attribution) {
      if (attribution.kind != StatementKind::Reported) {
        return false;
      }
      const bool nested = attribution.range.end <= reported_end;
      reported_end = std::max(reported_end, attribution.range.end);
      return nested;
    });
  }

  const Resolved& resolve(std::size_t index) {
    std::optional<Resolved>& resolved = resolved_[index];
    if (resolved) {
      return *resolved;
    }
    const Statement& statement = statements_[index];
    if (statement.inherits >= 0) {
      resolved = resolve(static_cast<std::size_t>(statement.inherits));
      return *resolved;
    }
    resolver_.advance(statement.subject_unit);
    resolved = resolver_.resolve(statement);
    resolver_.spoke(*resolved);
    return *resolved;
  }

  Attribution attribution_of(const Statement& statement, const Resolved& resolved) const {
    Attribution attribution;
    attribution.kind = statement.kind;
    attribution.range = statement.range;
    attribution.speakers = resolved.speakers;
    attribution.cue = statement.cue_range;
    attribution.mention = resolved.mention;
    attribution.antecedent = resolved.antecedent;
    attribution.rule = to_string(statement.rule);
    attribution.confidence = confidence(statement, resolved);
    if (statement.cue >= 0) {
      attribution.stance = schema_.cues()[static_cast<std::size_t>(statement.cue)].stance;
    }
    return attribution;
  }

  Document& document_;
  const Schema& schema_;
  Outline outline_;
  Entities entities_;
  std::vector<Statement> statements_;
  Resolver resolver_;
  std::vector<std::optional<Resolved>> resolved_;
};

}  // namespace

std::vector<Attribution> attribute_document(Document& document, const Article& article,
                                            const Lexicon& lexicon, const Schema& schema) {
  return Attributor(document, article, lexicon, schema).run();
}

}  // namespace verbale::attribution
