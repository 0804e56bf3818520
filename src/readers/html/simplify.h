#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verbale/base/result.h"

namespace verbale::readers::html {

// HTML with only what reading an article needs, and what was taken out of it on the way.
struct SimpleMarkup {
  std::string html;
  std::vector<std::string> json_ld;       // The scripts of type application/ld+json.
  std::vector<std::string> script_dates;  // Dates of publication in other scripts, as written.
};

// Leaves out comments, scripts, styles, drawings, elements that only format (<b>, <font>), and
// attributes that nobody looks at. Text stays in its order.
//
// A parser of HTML pays for depth, for elements that are opened again in every paragraph, for
// attributes, and gumbo recurses. So what passes here nests at most 400 deep, whatever the page
// does: start tags beyond that are left out as well. The stack kept for it closes elements no
// later than the HTML standard does, so the bound holds in the tree. An error where a page has more
// than 400,000 tags.
Result<SimpleMarkup> simplify(std::string_view html);

// Attributes that pass.
bool is_kept_attribute(std::string_view name);

}  // namespace verbale::readers::html
