#include "readers/html/markup_lexer.h"

#include <algorithm>

#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t most_attributes = 256;

}  // namespace

std::optional<MarkupPiece> MarkupLexer::next() {
  const std::size_t begin = at_;
  while (at_ < html_.size()) {
    at_ = std::min(html_.find('<', at_), html_.size());
    const char following = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    const bool comment = following == '!' || following == '?' ||
                         (following == '/' && at_ + 2 < html_.size() && !tag_begins_here());
    if (comment || tag_begins_here()) {
      break;
    }
    at_ = std::min(at_ + 1, html_.size());
  }
  if (at_ > begin) {
    return MarkupPiece{html_.substr(begin, at_ - begin), std::nullopt};
  }
  if (at_ == html_.size()) {
    return std::nullopt;
  }
  if (!tag_begins_here()) {
    skip_comment();
    return MarkupPiece{};
  }
  return MarkupPiece{{}, read_tag()};
}

bool MarkupLexer::tag_begins_here() const {
  const std::string_view rest = html_.substr(at_);
  if (rest.size() < 3) {
    return false;
  }
  return is_letter(rest[1]) || (rest[1] == '/' && is_letter(rest[2]));
}

// "-->" and "--!>" end a comment; what else begins with "<!", "<?" or "</" ends with ">".
void MarkupLexer::skip_comment() {
  if (!html_.substr(at_).starts_with("<!--")) {
    const std::size_t end = html_.find('>', at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 1;
    return;
  }
  for (std::size_t end = html_.find("--", at_ + 2); end != std::string_view::npos;
       end = html_.find("--", end + 1)) {
    const std::string_view rest = html_.substr(end + 2);
    if (rest.starts_with('>') || (rest.starts_with("!>") && end >= at_ + 4)) {
      at_ = end + (rest.front() == '>' ? 3 : 4);
      return;
    }
  }
  at_ = html_.size();
}

std::optional<std::string_view> MarkupLexer::raw_text(std::string_view name) {
  for (std::size_t at = html_.find("</", at_); at != std::string_view::npos;
       at = html_.find("</", at + 2)) {
    const std::string_view rest = html_.substr(at + 2);
    const bool ends =
        starts_ignoring_case(rest, name) && rest.size() > name.size() &&
        (is_space(rest[name.size()]) || rest[name.size()] == '/' || rest[name.size()] == '>');
    if (ends) {
      const std::string_view text = html_.substr(at_, at - at_);
      at_ = at;
      return text;
    }
  }
  return std::nullopt;
}

void MarkupLexer::skip_space() {
  while (at_ < html_.size() && is_space(html_[at_])) {
    ++at_;
  }
}

MarkupTag MarkupLexer::read_tag() {
  MarkupTag tag;
  ++at_;
  tag.closing = html_[at_] == '/';
  at_ += tag.closing ? 1 : 0;
  for (; at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>';
       ++at_) {
    tag.name += lower(html_[at_]);
  }
  while (at_ < html_.size() && html_[at_] != '>') {
    if (is_space(html_[at_]) || html_[at_] == '/') {
      ++at_;
      continue;
    }
    MarkupAttribute attribute = read_attribute();
    if (tag.attributes.size() < most_attributes) {
      tag.attributes.push_back(std::move(attribute));
    }
  }
  at_ = std::min(at_ + 1, html_.size());
  return tag;
}

MarkupAttribute MarkupLexer::read_attribute() {
  MarkupAttribute attribute;
  const std::size_t begin = at_;
  do {  // A "=" in front belongs to the name.
    attribute.name += lower(html_[at_++]);
  } while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>' &&
           html_[at_] != '=');
  std::size_t end = at_;
  skip_space();
  if (at_ < html_.size() && html_[at_] == '=') {
    ++at_;
    attribute.value = read_value();
    end = at_;
  }
  attribute.source = html_.substr(begin, end - begin);
  return attribute;
}

std::string_view MarkupLexer::read_value() {
  skip_space();
  if (at_ == html_.size() || html_[at_] == '>') {
    return {};
  }
  const char quote = html_[at_];
  if (quote == '"' || quote == '\'') {
    const std::size_t begin = ++at_;
    const std::size_t end = std::min(html_.find(quote, begin), html_.size());
    at_ = std::min(end + 1, html_.size());
    return html_.substr(begin, end - begin);
  }
  const std::size_t begin = at_;
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') {
    ++at_;
  }
  return html_.substr(begin, at_ - begin);
}

}  // namespace verbale::readers::html
