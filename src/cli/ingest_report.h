#pragma once

#include <chrono>
#include <fstream>
#include <string>

#include "cli/arguments.h"
#include "verbale/ingest/ingest.h"

namespace verbale::cli {

// Shows how a run goes: refusals on standard error and in --refused FILE, progress on a terminal,
// and the report at the end.
class IngestDisplay {
 public:
  // Throws UsageError for options that cannot be understood, IndexError when FILE cannot be
  // written.
  IngestDisplay(const Arguments& arguments, const Environment& environment);

  void show_refusal(const Refusal& refusal);
  void show_progress(const IngestProgress& progress);

  // Ends the progress line; prints the report to standard output, and the time on a terminal.
  void show_report(const IngestReport& report, const Tally& tally);

 private:
  void show_same_texts(const IngestReport& report);
  void clear_progress();

  const Environment& environment_;
  bool progress_wanted_ = false;
  bool progress_shown_ = false;
  std::size_t refusals_shown_ = 0;
  std::size_t notes_shown_ = 0;  // Of what cost no article.
  std::ofstream refused_file_;
  std::string refused_name_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point next_progress_;
};

// Says why `verbale index` or `remove` takes so long this time. `environment` must outlive it.
RemakeProgress remake_notice(const Environment& environment);

}  // namespace verbale::cli
