#include <cstdint>
#include <cstdlib>
#include <string>

#include "verbale/query/parser.h"

namespace {

verbale::QueryNode without_ranges(verbale::QueryNode node) {
  node.range = {};
  for (verbale::QueryNode& child : node.children) {
    child = without_ranges(std::move(child));
  }
  return node;
}

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

}  // namespace

// Any bytes give a tree or an error that points into them; a tree survives printing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const verbale::Schema schema = verbale::Schema::builtin();
  const std::string_view query(reinterpret_cast<const char*>(bytes), size);
  verbale::QueryOptions options{.today = *verbale::Date::of_day(2024, 7, 11)};
  options.plain = size % 4 == 3;
  const auto parsed = verbale::parse_query(query, schema, options);
  if (!parsed) {
    require(!parsed.error().message.empty() && parsed.error().range.end <= size);
    return 0;
  }
  options.plain = false;
  const auto again = verbale::parse_query(to_string(parsed->root), schema, options);
  require(again.has_value());
  require(without_ranges(again->root) == without_ranges(parsed->root));
  return 0;
}
