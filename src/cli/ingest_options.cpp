#include "cli/ingest_options.h"

#include <algorithm>
#include <charconv>
#include <thread>

namespace verbale::cli {
namespace {

namespace po = boost::program_options;

constexpr std::size_t most_jobs = 256;
constexpr std::size_t most_generations = 1'000'000;

struct FormatName {
  const char* name;
  SourceFormat format;
};

constexpr FormatName format_names[] = {
    {"auto", SourceFormat::Auto},       {"text", SourceFormat::Text}, {"html", SourceFormat::Html},
    {"jsonl", SourceFormat::JsonLines}, {"feed", SourceFormat::Feed}, {"warc", SourceFormat::Warc},
    {"csv", SourceFormat::Csv},
};

std::string known_formats() {
  std::string names;
  for (const FormatName& format : format_names) {
    names += (names.empty() ? "" : ", ") + std::string(format.name);
  }
  return names;
}

SourceFormat source_format(const std::string& name) {
  const auto* format = std::ranges::find(format_names, name, &FormatName::name);
  if (format == std::end(format_names)) {
    throw UsageError("--format is one of " + known_formats() + ", not \"" + name + "\"");
  }
  return format->format;
}

// "title=headline,text=body"
std::map<std::string, std::string> field_map(std::string_view text) {
  std::map<std::string, std::string> fields;
  while (!text.empty()) {
    const std::string_view entry = text.substr(0, text.find(','));
    const std::size_t equals = entry.find('=');
    if (equals == 0 || equals == std::string_view::npos || equals + 1 == entry.size()) {
      throw UsageError("--map takes FIELD=NAME,FIELD=NAME..., not \"" + std::string(entry) + "\"");
    }
    fields[std::string(entry.substr(0, equals))] = entry.substr(equals + 1);
    text.remove_prefix(std::min(entry.size() + 1, text.size()));
  }
  return fields;
}

}  // namespace

void add_read_options(po::options_description& options) {
  options.add_options()("format",
                        po::value<std::string>()->default_value("auto")->value_name("FORMAT"),
                        ("of the sources: " + known_formats()).c_str())(
      "map", po::value<std::string>()->value_name("FIELD=NAME,..."),
      "names of the article's fields in the records: title=headline,text=body");
}

void add_ingest_options(po::options_description& options) {
  const std::string jobs = std::to_string(std::max(1u, std::thread::hardware_concurrency()));
  add_read_options(options);
  options.add_options()("jobs", po::value<std::string>()->default_value(jobs)->value_name("N"),
                        "threads at work")(
      "strict", "one refused article, and nothing is committed or published")(
      "refused", po::value<std::string>()->value_name("FILE"),
      "write what was refused, and why, as JSON Lines")(
      "progress", po::value<std::string>()->default_value("auto")->value_name("auto|always|never"),
      "show progress; auto: on a terminal");
}

ReadOptions read_options(const Arguments& arguments) {
  ReadOptions options;
  options.format = source_format(arguments.get<std::string>("format"));
  if (arguments.has("map")) {
    options.field_map = field_map(arguments.get<std::string>("map"));
  }
  return options;
}

IngestOptions ingest_options(const Arguments& arguments) {
  IngestOptions options;
  options.read = read_options(arguments);
  options.jobs = static_cast<unsigned>(whole_number(arguments, "jobs", 1, most_jobs));
  options.strict = arguments.has("strict");
  return options;
}

std::vector<std::filesystem::path> source_paths(const Arguments& arguments) {
  if (arguments.words.empty()) {
    throw UsageError("give files, folders, or - for standard input");
  }
  return {arguments.words.begin(), arguments.words.end()};
}

void add_publish_options(po::options_description& options) {
  options.add_options()("updatable",
                        "with the term lists that replacing articles and Xapian's servers need")(
      "keep", po::value<std::string>()->default_value("2")->value_name("N"),
      "generations to keep, the new one included")(
      "verify",
      po::value<std::string>()->default_value("structure")->value_name("structure|content"),
      "what to find sound before publishing; content reads everything back");
}

std::size_t generations_to_keep(const Arguments& arguments) {
  return whole_number(arguments, "keep", 1, most_generations);
}

CheckDepth verify_depth(const Arguments& arguments) {
  const std::string& depth = arguments.get<std::string>("verify");
  if (depth != "structure" && depth != "content") {
    throw UsageError("--verify is structure or content, not \"" + depth + "\"");
  }
  return depth == "content" ? CheckDepth::Content : CheckDepth::Structure;
}

void add_lock_option(po::options_description& options) {
  options.add_options()("lock-timeout",
                        po::value<std::string>()->default_value("10")->value_name("SECONDS"),
                        "wait for another writer at most so long");
}

std::chrono::milliseconds lock_timeout(const Arguments& arguments) {
  return std::chrono::seconds(whole_number(arguments, "lock-timeout", 0, 1'000'000));
}

void add_schema_option(po::options_description& options) {
  options.add_options()("schema", po::value<std::string>()->value_name("DIR"),
                        "tables to use in place of the built-in ones (default: $VERBALE_SCHEMA)");
}

Schema chosen_schema(const Arguments& arguments, const Environment& environment) {
  std::optional<std::string> folder = environment.variable("VERBALE_SCHEMA");
  if (arguments.has("schema")) {
    folder = arguments.get<std::string>("schema");
  }
  if (!folder || folder->empty()) {
    return Schema::builtin();
  }
  auto schema = Schema::load(*folder);
  if (!schema) {
    throw UsageError("schema: " + to_string(schema.error()));
  }
  return *std::move(schema);
}

}  // namespace verbale::cli
