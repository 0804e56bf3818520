#pragma once

#include <string>
#include <string_view>

namespace verbale::readers {

// Begins with "http://" or "https://".
bool is_web_address(std::string_view url);

// "h.example" of "https://www.h.example:80/news?x"; empty for what is no web address.
std::string host_of(std::string_view url);

// What `reference` means on the page at `base` (RFC 3986, 5.2). `reference` itself where `base` is
// no web address.
std::string resolve_address(std::string_view base, std::string_view reference);

}  // namespace verbale::readers
