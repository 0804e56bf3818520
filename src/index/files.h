#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace verbale {

// Files as an index needs them: what was written is on the disk before the next step relies on it.
// All throw IndexError (Storage) that names the file and the cause.

// Throws for `what` done to `path`, with the cause in errno.
[[noreturn]] void storage_error(const std::string& what, const std::filesystem::path& path);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view bytes);  // And syncs it.
void sync_folder(const std::filesystem::path& folder);

// Syncs every file and folder below `folder`, and itself.
void sync_tree(const std::filesystem::path& folder);

void rename_path(const std::filesystem::path& from, const std::filesystem::path& to);
void make_folders(const std::filesystem::path& folder);
void remove_tree(const std::filesystem::path& folder);

// Of all files below `folder`.
std::uintmax_t bytes_below(const std::filesystem::path& folder);

}  // namespace verbale
