#pragma once

#include <vector>

#include "attribution/context.h"
#include "attribution/document.h"
#include "verbale/model/article.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// What is read to find who gives a speech.
struct SpeechSources {
  const Document& document;
  const Article& article;
  const ArticleContext& context;
  const Lexicon& lexicon;
  const Schema& schema;
};

// The words of transcripts and speeches, a paragraph each: by the labels of their turns, by the
// article's own `speaker`, or, where a plain text is a speech, by the country that it is given for.
// Sorted by range; empty for other articles.
std::vector<Attribution> attribute_speech(const SpeechSources& sources);

// Puts `speech` in the place of what `attributions` say about the same words. Both are sorted, and
// the result is.
void replace_with_speech(std::vector<Attribution>& attributions, std::vector<Attribution> speech);

}  // namespace verbale::attribution
