#include "index/layout.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

#include "verbale/base/error.h"

namespace verbale::layout {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view draft_ending = ".building";

std::string padded(std::uint64_t number) {
  char text[24];
  std::snprintf(text, sizeof text, "%06llu", static_cast<unsigned long long>(number));
  return text;
}

std::optional<std::uint64_t> read_number(std::string_view name) {
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool whole = fault == std::errc{} && end == name.data() + name.size();
  return whole && name.size() >= 6 ? std::optional(number) : std::nullopt;
}

std::vector<std::string> names_in_generations(const fs::path& root) {
  std::vector<std::string> names;
  std::error_code fault;
  for (fs::directory_iterator entry(generations(root), fault), end; !fault && entry != end;
       entry.increment(fault)) {
    names.push_back(entry->path().filename().string());
  }
  if (fault && fault != std::errc::no_such_file_or_directory) {
    throw IndexError(IndexFault::Storage,
                     "cannot read " + generations(root).string() + ": " + fault.message());
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

fs::path current(const fs::path& root) {
  return root / "CURRENT";
}

fs::path lock(const fs::path& root) {
  return root / "lock";
}

fs::path generations(const fs::path& root) {
  return root / "generations";
}

fs::path generation(const fs::path& root, std::uint64_t number) {
  return generations(root) / padded(number);
}

fs::path draft(const fs::path& root, std::uint64_t number) {
  return generations(root) / (padded(number) + std::string(draft_ending));
}

fs::path manifest(const fs::path& generation) {
  return generation / "manifest";
}

std::string shard_name(std::size_t number) {
  return "shard-" + std::to_string(number);
}

std::vector<std::uint64_t> generation_numbers(const fs::path& root) {
  std::vector<std::uint64_t> numbers;
  for (const std::string& name : names_in_generations(root)) {
    if (const auto number = read_number(name)) {
      numbers.push_back(*number);
    }
  }
  std::ranges::sort(numbers);
  return numbers;
}

std::vector<fs::path> drafts(const fs::path& root) {
  std::vector<fs::path> folders;
  for (const std::string& name : names_in_generations(root)) {
    const bool ends = name.ends_with(draft_ending);
    if (ends && read_number(std::string_view(name).substr(0, name.size() - draft_ending.size()))) {
      folders.push_back(generations(root) / name);
    }
  }
  return folders;
}

}  // namespace verbale::layout
