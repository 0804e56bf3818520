#pragma once

#include <optional>

#include "attribution/article_people.h"
#include "attribution/simple_clauses.h"

namespace verbale::attribution {

struct SimpleSpeaker {
  Speaker speaker;
  TextRange mention;
  TextRange antecedent;  // Where a pronoun or a title was resolved.
  double certainty = 1;  // That the mention means this speaker.
  Gender gender = Gender::Unknown;
};

// The name in the subject of a claim, in the habits of the article's script: capitals, a title in
// front, or the common surnames of Chinese.
class SimpleNames {
 public:
  // Keeps references; adds to `people` those who are named for the first time.
  SimpleNames(const ClauseText& text, ArticlePeople& people) : text_(text), people_(people) {}

  std::optional<SimpleSpeaker> named_in(const SimpleClaim& claim);
  SimpleSpeaker person(std::uint32_t index, TokenSpan mention, double certainty) const;

 private:
  std::optional<SimpleSpeaker> by_spaced_name(TokenSpan span);
  std::optional<SimpleSpeaker> by_arabic_name(TokenSpan span);
  std::optional<SimpleSpeaker> by_han_name(TokenSpan span);
  std::optional<SimpleSpeaker> behind_han_title(const Match& title, TokenSpan span);
  std::optional<SimpleSpeaker> by_table(TokenSpan span);
  bool is_mere_capital(TokenSpan name, TokenSpan span) const;
  bool belongs(TokenSpan name, TokenSpan span) const;
  bool is_described_first(TokenSpan span) const;

  const ClauseText& text_;
  ArticlePeople& people_;
};

}  // namespace verbale::attribution
