#pragma once

#include <xapian.h>

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace verbale {

// Passages of a local database, a bit each. Made from posting lists alone, which costs a fifth of
// a match; of remote shards it would carry the lists over the net.
class PassageSet {
 public:
  // The passages that have any of the terms.
  PassageSet(const Xapian::Database& database, const std::vector<std::string>& terms);

  std::size_t size() const { return size_; }

  // In ascending order.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t word = 0; word < bits_.size(); ++word) {
      for (std::uint64_t rest = bits_[word]; rest != 0; rest &= rest - 1) {
        visit(static_cast<Xapian::docid>(word * 64 + std::countr_zero(rest)));
      }
    }
  }

 private:
  std::vector<std::uint64_t> bits_;
  std::size_t size_ = 0;
};

}  // namespace verbale
