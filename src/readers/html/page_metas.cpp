#include "readers/html/page_metas.h"

#include "readers/html/entities.h"
#include "readers/words.h"

namespace verbale::readers::html {

Metas::Metas(const Page& page) {
  bool in_body = false;
  for (const Node& node : page.nodes) {
    in_body = in_body || node.tag == Tag::Body;
    if (node.tag == Tag::Meta) {
      add(node, in_body);
    }
  }
}

void Metas::add(const Node& meta, bool in_body) {
  const std::string content = one_line(decode_entities(meta.attribute("content")));
  for (const std::string_view kind : {"property", "name", "itemprop", "http-equiv"}) {
    if (in_body && kind == "itemprop") {
      continue;
    }
    const std::string name = lower(trim(meta.attribute(kind)));
    if (!name.empty() && !content.empty()) {
      contents_.emplace(name, content);
    }
  }
}

std::string Metas::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    if (const auto found = contents_.lower_bound(name);
        found != contents_.end() && found->first == name) {
      return found->second;
    }
  }
  return "";
}

std::vector<std::string> Metas::all(std::string_view name) const {
  std::vector<std::string> contents;
  const auto [begin, end] = contents_.equal_range(name);
  for (auto at = begin; at != end; ++at) {
    contents.push_back(at->second);
  }
  return contents;
}

std::string page_language(const Page& page) {
  for (const Node& node : page.nodes) {
    if (node.tag == Tag::Html && !node.attribute("lang").empty()) {
      return std::string(node.attribute("lang"));
    }
  }
  return Metas(page).first({"content-language", "language", "dc.language"});
}

}  // namespace verbale::readers::html
