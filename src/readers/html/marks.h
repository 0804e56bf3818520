#pragma once

#include <string>

#include "readers/html/page.h"

namespace verbale::readers::html {

// What authors call an element (class, id, role, test ids) as words: class="articleBody js-Main_2"
// is " article body js main 2 ". A space at each end, so that a word is found as " word ".
std::string marks_of(const Node& node);

// Named as something around an article: navigation, teasers, sharing, comments, adverts.
bool is_marked_as_clutter(const std::string& marks);

// Named as what readers wrote below an article.
bool is_marked_as_comments(const std::string& marks);

// Named as the body of an article.
bool is_marked_as_body(const Node& node, const std::string& marks);

// Not shown to a reader.
bool is_hidden(const Node& node);

}  // namespace verbale::readers::html
