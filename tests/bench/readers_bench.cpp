// Reading alone: what a record costs from its bytes to its article, in bytes a second. Beside it
// stands counting the lines of the same bytes, which is what `wc -l` does.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "verbale/readers/duplicates.h"
#include "verbale/readers/reader.h"

namespace {

using verbale::SourceFormat;

constexpr int records = 200;

std::string paragraph(int number) {
  return "The ministers of Orvania and Lutha met for the " + std::to_string(number) +
         "th time on the bridge between their countries, and \\u201cwe have found a way\\u201d was "
         "all that either of them had to say to the reporters who had waited since the morning.";
}

std::string json_lines() {
  std::string lines;
  for (int i = 0; i < records; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"Talks\",\"text\":\"";
    for (int p = 0; p < 20; ++p) {
      lines += paragraph(p) + "\\n\\n";
    }
    lines += "\"}\n";
  }
  return lines;
}

std::string page(int number) {
  std::string html = "<!DOCTYPE html><html><head><title>Talks</title><script>";
  html += std::string(8000, 'x') + "</script></head><body><nav>";
  for (int i = 0; i < 100; ++i) {
    html +=
        "<li class=\"menu item\"><a href=\"/section/" + std::to_string(i) + "\">Section</a></li>";
  }
  html += "</nav><article><h1>Talks</h1>";
  for (int i = 0; i < 20; ++i) {
    html += "<p class=\"text\">" + paragraph(number + i) + "</p>";
  }
  return html + "</article></body></html>";
}

std::string archive() {
  std::string warc;
  for (int i = 0; i < records; ++i) {
    const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(i);
    warc += "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://h.example/" +
            std::to_string(i) + "\r\nContent-Type: application/http\r\nContent-Length: " +
            std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
  }
  return warc;
}

std::string feed() {
  std::string xml = "<rss><channel><title>Herald</title>";
  for (int i = 0; i < records; ++i) {
    xml += "<item><title>Talks</title><link>https://h.example/" + std::to_string(i) +
           "</link><description>&lt;p&gt;" + paragraph(i) + "&lt;/p&gt;</description></item>";
  }
  return xml + "</channel></rss>";
}

void read_all(benchmark::State& state, const std::string& bytes, SourceFormat format) {
  verbale::ReadOptions options;
  options.format = format;
  for (auto _ : state) {
    std::istringstream input(bytes);
    verbale::RecordReader reader({"-"}, options, input);
    std::vector<verbale::Refusal> refusals;
    while (const auto record = reader.next(refusals)) {
      benchmark::DoNotOptimize(parse_record(*record, options));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}

void count_lines(benchmark::State& state, const std::string& bytes) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(std::ranges::count(bytes, '\n'));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}

void key_of_text(benchmark::State& state, const std::string& text) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(verbale::near_duplicate_key(text));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

BENCHMARK_CAPTURE(count_lines, json_lines, json_lines());
BENCHMARK_CAPTURE(read_all, json_lines, json_lines(), SourceFormat::JsonLines);
BENCHMARK_CAPTURE(read_all, warc, archive(), SourceFormat::Warc);
BENCHMARK_CAPTURE(read_all, feed, feed(), SourceFormat::Feed);
BENCHMARK_CAPTURE(key_of_text, json_lines, json_lines());

}  // namespace
