// The speed of reading alone, beside that of going over the same bytes (`wc -lc`), and the memory
// that it takes.
// usage: reading [--jobs N] FILE...

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "verbale/readers/reader.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

struct Counts {
  std::size_t articles = 0;
  std::size_t refused = 0;
  std::size_t text_bytes = 0;
};

// What `wc -lc` does, by one thread.
std::size_t count_lines(const std::vector<std::filesystem::path>& paths) {
  std::vector<char> block(1U << 20);
  std::size_t lines = 0;
  for (const std::filesystem::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())), file.gcount() > 0) {
      lines +=
          static_cast<std::size_t>(std::count(block.begin(), block.begin() + file.gcount(), '\n'));
    }
  }
  return lines;
}

// Cuts records by one thread at a time and parses them by all, as `verbale index` does.
class Reading {
 public:
  explicit Reading(std::vector<std::filesystem::path> paths)
      : reader_(std::move(paths), options_, nothing_) {}

  Counts run(unsigned jobs) {
    {
      std::vector<std::jthread> threads;
      for (unsigned job = 0; job < jobs; ++job) {
        threads.emplace_back([this] { work(); });
      }
    }
    counts_.refused += refusals_.size();
    return counts_;
  }

  std::uint64_t bytes() const { return reader_.bytes_read(); }

 private:
  void work() {
    Counts own;
    for (;;) {
      std::optional<verbale::RawRecord> record;
      {
        const std::lock_guard held(mutex_);
        record = reader_.next(refusals_);
      }
      if (!record) {
        break;
      }
      const verbale::ParsedRecord parsed = parse_record(*record, options_);
      own.articles += parsed.articles.size();
      own.refused += parsed.refusals.size();
      for (const verbale::Article& article : parsed.articles) {
        own.text_bytes += article.text.size();
      }
    }
    const std::lock_guard held(mutex_);
    counts_.articles += own.articles;
    counts_.refused += own.refused;
    counts_.text_bytes += own.text_bytes;
  }

  const verbale::ReadOptions options_;
  std::istringstream nothing_;
  std::mutex mutex_;  // Of everything below.
  verbale::RecordReader reader_;
  std::vector<verbale::Refusal> refusals_;
  Counts counts_;
};

}  // namespace

int main(int argc, char** argv) {
  const bool jobs_given = argc > 3 && std::string_view(argv[1]) == "--jobs";
  const unsigned jobs = jobs_given ? static_cast<unsigned>(std::max(1, std::atoi(argv[2]))) : 1;
  const std::vector<std::filesystem::path> paths(argv + (jobs_given ? 3 : 1), argv + argc);

  // Once for nothing, so that both find the files in memory.
  count_lines(paths);
  const auto counting = Clock::now();
  const std::size_t lines = count_lines(paths);
  const double counted = seconds_since(counting);
  const auto beginning = Clock::now();
  Reading reading(paths);
  const Counts counts = reading.run(jobs);
  const double read = seconds_since(beginning);

  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double megabytes = static_cast<double>(reading.bytes()) / 1e6;
  std::printf("%.0f MB, %zu lines: counted at %.0f MB/s\n", megabytes, lines, megabytes / counted);
  std::printf("read by %u job%s at %.0f MB/s: %zu articles, %zu refused, %.0f MB of text\n", jobs,
              jobs == 1 ? "" : "s", megabytes / read, counts.articles, counts.refused,
              static_cast<double>(counts.text_bytes) / 1e6);
  std::printf("peak memory %ld MB\n", usage.ru_maxrss / 1024);
  return 0;
}
