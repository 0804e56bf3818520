#include <cstdint>
#include <cstdlib>
#include <string>

#include "verbale/text/analyzer.h"
#include "verbale/text/charset.h"
#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

// Any bytes, decoded, give words with ordered ranges on code point boundaries and valid forms.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text = verbale::decode_text({reinterpret_cast<const char*>(bytes), size}).text;
  static constexpr const char* languages[] = {"", "en", "ar", "ru", "tr", "de"};
  verbale::Analyzer analyzer(languages[size % 6]);
  std::uint32_t end = 0;
  const auto require = [](bool holds) {
    if (!holds) {
      std::abort();
    }
  };
  analyzer.analyze(text, [&](const verbale::Word& word) {
    require(end <= word.range.begin && word.range.begin < word.range.end);
    require(word.range.end <= text.size());
    require(!verbale::first_invalid_utf8(word.range.in(text)));
    for (const std::string_view form : {word.folded, word.stem, word.exact}) {
      require(!form.empty() && form.size() <= 64 && !verbale::first_invalid_utf8(form));
    }
    end = word.range.end;
  });
  const std::string folded = verbale::fold(text);
  require(verbale::fold(folded) == folded);
  return 0;
}
