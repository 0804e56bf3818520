#include "readers/html/metadata.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "readers/html/linked_article.h"
#include "readers/html/page_authors.h"
#include "readers/html/page_dates.h"
#include "readers/html/page_metas.h"
#include "readers/web_address.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t longest_title = 400;

// Whether an address names more than a site: many pages of a site call its front page canonical.
bool names_a_page(std::string_view url) {
  if (!is_web_address(url)) {
    return false;
  }
  url.remove_prefix(url.find("//") + 2);
  const std::size_t slash = url.find_first_of("/?#");
  return slash != std::string_view::npos && slash + 1 < url.size();
}

std::string canonical_link(const Page& page) {
  for (const Node& node : page.nodes) {
    if (node.tag == Tag::Link && equal_ignoring_case(node.attribute("rel"), "canonical")) {
      return std::string(trim(node.attribute("href")));
    }
  }
  return "";
}

// Letters and digits alone, so that "It’s" is "It's".
std::string comparable(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) {
      result += lower(c);
    }
  }
  return result;
}

std::vector<std::string> headlines(const Page& page) {
  std::vector<std::string> found;
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag == Tag::H1) {
      found.push_back(text_of(page, i));
    }
  }
  return found;
}

std::string title_element(const Page& page) {
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag == Tag::Title) {
      return text_of(page, i);
    }
  }
  return "";
}

// "Talks end | The Herald" without the outlet behind it.
std::string without_outlet(std::string title, std::string_view outlet) {
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " » ", " · "}) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) {
      continue;
    }
    const std::string last = comparable(std::string_view(title).substr(at + separator.size()));
    const std::string name = comparable(outlet);
    if (!name.empty() && !last.empty() &&
        (name.find(last) != std::string::npos || last.find(name) != std::string::npos)) {
      title.resize(at);
      return title;
    }
  }
  return title;
}

// Whether a visible headline is what metadata calls the title, or a part of it.
bool is_headline_of(const std::string& headline, const std::string& title) {
  const std::string seen = comparable(headline);
  const std::string known = comparable(title);
  return seen.size() > 8 && seen.size() <= 2 * known.size() &&
         (known.starts_with(seen) || seen.starts_with(known));
}

// The headline is what a reader sees; metadata decides which one it is and stands in for it.
std::string choose_title(const std::vector<std::string>& metadata_titles,
                         const std::vector<std::string>& seen, std::string_view outlet) {
  for (const std::string& title : metadata_titles) {
    const auto headline = std::ranges::find_if(
        seen, [&title](const std::string& candidate) { return is_headline_of(candidate, title); });
    if (headline != seen.end()) {
      return *headline;
    }
  }
  for (const std::string& title : metadata_titles) {
    if (!title.empty()) {
      return without_outlet(title, outlet);
    }
  }
  return seen.empty() ? "" : seen.front();
}

// Of several articles the one that the page is about: by address or headline, or the only one.
const LinkedArticle* own_article(const std::vector<LinkedArticle>& linked, const Metadata& known,
                                 const std::vector<std::string>& titles) {
  for (const LinkedArticle& article : linked) {
    const bool same_url = !article.url.empty() && article.url == known.url;
    const std::string headline = comparable(article.headline);
    const bool same_title = std::ranges::any_of(titles, [&headline](const std::string& title) {
      const std::string other = comparable(title);
      return headline.size() > 8 && other.size() > 8 &&
             (other.starts_with(headline) || headline.starts_with(other));
    });
    if (same_url || same_title) {
      return &article;
    }
  }
  const auto differs = [&linked](const LinkedArticle& article) {
    return article.headline != linked.front().headline;
  };
  return linked.empty() || std::ranges::any_of(linked, differs) ? nullptr : &linked.front();
}

// Some say the address or the account of an outlet where its name belongs.
std::string as_name(const std::string& name) {
  return is_web_address(name) || name.starts_with('@') ? "" : name;
}

std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) {
      return value;
    }
  }
  return "";
}

}  // namespace

Metadata read_metadata(const Page& page, std::string_view page_url) {
  const Metas metas(page);
  const std::vector<LinkedArticle> linked = linked_articles(page.json_ld);
  const std::vector<std::string> seen = headlines(page);
  Metadata found;
  for (const std::string& url :
       {canonical_link(page), metas.first({"og:url"}), std::string(page_url)}) {
    const std::string whole = resolve_address(page_url, url);
    if (found.url.empty() && names_a_page(whole)) {
      found.url = whole;
    }
  }

  std::vector<std::string> titles = {
      metas.first({"og:title", "twitter:title"}),
      metas.first({"title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"}),
      title_element(page)};
  std::vector<std::string> all_titles = titles;
  all_titles.insert(all_titles.end(), seen.begin(), seen.end());
  const LinkedArticle* const own = own_article(linked, found, all_titles);
  const LinkedArticle said = own == nullptr ? LinkedArticle{} : *own;
  if (found.url.empty() && names_a_page(said.url)) {
    found.url = said.url;
  }

  if (found.url.empty()) {
    found.url = page_url;
  }
  found.outlet = first_of(
      {as_name(said.publisher), as_name(metas.first({"og:site_name"})),
       as_name(metas.first({"application-name", "publisher", "dc.publisher", "dcterms.publisher"})),
       host_of(found.url)});
  found.authors = said.authors.empty() ? find_authors(page, metas) : said.authors;
  titles.insert(titles.begin(), said.headline);
  found.title = choose_title(titles, seen, found.outlet).substr(0, longest_title);
  found.published = find_published(page, metas, {said.published, found.url, found.title});
  found.language = first_of({said.language, page_language(page), metas.first({"og:locale"})});
  found.description = first_of(
      {metas.first({"og:description", "description", "twitter:description"}), said.description});
  found.says_article = own != nullptr || metas.first({"og:type"}) == "article";
  found.article_body = said.body;
  return found;
}

}  // namespace verbale::readers::html
