#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>

#include "verbale/model/date.h"

namespace verbale::cli {

// What a command may touch of the process around it. Tests pass their own.
struct Environment {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::function<std::optional<std::string>(const std::string&)> variable;
  Date today;
};

// Runs `verbale ARGUMENTS...` and returns the exit code. The only place where IndexError is
// caught. Never throws.
int run(std::span<const std::string> arguments, const Environment& environment);

}  // namespace verbale::cli
