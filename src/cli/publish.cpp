#include "verbale/index/publish.h"

#include <ostream>

#include "cli/commands.h"
#include "cli/ingest_options.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{
    "publish", "[OPTION...] PART...",
    "Joins parts, made by `verbale rebuild --part K/N`, into a new generation of\n"
    "the index and publishes it in one step. A part is a folder, or a server that\n"
    "keeps it: tcp:HOST:PORT, or \"prog:COMMAND ARGUMENT...\"."};

}  // namespace

int run_publish(std::span<const std::string> values, const Environment& environment) {
  po::options_description options("Options");
  add_index_option(options);
  options.add_options()("shards",
                        po::value<std::string>()->default_value("1")->value_name("1|PARTS"),
                        "merge the parts into one shard, or make each a shard");
  add_publish_options(options);
  add_lock_option(options);
  add_schema_option(options);
  const Arguments arguments = parse_arguments(values, usage, options, environment);
  if (arguments.help) {
    return exit_done;
  }
  if (arguments.words.empty()) {
    throw UsageError("give the parts to publish");
  }
  const JoinOptions join{.shards = whole_number(arguments, "shards", 1, 100'000),
                         .verify = verify_depth(arguments),
                         .term_lists = arguments.has("updatable")};
  const std::size_t keep = generations_to_keep(arguments);
  const Schema schema = chosen_schema(arguments, environment);
  const WriterLock lock(index_path(arguments, environment), lock_timeout(arguments), usage.name);
  const Generation generation = publish_parts(lock, arguments.words, schema, join);
  remove_old_generations(lock, keep);
  environment.out << "published generation " << generation.number << "\n";
  return exit_done;
}

}  // namespace verbale::cli
