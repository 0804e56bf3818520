#pragma once

#include <optional>
#include <span>
#include <vector>

#include "attribution/dates.h"
#include "attribution/document.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// The first words of a wire story: "BEIJING, May 3 (Xinhua) --".
struct Dateline {
  TextRange place;                  // "BEIJING"
  const DateExpression* date = {};  // Null: "WASHINGTON (AP) -"
};

// None when no paragraph near the start opens so. Points into `dates`.
std::optional<Dateline> find_dateline(const Document& document,
                                      std::span<const DateExpression> dates);

// The article's date: of the metadata (`published`), else inferred from a dateline, a line that is
// a date and nothing else, or the signature of a post; nothing otherwise. A date in running text
// is never taken for it.
std::optional<StatementDate> article_date(const Document& document,
                                          std::span<const DateExpression> dates,
                                          const std::optional<Date>& published);

// What dates a statement of one article.
struct StatementDateContext {
  const Document& document;
  std::span<const DateExpression> dates;  // Of the document.
  std::span<const TextRange> quoted;      // Words that are somebody's; sorted, not overlapping.
  std::optional<StatementDate> article;
  bool english = true;
};

// When the words of `attribution` were said, as far as a date around its cue or the signature of
// the post tells; nothing when neither is there. The inner optional is empty when there is a date
// that cannot be placed in time ("earlier this week" over New Year): the statement is not of the
// article's date then.
std::optional<std::optional<StatementDate>> own_date(const Attribution& attribution,
                                                     const StatementDateContext& context);

}  // namespace verbale::attribution
