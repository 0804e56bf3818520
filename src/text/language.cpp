#include "verbale/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

namespace verbale {
namespace {

// Fewer bytes than this are a name or a date in any language.
constexpr std::size_t min_bytes = 12;

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

}  // namespace

std::string detect_language(std::string_view text) {
  // A few thousand bytes decide; a long article is not read to its end.
  constexpr std::size_t enough_bytes = 8192;
  if (text.size() < min_bytes) {
    return "";
  }
  CLD2::Language best[3] = {};
  int percent[3] = {};
  double score[3] = {};
  int text_bytes = 0;
  int valid_prefix = 0;
  bool reliable = false;
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                   CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(std::min(text.size(), enough_bytes)), true, &no_hints, 0, best,
      percent, score, nullptr, &text_bytes, &reliable, &valid_prefix);
  if (!reliable || best[0] == CLD2::UNKNOWN_LANGUAGE || best[0] == CLD2::TG_UNKNOWN_LANGUAGE) {
    return "";
  }
  return primary_subtag(CLD2::LanguageCode(best[0]));
}

}  // namespace verbale
