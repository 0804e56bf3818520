#include <algorithm>
#include <chrono>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>

#include "cli/commands.h"
#include "cli/query_options.h"
#include "verbale/render/escape.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;
using Clock = std::chrono::steady_clock;

constexpr Usage usage{"search", "[OPTION...] QUERY...",
                      "Shows the passages that match a query, best first. docs/query_language.md "
                      "describes queries."};

po::options_description options() {
  po::options_description described("options", 100);
  using po::value;
  described.add_options()(
      "sort", value<std::string>()->default_value("relevance")->value_name("relevance|date|-date"),
      "")("limit,n", value<std::string>()->default_value("10")->value_name("N"), "hits to show")(
      "offset", value<std::string>()->default_value("0")->value_name("N"), "hits to skip")(
      "facet", value<std::vector<std::string>>()->value_name("FIELD[:N]")->composing(),
      "count a field's values over all hits")(
      "context", value<std::string>()->default_value("1")->value_name("N"),
      "sentences shown before and after")("explain", "how the query was read, and each score")(
      "queries", value<std::string>()->value_name("FILE"),
      "answer each line, qid<TAB>query; - is standard input");
  add_query_options(described);
  return described;
}

std::string joined(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) {
    query += (query.empty() ? "" : " ") + word;
  }
  return query;
}

// Asks one index the same request with one query after another.
class Session {
 public:
  Session(const Arguments& arguments, const Environment& environment)
      : environment_(environment),
        index_(index_path(arguments, environment)),
        schema_(schema_of_index(index_)),
        searcher_(index_, schema_),
        asked_(asked(arguments, schema_, environment)),
        render_(render_options(arguments, environment)) {
    render_.offset = asked_.request.offset;
  }

  // The exit code of one query; an error of the query is returned.
  Result<int, QueryError> ask(const std::string& query, const std::string& query_id) {
    const auto start = Clock::now();
    SearchRequest& request = asked_.request;
    auto parsed = query.empty() && !request.filters.empty()
                      ? Result<ParsedQuery, QueryError>(ParsedQuery{})
                      : parse_query(query, schema_, asked_.query);
    if (!parsed) {
      return parsed.error();
    }
    request.query = std::move(parsed->root);
    auto answer = searcher_.search(request);
    if (!answer) {
      return answer.error();
    }
    answer->warnings.insert(answer->warnings.begin(), parsed->notes.begin(), parsed->notes.end());
    answer->warnings.insert(answer->warnings.begin(), asked_.notes.begin(), asked_.notes.end());
    if (answer->explained) {
      add_notes(*parsed, *answer->explained);
    }
    render_.query = query;
    render_.query_id = query_id;
    render_.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    render(*answer, render_, environment_.out);
    tell(*answer, request.explain, environment_.err);
    if (answer->partial) {
      return exit_incomplete;
    }
    return answer->total > 0 ? exit_done : exit_nothing_found;
  }

 private:
  void add_notes(const ParsedQuery& parsed, ReadQuery& read) const {
    read.dropped = parsed.dropped;
    for (const auto* notes : {&parsed.notes, &asked_.notes}) {
      std::ranges::copy_if(*notes, std::back_inserter(read.expansions), [&](const auto& note) {
        return std::ranges::find(read.dropped, note) == read.dropped.end();
      });
    }
  }

  const Environment& environment_;
  std::filesystem::path index_;
  Schema schema_;
  Searcher searcher_;
  Asked asked_;
  RenderOptions render_;
};

struct Tally {
  std::size_t found = 0, failed = 0, partial = 0;

  int exit_code() const {
    if (failed > 0 || partial > 0) {
      return exit_incomplete;
    }
    return found > 0 ? exit_done : exit_nothing_found;
  }
};

// A bad query is one line on standard error; the others go on.
int ask_each(Session& session, std::istream& lines, const std::string& name,
             const Environment& environment) {
  Tally tally;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (!line.empty() && line.back() == '\r') {
      line.pop_back();
    }
    if (line.empty()) {
      continue;
    }
    const std::size_t tab = line.find('\t');
    const std::string where = name + ":" + std::to_string(number);
    if (tab == std::string::npos) {
      environment.err << "verbale: " << where << ": no tab between the query's id and the query\n";
      ++tally.failed;
      continue;
    }
    const auto code = session.ask(line.substr(tab + 1), line.substr(0, tab));
    if (!code) {
      environment.err << "verbale: " << where << ": " << for_terminal(code.error().message) << "\n";
      ++tally.failed;
      continue;
    }
    tally.found += *code == exit_done;
    tally.partial += *code == exit_incomplete;
  }
  return tally.exit_code();
}

int ask_file(Session& session, const std::string& file, const Environment& environment) {
  if (file == "-") {
    return ask_each(session, environment.in, "-", environment);
  }
  std::ifstream lines(file);
  if (!lines) {
    throw UsageError("--queries " + file + ": the file cannot be read");
  }
  return ask_each(session, lines, file, environment);
}

}  // namespace

int run_search(std::span<const std::string> words, const Environment& environment) {
  const Arguments arguments = parse_arguments(words, usage, options(), environment);
  if (arguments.help) {
    return exit_done;
  }
  if (!arguments.words.empty() && arguments.has("queries")) {
    throw UsageError("give a query or --queries FILE, not both");
  }
  Session session(arguments, environment);
  if (arguments.has("queries")) {
    return ask_file(session, arguments.get<std::string>("queries"), environment);
  }
  const std::string query = joined(arguments.words);
  const auto code = session.ask(query, "");
  if (!code) {
    print_query_error(code.error(), query, environment.err);
    return exit_usage;
  }
  return *code;
}

}  // namespace verbale::cli
