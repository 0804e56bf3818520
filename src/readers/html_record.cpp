#include "readers/html_record.h"

#include <utility>

#include "readers/fields.h"
#include "readers/html/body.h"
#include "readers/html/declared_charset.h"
#include "readers/html/metadata.h"
#include "readers/html/page.h"
#include "verbale/text/charset.h"
#include "verbale/text/language.h"

namespace verbale::readers {

namespace {

std::string of_context(const RawRecord& record, const char* name) {
  const auto found = record.context.find(name);
  return found == record.context.end() ? "" : found->second;
}

// Templates name a language that their articles are not in; what the text says counts more.
std::string language_of(const std::string& text, const std::string& declared) {
  std::string detected = detect_language(text);
  return detected.empty() ? declared : detected;
}

}  // namespace

ParsedRecord parse_html(const RawRecord& record, const ReadOptions&) {
  const std::string charset = html::declared_charset(record.bytes, of_context(record, "charset"));
  const auto page = html::parse_page(decode_text(record.bytes, charset).text);
  if (!page) {
    return {{}, {{record.where, page.error().message}}};
  }
  const html::Metadata metadata = html::read_metadata(*page, of_context(record, "url"));
  Article article;
  set_field(article, ArticleField::Id, of_context(record, "id"));
  set_field(article, ArticleField::Url, metadata.url);
  set_field(article, ArticleField::Title, metadata.title);
  set_field(article, ArticleField::Outlet, metadata.outlet);
  article.authors = metadata.authors;
  article.published = metadata.published;
  article.text = html::find_body(
      *page, {metadata.title, metadata.description, metadata.says_article, metadata.article_body});
  set_field(article, ArticleField::Language, language_of(article.text, metadata.language));
  if (complete(article)) {
    return {{}, {{record.where, "is a page without an article"}}};
  }
  ParsedRecord parsed;
  parsed.articles.push_back(std::move(article));
  return parsed;
}

}  // namespace verbale::readers
