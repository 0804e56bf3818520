#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/base/result.h"
#include "verbale/model/article.h"

namespace verbale::readers {

// What a record can say of an article by name, whatever the record's format.
enum class ArticleField {
  Id,
  Url,
  Title,
  Outlet,
  Authors,
  Published,
  Language,
  Text,
  Speaker,
  Role,
  Country,
  Topics,
};
inline constexpr std::size_t article_field_count = 12;

const char* to_string(ArticleField field);

// A name found in a record. Of several names for one field the lowest rank counts: "text" before
// "body" before "content".
struct FieldName {
  ArticleField field;
  int rank;
};

// Whether an article can have several values of it: each set_field() adds to them.
constexpr bool is_list(ArticleField field) {
  return field == ArticleField::Authors || field == ArticleField::Topics;
}

// Names are compared exactly. `field_map` (article field -> name in the records) replaces the
// names of the fields that it holds.
std::optional<FieldName> find_field(std::string_view name,
                                    const std::map<std::string, std::string>& field_map);

// Sets a field from text as a record writes it. A date that is not understood stays unknown; a NUL
// becomes U+FFFD.
void set_field(Article& article, ArticleField field, std::string value);

// Gives the article an id where it has none: its url, or else a hash of its title and text.
void set_id(Article& article);

// Gives the article an id where it has none: its url, or else a hash of its title and text. An
// error when there is no text.
std::optional<Error> complete(Article& article);

}  // namespace verbale::readers
