#include <chrono>
#include <ostream>

#include "cli/commands.h"
#include "cli/query_options.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{"facets", "[OPTION...] FIELD[:N] [QUERY...]",
                      "Counts a field's values over all passages that match a query."};

po::options_description options() {
  po::options_description described("options", 100);
  described.add_options()("limit,n", po::value<std::string>()->default_value("20")->value_name("N"),
                          "values to show, most frequent first");
  add_query_options(described);
  return described;
}

std::string query_of(const Arguments& arguments) {
  std::string query;
  for (std::size_t i = 1; i < arguments.words.size(); ++i) {
    query += (query.empty() ? "" : " ") + arguments.words[i];
  }
  return query;
}

FacetRequest facet_of(const Arguments& arguments) {
  FacetRequest facet = read_facet(arguments.words.front());
  if (facet.field == arguments.words.front()) {
    facet.limit = whole_number(arguments, "limit", 0, 1'000'000);
  }
  return facet;
}

}  // namespace

int run_facets(std::span<const std::string> words, const Environment& environment) {
  const Arguments arguments = parse_arguments(words, usage, options(), environment);
  if (arguments.help) {
    return exit_done;
  }
  if (arguments.words.empty()) {
    throw UsageError("name the field to count; `verbale fields` lists them");
  }
  const auto index = index_path(arguments, environment);
  const Schema schema = schema_of_index(index);
  const Searcher searcher(index, schema);
  auto [request, options, notes] = asked(arguments, schema, environment);
  request.facets = {facet_of(arguments)};
  request.limit = 0;
  RenderOptions render = render_options(arguments, environment);
  render.query = query_of(arguments);

  const auto start = std::chrono::steady_clock::now();
  auto parsed = render.query.empty() ? Result<ParsedQuery, QueryError>(ParsedQuery{})
                                     : parse_query(render.query, schema, options);
  if (!parsed) {
    print_query_error(parsed.error(), render.query, environment.err);
    return exit_usage;
  }
  request.query = std::move(parsed->root);
  auto answer = searcher.search(request);
  if (!answer) {
    print_query_error(answer.error(), render.query, environment.err);
    return exit_usage;
  }
  render.took_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  answer->warnings.insert(answer->warnings.begin(), parsed->notes.begin(), parsed->notes.end());
  answer->warnings.insert(answer->warnings.begin(), notes.begin(), notes.end());
  render_facets(*answer, render, environment.out);
  tell(*answer, false, environment.err);
  if (answer->partial) {
    return exit_incomplete;
  }
  return answer->total > 0 ? exit_done : exit_nothing_found;
}

}  // namespace verbale::cli
