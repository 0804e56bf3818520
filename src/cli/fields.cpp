#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/query_options.h"

namespace verbale::cli {
namespace {

constexpr Usage usage{"fields", "", "Lists what a query can name: FIELD:VALUE."};

const char* kind_of(const Field& field) {
  switch (field.kind) {
    case FieldKind::Text:
      return "words";
    case FieldKind::Range:
      return field.facet ? "range, facet" : "range";
    case FieldKind::Exact:
      break;
  }
  return field.facet ? "value, facet" : "value";
}

}  // namespace

int run_fields(std::span<const std::string> words, const Environment& environment) {
  const Arguments arguments = parse_arguments(words, usage, {}, environment);
  if (arguments.help) {
    return exit_done;
  }
  if (!arguments.words.empty()) {
    throw UsageError("takes no arguments");
  }
  const Schema schema = Schema::builtin();
  const auto padded = [](std::string text, std::size_t width) {
    return text.append(width - std::min(width, text.size()), ' ') + "  ";
  };
  for (const Field& field : schema.fields()) {
    environment.out << padded(field.id, 9) << padded(kind_of(field), 12) << field.holds << "\n"
                    << std::string(25, ' ') << field.example << "\n";
  }
  return exit_done;
}

}  // namespace verbale::cli
