#include "index/terms.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace verbale {
namespace {

constexpr std::size_t max_value_bytes = 200;
constexpr unsigned date_bytes = 3;

// Of the hash that keeps the articles of one date apart.
constexpr unsigned date_order_hash_bytes = 5;

// Months and days count from 1, so that 0 says that there is none.
constexpr unsigned months = 13;
constexpr unsigned days = 32;
constexpr char value_separator = '\x1f';

std::string hex(std::uint64_t number) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
  return text;
}

std::string join(std::string_view a, std::string_view b) {
  std::string joined;
  joined.reserve(a.size() + b.size());
  return joined.append(a).append(b);
}

// A value as part of a term: short enough, and still its own.
std::string shortened(std::string_view value) {
  if (value.size() <= max_value_bytes) {
    return std::string(value);
  }
  return join(value.substr(0, max_value_bytes - 16), hex(stable_hash(value)));
}

}  // namespace

std::uint64_t stable_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  }
  return hash;
}

std::string stem_term(std::string_view field_prefix, std::string_view language,
                      std::string_view stem) {
  std::string term;
  term.reserve(2 + field_prefix.size() + language.size() + stem.size());
  term.append(term_prefix::stem).append(field_prefix).append(language).append(":").append(stem);
  return term;
}

std::string value_term(std::string_view field_prefix, std::string_view value) {
  return join(field_prefix, join(":", shortened(value)));
}

bool may_have_positions(std::string_view term) {
  const bool prefixed = !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
  const bool without = std::string_view("EGNWZ").find(term.front()) != std::string_view::npos;
  return !prefixed || !(without || std::string_view(":~-").find(term[1]) != std::string_view::npos);
}

std::string name_term(std::string_view field_prefix, std::string_view folded) {
  return join(field_prefix, join("~", shortened(folded)));
}

std::string missing_term(std::string_view field_prefix) {
  return join(field_prefix, "-");
}

std::string date_value(const Date& date) {
  return big_endian(
      (static_cast<unsigned>(date.year()) * months + date.month()) * days + date.day(), date_bytes);
}

std::optional<Date> read_date_value(std::string_view value) {
  if (value.size() != date_bytes) {
    return std::nullopt;
  }
  unsigned number = 0;
  for (const char byte : value) {
    number = number << 8 | static_cast<unsigned char>(byte);
  }
  const unsigned day = number % days;
  const unsigned month = number / days % months;
  const auto year = static_cast<int>(number / days / months);
  if (month == 0) {
    return Date::of_year(year);
  }
  return day == 0 ? Date::of_month(year, month) : Date::of_day(year, month, day);
}

std::string date_order_value(const std::optional<Date>& date, const ArticleId& article) {
  return (date ? date_value(*date) : std::string(date_bytes, '\0')) +
         big_endian(stable_hash(article.value), date_order_hash_bytes);
}

// The first letters of the kinds differ.
std::string kind_value(PassageKind kind) {
  return {*to_string(kind)};
}

PassageKind read_kind_value(std::string_view value) {
  for (const PassageKind kind : {PassageKind::Quote, PassageKind::Reported, PassageKind::Speech}) {
    if (value == kind_value(kind)) {
      return kind;
    }
  }
  return PassageKind::Narration;
}

std::string big_endian(std::uint64_t number, unsigned bytes) {
  std::string text(bytes, '\0');
  for (unsigned i = 0; i < bytes; ++i) {
    text[bytes - 1 - i] = static_cast<char>(number >> (8 * i));
  }
  return text;
}

std::string date_term(std::string_view field_prefix, const Date& date) {
  return date_terms(field_prefix, date).back();
}

std::vector<std::string> date_terms(std::string_view field_prefix, const Date& date) {
  std::string digits = to_string(date);
  std::erase(digits, '-');
  std::vector<std::string> terms;
  for (std::size_t length = 4; length <= digits.size(); length += 2) {
    terms.push_back(join(field_prefix, std::string_view(digits).substr(0, length)));
  }
  return terms;
}

std::string article_term(const ArticleId& id) {
  return value_term(term_prefix::article, id.value);
}

PassageId passage_id(const ArticleId& article, std::size_t ordinal) {
  return {article.value + "#" + std::to_string(ordinal)};
}

std::optional<PassagePlace> place_of(const PassageId& id) {
  const std::size_t sign = id.value.rfind('#');
  if (sign == std::string::npos) {
    return std::nullopt;
  }
  PassagePlace place{{id.value.substr(0, sign)}, 0};
  const char* const end = id.value.data() + id.value.size();
  const auto [stop, fault] = std::from_chars(id.value.data() + sign + 1, end, place.ordinal);
  if (fault != std::errc{} || passage_id(place.article, place.ordinal) != id) {
    return std::nullopt;
  }
  return place;
}

std::string pack_values(const std::set<std::string>& values) {
  std::string packed;
  for (const std::string& value : values) {
    if (!packed.empty()) {
      packed += value_separator;
    }
    packed += value;
  }
  return packed;
}

std::vector<std::string> unpack_values(std::string_view packed) {
  std::vector<std::string> values;
  while (!packed.empty()) {
    const std::size_t end = std::min(packed.find(value_separator), packed.size());
    values.emplace_back(packed.substr(0, end));
    packed.remove_prefix(std::min(end + 1, packed.size()));
  }
  return values;
}

std::vector<std::string> with_parents(std::string_view topic) {
  std::vector<std::string> topics;
  for (std::size_t slash = topic.find('/'); slash != std::string_view::npos;
       slash = topic.find('/', slash + 1)) {
    topics.emplace_back(topic.substr(0, slash));
  }
  topics.emplace_back(topic);
  return topics;
}

}  // namespace verbale
