#include "attribution/noun_chains.h"

namespace verbale::attribution {

namespace {

constexpr std::uint32_t longest_chain = 60;  // Chunks, which keeps hostile text linear.
constexpr int most_asides = 5;

}  // namespace

bool NounChains::is_name(std::uint32_t noun) const {
  const Token& head = chunks_.head(noun);
  constexpr Traits others = trait_person_noun | trait_body_noun | trait_document_noun |
                            trait_determiner | trait_number_word;
  return head.starts_capital() && !lexicon_.has(head, others);
}

bool NounChains::is_full_name(std::uint32_t noun) const {
  const Chunk& chunk = chunks_.at(noun);
  const Token& first = chunks_.document.tokens[chunk.first];
  return is_name(noun) && chunk.last - chunk.first > 1 && first.starts_capital() &&
         !lexicon_.has(first, trait_place_word) &&
         !lexicon_.has(chunks_.head(noun), trait_place_word);
}

bool NounChains::is_speaker(std::uint32_t noun) const {
  const Token& head = chunks_.head(noun);
  return is_person(noun) || lexicon_.has(head, trait_he | trait_she | trait_body_noun);
}

bool NounChains::is_person(std::uint32_t noun) const {
  const Token& head = chunks_.head(noun);
  return lexicon_.has(head, trait_person_noun | trait_given_name | trait_title) ||
         (head.starts_capital() && !lexicon_.has(head, trait_body_noun));
}

std::uint32_t NounChains::skip_back(std::uint32_t chunk) const {
  while (chunk > chunks_.first()) {
    const ChunkKind before = chunks_.kind(chunk - 1);
    if (before != ChunkKind::Adverb && before != ChunkKind::Bracket) {
      break;
    }
    const bool time = before == ChunkKind::Adverb && chunk >= chunks_.first() + 3 &&
                      chunks_.kind(chunk - 2) == ChunkKind::Preposition;
    chunk -= time ? 2 : 1;
  }
  return chunk;
}

std::uint32_t NounChains::with_attachments(std::uint32_t chunk) const {
  const std::uint32_t limit = chunk + 8;
  while (chunk < limit && chunks_.kind(chunk + 1) == ChunkKind::Preposition &&
         chunks_.kind(chunk + 2) == ChunkKind::Noun && attaches(chunk + 1)) {
    chunk += 2;
  }
  return chunk;
}

bool NounChains::attaches(std::uint32_t preposition) const {
  const std::string_view word = chunks_.word(preposition);
  return word == "of" || word == "for" || word == "from" || word == "at" || word == "with" ||
         word == "to";
}

std::uint32_t NounChains::chain_start(std::uint32_t noun) const {
  std::uint32_t start = noun;
  while (start >= chunks_.first() + 2 && start + longest_chain > noun &&
         !is_subject_pronoun(start) && chunks_.kind(start - 1) == ChunkKind::Preposition) {
    std::uint32_t head = start - 2;
    while (head > chunks_.first() && (chunks_.kind(head) == ChunkKind::Bracket)) {
      --head;
    }
    if (is_region(head)) {
      head -= 2;
    }
    if (chunks_.kind(head) != ChunkKind::Noun || chunks_.at(head).pronoun) {
      break;
    }
    start = head;
  }
  return start;
}

// "D.C." of "in Washington, D.C."
bool NounChains::is_region(std::uint32_t noun) const {
  return noun >= chunks_.first() + 3 && chunks_.kind(noun) == ChunkKind::Noun &&
         chunks_.at(noun).last - chunks_.at(noun).first == 1 && is_name(noun) &&
         chunks_.kind(noun - 1) == ChunkKind::Comma && chunks_.kind(noun - 2) == ChunkKind::Noun &&
         chunks_.kind(noun - 3) == ChunkKind::Preposition;
}

bool NounChains::is_subject_pronoun(std::uint32_t noun) const {
  return chunks_.at(noun).pronoun && lexicon_.has(chunks_.head(noun), trait_subject_pronoun);
}

std::uint32_t NounChains::outer_apposition(std::uint32_t start) const {
  std::uint32_t comma = start;
  if (comma > chunks_.first() && chunks_.kind(comma - 1) == ChunkKind::Preposition) {
    --comma;
  }
  if (comma < chunks_.first() + 2 || chunks_.kind(comma - 1) != ChunkKind::Comma ||
      chunks_.at(start).pronoun) {
    return no_chunk;
  }
  std::uint32_t noun = comma - 2;
  while (noun > chunks_.first() && chunks_.kind(noun) == ChunkKind::Bracket) {
    --noun;
  }
  if (chunks_.kind(noun) != ChunkKind::Noun || chunks_.at(noun).pronoun) {
    return no_chunk;
  }
  const std::uint32_t outer = chain_start(noun);
  if (outer == chunks_.first()) {
    return outer;
  }
  if (chunks_.kind(outer - 1) == ChunkKind::Preposition) {
    const bool aside = outer >= chunks_.first() + 3 && chunks_.kind(outer - 2) == ChunkKind::Comma;
    return aside ? outer : no_chunk;
  }
  return chunks_.kind(outer - 1) == ChunkKind::Verb ? no_chunk : outer;
}

Subject NounChains::head_of_appositions(std::uint32_t noun) const {
  std::uint32_t start = chain_start(noun);
  for (int i = 0; i < most_asides; ++i) {
    const std::uint32_t outer = outer_apposition(start);
    if (outer == no_chunk) {
      break;
    }
    const bool name_inside =
        is_name(start) && !is_name(outer) && chunks_.kind(start - 1) == ChunkKind::Comma;
    if (name_inside) {
      break;
    }
    start = outer;
    noun = start;
  }
  return {.chunk = start, .last = noun, .path = SubjectPath::Apposition};
}

}  // namespace verbale::attribution
