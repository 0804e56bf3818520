#pragma once

#include <string>
#include <vector>

#include "verbale/model/article.h"
#include "verbale/model/passage.h"

namespace verbale {

// An article with what was found in it: what the index stores and `extract` prints.
struct AnalyzedArticle {
  Article article;
  std::vector<Passage> passages;
  // Countries and bodies that the article as a whole is about: fewer than its passages mention.
  // Sorted ids.
  std::vector<std::string> about;
};

}  // namespace verbale
