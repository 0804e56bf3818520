#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verbale::readers::html {

// The text of an article that a page's linked records give: right in its words, but often without
// paragraphs, cut short, or with markup in it. It judges what was found in the page.
class KnownBody {
 public:
  explicit KnownBody(std::string_view article_body);

  // Too short to judge by.
  bool empty() const { return comparable_.empty(); }

  // Whether it holds the beginning of this paragraph.
  bool holds(std::string_view paragraph) const;

  // The paragraphs without those before the first and behind the last one that it holds; all of
  // them where it holds too few of them to judge by, or none where they are another text.
  std::vector<std::string> fitted(std::vector<std::string> paragraphs) const;

  // Its own paragraphs.
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::string comparable_;
};

}  // namespace verbale::readers::html
