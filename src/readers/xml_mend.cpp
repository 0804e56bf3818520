#include "readers/xml_mend.h"

#include <algorithm>

#include "readers/words.h"

namespace verbale::readers {
namespace {

constexpr std::string_view cdata_begin = "<![CDATA[";
constexpr std::string_view doctype_begin = "<!DOCTYPE";
constexpr std::string_view own_references[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"};

// Where a document type that begins at 0 ends: at the ">" outside of quotes and brackets.
std::size_t end_of_doctype(std::string_view xml) {
  int depth = 0;
  for (std::size_t at = 0; at < xml.size(); ++at) {
    const char c = xml[at];
    if (c == '"' || c == '\'') {
      at = std::min(xml.find(c, at + 1), xml.size() - 1);
    } else if (c == '[') {
      ++depth;
    } else if (c == ']') {
      --depth;
    } else if (c == '>' && depth <= 0) {
      return at + 1;
    }
  }
  return xml.size();
}

bool begins_reference(std::string_view xml) {
  return std::ranges::any_of(
      own_references, [xml](std::string_view reference) { return xml.starts_with(reference); });
}

}  // namespace

std::string mend_xml(std::string_view xml) {
  xml.remove_prefix(std::min(xml.find('<'), xml.size()));
  std::string mended;
  mended.reserve(xml.size());
  while (!xml.empty()) {
    if (xml.starts_with(cdata_begin)) {
      const std::size_t end = std::min(xml.find("]]>"), xml.size());
      mended += xml.substr(0, end);
      xml.remove_prefix(end);
    } else if (xml.starts_with("<!--") && xml.find("-->", 4) != std::string_view::npos) {
      xml.remove_prefix(xml.find("-->", 4) + 3);
    } else if (starts_ignoring_case(xml, doctype_begin)) {
      xml.remove_prefix(end_of_doctype(xml));
    } else {
      const char c = xml.front();
      mended += c == '&' && !begins_reference(xml) ? "&amp;" : std::string(1, c);
      xml.remove_prefix(1);
    }
  }
  std::ranges::replace_if(
      mended, [](char c) { return static_cast<unsigned char>(c) < 0x20 && !is_space(c); }, ' ');
  return mended;
}

}  // namespace verbale::readers
