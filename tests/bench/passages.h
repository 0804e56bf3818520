#pragma once

#include <functional>
#include <string>
#include <vector>

namespace verbale::bench {

// A passage as Verbale cut and attributed it, so that every engine indexes the same ones. One line
// of JSON in a dump; the passages of an article follow each other.
struct DumpedPassage {
  std::string id;
  std::string article;
  std::string title;
  std::string outlet;
  std::string language;
  std::string date = {};  // "1987", "198702" or "19870226"; empty when unknown.
  std::vector<std::string> speakers = {}, countries = {}, about = {}, topics = {};
  std::string text = {};
};

std::string to_json(const DumpedPassage& passage);

// Throws std::runtime_error for a file that cannot be read or a line that is no passage.
void read_dump(const std::string& path, const std::function<void(DumpedPassage)>& visit);

// Words as the generator and the drivers cut them: runs of ASCII letters, lower case. The engines'
// own tokenizers agree on these, which they do not on hyphens, digits or accents.
std::vector<std::string> plain_words(std::string_view text);

}  // namespace verbale::bench
