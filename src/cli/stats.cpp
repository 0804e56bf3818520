#include <ostream>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "verbale/index/check.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{"stats", "[OPTION...]", "Describes the index."};

void print_text(const IndexStats& stats, std::ostream& out) {
  out << "generation " << stats.generation << "\n"
      << "format     " << stats.format << "\n"
      << "articles   " << stats.articles << "\n"
      << "passages   " << stats.passages << "\n"
      << "shards     " << stats.shards << "\n"
      << "bytes      " << stats.bytes << "\n"
      << "digest     " << stats.digest << "\n";
}

void print_json(const IndexStats& stats, std::ostream& out) {
  out << "{\"generation\": " << stats.generation << ", \"format\": " << stats.format
      << ", \"articles\": " << stats.articles << ", \"passages\": " << stats.passages
      << ", \"shards\": " << stats.shards << ", \"bytes\": " << stats.bytes << ", \"digest\": \""
      << stats.digest << "\"}\n";
}

}  // namespace

int run_stats(std::span<const std::string> values, const Environment& environment) {
  po::options_description options("Options");
  add_index_option(options);
  options.add_options()(
      "format", po::value<std::string>()->default_value("text")->value_name("text|json"), "");
  const Arguments arguments = parse_arguments(values, usage, options, environment);
  if (arguments.help) {
    return exit_done;
  }
  const std::string& format = arguments.get<std::string>("format");
  if (format != "text" && format != "json") {
    throw UsageError("--format is text or json, not \"" + format + "\"");
  }
  const IndexStats found = stats(generation_at(index_path(arguments, environment)));
  (format == "json" ? print_json : print_text)(found, environment.out);
  return exit_done;
}

}  // namespace verbale::cli
