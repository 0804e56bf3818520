#include "readers/html/metadata.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "readers/html/day_order.h"
#include "readers/html/linked_article.h"
#include "readers/html/page_authors.h"
#include "readers/html/page_dates.h"
#include "readers/html/page_metas.h"
#include "readers/web_address.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t longest_title = 400;

// Between a title and the outlet's name.
constexpr std::string_view separators[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " · "};

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
  for (const std::string_view separator : separators) {
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
  // What ends a title is more often the outlet's name than a headline behind its section.
  const bool behind_section = known.ends_with(seen) && 2 * seen.size() > known.size();
  return seen.size() > 8 && seen.size() <= 2 * known.size() &&
         (known.starts_with(seen) || seen.starts_with(known) || behind_section);
}

std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + ' ') {
    const bool inside = is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (inside) {
      word += lower(c);
    } else if (word.size() > 3) {
      words.push_back(std::exchange(word, {}));
    } else {
      word.clear();
    }
  }
  return words;
}

// Whether a visible headline says in other words what metadata calls the title, as it does where
// that one is written for search engines: a third of its words, and two, are in both.
bool tells_the_same(const std::string& headline, const std::string& title) {
  const std::vector<std::string> known = long_words(title);
  const std::vector<std::string> words = long_words(headline);
  const auto shared = std::ranges::count_if(words, [&known](const std::string& word) {
    return std::ranges::find(known, word) != known.end();
  });
  return words.size() >= 3 && shared >= 2 && 3 * static_cast<std::size_t>(shared) >= words.size();
}

// "Talks end - Some Words" where an element says "Talks end": what follows names the site.
std::string without_unseen_part(std::string title, const Page& page) {
  for (const std::string_view separator : separators) {
    const std::size_t at = title.rfind(separator);
    std::string first = title.substr(0, at);
    const bool seen = at != std::string::npos && comparable(first).size() > 8 &&
                      std::ranges::any_of(page.nodes, [&](const Node& node) {
                        return node.tag == Tag::None && page.nodes[node.parent].tag != Tag::Title &&
                               one_line(node.text) == first;
                      });
    if (seen) {
      return first;
    }
  }
  return title;
}

// Of the headlines that are one of a title, that of the first title that has one.
template <class IsOne>
const std::string* first_headline(const std::vector<std::string>& headlines,
                                  const std::vector<std::string>& titles, const IsOne& is_one) {
  for (const std::string& title : titles) {
    const auto found = std::ranges::find_if(
        headlines, [&](const std::string& headline) { return is_one(headline, title); });
    if (found != headlines.end()) {
      return &*found;
    }
  }
  return nullptr;
}

// The headline is what a reader sees; metadata decides which one it is and stands in for it.
std::string choose_title(const std::vector<std::string>& metadata_titles, const Page& page,
                         std::string_view outlet) {
  std::vector<std::string> seen = headlines(page);
  std::erase_if(seen, [name = comparable(outlet)](const std::string& headline) {
    return comparable(headline) == name;
  });
  for (const auto is_one : {is_headline_of, tells_the_same}) {
    const std::string* const headline = first_headline(seen, metadata_titles, is_one);
    if (headline != nullptr) {
      return *headline;
    }
  }
  for (const std::string& title : metadata_titles) {
    if (!title.empty()) {
      return without_unseen_part(without_outlet(title, outlet), page);
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
  titles.insert(titles.begin(), said.headline);
  found.title = choose_title(titles, page, found.outlet).substr(0, longest_title);
  found.language = first_of({said.language, page_language(page), metas.first({"og:locale"})});
  const std::vector<NodeIndex> elements = own_elements(page);
  const OwnPage own_page{page, elements, day_order(found.language, found.url)};
  found.authors = said.authors.empty() ? find_authors(own_page, metas) : said.authors;
  found.published = find_published(own_page, metas,
                                   {.linked = said.published,
                                    .linked_page = linked_page_date(page.json_ld),
                                    .url = found.url,
                                    .title = found.title});
  found.description = first_of(
      {metas.first({"og:description", "description", "twitter:description"}), said.description});
  found.says_article = own != nullptr || metas.first({"og:type"}) == "article";
  found.article_body = said.body;
  return found;
}

}  // namespace verbale::readers::html
