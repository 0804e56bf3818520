#include "cli/query_options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

#include "verbale/index/generation.h"
#include "verbale/render/escape.h"
#include "verbale/text/utf8.h"

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr std::array filter_fields{"speaker", "role",   "country", "about",
                                   "topic",   "outlet", "lang",    "kind"};
constexpr std::size_t most_hits = 10'000;
constexpr std::size_t most_offset = 100'000'000;

template <class Value>
struct Choice {
  const char* name;
  Value value;
};

constexpr std::array<Choice<SortOrder>, 3> sort_orders{{{"relevance", SortOrder::Relevance},
                                                        {"date", SortOrder::DateAscending},
                                                        {"-date", SortOrder::DateDescending}}};
constexpr std::array<Choice<MatchMode>, 3> match_modes{
    {{"auto", MatchMode::Auto}, {"all", MatchMode::All}, {"any", MatchMode::Any}}};
constexpr std::array<Choice<Collapse>, 4> collapses{{{"none", Collapse::None},
                                                     {"article", Collapse::Article},
                                                     {"story", Collapse::Story},
                                                     {"statement", Collapse::Statement}}};
constexpr std::array<Choice<AnswerFormat>, 5> formats{{{"text", AnswerFormat::Text},
                                                       {"json", AnswerFormat::Json},
                                                       {"jsonl", AnswerFormat::JsonLines},
                                                       {"csv", AnswerFormat::Csv},
                                                       {"trec", AnswerFormat::Trec}}};

template <class Choices>
auto chosen(const Arguments& arguments, const char* option, const Choices& choices) {
  const std::string& name = arguments.get<std::string>(option);
  std::string names;
  for (const auto& choice : choices) {
    if (name == choice.name) {
      return choice.value;
    }
    names += (names.empty() ? "" : ", ") + std::string(choice.name);
  }
  throw UsageError("--" + std::string(option) + " is one of " + names + ", not \"" + name + "\"");
}

double probability(const Arguments& arguments, const char* option) {
  const std::string& text = arguments.get<std::string>(option);
  double number = -1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size() || number < 0 || number > 1) {
    throw UsageError("--" + std::string(option) + " takes a number from 0 to 1, not \"" + text +
                     "\"");
  }
  return number;
}

std::string because(const QueryError& error, const std::string& field) {
  std::string suggestion = error.suggestion;
  if (suggestion.starts_with(field + ":")) {
    suggestion.erase(0, field.size() + 1);
  }
  return error.message + (suggestion.empty() ? "" : "; try " + suggestion);
}

// `--speaker "Wang Yi"` means what speaker:"Wang Yi" means in a query.
QueryNode read_filter(const std::string& field, const std::string& value, const Schema& schema,
                      Asked& asked) {
  std::string query = field + ":";
  if (value == "none") {
    query += value;
  } else {
    query += '"' + value + '"';
  }
  auto parsed = parse_query(query, schema, asked.query);
  if (!parsed) {
    throw UsageError("--" + field + " " + value + ": " + because(parsed.error(), field));
  }
  const QueryOp op = parsed->root.op;
  if (parsed->root.field != field || (op != QueryOp::Filter && op != QueryOp::Missing)) {
    throw UsageError("--" + field + " takes one value, not \"" + value + "\"");
  }
  asked.notes.insert(asked.notes.end(), parsed->notes.begin(), parsed->notes.end());
  return std::move(parsed->root);
}

// `--since "last month"` means the days of date:"last month": their first or their last one.
DateRange read_period(const Arguments& arguments, const char* option, const Schema& schema,
                      const QueryOptions& options) {
  if (!arguments.has(option)) {
    return {};
  }
  const std::string& written = arguments.get<std::string>(option);
  if (written.find("..") != std::string::npos || written.find_first_of("<>=\"") == 0) {
    throw UsageError("--" + std::string(option) + " takes one date, not \"" + written +
                     "\"; write --since and --until, or date: in the query");
  }
  auto parsed = parse_query("date:\"" + written + "\"", schema, options);
  if (!parsed) {
    throw UsageError("--" + std::string(option) + ": " + because(parsed.error(), "date"));
  }
  return parsed->root.dates;
}

DateRange asked_days(const Arguments& arguments, const Schema& schema,
                     const QueryOptions& options) {
  const DateRange days{read_period(arguments, "since", schema, options).from,
                       read_period(arguments, "until", schema, options).until};
  if (days.from && days.until && days.from->first_day() > days.until->last_day()) {
    throw UsageError("--since " + to_string(*days.from) + " is after --until " +
                     to_string(*days.until) + ": no day lies between them");
  }
  return days;
}

std::vector<QueryNode> filters(const Arguments& arguments, const Schema& schema, Asked& asked) {
  std::vector<QueryNode> found;
  for (const char* field : filter_fields) {
    for (const std::string& value : arguments.all(field)) {
      found.push_back(read_filter(field, value, schema, asked));
    }
  }
  if (asked.query.days.from || asked.query.days.until) {
    QueryNode range;
    range.op = QueryOp::Range;
    range.field = "date";
    range.dates = asked.query.days;
    found.push_back(std::move(range));
  }
  return found;
}

std::size_t code_points_before(const std::string& text, std::uint32_t offset) {
  return count_code_points(std::string_view(text).substr(0, offset));
}

}  // namespace

void add_query_options(po::options_description& options) {
  using po::value;
  using Strings = std::vector<std::string>;
  auto add = options.add_options();
  for (const char* field : filter_fields) {
    add(field, value<Strings>()->value_name("VALUE")->composing(), "filter; repeat it to widen");
  }
  add("since", value<std::string>()->value_name("DATE"),
      "said on or after: 2024, 2024-07, a day, yesterday, \"last month\"")(
      "until", value<std::string>()->value_name("DATE"), "said on or before")(
      "match", value<std::string>()->default_value("auto")->value_name("auto|all|any"),
      "whether a passage must have all words")("plain", "no query syntax: every word is a word")(
      "no-expand", "names and synonyms as they are typed")(
      "min-confidence", value<std::string>()->default_value("0")->value_name("X"),
      "of the attribution, 0 to 1")(
      "collapse",
      value<std::string>()->default_value("none")->value_name("none|article|story|statement"),
      "show the best passage of each")("partial", "answer without shards that cannot be reached")(
      "format", value<std::string>()->default_value("text")->value_name("text|json|jsonl|csv|trec"),
      "");
  add_index_option(options);
  add_color_option(options);
}

Asked asked(const Arguments& arguments, const Schema& schema, const Environment& environment) {
  Asked asked{.request = {}, .query = {.today = environment.today}, .notes = {}};
  asked.query.expand = !arguments.has("no-expand");
  asked.query.days = asked_days(arguments, schema, asked.query);
  SearchRequest& request = asked.request;
  request.filters = filters(arguments, schema, asked);
  asked.query.plain = arguments.has("plain");
  request.match = chosen(arguments, "match", match_modes);
  request.collapse = chosen(arguments, "collapse", collapses);
  request.min_confidence = probability(arguments, "min-confidence");
  request.expand = asked.query.expand;
  request.partial = arguments.has("partial");
  if (arguments.has("sort")) {
    request.sort = chosen(arguments, "sort", sort_orders);
    request.limit = whole_number(arguments, "limit", 0, most_hits);
    request.offset = whole_number(arguments, "offset", 0, most_offset);
    request.context = static_cast<unsigned>(whole_number(arguments, "context", 0, 20));
    request.explain = arguments.has("explain");
    for (const std::string& facet : arguments.all("facet")) {
      request.facets.push_back(read_facet(facet));
    }
  }
  return asked;
}

FacetRequest read_facet(const std::string& text) {
  FacetRequest facet{text};
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) {
    return facet;
  }
  const char* begin = text.data() + colon + 1;
  const char* end = text.data() + text.size();
  std::size_t limit = 0;
  const auto [stop, fault] = std::from_chars(begin, end, limit);
  if (fault == std::errc{} && stop == end) {
    facet.field = text.substr(0, colon);
    facet.limit = limit;
  }
  return facet;
}

RenderOptions render_options(const Arguments& arguments, const Environment& environment) {
  RenderOptions options;
  options.format = chosen(arguments, "format", formats);
  options.color = use_color(arguments, environment);
  return options;
}

void print_query_error(const QueryError& error, const std::string& query, std::ostream& err) {
  err << "verbale: " << for_terminal(error.message) << "\n";
  if (!error.range.empty() && error.range.end <= query.size()) {
    const std::size_t before = code_points_before(query, error.range.begin);
    const std::size_t length = code_points_before(query, error.range.end) - before;
    err << "  " << for_terminal(query) << "\n  " << std::string(before, ' ') << '^'
        << std::string(length - 1, '~') << "\n";
  }
  if (!error.suggestion.empty()) {
    err << "try: " << for_terminal(error.suggestion) << "\n";
  }
}

void tell_explanation(const SearchAnswer& answer, std::ostream& err) {
  err << "verbale: read as " << for_terminal(answer.interpreted) << "\n";
  for (const Hit& hit : answer.hits) {
    err << "verbale: " << for_terminal(hit.id.value) << " " << hit.score << "\n";
    for (const std::string& line : hit.explanation) {
      err << "verbale:   " << for_terminal(line) << "\n";
    }
  }
}

void tell(const SearchAnswer& answer, bool explain, std::ostream& err) {
  for (const std::string& warning : answer.warnings) {
    err << "verbale: " << for_terminal(warning) << "\n";
  }
  if (explain) {
    tell_explanation(answer, err);
  }
  if (answer.suggestion) {
    err << "verbale: did you mean: " << for_terminal(*answer.suggestion) << "\n";
  }
  for (const std::string& advice : answer.advice) {
    err << "verbale: " << for_terminal(advice) << "\n";
  }
}

Schema schema_of_index(const std::filesystem::path& index) {
  const Generation generation = current_generation(index);
  Schema builtin = Schema::builtin();
  if (builtin.digest() == generation.manifest.schema) {
    return builtin;
  }
  auto schema = Schema::load(generation.schema_folder());
  if (!schema) {
    throw IndexError(IndexFault::Damaged, to_string(schema.error()));
  }
  return *std::move(schema);
}

}  // namespace verbale::cli
