#include "search/index_words.h"

#include <algorithm>
#include <tuple>

#include "index/terms.h"

namespace verbale {
namespace {

constexpr std::string_view language_prefix = "L:";

// Reading a term of the vocabulary takes about a microsecond.
constexpr std::size_t most_terms_seen = 50000;

}  // namespace

const std::vector<std::string>& IndexWords::languages() {
  if (!languages_) {
    // Passages whose language is unknown have stems of the language "".
    languages_ = std::vector<std::string>{""};
    const std::string prefix(language_prefix);
    for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
         ++term) {
      languages_->push_back((*term).substr(prefix.size()));
    }
  }
  return *languages_;
}

std::vector<QueryWord> IndexWords::words_of(std::string_view text) {
  std::vector<QueryWord> words;
  analyzers_.of("").analyze(text, [&](const Word& word) {
    words.push_back({std::string(word.folded), std::string(word.exact), word.ideographic});
  });
  return words;
}

std::vector<LanguageStem> IndexWords::stems_of(std::string_view text) {
  std::vector<LanguageStem> stems;
  for (const std::string& language : languages()) {
    analyzers_.of(language).analyze(text, [&](const Word& word) {
      stems.push_back({language, std::string(word.stem)});
      if (!word.bare_stem.empty()) {
        stems.push_back({language, std::string(word.bare_stem)});
      }
    });
  }
  return stems;
}

bool IndexWords::has_text_word(std::string_view text) {
  return std::ranges::any_of(stems_of(text), [&](const LanguageStem& stem) {
    return frequency(stem_term("", stem.language, stem.stem)) > 0;
  });
}

Expansion expand_prefix(const Xapian::Database& database, const std::string& prefix,
                        std::size_t limit) {
  Expansion expansion;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (expansion.found == most_terms_seen) {
      expansion.all_seen = false;
      break;
    }
    ++expansion.found;
    expansion.terms.push_back({*term, term.get_termfreq()});
  }
  std::ranges::sort(expansion.terms, [](const auto& a, const auto& b) {
    return std::tie(b.frequency, a.term) < std::tie(a.frequency, b.term);
  });
  expansion.terms.resize(std::min(limit, expansion.terms.size()));
  return expansion;
}

}  // namespace verbale
