#include "readers/html/headline_date.h"

#include <algorithm>
#include <string>
#include <vector>

#include "readers/html/dated_line.h"
#include "readers/html/marks.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

// How far from the headline, in nodes, a date still belongs to it, and how far up it shares an
// element with one that stands before it.
constexpr std::size_t after_headline = 120;
constexpr std::size_t before_headline = 40;
constexpr int levels_above = 3;
constexpr std::size_t shortest_title = 10;
constexpr std::size_t longest_dated_line = 80;
constexpr std::size_t longest_lead = 60;

constexpr std::string_view date_marks[] = {" date ",      " time ",    " published ", " posted ",
                                           " timestamp ", " pubdate ", " dateline ",  " byline ",
                                           " meta ",      " datum ",   " data ",      " fecha "};

// A page that never changed has one <time class="published updated">.
constexpr std::string_view publication_marks[] = {" published ", " entry date "};

constexpr std::string_view change_marks[] = {" updated ", " modified ", " update ", " lastmod "};

template <std::size_t count>
bool holds_one_of(const std::string& text, const std::string_view (&wanted)[count]) {
  return std::ranges::any_of(
      wanted, [&text](std::string_view mark) { return text.find(mark) != std::string::npos; });
}

// The <h1> that says the title, or else the first one, or else the element that says it.
std::optional<NodeIndex> headline_node(const Page& page, std::string_view title) {
  const std::string wanted = comparable(title);
  std::optional<NodeIndex> first;
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag != Tag::H1) {
      continue;
    }
    if (!wanted.empty() && comparable(text_of(page, i)) == wanted) {
      return i;
    }
    first = first ? first : i;
  }
  if (first) {
    return first;
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

// Where what belongs to the headline begins: the day in a page's masthead does not.
NodeIndex begin_of_surroundings(const Page& page, NodeIndex headline) {
  NodeIndex around = headline;
  for (int level = 0; level < levels_above; ++level) {
    const NodeIndex parent = page.nodes[around].parent;
    const Tag tag = page.nodes[parent].tag;
    if (parent == 0 || tag == Tag::Body || tag == Tag::Html) {
      break;
    }
    around = parent;
  }
  return std::max(around, headline > before_headline ? headline - before_headline : 0);
}

// What its parent says in front of an element: "Last updated " of "Last updated <time>".
std::string lead_of(const Page& page, NodeIndex node) {
  std::string lead;
  const NodeIndex near = node > before_headline ? node - before_headline : 0;
  for (NodeIndex i = std::max(page.nodes[node].parent, near); i < node; ++i) {
    if (page.nodes[i].is_text()) {
      lead += page.nodes[i].text;
    }
  }
  return lead.size() > longest_lead ? lead.substr(lead.size() - longest_lead) : lead;
}

std::optional<Date> date_of(const OwnPage& own, NodeIndex i) {
  const Node& node = own.page.nodes[i];
  const std::string marks = marks_of(node);
  if (holds_one_of(marks, change_marks) && !holds_one_of(marks, publication_marks)) {
    return std::nullopt;
  }
  if (node.tag == Tag::Time || holds_one_of(marks, date_marks)) {
    return ends_in_change(lead_of(own.page, i)) ? std::nullopt : date_in_element(own, i);
  }
  const std::string line =
      is_block(node.tag) && may_be_line(own.page, i) ? text_of(own.page, i) : "";
  return line.size() <= longest_dated_line && is_dated_line(line) ? date_in_line(line, own.order)
                                                                  : std::nullopt;
}

std::optional<Date> day_of(std::optional<Date> date) {
  return date && date->precision() == DatePrecision::Day ? date : std::nullopt;
}

}  // namespace

std::optional<Date> date_in_element(const OwnPage& own, NodeIndex node) {
  const Node& element = own.page.nodes[node];
  const std::string text = may_be_line(own.page, node) ? text_of(own.page, node) : "";
  const auto seen = date_in_line(text, own.order);
  for (const std::string_view name : {"content", "datetime", "title"}) {
    const std::string_view written = element.attribute(name);
    const auto date = day_of(read_date(written, own.order));
    if (date) {
      const bool local_day = seen && is_utc(written) && may_be_same_time(*date, *seen, written);
      return local_day ? seen : date;
    }
  }
  return seen;
}

std::optional<Date> date_near_headline(const OwnPage& own, std::string_view title) {
  const Page& page = own.page;
  const auto headline = headline_node(page, title);
  if (!headline) {
    return std::nullopt;
  }
  const NodeIndex begin = begin_of_surroundings(page, *headline);
  const NodeIndex end = std::min(page.nodes.size(), page.after(*headline) + after_headline);
  std::optional<Date> before;
  for (const NodeIndex i : own.own) {
    if (i < begin || i >= end || page.inside(*headline, i) || page.inside(i, *headline)) {
      continue;
    }
    const auto date = date_of(own, i);
    if (date && i > *headline) {
      return date;
    }
    before = before ? before : date;
  }
  return before;
}

}  // namespace verbale::readers::html
