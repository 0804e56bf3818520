#pragma once

#include <string>
#include <string_view>

namespace verbale::readers {

// JSON in which every \u escape of half a surrogate pair ("\ud83d" at a cut emoji) is \ufffd:
// Python and Java write such halves, JSON parsers refuse them, and one broken emoji is no reason
// to lose an article.
std::string mend_lone_surrogates(std::string_view json);

}  // namespace verbale::readers
