#pragma once

#include <boost/program_options.hpp>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "cli/command.h"

namespace verbale::cli {

// The options of a command and the words that are none of them, in order.
struct Arguments {
  boost::program_options::variables_map options;
  std::vector<std::string> words;
  bool help = false;  // --help was asked for and printed; the command returns exit_done.

  bool has(const char* option) const { return options.count(option) != 0; }

  // The option's value; `option` must be given or have a default.
  template <class T>
  const T& get(const char* option) const {
    return options[option].as<T>();
  }

  // Every value of a repeatable option; none when it was not given.
  std::vector<std::string> all(const char* option) const;
};

// Describes a command for --help: `verbale NAME SYNOPSIS`, what it does, its options.
struct Usage {
  const char* name;
  const char* synopsis;
  const char* summary;
};

// Reads a command's arguments; adds --help. Long options are `--option value` or
// `--option=value`, never abbreviated; short ones never take an attached value, so that a query
// word `-nuclear` is a usage error that shows `NOT nuclear`, and not `-n uclear`. `--` ends them.
// Throws UsageError.
Arguments parse_arguments(std::span<const std::string> arguments, const Usage& usage,
                          const boost::program_options::options_description& options,
                          const Environment& environment);

// --index, which every command on an index has.
void add_index_option(boost::program_options::options_description& options);

// --index DIR, else $VERBALE_INDEX, else $XDG_DATA_HOME/verbale/index, else
// ~/.local/share/verbale/index. Throws UsageError when none of them is known.
std::filesystem::path index_path(const Arguments& arguments, const Environment& environment);

// Whether to colour standard output: --color=auto|always|never (add_color_option), NO_COLOR,
// TERM=dumb.
void add_color_option(boost::program_options::options_description& options);
bool use_color(const Arguments& arguments, const Environment& environment);

// The value of a whole number option within bounds. Throws UsageError.
std::size_t whole_number(const Arguments& arguments, const char* option, std::size_t least,
                         std::size_t most);

}  // namespace verbale::cli
