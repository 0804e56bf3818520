#pragma once

#include <string>
#include <vector>

#include "readers/html/page.h"

namespace verbale::readers::html {

// A run of text between two breaks of the page: a paragraph, a heading, an item of a list.
struct Block {
  NodeIndex node = 0;          // The innermost block element around it.
  std::string text;            // White space collapsed; a line feed for each <br>.
  std::size_t link_bytes = 0;  // Of `text`, inside links.

  double link_density() const {
    return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
};

// Which nodes are left out, with all that is below them; by index.
using Dropped = std::vector<bool>;

// The blocks below `root` in their order, without empty ones.
std::vector<Block> blocks_of(const Page& page, NodeIndex root, const Dropped& dropped);

}  // namespace verbale::readers::html
