#pragma once

namespace verbale {

// How many times as long the same work may take where this is built: only Clang builds with
// sanitizers here.
#ifdef __clang__
inline constexpr int sanitizer_slowdown = 10;
#else
inline constexpr int sanitizer_slowdown = 1;
#endif

}  // namespace verbale
