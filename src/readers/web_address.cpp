#include "readers/web_address.h"

#include <algorithm>
#include <vector>

#include "readers/words.h"

namespace verbale::readers {
namespace {

bool has_scheme(std::string_view reference) {
  const std::size_t colon = reference.find_first_of(":/?#");
  return colon != std::string_view::npos && colon > 0 && reference[colon] == ':' &&
         is_letter(reference.front());
}

// "/a/./b/../c" is "/a/c".
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> parts;
  bool folder = false;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    folder = part == "." || part == ".." || part.empty();
    if (part == ".." && !parts.empty()) {
      parts.pop_back();
    } else if (part != "." && part != ".." && (!part.empty() || end != path.size())) {
      parts.push_back(part);
    }
    path.remove_prefix(end);
  }
  std::string result;
  for (const std::string_view part : parts) {
    result += "/" + std::string(part);
  }
  return folder || result.empty() ? result + "/" : result;
}

}  // namespace

bool is_web_address(std::string_view url) {
  return starts_ignoring_case(url, "http://") || starts_ignoring_case(url, "https://");
}

std::string host_of(std::string_view url) {
  if (!is_web_address(url)) {
    return "";
  }
  url.remove_prefix(url.find("//") + 2);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (starts_ignoring_case(url, "www.")) {
    url.remove_prefix(4);
  }
  return lower(url);
}

std::string resolve_address(std::string_view base, std::string_view reference) {
  reference = trim(reference);
  if (reference.empty() || has_scheme(reference) || !is_web_address(base)) {
    return std::string(reference);
  }
  const std::size_t scheme_end = base.find("//");
  if (reference.starts_with("//")) {
    return std::string(base.substr(0, scheme_end)).append(reference);
  }
  const std::size_t root_end = std::min(base.find_first_of("/?#", scheme_end + 2), base.size());
  const std::string root(base.substr(0, root_end));
  std::string_view path = base.substr(root_end);
  path = path.substr(0, path.find_first_of("?#"));
  if (reference.front() == '?' || reference.front() == '#') {
    return root + std::string(path.empty() ? "/" : path) + std::string(reference);
  }
  const std::size_t path_end = std::min(reference.find_first_of("?#"), reference.size());
  std::string joined(reference.substr(0, path_end));
  if (joined.front() != '/') {
    const std::size_t slash = path.rfind('/');
    joined =
        (slash == std::string_view::npos ? "/" : std::string(path.substr(0, slash + 1))) + joined;
  }
  return root + without_dots(joined) + std::string(reference.substr(path_end));
}

}  // namespace verbale::readers
