#pragma once

#include <string>
#include <string_view>

namespace verbale::readers::html {

// Decodes the character references that metadata and feeds hold in places where a parser leaves
// them: numbers, and the names &amp; &lt; &gt; &quot; &apos; &nbsp; and those of quotation marks
// and dashes. Others stay as they are.
std::string decode_entities(std::string_view text);

}  // namespace verbale::readers::html
