#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "attribution/lexicon.h"
#include "attribution/tokens.h"
#include "verbale/model/date.h"
#include "verbale/model/text_range.h"
#include "verbale/text/sentences.h"

namespace verbale::attribution {

struct Paragraph {
  TextRange range;
  TokenIndex first_token = 0, last_token = 0;           // Half open.
  std::uint32_t first_sentence = 0, last_sentence = 0;  // Half open.
};

struct Sentence {
  TextRange range;
  TokenIndex first_token = 0, last_token = 0;
  std::uint32_t paragraph = 0;
};

// What a pair of marks is there for. Only a Statement gives anybody's words.
enum class QuotationUse : std::uint8_t {
  Statement,
  Scare,     // Distance or emphasis: the so-called "experts"
  Title,     // The film "Missing"
  Nickname,  // Joseph "Joe" Biden
  Term,      // the word "deplorables"
  Nested,    // Inside another quotation, whose speaker utters it.
};

// The words between two marks inside one paragraph. A quotation that goes on over paragraphs is
// one Quotation a paragraph, chained by `continues`.
struct Quotation {
  TextRange range;       // Marks excluded.
  TokenIndex open = 0;   // The opening mark's token.
  TokenIndex close = 0;  // The closing mark's; where it is missing, the end of the paragraph.
  std::uint32_t paragraph = 0;
  std::uint32_t words = 0;
  bool closed = true;
  bool continues = false;  // The quotation before it was left open at its paragraph's end.
  QuotationUse use = QuotationUse::Statement;
};

// One article's text, cut once: what every step of the analysis reads. Views and spans in it live
// as long as the text and the Lexicon.
struct Document {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;  // In text order; those of use Nested lie inside others.
  std::vector<Match> matches;         // Phrases of the tables, in order, not overlapping.

  std::string_view word(TokenIndex token) const { return tokens[token].range.in(text); }
  TextRange range(TokenIndex first, TokenIndex last) const {  // Half open, not empty.
    return {tokens[first].range.begin, tokens[last - 1].range.end};
  }
};

// Paragraphs, sentences, tokens, table matches and quotations of `text`. `language` decides which
// names, titles and cues of other languages the tables are read for.
Document read_document(std::string_view text, const Lexicon& lexicon,
                       const Abbreviations& abbreviations, std::string_view language = "en");

}  // namespace verbale::attribution
