#include "readers/html/headline_date.h"

#include <algorithm>
#include <string>

#include "readers/dates.h"
#include "readers/html/marks.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

// How far from the headline, in nodes, a date still belongs to it.
constexpr std::size_t after_headline = 120;
constexpr std::size_t before_headline = 40;
constexpr std::size_t shortest_title = 10;
constexpr std::size_t longest_dated_line = 80;

constexpr std::string_view date_marks[] = {" date ",      " time ",    " published ", " posted ",
                                           " timestamp ", " pubdate ", " dateline ",  " byline ",
                                           " meta ",      " datum ",   " data ",      " fecha "};

constexpr std::string_view change_marks[] = {" updated ", " modified ", " update ", " lastmod "};

constexpr std::string_view change_words[] = {
    "updat",       "modif",     "stated on", "aktualisiert", "mis \xC3\xA0 jour",
    "actualizado", "atualizado"};

template <std::size_t count>
bool holds_one_of(const std::string& text, const std::string_view (&wanted)[count]) {
  return std::ranges::any_of(
      wanted, [&text](std::string_view mark) { return text.find(mark) != std::string::npos; });
}

std::optional<NodeIndex> headline_node(const Page& page, std::string_view title) {
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag == Tag::H1) {
      return i;
    }
  }
  bool in_body = false;
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    in_body = in_body || page.nodes[i].tag == Tag::Body;
    if (in_body && title.size() >= shortest_title && one_line(page.nodes[i].text) == title) {
      return page.nodes[i].parent;
    }
  }
  return std::nullopt;
}

bool is_dated_line(const Page& page, NodeIndex node) {
  if (!is_block(page.nodes[node].tag)) {
    return false;
  }
  const std::string text = lower(text_of(page, node));
  return text.size() <= longest_dated_line && !holds_one_of(text, change_words);
}

std::optional<Date> day_of(std::string_view written) {
  const auto date = read_date(written);
  return date && date->precision() == DatePrecision::Day ? date : std::nullopt;
}

}  // namespace

std::optional<Date> date_in_element(const Page& page, NodeIndex node) {
  const Node& element = page.nodes[node];
  for (const std::string_view name : {"content", "datetime", "title"}) {
    if (const auto date = day_of(element.attribute(name))) {
      return date;
    }
  }
  return day_of(text_of(page, node));
}

std::optional<Date> date_near_headline(const Page& page, std::string_view title) {
  const auto headline = headline_node(page, title);
  if (!headline) {
    return std::nullopt;
  }
  const NodeIndex begin = *headline > before_headline ? *headline - before_headline : 0;
  const NodeIndex end = std::min(page.nodes.size(), page.after(*headline) + after_headline);
  for (NodeIndex i = begin; i < end; ++i) {
    const Node& node = page.nodes[i];
    if (node.tag == Tag::None) {
      continue;
    }
    const std::string marks = marks_of(node);
    const bool dated = node.tag == Tag::Time || holds_one_of(marks, date_marks);
    if (holds_one_of(marks, change_marks) || (!dated && !is_dated_line(page, i))) {
      continue;
    }
    if (const auto date = date_in_element(page, i)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace verbale::readers::html
