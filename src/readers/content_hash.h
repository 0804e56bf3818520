#pragma once

#include <string>
#include <string_view>

namespace verbale::readers {

// The first 128 bits, in hex, of SHA-256 over a title and a text: the id of an article that has
// neither id nor url.
std::string content_hash(std::string_view title, std::string_view text);

}  // namespace verbale::readers
