#pragma once

#include <string>

#include "verbale/model/article.h"

namespace verbale::bench {

// The invented news of tests/fixtures/sample, as one article of at least `bytes` bytes: its texts
// one after another, again from the first when they are used up.
Article sample_article(std::size_t bytes);

// The first `words` words of it, as a passage has them.
std::string sample_passage(std::size_t words);

}  // namespace verbale::bench
