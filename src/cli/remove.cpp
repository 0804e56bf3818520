#include <ostream>

#include "cli/commands.h"
#include "cli/ingest_options.h"
#include "cli/ingest_report.h"
#include "verbale/index/writer.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{"remove", "[OPTION...] ARTICLE...",
                      "Removes articles, by their ids, with all their passages."};

}  // namespace

int run_remove(std::span<const std::string> values, const Environment& environment) {
  po::options_description options("Options");
  add_index_option(options);
  add_lock_option(options);
  const Arguments arguments = parse_arguments(values, usage, options, environment);
  if (arguments.help) {
    return exit_done;
  }
  if (arguments.words.empty()) {
    throw UsageError("give the ids of the articles to remove");
  }
  const auto root = index_path(arguments, environment);
  require_compatible(current_generation(root), Schema::builtin());
  const WriterLock lock(root, lock_timeout(arguments), usage.name);
  IndexWriter writer(lock, current_generation(root), CommitMode::AtTheEnd,
                     remake_notice(environment));
  bool all_found = true;
  for (const std::string& id : arguments.words) {
    if (!writer.remove(ArticleId{id})) {
      environment.err << "verbale: there is no article " << id << "\n";
      all_found = false;
    }
  }
  writer.commit();
  environment.out << "removed " << writer.tally().removed << " of " << arguments.words.size()
                  << " articles\n";
  return all_found ? exit_done : exit_incomplete;
}

}  // namespace verbale::cli
