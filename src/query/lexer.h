#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/base/result.h"
#include "verbale/query/parser.h"

namespace verbale {

enum class TokenKind {
  Word,        // `text`: one word, or words written together ("dual-use", "北约").
  Prefix,      // `text`: a folded word, without its final `*`.
  Phrase,      // `text`: between quotation marks.
  Field,       // `text`: a name before a colon. Its Value or Phrase is the next token.
  Value,       // `text`: what follows the colon up to a space.
  Everything,  // `*`
  Open,
  Close,
  And,
  Or,
  Not,
  Near,  // `window`
  Adj,   // `window`
};

struct Token {
  TokenKind kind = TokenKind::Word;
  std::string text;
  std::string whole;  // Of a Phrase: with the signs before its first and after its last word.
  unsigned window = 0;
  std::size_t words = 0;  // Of a Word or Phrase.
  TextRange range;        // In the query.
};

struct Tokens {
  std::vector<Token> tokens;
  std::vector<std::string> notes;  // What holds no word and was left out.
};

inline constexpr std::size_t max_query_words = 1'024;

// Cuts a query into tokens. Quotation marks of every language make phrases; an apostrophe never
// does. Errors: an unclosed mark, a misplaced `*` or `-`, a bad window, too many words.
Result<Tokens, QueryError> read_tokens(std::string_view query);

// The words of a part of a query that is no syntax, with their ranges in the whole: `begin` is
// where the part lies. A final `*` makes a Prefix of the last word.
Result<Tokens, QueryError> read_words(std::string_view part, std::size_t begin);

// Every word of `text` for itself, none of them syntax.
Result<Tokens, QueryError> read_plain_words(std::string_view text);

}  // namespace verbale
