#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "cli/output.h"
#include "verbale/cli/run.h"

namespace {

std::optional<std::string> environment_variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

// The day that relative dates count from; VERBALE_TODAY lets tests and scripts set it.
verbale::Date today() {
  if (const auto fixed = environment_variable("VERBALE_TODAY")) {
    if (const auto date = verbale::parse_date(*fixed)) {
      return *date;
    }
  }
  const auto now = std::chrono::system_clock::now();
  return verbale::Date::of(std::chrono::floor<std::chrono::days>(now));
}

}  // namespace

int main(int count, char** values) {
  std::signal(SIGPIPE, SIG_IGN);
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  verbale::cli::DescriptorBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);
  return verbale::cli::run(arguments, {.in = std::cin,
                                       .out = out,
                                       .err = std::cerr,
                                       .out_is_terminal = isatty(STDOUT_FILENO) != 0,
                                       .err_is_terminal = isatty(STDERR_FILENO) != 0,
                                       .variable = environment_variable,
                                       .today = today()});
}
