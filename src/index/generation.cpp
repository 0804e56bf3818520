#include "verbale/index/generation.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "index/files.h"
#include "index/layout.h"
#include "verbale/base/error.h"
#include "verbale/text/analyzer.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest_title = "verbale index";

struct AccessName {
  ShardAccess access;
  std::string_view name;
};

constexpr AccessName access_names[] = {
    {ShardAccess::Local, "local"},
    {ShardAccess::Tcp, "tcp"},
    {ShardAccess::Program, "prog"},
};

std::string shard_line(const ShardPlace& place) {
  const auto name = std::ranges::find(access_names, place.access, &AccessName::access);
  return std::string(name->name) + " " + (place.digest.empty() ? "-" : place.digest) + " " +
         place.address;
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size();
}

bool read_part(std::string_view text, Part& part) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && read_number(text.substr(0, slash), part.number) &&
         read_number(text.substr(slash + 1), part.of) && part.number >= 1 && part.number <= part.of;
}

bool read_shard(std::string_view text, std::vector<ShardPlace>& shards) {
  const std::size_t access_end = text.find(' ');
  const std::size_t digest_end = text.find(' ', access_end + 1);
  if (access_end == std::string_view::npos || digest_end == std::string_view::npos) {
    return false;
  }
  for (const auto& [access, name] : access_names) {
    if (text.substr(0, access_end) == name) {
      const std::string digest(text.substr(access_end + 1, digest_end - access_end - 1));
      shards.push_back({access, std::string(text.substr(digest_end + 1)),
                        digest == "-" ? std::string() : digest});
      return true;
    }
  }
  return false;
}

bool read_entry(std::string_view key, std::string_view value, Manifest& manifest) {
  if (key == "format") {
    return read_number(value, manifest.format);
  }
  if (key == "analyzer") {
    return read_number(value, manifest.analyzer);
  }
  if (key == "fields") {
    manifest.fields = value;
    return true;
  }
  if (key == "schema") {
    manifest.schema = value;
    return true;
  }
  if (key == "part") {
    return read_part(value, manifest.part);
  }
  if (key == "term-lists") {
    manifest.term_lists = value == "yes";
    return value == "yes" || value == "no";
  }
  return key == "shard" && read_shard(value, manifest.shards);
}

[[noreturn]] void damaged(const std::string& message) {
  throw IndexError(IndexFault::Damaged, message + "; `verbale rebuild` makes a new index");
}

Generation read_generation(const fs::path& folder, std::uint64_t number) {
  const fs::path file = layout::manifest(folder);
  if (!fs::exists(file)) {
    damaged(file.string() + " is missing");
  }
  auto manifest = parse_manifest(read_file(file));
  if (!manifest) {
    damaged(file.string() + ": " + to_string(manifest.error()));
  }
  if (manifest->format == index_format && manifest->shards.empty()) {
    damaged(file.string() + " names no shard");
  }
  return {number, folder, *std::move(manifest)};
}

// The number in CURRENT.
std::uint64_t current_number(const fs::path& root) {
  if (!has_current_generation(root)) {
    throw IndexError(IndexFault::Missing, "there is no index in " + root.string() +
                                              "; make one with `verbale index --index " +
                                              root.string() + " PATH...`");
  }
  std::string text = read_file(layout::current(root));
  if (!text.empty() && text.back() == '\n') {
    text.pop_back();
  }
  std::uint64_t number = 0;
  if (!read_number(text, number)) {
    damaged(layout::current(root).string() + " does not name a generation");
  }
  return number;
}

[[noreturn]] void incompatible(const Generation& generation, const std::string& what) {
  throw IndexError(IndexFault::Incompatible,
                   "the index in " + generation.folder.string() + " was built with another " +
                       what + " than this program's; build it anew with `verbale rebuild --index " +
                       generation.folder.parent_path().parent_path().string() + " PATH...`");
}

}  // namespace

bool Generation::has_remote_shards() const {
  return std::ranges::any_of(
      manifest.shards, [](const ShardPlace& place) { return place.access != ShardAccess::Local; });
}

std::string to_string(const Manifest& manifest) {
  std::ostringstream text;
  text << manifest_title << "\n"
       << "format " << manifest.format << "\n"
       << "analyzer " << manifest.analyzer << "\n"
       << "fields " << manifest.fields << "\n"
       << "schema " << manifest.schema << "\n"
       << "part " << manifest.part.number << "/" << manifest.part.of << "\n"
       << "term-lists " << (manifest.term_lists ? "yes" : "no") << "\n";
  for (const ShardPlace& place : manifest.shards) {
    text << "shard " << shard_line(place) << "\n";
  }
  return text.str();
}

Result<Manifest> parse_manifest(std::string_view text) {
  Manifest manifest;
  std::size_t line_number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t space = line.find(' ');
    ++line_number;
    const bool good =
        end != std::string_view::npos && space != std::string_view::npos &&
        (line_number == 1 ? line == manifest_title
                          : read_entry(line.substr(0, space), line.substr(space + 1), manifest));
    // A later format may have other lines: that it is later is what the user has to hear.
    if (!good && manifest.format == index_format) {
      return Error{"\"" + std::string(line.substr(0, 60)) + "\" is not a line of a manifest",
                   "line " + std::to_string(line_number)};
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  if (line_number == 0) {
    return Error{"the manifest is empty", ""};
  }
  return manifest;
}

Generation current_generation(const fs::path& root) {
  std::uint64_t number = current_number(root);
  for (;;) {
    const fs::path folder = layout::generation(root, number);
    if (fs::exists(layout::manifest(folder))) {
      return read_generation(folder, number);
    }
    // A writer may have published another one and removed this one in between.
    const std::uint64_t number_now = current_number(root);
    if (number_now == number) {
      return read_generation(folder, number);
    }
    number = number_now;
  }
}

Generation generation_at(const fs::path& folder) {
  if (!has_current_generation(folder) && fs::exists(layout::manifest(folder))) {
    return read_generation(folder, 0);
  }
  return current_generation(folder);
}

bool has_current_generation(const fs::path& root) {
  std::error_code fault;
  const bool exists = fs::exists(layout::current(root), fault);
  if (fault) {
    throw IndexError(IndexFault::Storage,
                     "cannot read " + layout::current(root).string() + ": " + fault.message());
  }
  return exists;
}

void require_compatible(const Generation& generation, const Schema& schema) {
  const Manifest& manifest = generation.manifest;
  if (manifest.format != index_format) {
    incompatible(generation, "index format (" + std::to_string(manifest.format) + ", not " +
                                 std::to_string(index_format) + ")");
  }
  if (manifest.analyzer != analyzer_version) {
    incompatible(generation, "text analyzer (" + std::to_string(manifest.analyzer) + ", not " +
                                 std::to_string(analyzer_version) + ")");
  }
  if (manifest.fields != schema.field_digest()) {
    incompatible(generation, "table of fields");
  }
}

std::optional<std::string> edited_schema_warning(const Generation& generation,
                                                 const Schema& schema) {
  if (generation.manifest.schema == schema.digest()) {
    return std::nullopt;
  }
  return "the schema's tables were edited since this index was built; `verbale rebuild` applies "
         "them to all articles";
}

}  // namespace verbale
