#include "attribution/quotation_use.h"

namespace verbale::attribution {

namespace {

constexpr std::uint32_t longest_title = 12;

ChunkKind kind_at(const QuotationPlace& place, std::uint32_t chunk) {
  const bool inside = chunk >= place.unit.first_chunk && chunk < place.unit.last_chunk;
  return inside ? place.outline.chunks[chunk].kind : ChunkKind::Stop;
}

// Every word that counts has a capital.
bool is_title_case(const QuotationPlace& place, const Quotation& quotation) {
  std::uint32_t capitals = 0;
  for (TokenIndex i = quotation.open + 1; i < quotation.close; ++i) {
    const Token& token = place.document.tokens[i];
    const bool small = place.lexicon.has(
        token, trait_preposition | trait_determiner | trait_coordinator | trait_auxiliary);
    if (token.is_word() && !token.starts_capital() && !small) {
      return false;
    }
    capitals += token.starts_capital() ? 1 : 0;
  }
  return capitals >= 2;
}

// `known as "the Admiral"`, `titled "Rain"`: the words are what something is called.
bool is_term(const QuotationPlace& place, const Quotation& quotation) {
  if (quotation.open < place.unit.first + 2) {
    return false;
  }
  const std::string_view last = place.document.word(quotation.open - 1);
  return (last == "as" && place.document.word(quotation.open - 2) == "known") || last == "titled" ||
         last == "entitled" || last == "nicknamed";
}

// `a history called "Rain"`: what is called so is no person.
bool is_called(const QuotationPlace& place, std::uint32_t at) {
  if (at < place.unit.first_chunk + 2 || kind_at(place, at - 1) != ChunkKind::Verb ||
      kind_at(place, at - 2) != ChunkKind::Noun) {
    return false;
  }
  const Chunk& verb = place.outline.chunks[at - 1];
  const Chunk& noun = place.outline.chunks[at - 2];
  const Token& head = place.document.tokens[noun.head];
  return verb.last == verb.first + 1 && place.document.word(verb.head) == "called" &&
         !noun.pronoun && !head.starts_capital() &&
         !place.lexicon.has(head, trait_person_noun | trait_body_noun | trait_title) &&
         !place.document.word(noun.head).ends_with('s');
}

// “#RainInTarn”
bool is_hashtag(const QuotationPlace& place, const Quotation& quotation) {
  return quotation.words <= 1 && place.document.word(quotation.open + 1).starts_with('#');
}

// `"The Price of a Lamp" is her novel`: in title case, its sentence goes on, and nobody is cued.
bool is_leading_title(const QuotationPlace& place, std::uint32_t at, const Quotation& quotation) {
  const ChunkKind next = kind_at(place, at + 1);
  const bool goes_on = next == ChunkKind::Preposition || next == ChunkKind::Conjunction ||
                       (next == ChunkKind::Verb && place.outline.chunks[at + 1].cue < 0);
  return at == place.unit.first_chunk && goes_on && !place.headline && quotation.closed &&
         quotation.words <= longest_title && tail_of(place.document, quotation) == Tail::Open &&
         is_title_case(place, quotation);
}

// `On the "Today in Ode" program`: where no cue introduces it and the sentence is no headline.
bool is_title(const QuotationPlace& place, std::uint32_t at, const Quotation& quotation) {
  if (quotation.words > longest_title || !quotation.closed || at == place.unit.first_chunk ||
      place.headline) {
    return false;
  }
  const ChunkKind before = kind_at(place, at - 1);
  const std::int32_t verb = before == ChunkKind::Verb ? place.outline.chunks[at - 1].cue : -1;
  const bool weak_verb =
      before == ChunkKind::Verb &&
      (verb < 0 || place.schema.cues()[static_cast<std::size_t>(verb)].reporting == "weak");
  const bool placed = before == ChunkKind::Preposition || before == ChunkKind::Noun ||
                      before == ChunkKind::Conjunction || before == ChunkKind::Quotation;
  return (placed || weak_verb) && is_title_case(place, quotation);
}

// The so-called "no-limits" partnership: a word or two before a noun that no cue introduces.
bool is_modifier(const QuotationPlace& place, std::uint32_t at, const Quotation& quotation) {
  const bool between = kind_at(place, at - 1) == ChunkKind::Noun &&
                       kind_at(place, at + 1) == ChunkKind::Noun &&
                       !place.outline.chunks[at - 1].pronoun;
  if (!between || quotation.words >= fewest_words ||
      tail_of(place.document, quotation) != Tail::Open) {
    return false;
  }
  const Token& before = place.document.tokens[place.outline.chunks[at - 1].last - 1];
  return before.kind == TokenKind::Possessive ||
         place.lexicon.has(before, trait_determiner | trait_possessive);
}

}  // namespace

Tail tail_of(const Document& document, const Quotation& quotation) {
  TokenIndex end = quotation.close - 1;
  while (end > quotation.open + 1 && document.tokens[end].kind == TokenKind::Mark) {
    --end;
  }
  const Token& last = document.tokens[end];
  if (last.kind == TokenKind::Comma || last.kind == TokenKind::Dash) {
    return Tail::Comma;
  }
  const std::string_view word = document.word(end);
  if (word == "?" || word == "!" || word == "…") {
    return Tail::Question;
  }
  return last.kind == TokenKind::Stop ? Tail::Full : Tail::Open;
}

bool is_headline(const Document& document, const Clauses& unit) {
  std::uint32_t words = 0, capitals = 0;
  for (TokenIndex i = unit.first; i < unit.last; ++i) {
    const Token& token = document.tokens[i];
    if (token.quotation == 0 && token.is_word()) {
      ++words;
      capitals += token.starts_capital() ? 1 : 0;
    }
  }
  return capitals * 3 > words * 2;
}

QuotationUse use_at(const QuotationPlace& place, std::uint32_t at, const Quotation& quotation) {
  if (is_title(place, at, quotation) || is_leading_title(place, at, quotation)) {
    return QuotationUse::Title;
  }
  if (is_hashtag(place, quotation) || is_term(place, quotation) || is_called(place, at)) {
    return QuotationUse::Term;
  }
  return is_modifier(place, at, quotation) ? QuotationUse::Scare : QuotationUse::Statement;
}

}  // namespace verbale::attribution
