#pragma once

#include <string>
#include <string_view>

namespace verbale::readers::html {

// All text of a piece of HTML that is an article, or a part of one, and has no page around it:
// paragraphs with a blank line between them. Empty where the piece is too large to parse.
std::string fragment_text(std::string_view html);

}  // namespace verbale::readers::html
