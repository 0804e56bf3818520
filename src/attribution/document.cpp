#include "attribution/document.h"

#include "attribution/quotations.h"

namespace verbale::attribution {

namespace {

void add_sentences(Document& document, std::uint32_t index, const Abbreviations& abbreviations) {
  Paragraph& paragraph = document.paragraphs[index];
  paragraph.first_sentence = static_cast<std::uint32_t>(document.sentences.size());
  TokenIndex token = paragraph.first_token;
  for (const TextRange range : split_sentences(document.text, paragraph.range, abbreviations)) {
    Sentence sentence{range, token, token, index};
    while (token < paragraph.last_token && document.tokens[token].range.begin < range.end) {
      ++token;
    }
    sentence.last_token = token;
    document.sentences.push_back(sentence);
  }
  paragraph.last_sentence = static_cast<std::uint32_t>(document.sentences.size());
}

void add_matches(Document& document, const Lexicon& lexicon, std::uint32_t root) {
  const auto count = static_cast<TokenIndex>(document.tokens.size());
  for (const Paragraph& paragraph : document.paragraphs) {
    const std::span<const Token> tokens(document.tokens.data(), paragraph.last_token);
    for (TokenIndex at = paragraph.first_token; at < paragraph.last_token && at < count;) {
      if (!lexicon.has(tokens[at], trait_starts_phrase)) {
        ++at;
        continue;
      }
      const Match match = lexicon.match_at(tokens, at, root);
      if (match.last > at) {
        document.matches.push_back(match);
      }
      at = match.last > at ? match.last : at + 1;
    }
  }
}

}  // namespace

Document read_document(std::string_view text, const Lexicon& lexicon,
                       const Abbreviations& abbreviations, std::string_view language) {
  Document document;
  document.text = text;
  document.tokens.reserve(text.size() / 5);
  for (const TextRange range : split_paragraphs(text)) {
    const auto index = static_cast<std::uint32_t>(document.paragraphs.size());
    Paragraph paragraph;
    paragraph.range = range;
    paragraph.first_token = static_cast<TokenIndex>(document.tokens.size());
    tokenize(text, range, lexicon, document.tokens);
    paragraph.last_token = static_cast<TokenIndex>(document.tokens.size());
    document.paragraphs.push_back(paragraph);
    add_sentences(document, index, abbreviations);
    find_quotations(document, index);
  }
  add_matches(document, lexicon, Lexicon::root_of(language));
  return document;
}

}  // namespace verbale::attribution
