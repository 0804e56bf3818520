#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/clause_words.h"
#include "attribution/document.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution {

struct SimpleClauseRules {
  const Lexicon& lexicon;
  const Schema& schema;
  const ClauseWords& words;
};

// Tokens, half open.
struct TokenSpan {
  TokenIndex first = 0, last = 0;

  bool empty() const { return first >= last; }
  TokenIndex size() const { return last - first; }
};

// A document in a language whose clauses are read without a grammar: what each token does in its
// clause, and which entries of the tables stand where.
class ClauseText {
 public:
  // Keeps references.
  ClauseText(const Document& document, const SimpleClauseRules& rules, std::string_view language);

  const Document& document() const { return document_; }
  const SimpleClauseRules& rules() const { return rules_; }
  const ClauseGrammar& grammar() const { return grammar_; }

  TokenIndex size() const { return static_cast<TokenIndex>(document_.tokens.size()); }
  const Token& token(TokenIndex at) const { return document_.tokens[at]; }
  std::string_view word(TokenIndex at) const { return document_.word(at); }
  std::string_view text(TokenSpan span) const {
    return document_.range(span.first, span.last).in(document_.text);
  }
  bool is(TokenIndex at, TokenKind kind) const { return at < size() && token(at).kind == kind; }
  // Whether the token has one of the ClauseRoles.
  bool has(TokenIndex at, ClauseRoles roles) const;

  // The bytes of the verb in "dit-il"; 0 for every other token.
  std::size_t inverted(TokenIndex at) const;
  // The verb of "dit-il" and "affirme-t-elle"; the token's own word where nothing is inverted.
  WordId verb_at(TokenIndex at) const;

  std::span<const Match> matches_in(TokenSpan span) const;
  // The entry of the tables that the token is part of, or null.
  const Match* match_at(TokenIndex at) const;
  // Part of a title, a body or a place, and of nobody's name.
  bool is_title_or_place(TokenIndex at) const;
  // The country of the first place or body in the span; empty when there is none.
  std::string country_in(TokenSpan span) const;
  // The row of the first title in the span that is no mere honorific.
  std::optional<std::uint32_t> title_in(TokenSpan span) const;

  const Sentence* sentence_at(TokenIndex at) const;
  bool starts_sentence(TokenIndex at) const;
  // The outermost quotation around the token, its marks excluded; null outside.
  const Quotation* quotation_at(TokenIndex at) const;
  // "M.", "Mme", "г-н"
  bool is_honorific(TokenIndex at) const;

 private:
  const Document& document_;
  const SimpleClauseRules& rules_;
  const ClauseGrammar& grammar_;
  std::span<const ClauseRoles> roles_;
  bool french_;
};

bool has_sense(const Match& match, SenseKind kind);

// A country, its capital, inhabitants or metonym.
bool is_place(SenseKind kind);

}  // namespace verbale::attribution
