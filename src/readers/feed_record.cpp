#include "readers/feed_record.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <nettle/base64.h>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/authors.h"
#include "readers/fields.h"
#include "readers/html/declared_charset.h"
#include "readers/html/fragment.h"
#include "readers/web_address.h"
#include "readers/words.h"
#include "readers/xml_mend.h"
#include "verbale/text/charset.h"
#include "verbale/text/language.h"

namespace verbale::readers {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string take_string(xmlChar* text) {
  std::string result(view(text));
  xmlFree(text);
  return result;
}

// "encoded" of <content:encoded>, also where the prefix was never declared.
std::string_view local_name(const xmlNode& node) {
  const std::string_view name = view(node.name);
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view prefix_of(const xmlNode& node) {
  const std::string_view name = view(node.name);
  const std::size_t colon = name.find(':');
  if (colon != std::string_view::npos) {
    return name.substr(0, colon);
  }
  return node.ns == nullptr ? std::string_view() : view(node.ns->prefix);
}

bool is_element(const xmlNode& node, std::string_view name) {
  return node.type == XML_ELEMENT_NODE && equal_ignoring_case(local_name(node), name);
}

constexpr std::string_view modules[] = {"",        "atom", "body", "content", "dc",
                                        "dcterms", "rdf",  "rss",  "xhtml"};

std::string_view namespace_of(const xmlNode& node) {
  return node.ns == nullptr ? std::string_view() : view(node.ns->href);
}

// Media RSS, iTunes and others have titles and descriptions of their own things: an entry's are of
// its own namespace or of a module that feeds are known to use.
bool is_of_feed(const xmlNode& node) {
  return namespace_of(node) == namespace_of(*node.parent) ||
         std::ranges::find(modules, prefix_of(node)) != std::end(modules);
}

std::string attribute(const xmlNode& node, const char* name) {
  return take_string(xmlGetProp(&node, reinterpret_cast<const xmlChar*>(name)));
}

std::string attribute_ignoring_case(const xmlNode& node, std::string_view name) {
  for (const xmlAttr* found = node.properties; found != nullptr; found = found->next) {
    if (equal_ignoring_case(view(found->name), name)) {
      return attribute(node, reinterpret_cast<const char*>(found->name));
    }
  }
  return "";
}

std::string content_of(const xmlNode& node) {
  return take_string(xmlNodeGetContent(&node));
}

// The elements below `parent`.
std::vector<const xmlNode*> elements_of(const xmlNode& parent) {
  std::vector<const xmlNode*> found;
  for (const xmlNode* node = parent.children; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE) {
      found.push_back(node);
    }
  }
  return found;
}

using Names = std::initializer_list<std::string_view>;

// The first child of one of `names`, tried in their order, that has something in it and passes.
template <class Passes>
const xmlNode* child_that(const xmlNode& parent, Names names, const Passes& passes) {
  const std::vector<const xmlNode*> elements = elements_of(parent);
  for (const std::string_view name : names) {
    const auto found = std::ranges::find_if(elements, [&](const xmlNode* node) {
      return is_element(*node, name) && passes(*node) && !trim(content_of(*node)).empty();
    });
    if (found != elements.end()) {
      return *found;
    }
  }
  return nullptr;
}

const xmlNode* child(const xmlNode& parent, Names names) {
  return child_that(parent, names, is_of_feed);
}

// Of the feed, or where it has none, of a module: <itunes:summary>, <media:title>.
const xmlNode* child_of_any_module(const xmlNode& parent, Names names) {
  const xmlNode* const own = child(parent, names);
  return own != nullptr ? own : child_that(parent, names, [](const xmlNode&) { return true; });
}

std::string text_of_child(const xmlNode& parent, Names names) {
  const xmlNode* const node = child(parent, names);
  return node == nullptr ? "" : std::string(trim(content_of(*node)));
}

std::string markup_inside(const xmlNode& node) {
  const std::unique_ptr<xmlBuffer, void (*)(xmlBuffer*)> buffer(xmlBufferCreate(), xmlBufferFree);
  for (xmlNode* inner = node.children; inner != nullptr; inner = inner->next) {
    xmlNodeDump(buffer.get(), node.doc, inner, 0, 0);
  }
  return std::string(view(xmlBufferContent(buffer.get())));
}

// By Atom 0.3's mode, or by Atom 1.0's type of bytes.
bool is_base64(const xmlNode& node, std::string_view type) {
  return equal_ignoring_case(attribute(node, "mode"), "base64") ||
         type == "application/octet-stream";
}

// What base64 holds, as text. As it was where it is not base64.
std::string from_base64(const std::string& written) {
  base64_decode_ctx decoder;
  base64_decode_init(&decoder);
  std::string bytes(BASE64_DECODE_LENGTH(written.size()), '\0');
  std::size_t size = bytes.size();
  auto* const out = reinterpret_cast<std::uint8_t*>(bytes.data());
  if (base64_decode_update(&decoder, &size, out, written.size(), written.data()) == 0 ||
      base64_decode_final(&decoder) == 0) {
    return written;
  }
  bytes.resize(size);
  return decode_text(bytes).text;
}

// Escaped HTML, XHTML or plain text as paragraphs: by the type that Atom gives, or by its looks.
std::string paragraphs_of(const xmlNode& node) {
  const std::string type = lower(attribute(node, "type"));
  if (type.find("xhtml") != std::string::npos ||
      xmlFirstElementChild(const_cast<xmlNode*>(&node))) {
    return html::fragment_text(markup_inside(node));
  }
  const std::string content =
      is_base64(node, type) ? from_base64(content_of(node)) : content_of(node);
  const bool plain =
      type == "text" || type == "text/plain" || content.find_first_of("<&") == std::string::npos;
  return plain ? std::string(trim(content)) : html::fragment_text(content);
}

// <author><name>Ana Ruiz</name></author> of Atom, <author>ana@h.example (Ana Ruiz)</author> of RSS,
// <dc:creator>Ana Ruiz</dc:creator>.
void add_authors_of(const xmlNode& parent, std::vector<std::string>& authors) {
  for (const xmlNode* node : elements_of(parent)) {
    if (is_element(*node, "author") || is_element(*node, "creator")) {
      const std::string name = text_of_child(*node, {"name"});
      add_authors(html::fragment_text(name.empty() ? content_of(*node) : name), authors);
    }
  }
}

class FeedReader {
 public:
  FeedReader(const RawRecord& record, const xmlNode& root) : record_(record), root_(root) {
    const xmlNode* const channel = child(root, {"channel"});
    channel_ = channel == nullptr ? &root : channel;
    const auto url = record.context.find("url");
    base_ = url == record.context.end() ? "" : url->second;
    base_ = resolve_address(base_, link_of(*channel_));
    outlet_ = one_line(html::fragment_text(text_of_child(*channel_, {"title"})));
  }

  ParsedRecord read() {
    for (const xmlNode* entry : entries()) {
      add(*entry);
    }
    if (number_ == 0) {
      parsed_.refusals.push_back({record_.where, "is a feed without entries", Loss::Nothing});
    }
    return std::move(parsed_);
  }

 private:
  // Items stand in the channel (RSS), beside it (RDF), entries in the feed (Atom).
  std::vector<const xmlNode*> entries() const {
    std::vector<const xmlNode*> candidates = elements_of(root_);
    for (const xmlNode* node : elements_of(root_)) {
      if (is_element(*node, "channel")) {
        const std::vector<const xmlNode*> inside = elements_of(*node);
        candidates.insert(candidates.end(), inside.begin(), inside.end());
      }
    }
    std::erase_if(candidates, [](const xmlNode* node) {
      return !is_element(*node, "item") && !is_element(*node, "entry");
    });
    return candidates;
  }

  // <link>address</link> of RSS, <link href="address"/> of Atom, <item href="address"> of CDF, or a
  // <guid> that is an address.
  static std::string link_of(const xmlNode& entry) {
    for (const xmlNode* node : elements_of(entry)) {
      if (!is_element(*node, "link")) {
        continue;
      }
      const std::string relation = attribute(*node, "rel");
      const std::string href = attribute(*node, "href");
      std::string found(trim(href.empty() ? content_of(*node) : href));
      if (!found.empty() && (relation.empty() || relation == "alternate")) {
        return found;
      }
    }
    if (std::string href = attribute_ignoring_case(entry, "href"); !href.empty()) {
      return href;
    }
    for (const xmlNode* node : elements_of(entry)) {
      const bool permanent =
          is_element(*node, "guid") && attribute(*node, "isPermaLink") != "false";
      if (permanent && is_web_address(trim(content_of(*node)))) {
        return std::string(trim(content_of(*node)));
      }
    }
    return "";
  }

  void add(const xmlNode& entry) {
    Article article;
    const xmlNode* const body = child_of_any_module(
        entry, {"encoded", "content", "fullitem", "body", "description", "summary", "abstract"});
    article.text = body == nullptr ? "" : paragraphs_of(*body);
    const std::string base = take_string(xmlNodeGetBase(entry.doc, &entry));
    const std::string link = link_of(entry);
    if (!link.empty()) {
      set_field(
          article, ArticleField::Url,
          resolve_address(
              resolve_address(base_, base).empty() ? base_ : resolve_address(base_, base), link));
    }
    set_identity(entry, article);
    const xmlNode* const title = child_of_any_module(entry, {"title"});
    set_field(article, ArticleField::Title, title == nullptr ? "" : paragraphs_of(*title));
    const std::string source = text_of_child(entry, {"source", "publisher"});
    const xmlNode* const original = child(entry, {"source"});
    const std::string original_title =
        original == nullptr ? "" : text_of_child(*original, {"title"});
    set_field(article, ArticleField::Outlet,
              !original_title.empty() ? original_title : (source.empty() ? outlet_ : source));
    set_authors(entry, article);
    set_date(entry, article);
    set_language(entry, article);
    finish(std::move(article));
  }

  // An id is only unique within its feed, so an address comes first.
  void set_identity(const xmlNode& entry, Article& article) const {
    if (article.url.empty()) {
      const std::string id = text_of_child(entry, {"guid", "id"});
      article.id.value = id.empty() || is_web_address(id) || base_.empty() ? id : base_ + "#" + id;
    }
  }

  // Atom's <updated> counts where nothing says when the entry was published.
  static void set_date(const xmlNode& entry, Article& article) {
    for (const std::string_view name :
         {"published", "pubDate", "issued", "date", "created", "updated", "modified"}) {
      if (!article.published) {
        set_field(article, ArticleField::Published, text_of_child(entry, {name}));
      }
    }
    if (!article.published) {
      set_field(article, ArticleField::Published, attribute_ignoring_case(entry, "lastmod"));
    }
  }

  // An entry of Atom without an author has the feed's.
  void set_authors(const xmlNode& entry, Article& article) const {
    add_authors_of(entry, article.authors);
    if (article.authors.empty() && is_element(entry, "entry")) {
      add_authors_of(*channel_, article.authors);
    }
  }

  void set_language(const xmlNode& entry, Article& article) const {
    std::string declared = take_string(xmlNodeGetLang(&entry));
    if (declared.empty()) {
      declared = text_of_child(*channel_, {"language"});
    }
    const std::string detected = detect_language(article.text);
    set_field(article, ArticleField::Language, detected.empty() ? declared : detected);
  }

  void finish(Article article) {
    const std::string where = record_.where + "#" + std::to_string(++number_);
    if (article.text.empty()) {
      article.text = article.title;  // Some feeds are headlines alone.
    }
    const bool says_nothing = article.text.empty() && article.url.empty() && !article.published;
    if (says_nothing) {
      parsed_.refusals.push_back(
          {where, "the entry has no title, text, link or date", Loss::Nothing});
      return;
    }
    set_id(article);
    parsed_.articles.push_back(std::move(article));
  }

  const RawRecord& record_;
  const xmlNode& root_;
  const xmlNode* channel_ = nullptr;
  std::string base_;
  std::string outlet_;
  ParsedRecord parsed_;
  std::size_t number_ = 0;
};

Document parse_xml(const std::string& xml) {
  constexpr int options =
      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  return Document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", options));
}

}  // namespace

ParsedRecord parse_feed(const RawRecord& record, const ReadOptions&) {
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  const auto transport = record.context.find("charset");
  const std::string charset = html::declared_charset(
      record.bytes, transport == record.context.end() ? "" : transport->second);
  const Document document = parse_xml(mend_xml(decode_text(record.bytes, charset).text));
  const xmlNode* const root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  if (root == nullptr) {
    return {{}, {{record.where, "is not XML"}}};
  }
  return FeedReader(record, *root).read();
}

}  // namespace verbale::readers
