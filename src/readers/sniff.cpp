#include "readers/sniff.h"

#include <algorithm>
#include <string>

#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_space(std::string_view text) {
  const auto begin = std::ranges::find_if_not(text, is_space);
  return text.substr(static_cast<std::size_t>(begin - text.begin()));
}

bool is_json(std::string_view start) {
  if (!start.starts_with('{') && !start.starts_with('[')) {
    return false;
  }
  const std::string_view inside = without_space(start.substr(1));
  return start.front() == '{' ? inside.starts_with('"') || inside.starts_with('}')
                              : inside.starts_with('{');
}

}  // namespace

SourceFormat sniff(std::string_view start, std::string_view name) {
  if (start.starts_with(byte_order_mark)) {
    start.remove_prefix(byte_order_mark.size());
  }
  start = without_space(start);
  if (is_json(start)) {
    return SourceFormat::JsonLines;
  }
  (void)name;
  return SourceFormat::Text;
}

}  // namespace verbale::readers
