#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/model/date.h"
#include "verbale/model/id.h"
#include "verbale/model/passage.h"

namespace verbale {

// The terms and values of a passage's Xapian document that fields.tsv does not name. The whole
// format is written down in docs/index_format.md and has the version index_format.

// Words are folded, so no word starts with a capital: a capital is always a prefix.
namespace term_prefix {
inline constexpr std::string_view stem = "Z";           // Then field prefix, language, ':', stem.
inline constexpr std::string_view exact = "E";          // Words with their diacritics.
inline constexpr std::string_view bigram = "G";         // Then field prefix; two graphemes.
inline constexpr std::string_view speaker_word = "N";   // Words of the speakers' names.
inline constexpr std::string_view first_passage = "W";  // A whole term: as many as articles.
inline constexpr std::string_view article = "I";        // As the field `article`.
}  // namespace term_prefix

// The fields of fields.tsv have the slots below these.
namespace value_slot {
// A hash of the article's id in 8 bytes, then its length_code(): what --collapse article collapses
// on and what equal scores are ordered by. Within an article the document ids ascend.
inline constexpr unsigned article = 20;
inline constexpr unsigned statement = 21;   // 8 bytes: hash of the folded words said.
inline constexpr unsigned story = 22;       // 5 bytes of the text's StoryKey.
inline constexpr unsigned confidence = 23;  // One byte, percent; empty without a speaker.
inline constexpr unsigned date_order = 24;  // What sorting by date sorts by: date, then article.
}  // namespace value_slot

// No slot of a field is at this or above.
inline constexpr unsigned value_slots = 64;

// A hash that no machine, version or shard disagrees about: FNV-1a, 64 bits.
std::uint64_t stable_hash(std::string_view bytes);

// `field_prefix`: empty for the text. Each language has stems of its own, because the same letters
// are another word elsewhere ("Zen:nation", "ZTfr:nation").
std::string stem_term(std::string_view field_prefix, std::string_view language,
                      std::string_view stem);

// The term of a value of an exact field. Xapian's terms end at 245 bytes, so beyond 200 a value is
// its beginning and its hash.
std::string value_term(std::string_view field_prefix, std::string_view value);

// False only of what never has positions: stems, bigrams, values.
bool may_have_positions(std::string_view term);

// The term under which a name is found that is not written as its id is; `folded` is fold(name).
std::string name_term(std::string_view field_prefix, std::string_view folded);

// Marks a passage without a value: field:none.
std::string missing_term(std::string_view field_prefix);

// The year's term, and the month's and the day's as far as the date goes.
std::vector<std::string> date_terms(std::string_view field_prefix, const Date& date);
std::string date_term(std::string_view field_prefix, const Date& date);

// Three bytes that sort as Date does: a year before its months, a month before its days.
std::string date_value(const Date& date);
std::optional<Date> read_date_value(std::string_view value);

// One byte: a facet value that every passage has.
std::string kind_value(PassageKind kind);
PassageKind read_kind_value(std::string_view value);

// The value of `date_order`; no date is before all dates.
std::string date_order_value(const std::optional<Date>& date, const ArticleId& article);

std::string big_endian(std::uint64_t number, unsigned bytes);

std::string article_term(const ArticleId& id);

struct PassagePlace {
  ArticleId article;
  std::size_t ordinal = 0;
};

PassageId passage_id(const ArticleId& article, std::size_t ordinal);
std::optional<PassagePlace> place_of(const PassageId& id);

// A sorted set of ids in one value.
std::string pack_values(const std::set<std::string>& values);
std::vector<std::string> unpack_values(std::string_view packed);

// "a/b/c" -> "a", "a/b", "a/b/c"
std::vector<std::string> with_parents(std::string_view topic);

}  // namespace verbale
