#pragma once

#include <span>
#include <stdexcept>
#include <string>

#include "verbale/cli/run.h"

namespace verbale::cli {

// Exit codes, as docs/operations.md lists them.
enum ExitCode : int {
  exit_done = 0,
  exit_nothing_found = 1,
  exit_usage = 2,
  exit_incomplete = 3,
  exit_no_index = 4,
  exit_unreachable = 69,
  exit_output = 74,
  exit_locked = 75,
  exit_interrupted = 130,
};

// The arguments of a command cannot be understood; run() prints the message with the command's
// usage and returns exit_usage.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// One verb of the command line. `run` gets the arguments after the verb.
struct Command {
  const char* name;
  const char* summary;
  int (*run)(std::span<const std::string> arguments, const Environment& environment);
};

// In the order of the help.
std::span<const Command> commands();

}  // namespace verbale::cli
