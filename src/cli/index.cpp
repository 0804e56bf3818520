#include "cli/commands.h"
#include "cli/ingest_options.h"
#include "cli/ingest_report.h"
#include "cli/interrupt.h"
#include "verbale/index/publish.h"
#include "verbale/ingest/ingest.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{"index", "[OPTION...] PATH...",
                      "Adds the articles of files and folders to the index, or updates them. An\n"
                      "article that did not change costs little, so a run that was interrupted is\n"
                      "resumed by running it again."};

// Published empty, so that a run that is interrupted leaves what it committed.
Generation open_or_make(const WriterLock& lock, const Schema& schema) {
  if (!has_current_generation(lock.root())) {
    return GenerationDraft(lock, schema, {.term_lists = true}).publish();
  }
  Generation generation = current_generation(lock.root());
  require_compatible(generation, schema);
  return generation;
}

// All articles of a generation are analyzed with the tables that it was built with.
Schema tables_of(const Generation& generation) {
  auto schema = Schema::load(generation.schema_folder());
  if (!schema) {
    throw IndexError(IndexFault::Damaged, to_string(schema.error()));
  }
  return *std::move(schema);
}

}  // namespace

int run_index(std::span<const std::string> values, const Environment& environment) {
  po::options_description options("Options");
  add_index_option(options);
  add_ingest_options(options);
  add_lock_option(options);
  add_schema_option(options);
  const Arguments arguments = parse_arguments(values, usage, options, environment);
  if (arguments.help) {
    return exit_done;
  }
  const IngestOptions how = ingest_options(arguments);
  const auto paths = source_paths(arguments);
  const Schema schema = chosen_schema(arguments, environment);
  IngestDisplay display(arguments, environment);

  const InterruptWatch watch;
  const WriterLock lock(index_path(arguments, environment), lock_timeout(arguments), usage.name);
  const Generation generation = open_or_make(lock, schema);
  if (const auto warning = edited_schema_warning(generation, schema)) {
    environment.err << "verbale: " << *warning << "\n";
  }
  const Schema tables = tables_of(generation);
  IndexWriter writer(lock, generation, how.strict ? CommitMode::AtTheEnd : CommitMode::Often,
                     remake_notice(environment));
  RecordReader reader(paths, how.read, environment.in);
  const IngestReport report =
      Ingest(tables, how)
          .run(
              reader, writer,
              {.refused = [&](const Refusal& refusal) { display.show_refusal(refusal); },
               .progress = [&](const IngestProgress& progress) { display.show_progress(progress); },
               .stop = [&] { return watch.interrupted(); }});

  if (how.strict && (report.refused != 0 || report.interrupted)) {
    environment.err << "verbale: nothing is committed, because of --strict\n";
    return report.interrupted ? exit_interrupted : exit_incomplete;
  }
  writer.commit();
  display.show_report(report, writer.tally());
  if (report.interrupted) {
    environment.err << "verbale: interrupted; run it again to go on\n";
    return exit_interrupted;
  }
  return report.refused == 0 ? exit_done : exit_incomplete;
}

}  // namespace verbale::cli
