#pragma once

#include <boost/program_options.hpp>
#include <chrono>

#include "cli/arguments.h"
#include "verbale/index/check.h"
#include "verbale/ingest/ingest.h"
#include "verbale/schema/schema.h"

namespace verbale::cli {

// The options of reading articles: --format, --map.
void add_read_options(boost::program_options::options_description& options);

// The options that commands which read articles into an index share: those of reading, --jobs,
// --strict, --refused, --progress.
void add_ingest_options(boost::program_options::options_description& options);

// Throws UsageError.
ReadOptions read_options(const Arguments& arguments);
IngestOptions ingest_options(const Arguments& arguments);

// The words of the command as paths; at least one. Throws UsageError.
std::vector<std::filesystem::path> source_paths(const Arguments& arguments);

// --keep N and --verify structure|content, of commands that publish a generation.
void add_publish_options(boost::program_options::options_description& options);
std::size_t generations_to_keep(const Arguments& arguments);
CheckDepth verify_depth(const Arguments& arguments);

// --lock-timeout S, of commands that write the index.
void add_lock_option(boost::program_options::options_description& options);
std::chrono::milliseconds lock_timeout(const Arguments& arguments);

// --schema DIR, else $VERBALE_SCHEMA, else the tables that the program was built with.
void add_schema_option(boost::program_options::options_description& options);
Schema chosen_schema(const Arguments& arguments, const Environment& environment);

}  // namespace verbale::cli
