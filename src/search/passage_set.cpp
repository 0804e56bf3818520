#include "search/passage_set.h"

namespace verbale {

PassageSet::PassageSet(const Xapian::Database& database, const std::vector<std::string>& terms)
    : bits_(database.get_lastdocid() / 64 + 1) {
  for (const std::string& term : terms) {
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
         ++posting) {
      const Xapian::docid passage = *posting;
      std::uint64_t& word = bits_[passage / 64];
      const std::uint64_t bit = std::uint64_t{1} << passage % 64;
      size_ += (word & bit) == 0 ? 1 : 0;
      word |= bit;
    }
  }
}

}  // namespace verbale
