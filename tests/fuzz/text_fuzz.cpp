#include "fuzz/reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  return verbale::fuzz::read_all(bytes, size, verbale::SourceFormat::Auto);
}
