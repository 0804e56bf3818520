#include "readers/path_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "verbale/text/utf8.h"

namespace verbale::readers {
namespace {

namespace fs = std::filesystem;

struct Entry {
  std::string name;  // With "/" behind a folder's: orders "a.txt" and "a/b.txt" as whole paths.
  fs::path path;
};

void append_escaped(std::string& out, char byte) {
  const auto value = static_cast<unsigned char>(byte);
  out += "\\x";
  out += "0123456789ABCDEF"[value >> 4];
  out += "0123456789ABCDEF"[value & 15];
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::vector<Entry> entries_of(const fs::path& folder, std::error_code& error) {
  std::vector<Entry> entries;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().native();
    name += is_folder(entry->path()) ? "/" : "";
    entries.push_back({std::move(name), entry->path()});
  }
  std::ranges::sort(entries, {}, &Entry::name);
  return entries;
}

}  // namespace

std::string printable_path(const fs::path& path) {
  const std::string& bytes = path.native();
  std::string text;
  std::size_t valid_until = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at >= valid_until) {
      const auto invalid = first_invalid_utf8(std::string_view(bytes).substr(at));
      valid_until = invalid ? at + *invalid : bytes.size();
    }
    const auto value = static_cast<unsigned char>(bytes[at]);
    if (at >= valid_until || value < 0x20 || value == 0x7F) {
      append_escaped(text, bytes[at]);
    } else {
      text += bytes[at];
      text += bytes[at] == '\\' ? "\\" : "";
    }
  }
  return text;
}

PathWalk::PathWalk(std::vector<fs::path> paths)
    : waiting_(std::move(paths)), named_(waiting_.size()) {
  std::ranges::reverse(waiting_);
}

std::optional<fs::path> PathWalk::next(std::vector<Refusal>& refusals) {
  while (!waiting_.empty()) {
    const Whose whose = waiting_.size() <= named_ ? Whose::Named : Whose::Found;
    fs::path path = std::move(waiting_.back());
    waiting_.pop_back();
    named_ = std::min(named_, waiting_.size());
    if (is_readable(path, whose, refusals)) {
      return path;
    }
  }
  return std::nullopt;
}

// Enters folders and refuses what is no file.
bool PathWalk::is_readable(const fs::path& path, Whose whose, std::vector<Refusal>& refusals) {
  const bool named = whose == Whose::Named;
  if (named && path == "-") {
    return true;
  }
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    const char* const reason =
        errno == ENOENT && !named ? "is a link to nothing, or has gone" : std::strerror(errno);
    refusals.push_back({printable_path(path), reason});
    return false;
  }
  if (S_ISDIR(status.st_mode)) {
    if (entered_.emplace(status.st_dev, status.st_ino).second) {
      enter(path, refusals);
    }
    return false;
  }
  if (S_ISREG(status.st_mode) || (named && S_ISFIFO(status.st_mode))) {
    return true;
  }
  refusals.push_back({printable_path(path), "is neither a file nor a folder"});
  return false;
}

void PathWalk::enter(const fs::path& folder, std::vector<Refusal>& refusals) {
  std::error_code error;
  std::vector<Entry> entries = entries_of(folder, error);
  if (error) {
    refusals.push_back({printable_path(folder), "cannot be looked into: " + error.message()});
  }
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    waiting_.push_back(std::move(entry->path));
  }
}

std::optional<std::uint64_t> bytes_below(const std::vector<fs::path>& paths) {
  std::uint64_t total = 0;
  std::vector<Refusal> ignored;
  PathWalk walk(paths);
  while (const auto path = walk.next(ignored)) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(*path, error);
    if (error) {
      return std::nullopt;  // Standard input or a pipe.
    }
    total += size;
  }
  return total;
}

}  // namespace verbale::readers
