#include "verbale/cli/run.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <ostream>

#include "cli/command.h"
#include "cli/output.h"
#include "verbale/base/error.h"

namespace verbale::cli {
namespace {

void print_help(std::ostream& out) {
  out << "usage: verbale COMMAND [OPTION...] [ARGUMENT...]\n\n"
         "Searches who said what, when and about what.\n\n";
  for (const Command& command : commands()) {
    out << "  " << command.name << std::string(10 - std::strlen(command.name), ' ')
        << command.summary << "\n";
  }
  out << "\n`verbale COMMAND --help` shows the options of a command.\n";
}

int exit_code(IndexFault fault) {
  switch (fault) {
    case IndexFault::Missing:
    case IndexFault::Damaged:
    case IndexFault::Incompatible:
      return exit_no_index;
    case IndexFault::Locked:
      return exit_locked;
    case IndexFault::Unreachable:
      return exit_unreachable;
    case IndexFault::Storage:
      break;
  }
  return exit_output;
}

int dispatch(std::span<const std::string> arguments, const Environment& environment) {
  if (arguments.empty()) {
    print_help(environment.err);
    return exit_usage;
  }
  if (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help") {
    print_help(environment.out);
    return exit_done;
  }
  if (arguments[0] == "--version") {
    environment.out << "verbale " << VERBALE_VERSION << "\n";
    return exit_done;
  }
  const auto table = commands();
  const auto command = std::ranges::find(table, arguments[0], &Command::name);
  if (command == table.end()) {
    throw UsageError("no command \"" + arguments[0] + "\"; `verbale --help` lists them");
  }
  try {
    return command->run(arguments.subspan(1), environment);
  } catch (const UsageError& error) {
    throw UsageError(std::string(command->name) + ": " + error.what() + "\n`verbale " +
                     command->name + " --help` shows the options");
  }
}

}  // namespace

int run(std::span<const std::string> arguments, const Environment& environment) {
  try {
    const int code = dispatch(arguments, environment);
    environment.out.flush();
    return code;
  } catch (const ClosedPipe&) {
    return exit_done;
  } catch (const OutputError& error) {
    environment.err << "verbale: output: " << std::strerror(error.fault()) << "\n";
    return exit_output;
  } catch (const UsageError& error) {
    environment.err << "verbale: " << error.what() << "\n";
    return exit_usage;
  } catch (const IndexError& error) {
    environment.err << "verbale: " << error.what() << "\n";
    return exit_code(error.fault());
  } catch (const std::exception& error) {
    environment.err << "verbale: unexpected: " << error.what() << "\n";
    return exit_output;
  }
}

}  // namespace verbale::cli
