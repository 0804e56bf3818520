#include <ostream>

#include "cli/commands.h"
#include "cli/query_options.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr Usage usage{"show", "[OPTION...] PASSAGE",
                      "Shows a passage in its article, with the evidence of each attribution."};

po::options_description options() {
  po::options_description described("options", 100);
  described.add_options()(
      "format", po::value<std::string>()->default_value("text")->value_name("text|json"), "");
  add_index_option(described);
  add_color_option(described);
  return described;
}

}  // namespace

int run_show(std::span<const std::string> words, const Environment& environment) {
  const Arguments arguments = parse_arguments(words, usage, options(), environment);
  if (arguments.help) {
    return exit_done;
  }
  if (arguments.words.size() != 1) {
    throw UsageError("give one passage's id, as `verbale search` shows it");
  }
  const RenderOptions render = render_options(arguments, environment);
  if (render.format != AnswerFormat::Text && render.format != AnswerFormat::Json) {
    throw UsageError("--format is text or json");
  }
  const auto index = index_path(arguments, environment);
  const Schema schema = schema_of_index(index);
  const Searcher searcher(index, schema);
  const PassageId id{arguments.words.front()};
  const auto article = searcher.article_of(id);
  if (!article) {
    throw UsageError("no passage \"" + id.value + "\" in this index");
  }
  render_article(*article, id, render, environment.out);
  return exit_done;
}

}  // namespace verbale::cli
