#include "readers/html/page_dates.h"

#include <algorithm>
#include <string>

#include "readers/dates.h"
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

std::optional<Date> microdata_date(const Page& page) {
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    const std::string property = lower(page.nodes[i].attribute("itemprop"));
    if (property.find("datepublished") != std::string::npos) {
      return believable(date_in_element(page, i));
    }
  }
  return std::nullopt;
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

std::optional<Date> marked_time(const Page& page) {
  for (NodeIndex i = 0; i < page.nodes.size(); ++i) {
    if (is_marked_as_publication(page.nodes[i])) {
      return believable(date_in_element(page, i));
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

// The hour of "2024-07-12T03:30:00Z".
int hour_of(std::string_view written) {
  const std::size_t colon = written.find(':');
  return colon != std::string_view::npos && colon >= 2 && digits_at(written, colon - 2, 2)
             ? (written[colon - 2] - '0') * 10 + (written[colon - 1] - '0')
             : 0;
}

// Whether a time of `date` in UTC can be a time of `local` somewhere on the earth.
bool may_be_same_time(const Date& date, const Date& local, int hour) {
  const auto apart = local.first_day() - date.first_day();
  return (apart == std::chrono::days(-1) && hour < 12) ||
         (apart == std::chrono::days(1) && hour >= 10);
}

// A time in UTC may fall on another day than it had at the outlet, whose addresses and pages keep
// that day.
Date on_local_day(Date date, std::string_view written, const Page& page, const DateHints& hints) {
  const bool utc = written.ends_with('Z') || written.ends_with("+00:00") ||
                   written.ends_with("+0000") || written.ends_with("GMT");
  if (!utc || date.precision() != DatePrecision::Day) {
    return date;
  }
  const auto in_address = address_date(hints.url);
  const auto local = in_address ? in_address : date_near_headline(page, hints.title);
  return local && may_be_same_time(date, *local, hour_of(written)) ? *local : date;
}

}  // namespace

std::optional<Date> find_published(const Page& page, const Metas& metas, const DateHints& hints) {
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
  for (const std::string& written : {hints.linked, published}) {
    if (const auto date = believable(read_date(written))) {
      return on_local_day(*date, written, page, hints);
    }
  }
  for (const auto source : {microdata_date, marked_time}) {
    if (const auto date = source(page)) {
      return date;
    }
  }
  if (const auto date = address_date(hints.url)) {
    return date;
  }
  const auto in_script = script_date(page);
  return in_script ? in_script : believable(date_near_headline(page, hints.title));
}

}  // namespace verbale::readers::html
