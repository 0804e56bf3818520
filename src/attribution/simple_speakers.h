#pragma once

#include <optional>

#include "attribution/simple_names.h"

namespace verbale::attribution {

// Who the subject of a claim is, within its article: a name, full or short, a body or state, a
// title ("el ministro") whose holder was named before or is known to the tables, a pronoun. Has to
// be asked in text order.
class SimpleSpeakers {
 public:
  // Keeps references.
  SimpleSpeakers(const ClauseText& text, const Article& article)
      : text_(text), article_(article), people_(text, article), names_(text, people_) {}

  // Nothing where nobody can be named.
  std::optional<SimpleSpeaker> resolve(const SimpleClaim& claim);

 private:
  // Whoever spoke last.
  struct Last {
    Speaker speaker;
    TextRange range;
    Gender gender = Gender::Unknown;
    bool plural = false;
    bool person = false;  // Named, and somebody rather than a body.
    std::uint32_t paragraph = 0;
    TokenIndex at = 0;
  };

  std::optional<SimpleSpeaker> of_subject(const SimpleClaim& claim);
  std::optional<SimpleSpeaker> of_pronoun(const SimpleClaim& claim) const;
  std::optional<SimpleSpeaker> of_dropped(const SimpleClaim& claim) const;
  std::optional<SimpleSpeaker> of_place(const SimpleClaim& claim) const;
  std::optional<SimpleSpeaker> of_phrase(const SimpleClaim& claim);

  std::optional<SimpleSpeaker> by_title(const SimpleClaim& claim) const;
  std::optional<SimpleSpeaker> by_noun(const SimpleClaim& claim) const;
  std::optional<SimpleSpeaker> by_body(TokenSpan span) const;
  std::optional<SimpleSpeaker> unnamed(TokenSpan span) const;
  std::optional<SimpleSpeaker> acronym(TokenSpan span) const;

  std::optional<SimpleSpeaker> salient(const SimpleClaim& claim, TextRange mention) const;
  bool last_fits(const SimpleClaim& claim, std::uint32_t paragraphs) const;
  SimpleSpeaker last_one(TextRange mention, double certainty) const;
  bool is_bare(TokenSpan span) const;
  bool is_definite(const SimpleClaim& claim) const;
  bool is_agent_noun(TokenSpan span) const;
  bool is_plural(const SimpleSubject& subject) const;
  bool leads(TokenSpan span, TokenIndex at) const;
  void remember(const SimpleClaim& claim, const std::optional<SimpleSpeaker>& found);

  const ClauseText& text_;
  const Article& article_;
  ArticlePeople people_;
  SimpleNames names_;
  std::optional<Last> last_;
  TokenIndex unknown_until_ = 0;  // The end of the last subject that nobody can be named for.
};

}  // namespace verbale::attribution
