#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/clause_words.h"
#include "attribution/named_speakers.h"
#include "attribution/simple_clauses.h"

namespace verbale::attribution {

struct SimpleSpeaker {
  Speaker speaker;
  TextRange mention;
  TextRange antecedent;  // Where a pronoun or a title was resolved.
  double certainty = 1;  // That the mention means this speaker.
};

// Who the subject of a claim is, within its article: a name, full or short, a body or state, a
// title ("el ministro") whose holder was named before or is known to the tables, a pronoun. Has to
// be asked in text order.
class SimpleSpeakers {
 public:
  SimpleSpeakers(const Document& document, const SimpleClauseRules& rules, const Article& article);

  // Nothing where nobody can be named.
  std::optional<SimpleSpeaker> resolve(const SimpleClaim& claim);

 private:
  struct Named {
    Speaker speaker;
    TextRange range;
  };
  struct Titled {
    std::uint32_t title = 0;  // Row of Schema::titles().
    Named who;
  };

  std::span<const Match> matches_in(TokenIndex first, TokenIndex last) const;
  std::optional<SimpleSpeaker> by_table(TokenIndex first, TokenIndex last) const;
  std::optional<SimpleSpeaker> by_name(TokenIndex first, TokenIndex last);
  std::optional<SimpleSpeaker> without_titles(TokenIndex first, TokenIndex last);
  bool has_article(TokenIndex at) const;
  std::optional<SimpleSpeaker> by_han(TokenIndex first, TokenIndex last);
  std::optional<SimpleSpeaker> by_title(TokenIndex first, TokenIndex last) const;
  std::optional<SimpleSpeaker> by_body(TokenIndex first, TokenIndex last) const;
  std::optional<SimpleSpeaker> unnamed(TokenIndex first, TokenIndex last) const;
  std::optional<SimpleSpeaker> last_one(TextRange mention) const;
  Speaker person(const Person& row) const;
  std::string country_in(TokenIndex first, TokenIndex last) const;
  std::optional<std::uint32_t> title_in(TokenIndex first, TokenIndex last) const;
  bool is_title_or_place(TokenIndex at) const;
  void trim_han(TokenIndex& first, TokenIndex& last) const;
  bool names_office(const Match& match) const;
  bool is_mere_capital(TokenIndex begin, TokenIndex end, TokenIndex subject);
  bool starts_sentence(TokenIndex at) const;
  bool is_honorific(TokenIndex at) const;
  bool is_pronoun(TokenIndex first, TokenIndex last) const;
  void introduce(TokenIndex until);
  std::optional<Named> name_behind(TokenIndex first);

  const Document& document_;
  const SimpleClauseRules& rules_;
  const Article& article_;
  NamedSpeakers names_;
  std::size_t next_match_ = 0;
  std::vector<Titled> titled_;  // The last one named with each title.
  std::optional<Named> last_;
};

}  // namespace verbale::attribution
