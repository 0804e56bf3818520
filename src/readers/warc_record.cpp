#include "readers/warc_record.h"

#include <string>
#include <utility>

#include "readers/feed_record.h"
#include "readers/html/declared_charset.h"
#include "readers/html_record.h"
#include "readers/http_message.h"
#include "readers/sniff.h"
#include "readers/text_record.h"

namespace verbale::readers {
namespace {

std::string of_context(const RawRecord& record, const char* name) {
  const auto found = record.context.find(name);
  return found == record.context.end() ? "" : found->second;
}

bool may_hold_page(const std::string& content_type) {
  return content_type.empty() || content_type.find("html") != std::string::npos ||
         content_type.find("xml") != std::string::npos ||
         content_type.find("rss") != std::string::npos;
}

ParsedRecord parse_page(RawRecord page, const ReadOptions& options) {
  page.format = sniff(std::string_view(page.bytes).substr(0, sniff_bytes), "");
  if (page.format == SourceFormat::Feed) {
    return parse_feed(page, options);
  }
  page.format = SourceFormat::Html;
  return parse_html(page, options);
}

}  // namespace

ParsedRecord parse_warc(const RawRecord& record, const ReadOptions& options) {
  const std::string url = of_context(record, "url");
  std::string content_type = of_context(record, "content-type");
  RawRecord page{SourceFormat::Html, record.bytes, record.where, {{"url", url}, {"id", url}}};
  if (of_context(record, "type") == "conversion") {
    page.format = SourceFormat::Text;
    return parse_text(page, options);
  }
  if (of_context(record, "type") == "response") {
    auto response = parse_http_response(record.bytes, options.max_record_bytes);
    if (!response) {
      return {{}, {{record.where, response.error().message}}};
    }
    if (response->status < 200 || response->status > 299) {
      return {};
    }
    content_type = response->content_type;
    page.bytes = std::move(response->body);
  }
  if (!may_hold_page(content_type) || page.bytes.empty()) {
    return {};
  }
  page.context["charset"] = html::charset_parameter(content_type);
  return parse_page(std::move(page), options);
}

}  // namespace verbale::readers
