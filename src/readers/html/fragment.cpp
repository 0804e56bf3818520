#include "readers/html/fragment.h"

#include "readers/html/blocks.h"
#include "readers/html/page.h"

namespace verbale::readers::html {

std::string fragment_text(std::string_view html) {
  const auto page = parse_page(html);
  if (!page) {
    return "";
  }
  std::string text;
  for (const Block& block : blocks_of(*page, 0, Dropped(page->nodes.size()))) {
    text += (text.empty() ? "" : "\n\n") + block.text;
  }
  return text;
}

}  // namespace verbale::readers::html
