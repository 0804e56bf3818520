#pragma once

#include <span>
#include <vector>

#include "attribution/document.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// Cuts a document into passages: runs of sentences of one paragraph with one attribution, cut at a
// sentence's end when they pass about 150 words. A sentence with the words of two speakers becomes
// a passage for each. `attributions` are sorted by range. Sets kind, range, speakers, attributions
// and quotations.
std::vector<Passage> cut_passages(const Document& document,
                                  std::span<const Attribution> attributions);

}  // namespace verbale::attribution
