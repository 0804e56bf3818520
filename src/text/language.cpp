#include "verbale/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

namespace verbale {
namespace {

// Fewer bytes than this are a name or a date in any language.
constexpr std::size_t min_bytes = 12;

// A few thousand bytes decide; a long article is not read to its end.
constexpr std::size_t enough_bytes = 8192;

// From here on, in bytes of letters and in per cent of them, cld2's best guess at a table of
// numbers is right.
constexpr int table_letters = 45;
constexpr int table_percent = 80;

// What a passage needs to be in another language than its article: names in their own spelling, a
// motto or a line of a script are not enough. Relatives of the article's language need more.
constexpr int other_letters = 80;
constexpr int related_letters = 320;
constexpr int other_percent = 90;

// Languages that a sentence or two can pass for each other in.
constexpr std::string_view families[] = {
    "es gl pt ca", "ru uk be bg sr mk",
    "no da sv",    "hr sr bs sl",
    "cs sk",       "id ms",
    "nl af",       "de lb",
    "tr az",       "fa ps ur ar",
};

struct Guess {
  std::string language;  // Empty where cld2 has none.
  bool reliable = false;
  int percent = 0;  // Of the letters.
  int letters = 0;  // In bytes.
};

// cld2 keeps some codes that BCP 47 has replaced.
std::string primary_subtag(std::string code) {
  code.resize(std::min(code.find('-'), code.size()));
  if (code == "iw") {
    return "he";
  }
  if (code == "nb" || code == "nn") {
    return "no";
  }
  if (code == "in") {
    return "id";
  }
  return code;
}

bool is_control(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

// cld2 says nothing of a text that ends inside a character or holds control characters, as text has
// that was decoded wrongly once (U+009D): they become spaces.
std::string beginning_of(std::string_view text) {
  std::size_t end = std::min(text.size(), enough_bytes);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  std::string beginning(text.substr(0, end));
  for (std::size_t i = 0; i < beginning.size(); ++i) {
    const auto c = static_cast<unsigned char>(beginning[i]);
    const bool c1 = c == 0xC2 && i + 1 < beginning.size() &&
                    static_cast<unsigned char>(beginning[i + 1]) < 0xA0;
    if (c1 || is_control(c)) {
      beginning.replace(i, c1 ? 2 : 1, c1 ? "  " : " ");
    }
  }
  return beginning;
}

Guess guess(std::string_view text, int flags) {
  CLD2::Language best[3] = {};
  int percent[3] = {};
  double score[3] = {};
  Guess found;
  int valid_prefix = 0;
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                   CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true,
                                          &no_hints, flags, best, percent, score, nullptr,
                                          &found.letters, &found.reliable, &valid_prefix);
  if (best[0] != CLD2::UNKNOWN_LANGUAGE && best[0] != CLD2::TG_UNKNOWN_LANGUAGE) {
    found.language = primary_subtag(CLD2::LanguageCode(best[0]));
    found.percent = percent[0];
  }
  return found;
}

// "Shr 35 cts vs 25 cts": a tenth of it or more is digits.
bool is_table_of_numbers(std::string_view text) {
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  const auto others =
      std::ranges::count_if(text, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
  return 10 * digits >= digits + others;
}

bool are_related(std::string_view a, std::string_view b) {
  return std::ranges::any_of(families, [&](std::string_view family) {
    return family.find(a) != std::string_view::npos && family.find(b) != std::string_view::npos;
  });
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string beginning = beginning_of(text);
  if (beginning.size() < min_bytes) {
    return "";
  }
  Guess found = guess(beginning, 0);
  if (found.reliable) {
    return found.language;
  }
  if (!is_table_of_numbers(beginning)) {
    return "";
  }
  found = guess(beginning, CLD2::kCLDFlagBestEffort);
  const bool enough = found.letters >= table_letters && found.percent >= table_percent;
  return enough ? found.language : "";
}

std::string passage_language(std::string_view passage, std::string_view article_language) {
  const std::string beginning = beginning_of(passage);
  if (beginning.size() < static_cast<std::size_t>(other_letters)) {
    return std::string(article_language);
  }
  const Guess found = guess(beginning, 0);
  const bool related = !article_language.empty() && are_related(found.language, article_language);
  const bool other = found.reliable && !found.language.empty() && found.percent >= other_percent &&
                     found.letters >= (related ? related_letters : other_letters);
  return other ? found.language : std::string(article_language);
}

}  // namespace verbale
