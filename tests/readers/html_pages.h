#pragma once

#include <map>
#include <string>
#include <utility>

#include "verbale/readers/reader.h"

namespace verbale {

// Pages for tests: what surrounds an article of three paragraphs.
inline ParsedRecord parse(const std::string& html,
                          std::map<std::string, std::string> context = {}) {
  context.emplace("id", "page.html");
  return parse_record({SourceFormat::Html, html, "page.html", std::move(context)}, {});
}

inline const std::string paragraphs =
    "<p>The ministers of Orvania and Lutha met on the bridge between their countries, as they had "
    "promised, and spoke for an hour.</p>"
    "<p>\"We have found a way, and we shall go it together,\" the minister of Orvania said after "
    "the talks, holding the map.</p>"
    "<p>Nobody had expected it, and the markets of both capitals closed higher, traders told this "
    "newspaper on the evening.</p>";

inline std::string page_with(const std::string& head, const std::string& before = "") {
  return "<!DOCTYPE html><html><head>" + head + "</head><body>" + before + "<article>" +
         paragraphs + "</article></body></html>";
}

}  // namespace verbale
