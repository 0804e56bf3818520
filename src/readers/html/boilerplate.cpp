#include "readers/html/boilerplate.h"

#include <algorithm>

#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t longest_boilerplate = 300;
constexpr std::size_t longest_label = 60;

constexpr std::string_view beginnings[] = {
    "(reporting by",
    "(editing by",
    "reporting by ",
    "editing by ",
    "additional reporting by ",
    "(additional reporting by",
    "read more:",
    "read more at ",
    "read also:",
    "also read:",
    "read next:",
    "read the full ",
    "see also:",
    "related:",
    "related coverage",
    "related articles",
    "related stories",
    "more from ",
    "you may also like",
    "you might also like",
    "recommended for you",
    "sign up for ",
    "sign up to ",
    "sign up here",
    "subscribe to ",
    "subscribe now",
    "subscribe here",
    "get the latest ",
    "follow us on ",
    "follow us:",
    "follow him on ",
    "follow her on ",
    "follow them on ",
    "follow me on ",
    "like us on ",
    "join the conversation",
    "join our ",
    "click here ",
    "download our ",
    "download the app",
    "share this ",
    "have a tip",
    "got a tip",
    "don't miss:",
    "don’t miss:",
    "photo credit",
    "image credit",
    "photo by ",
    "image via ",
    "copyright ",
    "©",
    "(c) 20",
    "all rights reserved",
    "this material may not be published, broadcast",
    "advertisement",
    "lire aussi",
    "à lire aussi",
    "lesen sie auch",
    "lees ook",
    "leia mais",
    "leia tamb",
    "lea tambi",
    "le puede interesar",
    "leggi anche",
    "baca juga",
    "читайте также",
};

// Whole paragraphs.
constexpr std::string_view labels[] = {
    "advert",
    "advertising",
    "ad",
    "more",
    "read more",
    "related",
    "share",
    "comments",
    "comment",
    "don't miss",
    "don’t miss",
    "trending",
    "most read",
    "sponsored",
    "watch",
    "video",
    "loading...",
    "loading",
    "anzeige",
    "publicidade",
    "publicidad",
    "werbung",
    "iklan",
    "continue reading",
    "story continues below",
    "story continues",
    "article continues below",
    "ad feedback",
    "view comments",
    "source: news agencies",
    "leave a comment",
};

}  // namespace

bool is_boilerplate(std::string_view paragraph) {
  paragraph = trim(paragraph);
  if (paragraph.size() > longest_boilerplate) {
    return false;
  }
  if (paragraph.size() <= longest_label &&
      std::ranges::any_of(labels, [paragraph](std::string_view label) {
        return equal_ignoring_case(paragraph, label);
      })) {
    return true;
  }
  return std::ranges::any_of(beginnings, [paragraph](std::string_view beginning) {
    return starts_ignoring_case(paragraph, beginning);
  });
}

}  // namespace verbale::readers::html
