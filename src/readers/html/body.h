#pragma once

#include <string>
#include <string_view>

#include "readers/html/page.h"

namespace verbale::readers::html {

// What is known of an article before its body is looked for.
struct BodyHints {
  std::string title;          // Its paragraph is left out of the body.
  std::string description;    // How its metadata sums it up; often its first words.
  bool says_article = false;  // Its metadata says that the page is one.
  std::string article_body;  // The text that linked records give, if any; often without paragraphs.
};

// The article's body as paragraphs with a blank line between them; empty for a page without one.
std::string find_body(const Page& page, const BodyHints& hints);

}  // namespace verbale::readers::html
