#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace verbale {

// What versions of one text have in common: the smallest hash of its runs of 20 words (MinHash with
// one hash). Two texts have the same key as probably as their runs resemble each other (those in
// both over those in either), so that copy that was cut by a quarter is found three times in four;
// texts about the same thing in other words never. A text of fewer words is one run. It is a
// function of the text alone, so it depends on no other article, order or part.
class StoryKey {
 public:
  // The next word of the text, folded.
  void add(std::string_view word);

  std::uint64_t value() const;

 private:
  static constexpr std::size_t run_words = 20;

  std::array<std::uint64_t, run_words> run_{};  // The hashes of the last words, in a ring.
  std::size_t count_ = 0;
  std::uint64_t rolling_ = 0;
  std::uint64_t smallest_ = ~std::uint64_t{0};
};

}  // namespace verbale
