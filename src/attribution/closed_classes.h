#pragma once

#include <span>
#include <string_view>

#include "attribution/lexicon.h"

namespace verbale::attribution {

// Words of one class, separated by spaces, folded.
struct ClosedClass {
  Traits traits;
  std::string_view words;
};

// The closed classes of English, and the open ones that steer the reading of a clause where the
// tables of index_schema/ have nothing to say: common verbs that report nothing, nouns for bodies
// and documents.
std::span<const ClosedClass> closed_classes();

}  // namespace verbale::attribution
