#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "verbale/base/result.h"

namespace verbale::readers::html {

// The elements that reading an article tells apart.
enum class Tag : std::uint8_t {
  None,  // Text, and the document itself.
  Other,
  A,
  Abbr,
  Address,
  Article,
  Aside,
  Audio,
  B,
  Blockquote,
  Body,
  Br,
  Button,
  Canvas,
  Caption,
  Center,
  Code,
  Dd,
  Details,
  Div,
  Dl,
  Dt,
  Em,
  Embed,
  Fieldset,
  Figcaption,
  Figure,
  Font,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hr,
  Html,
  I,
  Iframe,
  Img,
  Input,
  Label,
  Li,
  Link,
  Main,
  Meta,
  Nav,
  Noscript,
  Object,
  Ol,
  Option,
  P,
  Picture,
  Pre,
  Q,
  Script,
  Section,
  Select,
  Small,
  Span,
  Strong,
  Style,
  Sub,
  Summary,
  Sup,
  Svg,
  Table,
  Tbody,
  Td,
  Template,
  Textarea,
  Tfoot,
  Th,
  Thead,
  Time,
  Title,
  Tr,
  U,
  Ul,
  Video,
};

using NodeIndex = std::size_t;

struct Node {
  Tag tag = Tag::None;
  NodeIndex parent = 0;
  NodeIndex end = 0;  // One past the last descendant: nodes are in document order.
  std::string text;   // Of a text node, entities decoded.
  std::vector<std::pair<std::string, std::string>> attributes;  // Those that are looked at.

  bool is_text() const { return tag == Tag::None && end != 0 && !text.empty(); }
  std::string_view attribute(std::string_view name) const;  // Empty where there is none.
  bool has(std::string_view name) const;
};

// A parsed page. Node 0 is the document. The descendants of node n are n+1 .. nodes[n].end-1, so
// that every walk is a loop and no nesting can exhaust the stack.
struct Page {
  std::vector<Node> nodes;
  std::vector<std::string> json_ld;       // Scripts that hold linked records.
  std::vector<std::string> script_dates;  // Dates of publication in other scripts, as written.

  // The next node of a walk that leaves out what is below `node`.
  NodeIndex after(NodeIndex node) const { return nodes[node].end; }
  bool inside(NodeIndex node, NodeIndex ancestor) const {
    return node >= ancestor && node < nodes[ancestor].end;
  }
};

// Parses HTML (UTF-8) as browsers do. An error where the page has more elements than anything
// that people read. Hostile nesting is flattened and nothing of the text lost.
Result<Page> parse_page(std::string_view html);

// All text below a node, one line, with a space between the texts of block elements.
std::string text_of(const Page& page, NodeIndex node);

// Whether an element stands on lines of its own.
bool is_block(Tag tag);

}  // namespace verbale::readers::html
