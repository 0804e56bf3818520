#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "readers/brotli.h"
#include "readers/gzip.h"
#include "readers/printed.h"

namespace verbale {
namespace {

std::string page(const std::string& title) {
  std::string html = "<html><head><title>" + title + "</title></head><body>";
  for (int i = 0; i < 3; ++i) {
    html +=
        "<p>The ministers met on the bridge between their countries, and they spoke for a "
        "whole hour.</p>";
  }
  return html + "</body></html>";
}

std::string response(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

std::string record(const std::string& type, const std::string& url, const std::string& block,
                   const std::string& content = "application/http;msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nContent-Type: " + content + "\r\nContent-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

std::string html_response(const std::string& url, const std::string& title) {
  return record("response", url, response("Content-Type: text/html\r\n", page(title)));
}

// The titles of all articles, and refusals.
std::string read(const std::string& archive, ReadOptions options = {}) {
  std::istringstream input(archive);
  RecordReader reader({"-"}, options, input);
  std::vector<Refusal> refusals;
  std::string lines;
  while (const auto raw = reader.next(refusals)) {
    const ParsedRecord parsed = parse_record(*raw, options);
    for (const Article& article : parsed.articles) {
      lines += article.id.value + " " + article.title + "\n";
    }
    refusals.insert(refusals.end(), parsed.refusals.begin(), parsed.refusals.end());
  }
  for (const Refusal& refusal : refusals) {
    lines += "refused " + refusal.where + ": " + refusal.reason + "\n";
  }
  return lines;
}

const std::string one = html_response("https://h.example/1", "One");
const std::string two = html_response("https://h.example/2", "Two");

TEST(Warc, PagesAreReadAndOtherRecordsPassedOver) {
  const std::string request = record("request", "https://h.example/1", "GET / HTTP/1.1\r\n\r\n");
  const std::string image =
      record("response", "https://h.example/i", response("Content-Type: image/png\r\n", "PNG"));
  const std::string gone =
      record("response", "https://h.example/g", "HTTP/1.1 404 Not Found\r\n\r\n" + page("Gone"));

  EXPECT_EQ(read(record("warcinfo", "", "x: y", "application/warc-fields") + one + request + image +
                 gone + two),
            "https://h.example/1 One\nhttps://h.example/2 Two\n");
}

TEST(Warc, MembersOfGzipAreNamedByTheirOffset) {
  const std::string first = gzip(one);
  const std::string empty = gzip(record("response", "https://h.example/e",
                                        response("Content-Type: text/html\r\n", "<p>x</p>")));

  EXPECT_EQ(read(first + empty + gzip(two)),
            "https://h.example/1 One\nhttps://h.example/2 Two\nrefused -@" +
                std::to_string(first.size()) + ": is a page without an article\n");
}

TEST(Warc, ADamagedMemberIsRefusedAndReadingGoesOn) {
  const std::string first = gzip(one);
  std::string damaged = gzip(two);
  for (std::size_t i = damaged.size() / 2; i < damaged.size(); ++i) {
    damaged[i] = 'x';
  }

  const std::string got =
      read(first + damaged + gzip(html_response("https://h.example/3", "Three")));

  EXPECT_TRUE(got.starts_with("https://h.example/1 One\nhttps://h.example/3 Three\nrefused -@" +
                              std::to_string(first.size()) + ": "))
      << got;
}

TEST(Warc, DamageBetweenRecordsIsNamedOnce) {
  EXPECT_EQ(read(one + "noise and more noise\r\n" + two),
            "https://h.example/1 One\nhttps://h.example/2 Two\nrefused -@" +
                std::to_string(one.size()) + ": is no record\n");
}

TEST(Warc, ARecordWithoutLengthIsRefused) {
  const std::string broken = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n";

  EXPECT_EQ(read(broken + two), "https://h.example/2 Two\nrefused -@0: has no Content-Length\n");
}

TEST(Warc, EveryCutEndsWithTheRecordsBefore) {
  const std::string archive = one + two;
  for (std::size_t size = one.size() + 10; size < archive.size() - 4; ++size) {
    const std::string got = read(archive.substr(0, size));
    EXPECT_TRUE(got.starts_with("https://h.example/1 One\nrefused -@")) << got;
  }
}

TEST(Warc, ARecordBeyondTheLimitIsSkipped) {
  ReadOptions options;
  options.max_record_bytes = 1u << 20;
  const std::string large =
      record("response", "https://h.example/l",
             response("Content-Type: text/html\r\n", std::string(2u << 20, 'x')));

  EXPECT_EQ(read(large + two, options),
            "https://h.example/2 Two\nrefused -@0: is larger than the limit of 1 MiB\n");
}

std::string chunked(const std::string& body) {
  std::ostringstream out;
  for (std::size_t at = 0; at < body.size(); at += 100) {
    const std::string chunk = body.substr(at, 100);
    out << std::hex << chunk.size() << ";x=y\r\n" << chunk << "\r\n";
  }
  out << "0\r\n\r\n";
  return out.str();
}

TEST(Warc, BodiesAreDecoded) {
  const std::string body = page("One");
  const std::string headers[][2] = {
      {"Transfer-Encoding: chunked\r\n", chunked(body)},
      {"Transfer-Encoding: chunked\r\n", body},
      {"Content-Encoding: gzip\r\n", gzip(body)},
      {"Content-Encoding: gzip\r\n", body},
      {"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", chunked(gzip(body))},
      {"Content-Encoding: deflate\r\n", gzip(body).substr(10)},
      {"Content-Encoding: br\r\n", brotli(body)},
      {"Content-Encoding: br\r\n", body},
      {"Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n", chunked(brotli(body))},
  };
  for (const auto& [header, encoded] : headers) {
    EXPECT_EQ(read(record("response", "https://h.example/1",
                          response("Content-Type: text/html\r\n" + header, encoded))),
              "https://h.example/1 One\n")
        << header;
  }
}

TEST(Warc, ABodyThatExpandsTooFarIsRefused) {
  ReadOptions options;
  options.max_record_bytes = 1u << 20;
  const std::string bomb = gzip(std::string(8u << 20, 'x'));

  EXPECT_EQ(
      read(record("response", "https://h.example/1", response("Content-Encoding: gzip\r\n", bomb)),
           options),
      "refused -@0: expands to more than 1 MiB\n");
  EXPECT_EQ(read(record("response", "https://h.example/1",
                        response("Content-Encoding: br\r\n", brotli(std::string(8u << 20, 'x')))),
                 options),
            "refused -@0: expands to more than 1 MiB\n");
  EXPECT_EQ(read(record("response", "https://h.example/1",
                        response("Content-Encoding: br\r\n", "\xFF\xFF"))),
            "refused -@0: has a body whose compression is damaged\n");
  EXPECT_EQ(
      read(record("response", "https://h.example/1", response("Content-Encoding: zstd\r\n", "x"))),
      "refused -@0: is compressed as \"zstd\", which is not read\n");
}

TEST(Warc, AnAddressIsMadeValidText) {
  EXPECT_EQ(read(html_response(std::string("https://h.example/\xFF\0x", 21), "One")),
            "https://h.example/\uFFFD\uFFFDx One\n");
}

TEST(Warc, TheHeadersCharsetCounts) {
  const std::string latin =
      record("response", "https://h.example/1",
             response("Content-Type: text/html; charset=ISO-8859-1\r\n", page("Caf\xE9")));

  EXPECT_EQ(read(latin), "https://h.example/1 Café\n");
}

}  // namespace
}  // namespace verbale
