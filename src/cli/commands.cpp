#include "cli/commands.h"

#include <array>

namespace verbale::cli {

std::span<const Command> commands() {
  static constexpr std::array<Command, 0> table = {};
  return table;
}

}  // namespace verbale::cli
