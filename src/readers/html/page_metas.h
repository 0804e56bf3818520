#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/page.h"

namespace verbale::readers::html {

// The <meta> elements of a page by name, property, itemprop or http-equiv, in lower case. Below
// <body>, an itemprop is of the thing around it and not of the page: not here.
class Metas {
 public:
  explicit Metas(const Page& page);

  // The content of the first of `names` that the page has and that is not empty; on one line.
  std::string first(std::initializer_list<std::string_view> names) const;

  // The contents of all of one name, in page order.
  std::vector<std::string> all(std::string_view name) const;

 private:
  void add(const Node& meta, bool in_body);

  std::multimap<std::string, std::string, std::less<>> contents_;
};

// What <html lang> or a <meta> says.
std::string page_language(const Page& page);

}  // namespace verbale::readers::html
