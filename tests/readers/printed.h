#pragma once

#include <string>

#include "verbale/readers/reader.h"

namespace verbale {

// What a record gave, in one printed form: "title=...|published=2024-07-11|text=..." with the
// fields that are not empty, or "refused a.jsonl:1: the reason".
inline std::string printed(const Article& article) {
  std::string line;
  const auto add = [&line](const char* name, const std::string& value) {
    if (!value.empty()) {
      line += (line.empty() ? "" : "|") + std::string(name) + "=" + value;
    }
  };
  add("id", article.id.value);
  add("url", article.url);
  add("title", article.title);
  add("outlet", article.outlet);
  for (const std::string& author : article.authors) {
    add("author", author);
  }
  add("published", article.published ? to_string(*article.published) : "");
  add("language", article.language);
  add("speaker", article.speaker);
  add("role", article.role);
  add("country", article.country);
  for (const std::string& topic : article.topics) {
    add("topic", topic);
  }
  add("text", article.text);
  return line;
}

inline std::string printed(const ParsedRecord& parsed) {
  std::string lines;
  for (const Article& article : parsed.articles) {
    lines += (lines.empty() ? "" : "\n") + printed(article);
  }
  for (const Refusal& refusal : parsed.refusals) {
    lines += (lines.empty() ? "" : "\n") + ("refused " + refusal.where + ": " + refusal.reason);
  }
  return lines;
}

}  // namespace verbale
