#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "verbale/model/date.h"
#include "verbale/query/tree.h"
#include "verbale/schema/schema.h"
#include "verbale/search/searcher.h"

namespace verbale {

// The first and the last date of any passage.
struct CoveredPeriod {
  Date first;
  Date last;
};

// What to try instead of a request that found nothing: the filter that left nothing, the phrase
// whose words occur in another order, the period that the index covers. `count` says how many
// passages another request would find.
std::vector<std::string> advice_for(const SearchRequest& request,
                                    const std::optional<CoveredPeriod>& covered,
                                    const std::function<std::size_t(const SearchRequest&)>& count);

}  // namespace verbale
