#include "readers/html/page.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

#include "readers/html/simplify.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

struct TagName {
  std::string_view name;
  Tag tag;
};

constexpr TagName tag_names[] = {
    {"a", Tag::A},
    {"abbr", Tag::Abbr},
    {"address", Tag::Address},
    {"article", Tag::Article},
    {"aside", Tag::Aside},
    {"audio", Tag::Audio},
    {"b", Tag::B},
    {"blockquote", Tag::Blockquote},
    {"body", Tag::Body},
    {"br", Tag::Br},
    {"button", Tag::Button},
    {"canvas", Tag::Canvas},
    {"caption", Tag::Caption},
    {"center", Tag::Center},
    {"code", Tag::Code},
    {"dd", Tag::Dd},
    {"details", Tag::Details},
    {"div", Tag::Div},
    {"dl", Tag::Dl},
    {"dt", Tag::Dt},
    {"em", Tag::Em},
    {"embed", Tag::Embed},
    {"fieldset", Tag::Fieldset},
    {"figcaption", Tag::Figcaption},
    {"figure", Tag::Figure},
    {"font", Tag::Font},
    {"footer", Tag::Footer},
    {"form", Tag::Form},
    {"h1", Tag::H1},
    {"h2", Tag::H2},
    {"h3", Tag::H3},
    {"h4", Tag::H4},
    {"h5", Tag::H5},
    {"h6", Tag::H6},
    {"head", Tag::Head},
    {"header", Tag::Header},
    {"hr", Tag::Hr},
    {"html", Tag::Html},
    {"i", Tag::I},
    {"iframe", Tag::Iframe},
    {"img", Tag::Img},
    {"input", Tag::Input},
    {"label", Tag::Label},
    {"li", Tag::Li},
    {"link", Tag::Link},
    {"main", Tag::Main},
    {"meta", Tag::Meta},
    {"nav", Tag::Nav},
    {"noscript", Tag::Noscript},
    {"object", Tag::Object},
    {"ol", Tag::Ol},
    {"option", Tag::Option},
    {"p", Tag::P},
    {"picture", Tag::Picture},
    {"pre", Tag::Pre},
    {"q", Tag::Q},
    {"script", Tag::Script},
    {"section", Tag::Section},
    {"select", Tag::Select},
    {"small", Tag::Small},
    {"span", Tag::Span},
    {"strong", Tag::Strong},
    {"style", Tag::Style},
    {"sub", Tag::Sub},
    {"summary", Tag::Summary},
    {"sup", Tag::Sup},
    {"svg", Tag::Svg},
    {"table", Tag::Table},
    {"tbody", Tag::Tbody},
    {"td", Tag::Td},
    {"template", Tag::Template},
    {"textarea", Tag::Textarea},
    {"tfoot", Tag::Tfoot},
    {"th", Tag::Th},
    {"thead", Tag::Thead},
    {"time", Tag::Time},
    {"title", Tag::Title},
    {"tr", Tag::Tr},
    {"u", Tag::U},
    {"ul", Tag::Ul},
    {"video", Tag::Video},
};

// By GumboTag, so that a look-up is an index.
std::array<Tag, GUMBO_TAG_LAST + 1> tags_by_number() {
  std::array<Tag, GUMBO_TAG_LAST + 1> tags;
  tags.fill(Tag::Other);
  for (const TagName& known : tag_names) {
    const GumboTag tag = gumbo_tag_enum(std::string(known.name).c_str());
    if (tag != GUMBO_TAG_UNKNOWN) {
      tags[static_cast<std::size_t>(tag)] = known.tag;
    }
  }
  return tags;
}

Tag tag_of(const GumboElement& element) {
  static const std::array<Tag, GUMBO_TAG_LAST + 1> tags = tags_by_number();
  return tags[static_cast<std::size_t>(element.tag)];
}

struct FreeOutput {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

void keep_attributes(const GumboElement& element, Node& node) {
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* const attribute = static_cast<GumboAttribute*>(element.attributes.data[i]);
    if (is_kept_attribute(attribute->name)) {
      node.attributes.emplace_back(attribute->name, attribute->value);
    }
  }
}

const GumboVector* children_of(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
      return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node.v.element.children;
    default:
      return nullptr;
  }
}

// Appends `source` alone; false for what a page does not keep (comments).
bool append_node(const GumboNode& source, NodeIndex parent, Page& page) {
  Node node;
  node.parent = parent;
  switch (source.type) {
    case GUMBO_NODE_DOCUMENT:
      break;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      node.tag = tag_of(source.v.element);
      keep_attributes(source.v.element, node);
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      node.text = source.v.text.text;
      break;
    default:
      return false;
  }
  page.nodes.push_back(std::move(node));
  return true;
}

// A node whose children are being copied.
struct Open {
  const GumboVector* children;
  unsigned next;
  NodeIndex node;
};

Page copy_tree(const GumboNode& document) {
  Page page;
  append_node(document, 0, page);
  std::vector<Open> open = {{children_of(document), 0, 0}};
  while (!open.empty()) {
    Open& top = open.back();
    if (top.children == nullptr || top.next == top.children->length) {
      page.nodes[top.node].end = page.nodes.size();
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<GumboNode*>(top.children->data[top.next++]);
    const NodeIndex index = page.nodes.size();
    if (append_node(child, top.node, page)) {
      open.push_back({children_of(child), 0, index});
    }
  }
  return page;
}

constexpr Tag block_tags[] = {
    Tag::Address,  Tag::Article,    Tag::Aside,   Tag::Blockquote, Tag::Body,  Tag::Caption,
    Tag::Center,   Tag::Dd,         Tag::Details, Tag::Div,        Tag::Dl,    Tag::Dt,
    Tag::Fieldset, Tag::Figcaption, Tag::Figure,  Tag::Footer,     Tag::Form,  Tag::H1,
    Tag::H2,       Tag::H3,         Tag::H4,      Tag::H5,         Tag::H6,    Tag::Header,
    Tag::Hr,       Tag::Html,       Tag::Li,      Tag::Main,       Tag::Nav,   Tag::Ol,
    Tag::P,        Tag::Pre,        Tag::Section, Tag::Summary,    Tag::Table, Tag::Tbody,
    Tag::Tfoot,    Tag::Thead,      Tag::Tr,      Tag::Ul,
};

}  // namespace

std::string_view Node::attribute(std::string_view name) const {
  const auto found =
      std::ranges::find(attributes, name, &std::pair<std::string, std::string>::first);
  return found == attributes.end() ? std::string_view() : found->second;
}

bool Node::has(std::string_view name) const {
  return std::ranges::find(attributes, name, &std::pair<std::string, std::string>::first) !=
         attributes.end();
}

Result<Page> parse_page(std::string_view html) {
  auto simple = simplify(html);
  if (!simple) {
    return simple.error();
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, FreeOutput> output(
      gumbo_parse_with_options(&options, simple->html.data(), simple->html.size()));
  Page page = copy_tree(*output->document);
  page.json_ld = std::move(simple->json_ld);
  page.script_dates = std::move(simple->script_dates);
  return page;
}

std::string text_of(const Page& page, NodeIndex node) {
  std::string text;
  for (NodeIndex i = node; i < page.nodes[node].end; ++i) {
    const Node& part = page.nodes[i];
    if (part.tag == Tag::Script || part.tag == Tag::Style) {
      i = part.end - 1;
      continue;
    }
    text += is_block(part.tag) || part.tag == Tag::Br ? " " : "";
    text += part.text;
  }
  return one_line(text);
}

bool is_block(Tag tag) {
  return std::ranges::find(block_tags, tag) != std::end(block_tags);
}

}  // namespace verbale::readers::html
