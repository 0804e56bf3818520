#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "verbale/base/result.h"

namespace verbale::readers {

// What a body of HTTP with the content encoding "br" expands to, or itself where an archive took
// the compression off and left the header. A body that is cut off gives what there is. An error
// where it is damaged from the start or expands to more than `most_bytes`.
Result<std::string> unbrotli_body(std::string_view body, std::uint64_t most_bytes);

}  // namespace verbale::readers
