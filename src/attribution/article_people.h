#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "attribution/clause_text.h"
#include "attribution/named_speakers.h"
#include "verbale/model/article.h"

namespace verbale::attribution {

// Somebody whom an article names in full.
struct ArticlePerson {
  Speaker speaker;
  TextRange range;  // Where first.
  Gender gender = Gender::Unknown;
};

// A place where an article names one of its people, in full or by the surname.
struct PersonMention {
  TokenSpan span;
  std::uint32_t person = 0;
  bool opens = false;  // Starts its sentence, titles aside: the subject, most likely.
};

// Somebody named with a title: "le ministre Jean Dupont".
struct Introduction {
  TokenIndex at = 0;
  std::uint32_t title = 0;  // Row of Schema::titles().
  std::uint32_t person = 0;
};

// The people whom an article in a language other than English names, by the shape of their names
// and by the tables: what surnames, titles and pronouns are resolved to. Names meet in one person
// whatever their case in Russian.
class ArticlePeople {
 public:
  ArticlePeople(const ClauseText& text, const Article& article);

  const ArticlePerson& person(std::uint32_t index) const { return people_[index]; }
  const std::vector<PersonMention>& mentions() const { return mentions_; }
  const std::vector<Introduction>& introductions() const { return introductions_; }

  // Who is called so; nothing when nobody or several people are.
  std::optional<std::uint32_t> named(TokenSpan name) const;
  // The person named at [name), made when nobody is known by it.
  std::uint32_t add(TokenSpan name);
  // Where somebody was last mentioned before a token and not before `floor`, outside of
  // quotations, whose gender fits; null for nobody, and for two of whom neither stands out.
  const PersonMention* last_before(TokenIndex at, TokenIndex floor, Gender gender) const;

  // Whether the word stands with its capital inside of a sentence somewhere.
  bool is_seen_inside(TokenIndex at) const { return seen_inside_.contains(key_of(at)); }
  // The runs of capital words in a span that may be names, without what leads them.
  std::vector<TokenSpan> name_runs(TokenSpan span) const;
  // The name behind a title: 外交部发言人|林剑.
  std::optional<TokenSpan> name_behind(TokenIndex first) const;
  // Whether one of its people is the speaker.
  bool knows(const SpeakerId& speaker) const { return ids_.contains(speaker.value); }

 private:
  void find_full_names();
  void find_titled();
  void find_mentions();
  bool is_full_name(TokenSpan run) const;
  TokenSpan trimmed(TokenSpan run) const;
  TokenSpan trimmed_russian(TokenSpan run) const;
  std::string key_of(TokenIndex at) const;
  std::string full_key(TokenSpan name) const;
  std::optional<std::uint32_t> in_tables(TokenSpan name) const;
  Gender gender_of(TokenSpan name, const Speaker& speaker) const;
  void prefer_spelling(ArticlePerson& person, TokenSpan name);
  bool is_part(TokenIndex at) const;
  bool is_surname_like(TokenIndex at) const;
  bool starts_cue(TokenIndex at) const;
  TokenIndex opening(TokenIndex at) const;

  const ClauseText& text_;
  const Article& article_;
  NamedSpeakers names_;
  std::vector<ArticlePerson> people_;
  std::vector<PersonMention> mentions_;
  std::vector<Introduction> introductions_;
  std::unordered_map<std::string, std::uint32_t> by_full_name_;
  std::unordered_map<std::string, std::uint32_t> by_surname_;
  std::unordered_set<std::string> ids_;
  std::unordered_set<std::string> seen_inside_;  // Words alone.
};

}  // namespace verbale::attribution
