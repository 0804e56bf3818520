#pragma once

#include <string>
#include <string_view>

namespace verbale::readers::html {

// The label of the encoding that a page is declared to be in: by `transport` (the charset of its
// Content-Type header) or else by a <meta> or an XML declaration among its first 4096 bytes. Empty
// when there is none. A <meta> that says UTF-16 cannot be right, because it was read as ASCII: it
// counts as UTF-8, as in browsers.
std::string declared_charset(std::string_view html, std::string_view transport);

// "utf-8" of "text/html; charset=\"UTF-8\"; x=y"; empty where there is none.
std::string charset_parameter(std::string_view content_type);

}  // namespace verbale::readers::html
