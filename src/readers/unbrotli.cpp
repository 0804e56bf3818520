#include "readers/unbrotli.h"

#include <brotli/decode.h>

#include <array>
#include <memory>

#include "readers/inflate.h"

namespace verbale::readers {
namespace {

constexpr std::size_t step_bytes = 64U << 10;

using Decoder = std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)>;

}  // namespace

Result<std::string> unbrotli_body(std::string_view body, std::uint64_t most_bytes) {
  if (body.empty() || looks_like_text(body)) {
    return std::string(body);
  }
  const Decoder decoder(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
                        BrotliDecoderDestroyInstance);
  std::size_t left = body.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  std::array<std::uint8_t, step_bytes> step;
  std::string expanded;
  BrotliDecoderResult outcome = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (outcome == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && expanded.size() <= most_bytes) {
    std::size_t room = step.size();
    std::uint8_t* out = step.data();
    outcome = BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room, &out, nullptr);
    expanded.append(reinterpret_cast<const char*>(step.data()), step.size() - room);
  }
  if (expanded.size() > most_bytes) {
    return Error{"expands to more than " + std::to_string(most_bytes >> 20) + " MiB", ""};
  }
  if (expanded.empty()) {
    return Error{"has a body whose compression is damaged", ""};
  }
  return expanded;
}

}  // namespace verbale::readers
