#include "readers/html/day_order.h"

#include <algorithm>
#include <string>

#include "readers/web_address.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

// Languages that write the day first, in all countries but those of month_first_regions.
constexpr std::string_view day_first_languages[] = {
    "ar", "az", "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "gl", "he",
    "hr", "hy", "id", "is", "it", "ka", "kk", "lv", "mk", "ms", "nb", "nl", "nn", "no",
    "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "th", "tr", "uk", "ur", "uz", "vi"};

constexpr std::string_view other_regions[] = {"us", "ca", "ph", "pr", "pa"};

// Countries whose English writes the day first.
constexpr std::string_view day_first_regions[] = {"gb", "uk", "ie", "au", "nz", "in", "pk", "lk",
                                                  "bd", "sg", "my", "ng", "ke", "gh", "ug", "zm",
                                                  "zw", "mt", "cy", "jm", "tt", "tz"};

// Domains of countries with other languages that do, for pages that do not say theirs.
constexpr std::string_view day_first_domains[] = {
    "ar", "at", "be", "bg", "bo", "br", "ch", "cl", "cz", "de", "dk", "eg", "es", "fi",
    "fr", "gr", "hr", "id", "il", "it", "kz", "ma", "mx", "nl", "no", "pe", "pl", "pt",
    "py", "ro", "rs", "ru", "sa", "si", "sk", "th", "tr", "ua", "uy", "ve", "vn"};

template <std::size_t count>
bool is_one_of(std::string_view word, const std::string_view (&words)[count]) {
  return std::ranges::find(words, word) != std::end(words);
}

std::string region_of(std::string_view tag) {
  const std::size_t mark = tag.find_last_of("-_");
  return mark == std::string_view::npos ? "" : std::string(tag.substr(mark + 1));
}

}  // namespace

DayOrder day_order(std::string_view language, std::string_view url) {
  const std::string tag = lower(trim(language));
  const std::string primary = tag.substr(0, tag.find_first_of("-_"));
  const std::string region = region_of(tag);
  if (is_one_of(primary, day_first_languages)) {
    return is_one_of(region, other_regions) ? DayOrder::Unknown : DayOrder::DayFirst;
  }
  const std::string host = host_of(url);
  const std::string domain = host.substr(std::min(host.rfind('.') + 1, host.size()));
  const bool english = primary == "en" || primary.empty();
  const bool day_first = is_one_of(region, day_first_regions) ||
                         is_one_of(domain, day_first_regions) ||
                         is_one_of(domain, day_first_domains);
  return english && day_first ? DayOrder::DayFirst : DayOrder::Unknown;
}

}  // namespace verbale::readers::html
