#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace verbale {

// The encoding that a label ("latin1", "GB2312", " utf8 ") means on the web, by the W3C Encoding
// Standard's lower-case name: "windows-1252", "gb18030", "utf-8". Empty for an unknown label.
std::string charset_named(std::string_view label);

struct DecodedText {
  std::string text;      // Valid UTF-8, without the byte order mark.
  std::string charset;   // What it was decoded from.
  std::size_t replaced;  // Ill-formed sequences that became U+FFFD.
};

// Decodes by, in this order: a byte order mark; the declared label where it is known; UTF-8 where
// the bytes are valid UTF-8; windows-1252. Declared UTF-8 that is not valid stays UTF-8 with
// replacements. Thread-safe.
DecodedText decode_text(std::string_view bytes, std::string_view declared = "");

}  // namespace verbale
