#include "attribution/attributions.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

#include "attribution/confidence.h"
#include "attribution/entities.h"
#include "attribution/posts.h"
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
    for (const std::size_t i : in_order_of_cues()) {
      const Resolved& resolved = resolve(i);
      if (!reports_nothing(statements_[i], resolved)) {
        attributions.push_back(attribution_of(statements_[i], resolved));
      }
    }
    add_posts(attributions);
    std::ranges::stable_sort(attributions, before);
    drop_nested(attributions);
    keep_quotations_whole(attributions);
    return attributions;
  }

 private:
  // The words of a post are its account's alone.
  void add_posts(std::vector<Attribution>& attributions) const {
    std::vector<Attribution> posts = find_posts(document_, schema_);
    std::erase_if(attributions, [&posts](const Attribution& attribution) {
      const auto behind =
          std::ranges::lower_bound(posts, attribution.range.end, {},
                                   [](const Attribution& post) { return post.range.begin; });
      return behind != posts.begin() && std::prev(behind)->range.overlaps(attribution.range);
    });
    std::ranges::move(posts, std::back_inserter(attributions));
  }

  // Who spoke first decides whom a later "he" means.
  std::vector<std::size_t> in_order_of_cues() const {
    std::vector<std::size_t> order(statements_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t i) {
      const Statement& statement = statements_[i];
      return std::pair(statement.subject_unit, statement.cue_range.begin);
    });
    return order;
  }

  // "the scene underlines the point": what cannot speak reports with "says" and the like only.
  bool reports_nothing(const Statement& statement, const Resolved& resolved) const {
    return statement.kind == StatementKind::Reported && resolved.path == Path::Thing &&
           is_weak(statement);
  }

  // "Wong backed the plan" tells what Wong thinks, not that Wong spoke.
  bool is_weak(const Statement& statement) const {
    return statement.cue >= 0 &&
           schema_.cues()[static_cast<std::size_t>(statement.cue)].reporting == "weak";
  }

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

  // A reported clause ends where a quotation of another speaker starts, and starts behind one.
  void keep_quotations_whole(std::vector<Attribution>& attributions) const {
    for (std::size_t i = 0; i < attributions.size(); ++i) {
      Attribution& reported = attributions[i];
      if (reported.kind != StatementKind::Reported) {
        continue;
      }
      for (std::size_t q = i + 1;
           q < attributions.size() && attributions[q].range.begin < reported.range.end; ++q) {
        const Attribution& quote = attributions[q];
        if (quote.kind == StatementKind::Quote && quote.speakers != reported.speakers) {
          reported.range.end = std::max(reported.range.begin, before_mark(quote.range.begin));
        }
      }
    }
    std::erase_if(attributions, [](const Attribution& a) { return a.range.empty(); });
  }

  // The end of the token before the opening mark of the quotation that begins at `begin`.
  std::uint32_t before_mark(std::uint32_t begin) const {
    const auto inside = std::ranges::lower_bound(document_.tokens, begin, {},
                                                 [](const Token& t) { return t.range.begin; });
    return inside - document_.tokens.begin() < 2 ? begin : (inside - 2)->range.end;
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
    if (same_subject(statement)) {
      resolved = resolved_[subject_last_];
      return *resolved;
    }
    resolver_.advance(statement.subject_unit);
    resolved = resolver_.resolve(statement);
    subject_last_ = index;
    if (statement.kind == StatementKind::Quote || !is_weak(statement)) {
      resolver_.spoke(*resolved);
    }
    return *resolved;
  }

  // Of the statement resolved last: `Wong said it was "odd" and "late"` names Wong once.
  bool same_subject(const Statement& statement) const {
    if (subject_last_ >= statements_.size() || !statement.subject.found()) {
      return false;
    }
    const Statement& last = statements_[subject_last_];
    return last.subject_unit == statement.subject_unit &&
           last.subject.chunk == statement.subject.chunk &&
           last.subject.joined == statement.subject.joined &&
           last.subject.path == statement.subject.path && last.label_end == statement.label_end;
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
  std::size_t subject_last_ = static_cast<std::size_t>(-1);  // Resolved last by its own subject.
};

}  // namespace

std::vector<Attribution> attribute_document(Document& document, const Article& article,
                                            const Lexicon& lexicon, const Schema& schema) {
  return Attributor(document, article, lexicon, schema).run();
}

}  // namespace verbale::attribution
