#include <charconv>

#include "cli/commands.h"
#include "cli/ingest_options.h"
#include "cli/ingest_report.h"
#include "cli/interrupt.h"
#include "verbale/index/publish.h"
#include "verbale/ingest/ingest.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{"rebuild", "[OPTION...] PATH...",
                      "Builds a new generation of the index from files and folders and publishes\n"
                      "it in one step. Until then, and when anything fails, the live one stays."};

constexpr std::size_t most_parts = 100'000;
constexpr std::size_t most_shards = 1000;

std::optional<std::size_t> read_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool good = fault == std::errc{} && end == text.data() + text.size();
  return good && number >= 1 && number <= most_parts ? std::optional(number) : std::nullopt;
}

Part part_option(const Arguments& arguments) {
  if (!arguments.has("part")) {
    return {};
  }
  const std::string& text = arguments.get<std::string>("part");
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto number = read_number(std::string_view(text).substr(0, slash));
  const auto of = read_number(std::string_view(text).substr(std::min(slash + 1, text.size())));
  if (!number || !of || *number > *of) {
    throw UsageError("--part takes K/N, as 2/4 for the second of four parts, not \"" + text + "\"");
  }
  return {static_cast<unsigned>(*number), static_cast<unsigned>(*of)};
}

DraftOptions draft_options(const Arguments& arguments, const IngestOptions& how) {
  DraftOptions draft;
  draft.shards = whole_number(arguments, "shards", 1, most_shards);
  // Two thirds of the work is writing, so every thread may have a lane to write.
  draft.lanes_per_shard = (how.jobs + draft.shards - 1) / draft.shards;
  draft.part = how.part;
  draft.verify = verify_depth(arguments);
  // A part may be served where it is; publishing leaves out what only that needs.
  draft.term_lists = arguments.has("updatable") || draft.part.of > 1;
  if (draft.part.of > 1 && draft.shards != 1) {
    throw UsageError("a part has one shard; leave --shards to `verbale publish`");
  }
  return draft;
}

void add_rebuild_options(po::options_description& options) {
  options.add_options()("part", po::value<std::string>()->value_name("K/N"),
                        "only the K-th of N parts of the articles, for `verbale publish`")(
      "shards", po::value<std::string>()->default_value("1")->value_name("N"),
      "of the new generation");
  add_publish_options(options);
}

// Empty when the new generation may be published.
std::string reason_against(const IngestReport& report, const IngestOptions& how) {
  if (report.interrupted) {
    return "interrupted";
  }
  if (how.strict && report.refused != 0) {
    return "an article was refused, and --strict is given";
  }
  // A wrong path must not replace an index by an empty one.
  return report.articles == 0 && how.part.of == 1 ? "the sources hold no article" : "";
}

}  // namespace

int run_rebuild(std::span<const std::string> values, const Environment& environment) {
  po::options_description options("Options");
  add_index_option(options);
  add_ingest_options(options);
  add_rebuild_options(options);
  add_lock_option(options);
  add_schema_option(options);
  const Arguments arguments = parse_arguments(values, usage, options, environment);
  if (arguments.help) {
    return exit_done;
  }
  IngestOptions how = ingest_options(arguments);
  how.part = part_option(arguments);
  const DraftOptions shape = draft_options(arguments, how);
  const std::size_t keep = generations_to_keep(arguments);
  const auto paths = source_paths(arguments);
  const Schema schema = chosen_schema(arguments, environment);
  IngestDisplay display(arguments, environment);

  const InterruptWatch watch;
  const WriterLock lock(index_path(arguments, environment), lock_timeout(arguments), usage.name);
  GenerationDraft draft(lock, schema, shape);
  RecordReader reader(paths, how.read, environment.in);
  const IngestReport report =
      Ingest(schema, how)
          .run(
              reader, draft.writer(),
              {.refused = [&](const Refusal& refusal) { display.show_refusal(refusal); },
               .progress = [&](const IngestProgress& progress) { display.show_progress(progress); },
               .stop = [&] { return watch.interrupted(); }});

  if (const std::string reason = reason_against(report, how); !reason.empty()) {
    environment.err << "verbale: nothing is published: " << reason << "\n";
    return report.interrupted ? exit_interrupted : exit_incomplete;
  }
  const Tally tally = draft.writer().tally();
  const Generation generation = draft.publish();
  remove_old_generations(lock, keep);
  display.show_report(report, tally);
  environment.out << "published generation " << generation.number << "\n";
  return report.refused == 0 ? exit_done : exit_incomplete;
}

}  // namespace verbale::cli
