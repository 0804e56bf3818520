#pragma once

#include <string>
#include <string_view>

#include "attribution/chunks.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution::testing_support {

inline const Schema& schema() {
  static const Schema tables = Schema::builtin();
  return tables;
}

inline const Lexicon& lexicon() {
  static const Lexicon words(schema());
  return words;
}

// A text with its document and outline; views in them point into `text`.
struct Reading {
  explicit Reading(std::string_view read)
      : text(read),
        document(read_document(text, lexicon(), abbreviations())),
        outline(outline_document(document, lexicon(), schema())) {}
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  std::string_view words(const Chunk& chunk) const {
    return document.range(chunk.first, chunk.last).in(text);
  }

  const std::string text;
  Document document;
  Outline outline;

 private:
  static Abbreviations abbreviations() {
    Abbreviations known;
    known.never_final = {"mr", "mrs", "sen", "jr"};
    return known;
  }
};

}  // namespace verbale::attribution::testing_support
