#include "readers/fields.h"

#include <algorithm>
#include <utility>

#include "readers/authors.h"
#include "readers/content_hash.h"
#include "readers/dates.h"
#include "readers/words.h"

namespace verbale::readers {
namespace {

struct Spelling {
  std::string_view name;
  FieldName field;
};

// The other names of docs/readers.md.
constexpr Spelling spellings[] = {
    {"id", {ArticleField::Id, 0}},
    {"url", {ArticleField::Url, 0}},
    {"title", {ArticleField::Title, 0}},
    {"outlet", {ArticleField::Outlet, 0}},
    {"source", {ArticleField::Outlet, 1}},
    {"authors", {ArticleField::Authors, 0}},
    {"author", {ArticleField::Authors, 1}},
    {"byline", {ArticleField::Authors, 2}},
    {"published", {ArticleField::Published, 0}},
    {"date", {ArticleField::Published, 1}},
    {"language", {ArticleField::Language, 0}},
    {"lang", {ArticleField::Language, 1}},
    {"text", {ArticleField::Text, 0}},
    {"body", {ArticleField::Text, 1}},
    {"content", {ArticleField::Text, 2}},
    {"speaker", {ArticleField::Speaker, 0}},
    {"role", {ArticleField::Role, 0}},
    {"country", {ArticleField::Country, 0}},
    {"topics", {ArticleField::Topics, 0}},
};

void replace_nul(std::string& value) {
  for (std::size_t at = value.find('\0'); at != std::string::npos; at = value.find('\0', at)) {
    value.replace(at, 1, "\xEF\xBF\xBD");
  }
}

// "en-GB", "EN_us" and "en" are "en"; what is no language tag ("English") is unknown.
std::string primary_subtag(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  const bool letters = std::ranges::all_of(primary, is_letter);
  if (!letters || primary.size() < 2 || primary.size() > 3) {
    return "";
  }
  return lower(primary);
}

}  // namespace

const char* to_string(ArticleField field) {
  const auto* const found = std::ranges::find(
      spellings, field, [](const Spelling& spelling) { return spelling.field.field; });
  return found->name.data();
}

std::optional<FieldName> find_field(std::string_view name,
                                    const std::map<std::string, std::string>& field_map) {
  for (const auto& [field, mapped] : field_map) {
    if (mapped == name) {
      const auto* const found = std::ranges::find(spellings, field, &Spelling::name);
      return found == std::end(spellings) ? std::nullopt : std::optional(found->field);
    }
  }
  const auto* const found = std::ranges::find(spellings, name, &Spelling::name);
  if (found == std::end(spellings) || field_map.count(to_string(found->field.field)) != 0) {
    return std::nullopt;
  }
  return found->field;
}

void set_field(Article& article, ArticleField field, std::string value) {
  replace_nul(value);
  if (field == ArticleField::Text) {
    article.text = std::move(value);
    return;
  }
  const std::string_view trimmed = trim(value);
  switch (field) {
    case ArticleField::Id:
      article.id.value = trimmed;
      break;
    case ArticleField::Url:
      article.url = trimmed;
      break;
    case ArticleField::Title:
      article.title = one_line(trimmed);
      break;
    case ArticleField::Outlet:
      article.outlet = one_line(trimmed);
      break;
    case ArticleField::Authors:
      add_authors(trimmed, article.authors);
      break;
    case ArticleField::Published:
      article.published = read_date(trimmed);
      break;
    case ArticleField::Language:
      article.language = primary_subtag(trimmed);
      break;
    case ArticleField::Speaker:
      article.speaker = one_line(trimmed);
      break;
    case ArticleField::Role:
      article.role = one_line(trimmed);
      break;
    case ArticleField::Country:
      article.country = one_line(trimmed);
      break;
    case ArticleField::Topics:
      if (!trimmed.empty()) {
        article.topics.emplace_back(trimmed);
      }
      break;
    case ArticleField::Text:
      break;
  }
}

void set_id(Article& article) {
  if (article.id.empty()) {
    article.id.value = article.url;
  }
  if (article.id.empty()) {
    article.id.value = content_hash(article.title, article.text);
  }
}

std::optional<Error> complete(Article& article) {
  if (trim(article.text).empty()) {
    return Error{"the text is missing", ""};
  }
  set_id(article);
  return std::nullopt;
}

}  // namespace verbale::readers
