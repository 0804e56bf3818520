#pragma once

#include "attribution/document.h"

namespace verbale::attribution {

// What a word is at its place, by closed classes, endings and neighbours.

// "reportedly", not "family"
bool is_adverb(const Document& document, const Lexicon& lexicon, TokenIndex at);

// A word of a class that no noun phrase goes on over: prepositions, conjunctions, auxiliaries,
// pronouns, question words.
bool is_function_word(const Document& document, const Lexicon& lexicon, TokenIndex at);

// The English row of Schema::cues() that reports most strongly with the one-word form at `at`; -1
// when there is none.
std::int32_t verb_cue(const Token& token, const Lexicon& lexicon, const Schema& schema);

enum class VerbEnding : std::uint8_t { None, Past, Gerund };

// "warned", "saying"; nouns that end so ("morning", "hundred") are None.
VerbEnding verb_ending(std::string_view word);

struct VerbContext {
  bool after_head = false;        // A noun or name stands directly before.
  bool after_modifier = false;    // A determiner, possessive or number stands directly before.
  bool behind_quotation = false;  // `"...," the letter reads.`
  bool headline = false;          // Nearly every word is written with a capital.
  bool plural = false;            // The noun phrase starts with "two" or "these".
  TokenIndex end = 0;             // Of the stretch.
};

// Whether the word at `at` starts or is a finite verb or participle there: "Trump claims that" but
// not "Trump claims are", "officials briefed on it" but not "the briefed officials".
bool is_verb_at(const Document& document, const Lexicon& lexicon, TokenIndex at,
                const VerbContext& context);

// The last word of a company's name: "Inc", "Ltd".
bool ends_company(std::string_view word);

}  // namespace verbale::attribution
