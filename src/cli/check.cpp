#include "verbale/index/check.h"

#include <ostream>

#include "cli/arguments.h"
#include "cli/commands.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{
    "check", "[OPTION...]",
    "Reads the whole index back and says what is wrong with it: the structure of\n"
    "its files, its counts, and the digest of its content."};

}  // namespace

int run_check(std::span<const std::string> values, const Environment& environment) {
  po::options_description options("Options");
  add_index_option(options);
  options.add_options()("quick", "structure and counts only, not the content's digest");
  const Arguments arguments = parse_arguments(values, usage, options, environment);
  if (arguments.help) {
    return exit_done;
  }
  if (!arguments.words.empty()) {
    throw UsageError("check takes no arguments; the index is given by --index DIR");
  }
  const Generation generation = generation_at(index_path(arguments, environment));
  const auto problems =
      check(generation, arguments.has("quick") ? CheckDepth::Structure : CheckDepth::Content);
  for (const std::string& problem : problems) {
    environment.err << "verbale: " << problem << "\n";
  }
  if (!problems.empty()) {
    environment.err << "verbale: the index is damaged; `verbale rebuild` makes a new one\n";
    return exit_no_index;
  }
  environment.out << "generation " << generation.number << " is sound\n";
  return exit_done;
}

}  // namespace verbale::cli
