#include "readers/html/page_authors.h"

#include <optional>

#include "readers/authors.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::string_view author_metas[] = {
    "author",          "article:author",     "byl",     "parsely-author",
    "sailthru.author", "dc.creator",         "creator", "dcterms.creator",
    "citation_author", "article:author_name"};

// Longer than this, an element named as an author tells about them.
constexpr std::size_t longest_byline = 100;

bool says_author(std::string_view values) {
  return (" " + lower(values) + " ").find(" author ") != std::string::npos;
}

// What an element says a thing's name is: its "content", or its text.
std::string said_by(const Page& page, NodeIndex node) {
  const std::string_view content = page.nodes[node].attribute("content");
  return content.empty() ? text_of(page, node) : std::string(content);
}

// <span itemprop="author"><b itemprop="name">Ana Ruiz</b> of our staff</span>
std::string name_inside(const Page& page, NodeIndex node) {
  for (NodeIndex i = node; i < page.after(node); ++i) {
    if (equal_ignoring_case(page.nodes[i].attribute("itemprop"), "name")) {
      return said_by(page, i);
    }
  }
  return said_by(page, node);
}

// The names in elements whose attribute says that they hold an author.
std::vector<std::string> marked_authors(const OwnPage& own, std::string_view attribute) {
  std::vector<std::string> authors;
  for (const NodeIndex i : own.own) {
    const Node& node = own.page.nodes[i];
    if (!says_author(node.attribute(attribute)) || node.tag == Tag::Link ||
        !may_be_line(own.page, i)) {
      continue;
    }
    const std::string name = name_inside(own.page, i);
    if (name.size() <= longest_byline) {
      add_authors(name, authors);
    }
  }
  return authors;
}

}  // namespace

std::vector<std::string> find_authors(const OwnPage& own, const Metas& metas) {
  std::vector<std::string> authors;
  for (const std::string_view name : author_metas) {
    for (const std::string& written : metas.all(name)) {
      add_authors(written, authors);
    }
    if (!authors.empty()) {
      return authors;
    }
  }
  authors = marked_authors(own, "itemprop");
  return authors.empty() ? marked_authors(own, "rel") : authors;
}

}  // namespace verbale::readers::html
