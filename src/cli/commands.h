#pragma once

#include "cli/command.h"

// One function a command, each in the file of its name. `arguments` are those after the verb; the
// exit code is returned. They throw UsageError and IndexError, which run() catches.
namespace verbale::cli {

int run_check(std::span<const std::string> arguments, const Environment& environment);
int run_extract(std::span<const std::string> arguments, const Environment& environment);
int run_facets(std::span<const std::string> arguments, const Environment& environment);
int run_fields(std::span<const std::string> arguments, const Environment& environment);
int run_index(std::span<const std::string> arguments, const Environment& environment);
int run_publish(std::span<const std::string> arguments, const Environment& environment);
int run_rebuild(std::span<const std::string> arguments, const Environment& environment);
int run_remove(std::span<const std::string> arguments, const Environment& environment);
int run_search(std::span<const std::string> arguments, const Environment& environment);
int run_show(std::span<const std::string> arguments, const Environment& environment);
int run_stats(std::span<const std::string> arguments, const Environment& environment);

}  // namespace verbale::cli
