#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace verbale {

// The files and folders of an index; docs/index_format.md describes them.
namespace layout {

std::filesystem::path current(const std::filesystem::path& root);
std::filesystem::path lock(const std::filesystem::path& root);
std::filesystem::path generations(const std::filesystem::path& root);
std::filesystem::path generation(const std::filesystem::path& root, std::uint64_t number);

// Where a generation is built. Only the holder of the lock makes or removes such a folder, so to
// the holder every one that it finds is a dead process's.
std::filesystem::path draft(const std::filesystem::path& root, std::uint64_t number);

std::filesystem::path manifest(const std::filesystem::path& generation);
std::string shard_name(std::size_t number);

// Of the finished generations, ascending; and the drafts'.
std::vector<std::uint64_t> generation_numbers(const std::filesystem::path& root);
std::vector<std::filesystem::path> drafts(const std::filesystem::path& root);

}  // namespace layout
}  // namespace verbale
