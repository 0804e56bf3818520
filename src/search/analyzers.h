#pragma once

#include <map>
#include <string>

#include "verbale/text/analyzer.h"

namespace verbale {

// An analyzer of each language, kept from query to query, because what they remember of words takes
// longer to set up than a query to answer. Not thread-safe.
class Analyzers {
 public:
  Analyzer& of(const std::string& language) {
    return analyzers_.try_emplace(language, language).first->second;
  }

 private:
  std::map<std::string, Analyzer> analyzers_;
};

}  // namespace verbale
