#pragma once

#include "attribution/document.h"

namespace verbale::attribution {

// The words of one unit (a stretch between two full stops) and what each is at its place, as far as
// the letters and the words beside it tell. A value for one reading of the text; not thread-safe.
class UnitWords {
 public:
  // Keeps references.
  UnitWords(const Document& document, const Lexicon& lexicon, const Schema& schema)
      : document_(document), lexicon_(lexicon), schema_(schema) {}

  void set_unit(TokenIndex first, TokenIndex last);

  const Document& document() const { return document_; }
  const Lexicon& lexicon() const { return lexicon_; }
  const Schema& schema() const { return schema_; }
  TokenIndex first() const { return first_; }
  TokenIndex end() const { return end_; }
  bool headline() const { return headline_; }

  const Token& token(TokenIndex at) const { return document_.tokens[at]; }
  std::string_view word(TokenIndex at) const { return document_.word(at); }
  bool has(TokenIndex at, Traits any_of) const { return lexicon_.has(token(at), any_of); }
  bool is_word(TokenIndex at) const { return at < end_ && token(at).is_word(); }
  bool outside(TokenIndex at) const { return at < end_ && token(at).quotation == 0; }

  // "US" is no pronoun, "IT" and "WHO" are none either.
  bool is_acronym(TokenIndex at) const;

  // A capital letter inside a sentence makes a name of a word: "Will Smith", "in May".
  bool is_name_here(TokenIndex at) const;

  // "Wong on Monday", "Wong last night": no part of the noun phrase before it.
  bool starts_time(TokenIndex at) const;

  // The phrase of the tables at `at`; kept, because it is asked for several times.
  const Match& match_at(TokenIndex at) const;

  // Tokens of a name of the tables that starts here: "Ministry of Foreign Affairs".
  TokenIndex table_name(TokenIndex at) const;

 private:
  bool is_headline() const;

  const Document& document_;
  const Lexicon& lexicon_;
  const Schema& schema_;
  TokenIndex first_ = 0, end_ = 0;
  bool headline_ = false;
  mutable Match match_;
  mutable TokenIndex matched_ = 0;  // 1 + the token of match_.
};

}  // namespace verbale::attribution
