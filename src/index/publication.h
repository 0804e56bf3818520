#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "verbale/index/check.h"
#include "verbale/index/generation.h"

namespace verbale {

// A generation on its way from a draft's folder to being the current one.
struct Publication {
  std::filesystem::path root;
  std::uint64_t number = 0;
  Manifest manifest;
  const Schema* schema = nullptr;
  CheckDepth verify = CheckDepth::Structure;

  // For each local shard of the manifest, in order, the databases that it is merged from.
  std::vector<std::vector<std::filesystem::path>> sources;
};

struct PublicationStep {
  const char* name;
  std::function<void()> run;
};

// What publishing does, in order. A process may die between any two steps, and inside any: until
// the last rename the old generation is the current one, afterwards the new one is, whole. The
// steps refer to `publication`.
std::vector<PublicationStep> publication_steps(const Publication& publication);

// Runs them all.
Generation publish(const Publication& publication);

// Removes the drafts of dead processes and gives the number of the next generation. The caller
// holds the lock.
std::uint64_t next_generation(const std::filesystem::path& root);

}  // namespace verbale
