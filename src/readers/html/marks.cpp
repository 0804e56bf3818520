#include "readers/html/marks.h"

#include <algorithm>
#include <string_view>

#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::string_view named_by[] = {"class", "id", "data-testid", "data-component"};

// Whole words.
constexpr std::string_view clutter_words[] = {
    "ad",         "ads",          "addthis",       "adbox",       "advert",
    "aside",      "author",       "authors",       "banner",      "bio",
    "breadcrumb", "breadcrumbs",  "byline",        "bylines",     "caption",
    "captions",   "carousel",     "comment",       "comments",    "commenting",
    "community",  "contributor",  "copyright",     "credit",      "credits",
    "cta",        "dateline",     "disclaimer",    "disclosure",  "disqus",
    "email",      "facebook",     "favorite",      "fb",          "feedback",
    "follow",     "footer",       "footnote",      "gallery",     "hidden",
    "icon",       "infobox",      "kicker",        "license",     "livefyre",
    "login",      "masthead",     "menu",          "meta",        "metadata",
    "modal",      "more",         "mpu",           "nav",         "navbar",
    "navigation", "newsletter",   "newsletters",   "next",        "noprint",
    "nocontent",  "notification", "outbrain",      "overlay",     "pagination",
    "pager",      "paywall",      "pinterest",     "player",      "playlist",
    "poll",       "popular",      "popup",         "postmeta",    "posted",
    "previous",   "print",        "privacy",       "profile",     "promo",
    "promos",     "promotion",    "pullquote",     "rail",        "rating",
    "readmore",   "recirc",       "recirculation", "recommended", "recommendations",
    "reactions",  "register",     "registration",  "related",     "replies",
    "reply",      "respond",      "rss",           "search",      "share",
    "shares",     "sharing",      "shareaholic",   "sharedaddy",  "shop",
    "sidebar",    "signup",       "slideshow",     "social",      "sociable",
    "sponsor",    "sponsored",    "sponsors",      "subscribe",   "subscription",
    "survey",     "taboola",      "tag",           "tags",        "taglist",
    "teaser",     "teasers",      "thumbnail",     "thumb",       "timestamp",
    "toc",        "toolbar",      "tools",         "trending",    "upsell",
    "viral",      "vcard",        "video",         "votes",       "whatsapp",
    "widget",     "widgets",      "yarpp",         "zergnet",
};

// Beginnings of words written together: "relatedposts", "newsletterbox".
constexpr std::string_view clutter_beginnings[] = {
    "related",   "newsletter",  "sidebar",  "footer",    "breadcrumb", "comment-",    "socialshare",
    "recommend", "taboola",     "outbrain", "sponsor",   "advert",     "cookie",      "subscri",
    "promo",     "sharebar",    "sharing",  "sharetool", "mostread",   "mostpopular", "popular",
    "trending",  "nextarticle", "readnext", "seealso",   "disqus",     "pagination",  "paginat",
};

constexpr std::string_view body_phrases[] = {
    " article body ",  " articlebody ",       " article content ", " article text ",
    " story body ",    " storybody ",         " story content ",   " story text ",
    " entry content ", " entry body ",        " post content ",    " post body ",
    " body content ",  " article copy ",      " body copy ",       " body text ",
    " article main ",  " article detail ",    " artikel text ",    " texto noticia ",
    " news text ",     " news content ",      " content article ", " main article ",
    " article story ", " article page body ", " page content ",    " single content ",
    " paragraphs ",    " rich text ",         " article inner ",   " articletext ",
};

template <std::size_t count>
bool is_one_of(std::string_view word, const std::string_view (&words)[count]) {
  return std::ranges::find(words, word) != std::end(words);
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_clutter_word(std::string_view word) {
  return is_one_of(word, clutter_words) ||
         std::ranges::any_of(clutter_beginnings, [word](std::string_view beginning) {
           return word.starts_with(beginning);
         });
}

void end_word(std::string& marks) {
  if (marks.back() != ' ') {
    marks += ' ';
  }
}

void add_words(std::string_view written, std::string& marks) {
  char before = ' ';
  for (const char c : written) {
    const bool letter = is_letter(c) || is_digit(c);
    const bool new_word = is_upper(c) && is_letter(before) && !is_upper(before);
    if (!letter || new_word) {
      end_word(marks);
    }
    if (letter) {
      marks += lower(c);
    }
    before = c;
  }
  end_word(marks);
}

}  // namespace

std::string marks_of(const Node& node) {
  std::string marks = " ";
  for (const std::string_view name : named_by) {
    add_words(node.attribute(name), marks);
  }
  return marks;
}

bool is_marked_as_clutter(const std::string& marks) {
  std::string_view rest = trim(marks);
  while (!rest.empty()) {
    const std::size_t end = rest.find(' ');
    if (is_clutter_word(rest.substr(0, end))) {
      return true;
    }
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return false;
}

bool is_marked_as_comments(const std::string& marks) {
  return marks.find(" comments ") != std::string::npos ||
         marks.find(" disqus ") != std::string::npos;
}

bool is_marked_as_body(const Node& node, const std::string& marks) {
  if (lower(node.attribute("itemprop")).find("articlebody") != std::string::npos) {
    return true;
  }
  return std::ranges::any_of(body_phrases, [&marks](std::string_view phrase) {
    return marks.find(phrase) != std::string::npos;
  });
}

bool is_hidden(const Node& node) {
  const std::string style = lower(node.attribute("style"));
  return node.has("hidden") || style.find("display:none") != std::string::npos ||
         style.find("display: none") != std::string::npos;
}

}  // namespace verbale::readers::html
