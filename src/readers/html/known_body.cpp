#include "readers/html/known_body.h"

#include <algorithm>

#include "readers/html/fragment.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t shortest_body = 500;
constexpr std::size_t compared_bytes = 40;

// Letters and digits alone; bytes beyond ASCII are none, because quotation marks and dashes differ
// between a page and its records.
std::string comparable(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) {
      result += lower(c);
    }
  }
  return result;
}

}  // namespace

KnownBody::KnownBody(std::string_view article_body) {
  text_ = article_body.find('<') == std::string_view::npos ? std::string(trim(article_body))
                                                           : fragment_text(article_body);
  if (text_.size() >= shortest_body) {
    comparable_ = comparable(text_);
  }
}

bool KnownBody::holds(std::string_view paragraph) const {
  const std::string start =
      comparable(paragraph.substr(0, 3 * compared_bytes)).substr(0, compared_bytes);
  return !start.empty() && comparable_.find(start) != std::string::npos;
}

std::vector<std::string> KnownBody::fitted(std::vector<std::string> paragraphs) const {
  std::size_t held_bytes = 0;
  std::size_t all_bytes = 0;
  std::size_t first = paragraphs.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    all_bytes += paragraphs[i].size();
    if (holds(paragraphs[i])) {
      held_bytes += paragraphs[i].size();
      first = std::min(first, i);
      last = i;
    }
  }
  if (2 * held_bytes < text_.size()) {
    return 4 * held_bytes < text_.size() ? std::vector<std::string>() : paragraphs;
  }
  if (2 * held_bytes < all_bytes) {
    return paragraphs;  // The records give a part only.
  }
  paragraphs.resize(last + 1);
  paragraphs.erase(paragraphs.begin(), paragraphs.begin() + static_cast<std::ptrdiff_t>(first));
  return paragraphs;
}

}  // namespace verbale::readers::html
