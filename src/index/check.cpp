#include "verbale/index/check.h"

#include <sstream>

#include "index/files.h"
#include "index/layout.h"
#include "index/shards.h"
#include "index/terms.h"
#include "index/xapian_errors.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

std::uint64_t count_articles(const Xapian::Database& shard) {
  std::uint64_t articles = 0;
  const std::string prefix = article_term(ArticleId{});
  for (auto term = shard.allterms_begin(prefix); term != shard.allterms_end(prefix); ++term) {
    ++articles;
  }
  return articles;
}

std::string differs(const std::string& shard, const std::string& what, const std::string& says,
                    const std::string& holds) {
  return shard + " says that it has " + what + " " + says + ", and has " + holds;
}

void check_counts(const Xapian::Database& shard, const std::string& name, CheckDepth depth,
                  std::vector<std::string>& problems) {
  const ShardState says = state_of(shard, name);
  const auto compare = [&](const std::string& what, std::uint64_t said, std::uint64_t found) {
    if (said != found) {
      problems.push_back(differs(name, what, std::to_string(said), std::to_string(found)));
    }
  };
  compare("a number of passages of", says.passages, shard.get_doccount());
  compare("a number of articles of", says.articles, count_articles(shard));
  if (depth == CheckDepth::Content) {
    const ContentDigest found = digest_of(shard);
    if (found != says.digest) {
      problems.push_back(differs(name, "content of the digest", says.digest.hex(), found.hex()));
    }
  }
}

// The last line of what Xapian's check prints is the summary of a table without faults.
std::string first_fault(const std::string& printed) {
  std::istringstream lines(printed);
  std::string line;
  std::string fault;
  while (fault.empty() && std::getline(lines, line)) {
    if (line.find("No errors found") == std::string::npos && !line.ends_with(":") &&
        !line.empty()) {
      fault = line;
    }
  }
  return fault;
}

void check_structure(const std::string& name, std::vector<std::string>& problems) {
  std::ostringstream printed;
  const std::size_t faults = Xapian::Database::check(name, 0, &printed);
  if (faults != 0) {
    problems.push_back(name + " has " + std::to_string(faults) + " faults in its tables (" +
                       first_fault(printed.str()) + ")");
  }
}

void check_shard(const Generation& generation, const ShardPlace& place, CheckDepth depth,
                 std::vector<std::string>& problems) {
  const std::string name = name_of(generation, place);
  try {
    if (place.access == ShardAccess::Local) {
      check_structure(name, problems);
    }
    check_counts(open_shard(generation, place), name, depth, problems);
  } catch (const Xapian::Error& error) {
    problems.push_back(name + ": " + error.get_msg());
  } catch (const IndexError& error) {
    problems.push_back(error.what());
  }
}

void check_schema(const Generation& generation, std::vector<std::string>& problems) {
  const auto schema = Schema::load(generation.schema_folder());
  if (!schema) {
    problems.push_back(to_string(schema.error()));
  } else if (schema->digest() != generation.manifest.schema) {
    problems.push_back(generation.schema_folder().string() +
                       " does not hold the tables that the manifest names");
  }
}

}  // namespace

IndexStats stats(const Generation& generation) {
  ShardState sum;
  for (const ShardPlace& place : generation.manifest.shards) {
    sum += state_of(open_shard(generation, place), name_of(generation, place));
  }
  return {.generation = generation.number,
          .format = generation.manifest.format,
          .articles = sum.articles,
          .passages = sum.passages,
          .shards = generation.manifest.shards.size(),
          .bytes = bytes_below(generation.folder),
          .digest = sum.digest.hex()};
}

std::vector<std::string> check(const Generation& generation, CheckDepth depth) {
  std::vector<std::string> problems;
  check_schema(generation, problems);
  for (const ShardPlace& place : generation.manifest.shards) {
    check_shard(generation, place, depth, problems);
  }
  return problems;
}

}  // namespace verbale
