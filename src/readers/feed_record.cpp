#include "readers/feed_record.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

// The first child of one of `names`, tried in their order, that has something in it.
const xmlNode* child(const xmlNode& parent, std::initializer_list<std::string_view> names) {
  const std::vector<const xmlNode*> elements = elements_of(parent);
  for (const std::string_view name : names) {
    const auto found = std::ranges::find_if(elements, [name](const xmlNode* node) {
      return is_element(*node, name) && is_of_feed(*node) && !trim(content_of(*node)).empty();
    });
    if (found != elements.end()) {
      return *found;
    }
  }
  return nullptr;
}

std::string text_of_child(const xmlNode& parent, std::initializer_list<std::string_view> names) {
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

// Escaped HTML, XHTML or plain text as paragraphs: by the type that Atom gives, or by its looks.
std::string paragraphs_of(const xmlNode& node) {
  const std::string type = lower(attribute(node, "type"));
  if (type.find("xhtml") != std::string::npos ||
      xmlFirstElementChild(const_cast<xmlNode*>(&node))) {
    return html::fragment_text(markup_inside(node));
  }
  const std::string content = content_of(node);
  const bool plain =
      type == "text" || type == "text/plain" || content.find_first_of("<&") == std::string::npos;
  return plain ? std::string(trim(content)) : html::fragment_text(content);
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
      parsed_.refusals.push_back({record_.where, "is a feed without entries"});
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

  // <link>address</link> of RSS, <link href="address"/> of Atom, or a <guid> that is an address.
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
    const xmlNode* const body =
        child(entry, {"encoded", "content", "fullitem", "body", "description", "summary"});
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
    const xmlNode* const title = child(entry, {"title"});
    set_field(article, ArticleField::Title, title == nullptr ? "" : paragraphs_of(*title));
    const std::string source = text_of_child(entry, {"source", "publisher"});
    const xmlNode* const original = child(entry, {"source"});
    const std::string original_title =
        original == nullptr ? "" : text_of_child(*original, {"title"});
    set_field(article, ArticleField::Outlet,
              !original_title.empty() ? original_title : (source.empty() ? outlet_ : source));
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
    if (complete(article)) {
      parsed_.refusals.push_back({where, "the entry has neither text nor title"});
    } else {
      parsed_.articles.push_back(std::move(article));
    }
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
