#include "readers/html/dated_line.h"

#include <algorithm>
#include <string>

#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::string_view change_words[] = {
    "updat",        "modif",      "stated on",   "last edited", "last reviewed",  "corrected",
    "aktualisiert", "mis à jour", "mise à jour", "actualizado", "actualización",  "atualizado",
    "aggiornat",    "обновлен",   "изменен",     "bijgewerkt",  "zaktualizowano", "güncellen"};

constexpr std::string_view publication_words[] = {
    "publish",     "posted",       "written",      "veröffentlicht", "publiziert",
    "erschienen",  "publié",       "publicado",    "publicação",     "pubblicat",
    "опубликован", "gepubliceerd", "opublikowano", "yayın",          "created on"};

// Words of other days than that of publication.
constexpr std::string_view other_words[] = {"copyright", "©",        "event",     "expire",
                                            "deadline",  "accessed", "retrieved", "born "};

// Small words that stand in a line that is no sentence.
constexpr std::string_view small_words[] = {
    "by",  "on",  "at",  "in",  "of",  "and", "am", "pm", "um", "le",  "de",   "a",
    "the", "von", "par", "por", "est", "uhr", "el", "du", "à",  "min", "read", "staff"};

// From this many other words in small letters on, a line is a sentence.
constexpr int words_of_a_sentence = 3;

template <std::size_t count>
std::size_t find_first(const std::string& text, const std::string_view (&words)[count],
                       std::size_t from = 0) {
  std::size_t first = text.size();
  for (const std::string_view word : words) {
    first = std::min(first, text.find(word, from));
  }
  return first;
}

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// Words that begin with a small letter and are none of small_words.
int plain_words(std::string_view line) {
  int count = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" ,.;:|/()-", at), line.size());
    const std::string_view word = line.substr(at, end - at);
    const bool plain = word.size() > 1 && is_small_letter(word.front()) &&
                       std::ranges::find(small_words, word) == std::end(small_words);
    count += plain ? 1 : 0;
    at = end + 1;
  }
  return count;
}

// The hour of "2024-07-12T03:30:00Z".
int hour_of(std::string_view written) {
  const std::size_t colon = written.find(':');
  const bool digits = colon != std::string_view::npos && colon >= 2 &&
                      is_digit(written[colon - 2]) && is_digit(written[colon - 1]);
  return digits ? (written[colon - 2] - '0') * 10 + (written[colon - 1] - '0') : 0;
}

}  // namespace

bool is_dated_line(std::string_view line) {
  const std::string text = lower(line);
  if (find_first(text, other_words) != text.size()) {
    return false;
  }
  return find_first(text, publication_words) == 0 || plain_words(line) < words_of_a_sentence;
}

std::optional<Date> date_in_line(std::string_view line, DayOrder order) {
  const std::string text = lower(line);
  const std::size_t published = find_first(text, publication_words);
  const std::size_t begin = published == text.size() ? 0 : published;
  const std::size_t end = find_first(text, change_words, begin);
  const auto date = read_date(line.substr(begin, end - begin), order);
  return date && date->precision() == DatePrecision::Day ? date : std::nullopt;
}

bool ends_in_change(std::string_view text) {
  const std::string lead = lower(text);
  std::size_t change = find_first(lead, change_words);
  while (change != lead.size()) {
    if (find_first(lead, publication_words, change) == lead.size()) {
      return true;
    }
    change = find_first(lead, change_words, change + 1);
  }
  return false;
}

bool is_utc(std::string_view written) {
  return written.ends_with('Z') || written.ends_with("+00:00") || written.ends_with("+0000") ||
         written.ends_with("GMT");
}

bool may_be_same_time(const Date& date, const Date& local, std::string_view written) {
  const auto apart = local.first_day() - date.first_day();
  const int hour = hour_of(written);
  return apart == std::chrono::days(0) || (apart == std::chrono::days(-1) && hour < 12) ||
         (apart == std::chrono::days(1) && hour >= 10);
}

}  // namespace verbale::readers::html
