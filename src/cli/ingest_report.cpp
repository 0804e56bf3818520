#include "cli/ingest_report.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ostream>

#include "verbale/base/error.h"
#include "verbale/render/escape.h"

namespace verbale::cli {
namespace {

using namespace std::chrono_literals;

// The others are counted, and all are in --refused FILE.
constexpr std::size_t refusals_printed = 20;

double seconds_between(std::chrono::steady_clock::time_point from,
                       std::chrono::steady_clock::time_point to) {
  return std::max(1e-3, std::chrono::duration<double>(to - from).count());
}

std::string decimal(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", number);
  return text;
}

std::string minutes(double seconds) {
  const long whole = std::lround(seconds);
  char text[48];
  std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
  return text;
}

std::string count(std::uint64_t number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string progress_line(const IngestProgress& progress, double seconds) {
  const double megabytes = static_cast<double>(progress.bytes) / 1e6;
  std::string line =
      count(progress.articles, "article") + ", " + decimal(megabytes / seconds) + " MB/s";
  if (progress.refused != 0) {
    line += ", " + std::to_string(progress.refused) + " refused";
  }
  if (progress.bytes_total && progress.bytes != 0) {
    const double total = static_cast<double>(*progress.bytes_total) / 1e6;
    line += ", " + minutes(std::max(0.0, total - megabytes) * seconds / megabytes) + " left";
  }
  return line;
}

constexpr double passages_remade_a_second = 6000;

std::string about_minutes(double seconds) {
  const bool long_time = seconds > 100;
  return count(static_cast<std::uint64_t>(std::ceil(long_time ? seconds / 60 : seconds)),
               long_time ? "minute" : "second");
}

}  // namespace

IngestDisplay::IngestDisplay(const Arguments& arguments, const Environment& environment)
    : environment_(environment),
      started_(std::chrono::steady_clock::now()),
      next_progress_(started_ + 200ms) {
  const auto& wanted = arguments.get<std::string>("progress");
  if (wanted != "auto" && wanted != "always" && wanted != "never") {
    throw UsageError("--progress is auto, always or never, not \"" + wanted + "\"");
  }
  progress_wanted_ = wanted == "always" || (wanted == "auto" && environment.err_is_terminal);
  if (arguments.has("refused")) {
    refused_name_ = arguments.get<std::string>("refused");
    refused_file_.open(refused_name_, std::ios::binary | std::ios::trunc);
    if (!refused_file_) {
      throw IndexError(IndexFault::Storage,
                       "cannot write " + refused_name_ + ": " + std::strerror(errno));
    }
  }
}

RemakeProgress remake_notice(const Environment& environment) {
  return [&environment](std::uint64_t done, std::uint64_t passages) {
    if (done == 0) {
      environment.err << "verbale: this index has no term lists, which replacing and removing "
                         "articles needs: it is made anew with them, once, from its own "
                      << count(passages, "passage") << ", in about "
                      << about_minutes(static_cast<double>(passages) / passages_remade_a_second)
                      << "; `verbale rebuild --updatable` avoids this\n";
    } else if (environment.err_is_terminal) {
      environment.err << "\r\033[K" << (done >= passages ? "" : count(done, "passage") + " remade")
                      << std::flush;
    }
  };
}

void IngestDisplay::show_refusal(const Refusal& refusal) {
  if (refused_file_.is_open() && refusal.loss == Loss::Article) {
    refused_file_ << "{\"where\": " << json_string(refusal.where)
                  << ", \"reason\": " << json_string(refusal.reason) << "}\n";
  }
  std::size_t& shown = refusal.loss == Loss::Article ? refusals_shown_ : notes_shown_;
  if (shown++ < refusals_printed) {
    clear_progress();
    environment_.err << "verbale: " << for_terminal(refusal.where) << ": "
                     << for_terminal(refusal.reason) << "\n";
  }
}

void IngestDisplay::show_progress(const IngestProgress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!progress_wanted_ || now < next_progress_) {
    return;
  }
  next_progress_ = now + 200ms;
  progress_shown_ = true;
  environment_.err << "\r\033[K" << progress_line(progress, seconds_between(started_, now))
                   << std::flush;
}

void IngestDisplay::show_report(const IngestReport& report, const Tally& tally) {
  clear_progress();
  if (refusals_shown_ > refusals_printed) {
    environment_.err << "verbale: " << refusals_shown_ - refusals_printed
                     << " more were refused; --refused FILE lists all of them\n";
  }
  if (notes_shown_ > refusals_printed) {
    environment_.err << "verbale: " << notes_shown_ - refusals_printed
                     << " more had nothing to read\n";
  }
  for (const Duplicate& duplicate : report.duplicates) {
    environment_.err << "verbale: " << for_terminal(duplicate.where) << ": article "
                     << for_terminal(duplicate.id.value)
                     << " came before in this run; this one takes its place\n";
  }
  show_same_texts(report);
  if (refused_file_.is_open() && !refused_file_.flush()) {
    throw IndexError(IndexFault::Storage, "cannot write " + refused_name_);
  }

  const bool nothing = report.articles != 0 && tally.passages == 0;
  environment_.out << (nothing ? "nothing changed: " : "") << count(report.articles, "article")
                   << " read, " << tally.added << " added, " << tally.updated << " updated, "
                   << tally.unchanged << " unchanged, " << tally.duplicates << " repeated, "
                   << report.refused << " refused; " << count(tally.passages, "passage")
                   << " written\n";
  if (progress_wanted_) {
    const double seconds = seconds_between(started_, std::chrono::steady_clock::now());
    const double megabytes = static_cast<double>(report.bytes) / 1e6;
    environment_.err << decimal(megabytes) << " MB in " << decimal(seconds) << " s, "
                     << decimal(megabytes / seconds) << " MB/s\n";
  }
}

void IngestDisplay::show_same_texts(const IngestReport& report) {
  for (const SameText& same : report.same) {
    environment_.err << "verbale: " << for_terminal(same.where) << ": article "
                     << for_terminal(same.id.value) << " has the text of "
                     << for_terminal(same.before.value) << "\n";
  }
  if (report.same_texts > report.same.size()) {
    environment_.err
        << "verbale: " << report.same_texts - report.same.size()
        << " more have the text of another article; --collapse story shows one of each\n";
  }
}

void IngestDisplay::clear_progress() {
  if (progress_shown_) {
    environment_.err << "\r\033[K";
    progress_shown_ = false;
  }
}

}  // namespace verbale::cli
