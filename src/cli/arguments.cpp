#include "cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <ostream>

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

// Whether `token` is a long option whose value is the next token.
bool takes_next_token(const std::string& token, const po::options_description& options) {
  if (!token.starts_with("--") || token.find('=') != std::string::npos) {
    return false;
  }
  const auto* option = options.find_nothrow(token.substr(2), false);
  return option != nullptr && option->semantic()->max_tokens() > 0;
}

bool is_short_option_with_value(const std::string& token, const po::options_description& options) {
  const auto* option = options.find_nothrow(token, false);
  return option != nullptr && option->semantic()->max_tokens() > 0;
}

[[noreturn]] void refuse_dashed_word(const std::string& token) {
  throw UsageError("unknown option " + token + "; to exclude a word write: NOT " + token.substr(1) +
                   ", or put the query after --");
}

// Boost would read `-nuclear` as `-n uclear`, or complain without a mend.
void check_short_options(std::span<const std::string> arguments,
                         const po::options_description& options) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& token = arguments[i];
    if (token == "--") {
      return;
    }
    if (takes_next_token(token, options)) {
      ++i;
      continue;
    }
    if (token.size() < 2 || token[0] != '-' || token[1] == '-') {
      continue;
    }
    if (token.size() > 2 || options.find_nothrow(token, false) == nullptr) {
      refuse_dashed_word(token);
    }
    i += is_short_option_with_value(token, options) ? 1 : 0;
  }
}

void print_help(const Usage& usage, const po::options_description& options, std::ostream& out) {
  out << "usage: verbale " << usage.name << " " << usage.synopsis << "\n\n"
      << usage.summary << "\n\n"
      << options;
}

}  // namespace

std::vector<std::string> Arguments::all(const char* option) const {
  return has(option) ? get<std::vector<std::string>>(option) : std::vector<std::string>{};
}

Arguments parse_arguments(std::span<const std::string> arguments, const Usage& usage,
                          const po::options_description& options, const Environment& environment) {
  po::options_description all;
  all.add(options);
  all.add_options()("help,h", "show this help")(
      "words", po::value<std::vector<std::string>>()->default_value({}, ""), "");
  po::positional_options_description words;
  words.add("words", -1);

  Arguments result;
  check_short_options(arguments, all);
  try {
    const int style =
        po::command_line_style::allow_long | po::command_line_style::allow_short |
        po::command_line_style::allow_dash_for_short | po::command_line_style::long_allow_adjacent |
        po::command_line_style::long_allow_next | po::command_line_style::short_allow_next;
    po::store(po::command_line_parser({arguments.begin(), arguments.end()})
                  .options(all)
                  .positional(words)
                  .style(style)
                  .run(),
              result.options);
    po::notify(result.options);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  result.words = result.get<std::vector<std::string>>("words");
  result.help = result.has("help");
  if (result.help) {
    print_help(usage, options, environment.out);
  }
  return result;
}

void add_index_option(po::options_description& options) {
  options.add_options()("index", po::value<std::string>()->value_name("DIR"),
                        "the index (default: $VERBALE_INDEX, else $XDG_DATA_HOME/verbale/index)");
}

std::filesystem::path index_path(const Arguments& arguments, const Environment& environment) {
  if (arguments.has("index")) {
    return arguments.get<std::string>("index");
  }
  if (const auto index = environment.variable("VERBALE_INDEX"); index && !index->empty()) {
    return *index;
  }
  if (const auto data = environment.variable("XDG_DATA_HOME"); data && !data->empty()) {
    return std::filesystem::path(*data) / "verbale" / "index";
  }
  if (const auto home = environment.variable("HOME"); home && !home->empty()) {
    return std::filesystem::path(*home) / ".local" / "share" / "verbale" / "index";
  }
  throw UsageError("no index: give --index DIR or set VERBALE_INDEX");
}

void add_color_option(po::options_description& options) {
  options.add_options()(
      "color", po::value<std::string>()->default_value("auto")->value_name("auto|always|never"),
      "colour highlights");
}

bool use_color(const Arguments& arguments, const Environment& environment) {
  const std::string& color = arguments.get<std::string>("color");
  if (color == "always" || color == "never") {
    return color == "always";
  }
  if (color != "auto") {
    throw UsageError("--color is auto, always or never, not \"" + color + "\"");
  }
  const auto no_color = environment.variable("NO_COLOR");
  const auto terminal = environment.variable("TERM");
  return environment.out_is_terminal && !(no_color && !no_color->empty()) && terminal != "dumb";
}

std::size_t whole_number(const Arguments& arguments, const char* option, std::size_t least,
                         std::size_t most) {
  const std::string& text = arguments.get<std::string>(option);
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
    throw UsageError("--" + std::string(option) + " takes a whole number from " +
                     std::to_string(least) + " to " + std::to_string(most) + ", not \"" + text +
                     "\"");
  }
  return number;
}

}  // namespace verbale::cli
