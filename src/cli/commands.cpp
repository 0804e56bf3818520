#include "cli/commands.h"

#include <array>

namespace verbale::cli {

std::span<const Command> commands() {
  static constexpr auto table = std::to_array<Command>({
      {"index", "add or update articles", run_index},
      {"rebuild", "build a new generation and publish it", run_rebuild},
      {"search", "ranked passages with highlighted matches", run_search},
      {"facets", "counts of a field's values over all hits", run_facets},
      {"show", "a passage in its article, with the evidence of its attribution", run_show},
      {"extract", "print the statements found in articles", run_extract},
      {"stats", "describe the index", run_stats},
      {"check", "verify the index", run_check},
      {"fields", "what a query can name", run_fields},
      {"remove", "remove articles", run_remove},
      {"publish", "join parts into a generation and publish it", run_publish},
  });
  return table;
}

}  // namespace verbale::cli
