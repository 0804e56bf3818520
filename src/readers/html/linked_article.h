#pragma once

#include <optional>
#include <string>
#include <vector>

namespace verbale::readers::html {

// What the linked records of a page (JSON-LD, schema.org) say of its article. Text as written,
// entities decoded; empty where nothing is said.
struct LinkedArticle {
  std::string type;  // "NewsArticle"
  std::string url;
  std::string headline;
  std::string description;
  std::string published;  // datePublished, or else dateCreated.
  std::string publisher;
  std::vector<std::string> authors;  // The names of people and bodies.
  std::string language;
  std::string body;
};

// The datePublished of the page as such (a WebPage, whose subtypes are lists and forms), in the
// same places of the scripts; of several the first.
std::string linked_page_date(const std::vector<std::string>& scripts);

// The articles that the scripts describe as the page's own: at the top, in lists at the top and in
// "@graph", or as "mainEntity"; never those in lists of other articles. News articles before
// articles of other kinds, each in page order. Scripts that are not JSON are skipped, after the
// mends that pages need (line breaks in strings, comments, trailing commas).
std::vector<LinkedArticle> linked_articles(const std::vector<std::string>& scripts);

}  // namespace verbale::readers::html
