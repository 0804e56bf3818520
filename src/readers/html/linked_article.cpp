#include "readers/html/linked_article.h"

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>

#include "readers/authors.h"
#include "readers/html/entities.h"
#include "readers/json_mend.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

namespace json = boost::json;

constexpr int deepest_graph = 4;

// Subtypes of schema.org's Article, the ones of news first. All that end so count:
// "ReportageNewsArticle", "LiveBlogPosting".
constexpr std::string_view article_types[] = {"NewsArticle", "Article", "BlogPosting", "Report",
                                              "SocialMediaPosting"};

std::string_view view(const json::string& text) {
  return {text.data(), text.size()};
}

const json::value* member(const json::object& object, std::string_view key) {
  return object.if_contains(json::string_view(key.data(), key.size()));
}

std::string text_of_value(const json::value* value, int depth = 0);

std::string text_of_object(const json::object& object, int depth) {
  for (const char* const key : {"name", "@value", "@id"}) {
    std::string text = text_of_value(member(object, key), depth);
    if (!text.empty()) {
      return text;
    }
  }
  return "";
}

// The text of a value, of the first one of a list, or of an object's "name", "@value" or "@id".
std::string text_of_value(const json::value* value, int depth) {
  if (value == nullptr || depth > deepest_graph) {
    return "";
  }
  if (const json::string* const text = value->if_string()) {
    return decode_entities(view(*text));
  }
  if (const json::array* const list = value->if_array()) {
    return list->empty() ? "" : text_of_value(&list->front(), depth + 1);
  }
  const json::object* const object = value->if_object();
  return object == nullptr ? "" : text_of_object(*object, depth + 1);
}

void add_author_name(const json::value& value, std::vector<std::string>& names) {
  const json::object* const object = value.if_object();
  add_authors(text_of_value(object == nullptr ? &value : member(*object, "name")), names);
}

// The names in {"name": "Ana Ruiz"}, "Ana Ruiz", and lists of them.
std::vector<std::string> author_names(const json::value* value) {
  std::vector<std::string> names;
  const json::array* const list = value == nullptr ? nullptr : value->if_array();
  if (list != nullptr) {
    for (const json::value& author : *list) {
      add_author_name(author, names);
    }
  } else if (value != nullptr) {
    add_author_name(*value, names);
  }
  return names;
}

// The rank of the best of an object's types among article_types; nothing for other things.
std::optional<std::size_t> article_rank(const json::object& object, std::string& type_name) {
  const json::value* const type = member(object, "@type");
  if (type == nullptr) {
    return std::nullopt;
  }
  std::vector<std::string> names;
  if (const json::array* const list = type->if_array()) {
    for (const json::value& name : *list) {
      names.push_back(text_of_value(&name));
    }
  } else {
    names.push_back(text_of_value(type));
  }
  for (std::size_t rank = 0; rank < std::size(article_types); ++rank) {
    const auto named = std::ranges::find_if(
        names, [rank](const std::string& name) { return name.ends_with(article_types[rank]); });
    if (named != names.end()) {
      type_name = *named;
      return rank;
    }
  }
  return std::nullopt;
}

struct Ranked {
  std::size_t rank;
  LinkedArticle article;
};

LinkedArticle article_of(const json::object& object, std::string type) {
  LinkedArticle article;
  article.type = std::move(type);
  article.url = text_of_value(member(object, "url"));
  if (article.url.empty()) {
    article.url = text_of_value(member(object, "mainEntityOfPage"));
  }
  article.headline = one_line(text_of_value(member(object, "headline")));
  if (article.headline.empty()) {
    article.headline = one_line(text_of_value(member(object, "name")));
  }
  article.description = one_line(text_of_value(member(object, "description")));
  article.published = text_of_value(member(object, "datePublished"));
  if (article.published.empty()) {
    article.published = text_of_value(member(object, "dateCreated"));
  }
  article.publisher = one_line(text_of_value(member(object, "publisher")));
  article.authors = author_names(member(object, "author"));
  article.language = text_of_value(member(object, "inLanguage"));
  article.body = text_of_value(member(object, "articleBody"));
  return article;
}

// Visits the objects at the top, in lists at the top and in "@graph", and "mainEntity".
template <class Visit>
void for_each_thing(const json::value& value, int depth, const Visit& visit) {
  if (depth > deepest_graph) {
    return;
  }
  if (const json::array* const list = value.if_array()) {
    for (const json::value& element : *list) {
      for_each_thing(element, depth + 1, visit);
    }
    return;
  }
  const json::object* const object = value.if_object();
  if (object == nullptr) {
    return;
  }
  visit(*object);
  for (const char* const key : {"@graph", "mainEntity"}) {
    if (const json::value* const inner = member(*object, key)) {
      for_each_thing(*inner, depth + 1, visit);
    }
  }
}

// Without what JSON does not allow and pages write: "<!--", CDATA marks, control characters.
std::string mended(std::string_view script) {
  script = trim(script);
  for (const std::string_view opening : {"<!--", "//<![CDATA[", "<![CDATA["}) {
    if (script.starts_with(opening)) {
      script.remove_prefix(opening.size());
    }
  }
  script = trim(script);
  for (const std::string_view closing : {"-->", "//]]>", "]]>", ";"}) {
    if (script.ends_with(closing)) {
      script.remove_suffix(closing.size());
    }
  }
  std::string text = mend_lone_surrogates(script);
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

template <class Visit>
void for_each_thing(const std::vector<std::string>& scripts, const Visit& visit) {
  json::parse_options options;
  options.allow_trailing_commas = true;
  options.allow_comments = true;
  options.max_depth = 64;
  for (const std::string& script : scripts) {
    json::error_code error;
    json::monotonic_resource memory;
    const json::value value = json::parse(mended(script), error, &memory, options);
    if (!error) {
      for_each_thing(value, 0, visit);
    }
  }
}

}  // namespace

std::string linked_page_date(const std::vector<std::string>& scripts) {
  std::string date;
  for_each_thing(scripts, [&date](const json::object& object) {
    if (date.empty() && text_of_value(member(object, "@type")) == "WebPage") {
      date = text_of_value(member(object, "datePublished"));
    }
  });
  return date;
}

std::vector<LinkedArticle> linked_articles(const std::vector<std::string>& scripts) {
  std::vector<Ranked> found;
  for_each_thing(scripts, [&found](const json::object& object) {
    std::string type;
    if (const auto rank = article_rank(object, type)) {
      found.push_back({*rank, article_of(object, std::move(type))});
    }
  });
  std::ranges::stable_sort(found, {}, &Ranked::rank);
  std::vector<LinkedArticle> articles;
  articles.reserve(found.size());
  for (Ranked& ranked : found) {
    articles.push_back(std::move(ranked.article));
  }
  return articles;
}

}  // namespace verbale::readers::html
