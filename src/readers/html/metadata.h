#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/page.h"
#include "verbale/model/date.h"

namespace verbale::readers::html {

// What a page says about its article. Empty where it says nothing.
struct Metadata {
  std::string url;
  std::string title;
  std::string outlet;
  std::vector<std::string> authors;
  std::optional<Date> published;
  std::string language;
  std::string description;
  bool says_article = false;  // A linked record of it, or OpenGraph's type.
  std::string article_body;
};

// Reads it from linked records (JSON-LD), OpenGraph and other <meta>, microdata, <time>, links and
// the headline, in the order of docs/readers.md. `page_url` is where the page was fetched from, or
// empty. The date is the day of publication: never that of a change, of another article on the page
// or of the crawl.
Metadata read_metadata(const Page& page, std::string_view page_url);

}  // namespace verbale::readers::html
