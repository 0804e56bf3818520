#include "readers/html/page_dates.h"

#include <algorithm>
#include <string>

#include "readers/dates.h"
#include "readers/html/marks.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

// How far after the headline, in nodes, a date still belongs to it.
constexpr std::size_t near_headline = 120;
constexpr std::size_t before_headline = 40;

constexpr std::string_view publication_marks[] = {
    " published ",    " entry date ",   " post date ",     " pubdate ",
    " publish date ", " article date ", " date published "};

constexpr std::string_view date_marks[] = {" date ",      " time ",    " published ", " posted ",
                                           " timestamp ", " pubdate ", " dateline ",  " byline ",
                                           " meta ",      " datum ",   " data ",      " fecha "};

constexpr std::string_view change_marks[] = {" updated ", " modified ", " update ", " lastmod "};

template <std::size_t count>
bool has_mark(const std::string& marks, const std::string_view (&wanted)[count]) {
  return std::ranges::any_of(
      wanted, [&marks](std::string_view mark) { return marks.find(mark) != std::string::npos; });
}

// No page was published on the day that computers count from.
std::optional<Date> believable(std::optional<Date> date) {
  return date == Date::of_day(1970, 1, 1) ? std::nullopt : date;
}

std::optional<Date> date_in_element(const Page& page, NodeIndex node) {
  const Node& element = page.nodes[node];
  for (const std::string_view name : {"content", "datetime"}) {
    if (const auto date = believable(read_date(element.attribute(name)))) {
      return date;
    }
  }
  const auto date = believable(read_date(text_of(page, node)));
  return date && date->precision() == DatePrecision::Day ? date : std::nullopt;
}

std::optional<Date> microdata_date(const Page& page) {
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    const std::string property = lower(page.nodes[i].attribute("itemprop"));
    if (property.find("datepublished") != std::string::npos) {
      return date_in_element(page, i);
    }
  }
  return std::nullopt;
}

std::optional<Date> marked_time(const Page& page) {
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    const Node& node = page.nodes[i];
    if (node.tag != Tag::Time) {
      continue;
    }
    const std::string marks = marks_of(node);
    if (node.has("pubdate") || has_mark(marks, publication_marks)) {
      return date_in_element(page, i);
    }
  }
  return std::nullopt;
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

std::optional<NodeIndex> headline_node(const Page& page) {
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag == Tag::H1) {
      return i;
    }
  }
  return std::nullopt;
}

// A date beside the headline; elements of changes are passed over.
std::optional<Date> date_near_headline(const Page& page) {
  const auto headline = headline_node(page);
  if (!headline) {
    return std::nullopt;
  }
  const NodeIndex begin = *headline > before_headline ? *headline - before_headline : 0;
  const NodeIndex end = std::min(page.nodes.size(), page.after(*headline) + near_headline);
  for (NodeIndex i = begin; i < end; ++i) {
    const Node& node = page.nodes[i];
    const std::string marks = marks_of(node);
    const bool dated = node.tag == Tag::Time || has_mark(marks, date_marks);
    if (node.tag == Tag::None || !dated || has_mark(marks, change_marks)) {
      continue;
    }
    if (const auto date = date_in_element(page, i)) {
      return date;
    }
  }
  return std::nullopt;
}

// A time in UTC may fall on another day than it had at the outlet, whose addresses keep that day.
Date on_local_day(Date date, std::optional<Date> in_address, std::string_view written) {
  const bool utc = written.ends_with('Z') || written.ends_with("+00:00") ||
                   written.ends_with("+0000") || written.ends_with("GMT");
  if (!utc || !in_address) {
    return date;
  }
  const auto apart = date.first_day() - in_address->first_day();
  return apart == std::chrono::days(1) || apart == std::chrono::days(-1) ? *in_address : date;
}

}  // namespace

std::optional<Date> find_published(const Page& page, const Metas& metas, std::string_view linked,
                                   std::string_view url) {
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
  const auto in_address = address_date(url);
  for (const std::string_view written : {linked, std::string_view(published)}) {
    if (const auto date = believable(read_date(written))) {
      return on_local_day(*date, in_address, written);
    }
  }
  for (const auto source : {microdata_date, marked_time}) {
    if (const auto date = source(page)) {
      return date;
    }
  }
  return in_address ? in_address : date_near_headline(page);
}

}  // namespace verbale::readers::html
