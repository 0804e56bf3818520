#include "readers/html/own_parts.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "readers/html/marks.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::string_view other_words[] = {
    " comment ",  " comments ", " commentlist ", " disqus ",   " reply ",    " replies ",
    " related ",  " teaser ",   " teasers ",     " popular ",  " trending ", " recirc ",
    " carousel ", " sidebar ",  " widget ",      " latest ",   " mostread ", " recommended ",
    " nav ",      " menu ",     " breadcrumb ",  " playlist ", " outbrain ", " taboola "};

constexpr std::string_view other_things[] = {"comment", "videoobject", "imageobject", "event"};

bool is_named_as_other(const Node& node) {
  if (node.tag == Tag::Aside || node.tag == Tag::Nav) {
    return true;
  }
  const std::string thing = lower(node.attribute("itemtype"));
  if (std::ranges::any_of(other_things,
                          [&thing](std::string_view name) { return thing.ends_with(name); })) {
    return true;
  }
  const std::string marks = marks_of(node);
  return std::ranges::any_of(other_words, [&marks](std::string_view word) {
    return marks.find(word) != std::string::npos;
  });
}

// The headlines and what is marked as the article's body, in document order.
std::vector<NodeIndex> middles_of(const Page& page) {
  std::vector<NodeIndex> middles;
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    const Node& node = page.nodes[i];
    if (node.tag == Tag::H1 ||
        lower(node.attribute("itemprop")).find("articlebody") != std::string::npos) {
      middles.push_back(i);
    }
  }
  return middles;
}

}  // namespace

bool may_be_line(const Page& page, NodeIndex node) {
  constexpr std::size_t most_nodes = 60;
  return page.after(node) - node <= most_nodes;
}

std::vector<NodeIndex> own_elements(const Page& page) {
  const std::vector<NodeIndex> middles = middles_of(page);
  const auto holds_middle = [&](NodeIndex node) {
    const auto first = std::ranges::lower_bound(middles, node);
    return first != middles.end() && page.inside(*first, node);
  };
  std::vector<NodeIndex> own;
  for (NodeIndex i = 0; i < page.nodes.size();) {
    const Node& node = page.nodes[i];
    if (node.tag == Tag::None && i != 0) {
      ++i;
      continue;
    }
    if (is_named_as_other(node) && !holds_middle(i)) {
      i = page.after(i);
      continue;
    }
    own.push_back(i++);
  }
  return own;
}

}  // namespace verbale::readers::html
