#include "readers/html/boilerplate.h"

#include <gtest/gtest.h>

#include "readers/html/known_body.h"

namespace verbale::readers::html {
namespace {

TEST(Boilerplate, IsTheOutletsOwnBusiness) {
  for (const char* const paragraph :
       {"Read more: the whole story of the bridge", "Follow us on Twitter @herald",
        "(Reporting by Ana Ruiz; Editing by Ivo Marsh)", "ADVERTISEMENT", "Don't miss",
        "© 2031 The Lutha Herald", "Sign up for our newsletter, and never miss a bridge again."}) {
    EXPECT_TRUE(is_boilerplate(paragraph)) << paragraph;
  }
}

TEST(Boilerplate, IsNothingThatAnArticleSays) {
  for (const char* const paragraph :
       {"Read more books, the minister said.", "\"Follow us,\" said the guide, and they did.",
        "Reports of a deal were denied.", "More than a hundred people came.",
        "Share prices fell after the announcement."}) {
    EXPECT_FALSE(is_boilerplate(paragraph)) << paragraph;
  }
}

std::string sentence(int number) {
  return "Paragraph number " + std::to_string(number) +
         " says something of its own about the bridge, the ferry, and what the ministers of both "
         "countries made of them in the end.";
}

TEST(KnownBody, TakesOffWhatStandsAroundTheArticle) {
  std::string body;
  std::vector<std::string> paragraphs = {"A teaser before it."};
  for (int i = 0; i < 6; ++i) {
    body += sentence(i) + " ";
    paragraphs.push_back(sentence(i));
  }
  const std::vector<std::string> article(paragraphs.begin() + 1, paragraphs.end());
  paragraphs.push_back("A teaser behind it.");

  EXPECT_EQ(KnownBody(body).fitted(paragraphs), article);
  EXPECT_EQ(KnownBody("<p>" + body + "</p>").fitted(paragraphs), article);
}

TEST(KnownBody, SaysWhenTheParagraphsAreAnotherText) {
  std::string body;
  for (int i = 0; i < 6; ++i) {
    body += sentence(i) + " ";
  }

  EXPECT_TRUE(KnownBody(body).fitted({"Comments are about horses.", "And about tolls."}).empty());
}

TEST(KnownBody, IsNoJudgeWhenItIsShort) {
  EXPECT_TRUE(KnownBody("The first words only ...").empty());
}

}  // namespace
}  // namespace verbale::readers::html
