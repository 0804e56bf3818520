#include "readers/html/page_dates.h"

#include <algorithm>
#include <set>
#include <string>

#include "readers/dates.h"
#include "readers/html/dated_line.h"
#include "readers/html/headline_date.h"
#include "readers/html/marks.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::string_view publication_marks[] = {
    " published ",    " entry date ",   " post date ",     " pubdate ",
    " publish date ", " article date ", " date published "};

// No page was published on the day that computers count from.
std::optional<Date> believable(std::optional<Date> date) {
  return date == Date::of_day(1970, 1, 1) ? std::nullopt : date;
}

// The nearest element around a node that describes a thing, or the document.
NodeIndex thing_around(const Page& page, NodeIndex node) {
  while (node != 0 && !page.nodes[node].has("itemscope")) {
    node = page.nodes[node].parent;
  }
  return node;
}

// The things that hold an <h1>.
std::set<NodeIndex> things_with_headline(const Page& page) {
  std::set<NodeIndex> things;
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    NodeIndex thing = page.nodes[i].tag == Tag::H1 ? thing_around(page, i) : 0;
    while (thing != 0 && things.insert(thing).second) {
      thing = thing_around(page, page.nodes[thing].parent);
    }
  }
  return things;
}

// Of several things with different dates the one that holds the headline.
std::optional<Date> microdata_date(const OwnPage& own) {
  const std::set<NodeIndex> headlined = things_with_headline(own.page);
  std::optional<Date> first;
  bool differ = false;
  for (const NodeIndex i : own.own) {
    const std::string property = lower(own.page.nodes[i].attribute("itemprop"));
    if (property.find("datepublished") == std::string::npos) {
      continue;
    }
    const auto date = believable(date_in_element(own, i));
    if (date && headlined.contains(thing_around(own.page, i))) {
      return date;
    }
    differ = differ || (first && date && *date != *first);
    first = first ? first : date;
  }
  return differ ? std::nullopt : first;
}

bool is_marked_as_publication(const Node& node) {
  if (node.tag != Tag::Time && node.tag != Tag::Abbr) {
    return false;
  }
  const std::string marks = marks_of(node);
  return node.has("pubdate") ||
         std::ranges::any_of(publication_marks, [&marks](std::string_view mark) {
           return marks.find(mark) != std::string::npos;
         });
}

std::optional<Date> marked_time(const OwnPage& own) {
  for (const NodeIndex i : own.own) {
    if (is_marked_as_publication(own.page.nodes[i])) {
      return believable(date_in_element(own, i));
    }
  }
  return std::nullopt;
}

// Scripts may hold the records of other articles too: they count where all say the same day.
std::optional<Date> script_date(const Page& page) {
  std::optional<Date> agreed;
  for (const std::string& written : page.script_dates) {
    const auto date = believable(read_date(written));
    if (date && agreed && *agreed != *date) {
      return std::nullopt;
    }
    agreed = date ? date : agreed;
  }
  return agreed;
}

bool digits_at(std::string_view text, std::size_t at, std::size_t count) {
  return at + count <= text.size() &&
         std::ranges::all_of(text.substr(at, count), [](char c) { return is_digit(c); });
}

// The part of an address from `at` on as a date: "2024/07/11/", "2024-07-11-talks", "2024/jul/11/",
// "20240711/".
std::optional<Date> date_at(std::string_view part) {
  if (digits_at(part, 0, 8) && !digits_at(part, 8, 1)) {
    return read_date(part.substr(0, 8));
  }
  if (!digits_at(part, 0, 4) || part.size() < 8 || is_digit(part[4]) || is_letter(part[4])) {
    return std::nullopt;
  }
  const char separator = part[4];
  const std::size_t month_end = part.find(separator, 5);
  const std::size_t day_end =
      std::min(part.find_first_not_of("0123456789", month_end + 1), part.size());
  if (month_end == std::string_view::npos || day_end <= month_end + 1 || day_end > month_end + 3) {
    return std::nullopt;
  }
  const std::string year(part.substr(0, 4));
  const std::string month(part.substr(5, month_end - 5));
  const std::string day(part.substr(month_end + 1, day_end - month_end - 1));
  return is_digit(month.front()) ? read_date(year + "/" + month + "/" + day)
                                 : read_date(day + " " + month + " " + year);
}

std::optional<Date> address_date(std::string_view url) {
  for (std::size_t at = url.find_first_of("/-_", 8); at != std::string_view::npos;
       at = url.find_first_of("/-_", at + 1)) {
    const auto date = date_at(url.substr(at + 1));
    if (date && date->precision() == DatePrecision::Day) {
      return date;
    }
  }
  return std::nullopt;
}

// A time in UTC may fall on another day than it had at the outlet, whose pages and addresses keep
// that day.
Date on_local_day(Date date, std::string_view written, const OwnPage& own, const DateHints& hints) {
  if (!is_utc(written) || date.precision() != DatePrecision::Day) {
    return date;
  }
  const auto seen = date_near_headline(own, hints.title);
  for (const auto& local : {seen, address_date(hints.url)}) {
    if (local && may_be_same_time(date, *local, written)) {
      return *local;
    }
  }
  return date;
}

}  // namespace

std::optional<Date> find_published(const OwnPage& own, const Metas& metas, const DateHints& hints) {
  const std::string published = metas.first({"article:published_time",
                                             "article:published",
                                             "og:article:published_time",
                                             "og:published_time",
                                             "og:pubdate",
                                             "datepublished",
                                             "publish-date",
                                             "publishdate",
                                             "pubdate",
                                             "publication_date",
                                             "publication-date",
                                             "date.issued",
                                             "parsely-pub-date",
                                             "sailthru.date",
                                             "rnews:datepublished",
                                             "cxenseparse:recs:publishtime",
                                             "article.published",
                                             "article_date_original",
                                             "bt:pubdate",
                                             "ptime",
                                             "dc.date.issued",
                                             "dcterms.issued",
                                             "dcterms.created",
                                             "dc.date",
                                             "dcterms.date",
                                             "dc.date.created",
                                             "citation_publication_date",
                                             "article:post_date",
                                             "originalpublicationdate",
                                             "date"});
  for (const std::string& written : {hints.linked, published, hints.linked_page}) {
    if (const auto date = believable(read_date(written, own.order))) {
      return on_local_day(*date, written, own, hints);
    }
  }
  for (const auto source : {microdata_date, marked_time}) {
    if (const auto date = source(own)) {
      return date;
    }
  }
  if (const auto date = address_date(hints.url)) {
    return date;
  }
  const auto seen = believable(date_near_headline(own, hints.title));
  return seen ? seen : script_date(own.page);
}

}  // namespace verbale::readers::html
