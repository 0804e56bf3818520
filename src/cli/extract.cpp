#include <algorithm>
#include <istream>
#include <ostream>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/ingest_options.h"
#include "verbale/attribution/analysis.h"
#include "verbale/readers/reader.h"
#include "verbale/render/statements.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{"extract", "[OPTION...] PATH...",
                      "Prints the statements found in articles, one JSON line an article."};

double confidence_of(const Arguments& arguments) {
  const auto confidence = arguments.get<double>("min-confidence");
  if (!(confidence >= 0 && confidence <= 1)) {
    throw UsageError("--min-confidence is a number from 0 to 1");
  }
  return confidence;
}

// Tells refusals as they come; returns how many of them cost an article.
std::size_t show(std::vector<Refusal>& refusals, std::ostream& err) {
  for (const Refusal& refusal : refusals) {
    err << "verbale: " << refusal.where << ": " << refusal.reason << '\n';
  }
  const auto lost = std::ranges::count(refusals, Loss::Article, &Refusal::loss);
  refusals.clear();
  return static_cast<std::size_t>(lost);
}

}  // namespace

int run_extract(std::span<const std::string> values, const Environment& environment) {
  po::options_description options("Options");
  add_read_options(options);
  add_schema_option(options);
  options.add_options()("min-confidence",
                        po::value<double>()->default_value(AnalysisOptions{}.min_confidence, "0.5"),
                        "leave speakers unnamed below this confidence")(
      "explain", "print receipts for people instead of JSON");
  const Arguments arguments = parse_arguments(values, usage, options, environment);
  if (arguments.help) {
    return exit_done;
  }
  const AnalysisOptions analysis{.min_confidence = confidence_of(arguments)};
  const StatementFormat format =
      arguments.has("explain") ? StatementFormat::Receipts : StatementFormat::JsonLine;
  const ReadOptions reading = read_options(arguments);
  const Schema schema = chosen_schema(arguments, environment);
  const ArticleAnalyzer analyzer(schema);

  RecordReader reader(source_paths(arguments), reading, environment.in);
  std::vector<Refusal> refusals;
  std::size_t refused = 0;
  while (const std::optional<RawRecord> record = reader.next(refusals)) {
    ParsedRecord parsed = parse_record(*record, reading);
    refusals.insert(refusals.end(), parsed.refusals.begin(), parsed.refusals.end());
    for (Article& article : parsed.articles) {
      render_statements(analyzer.analyze(std::move(article), analysis), format, environment.out);
    }
    refused += show(refusals, environment.err);
  }
  refused += show(refusals, environment.err);
  return refused == 0 ? exit_done : exit_incomplete;
}

}  // namespace verbale::cli
