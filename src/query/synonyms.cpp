#include "synonyms.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <span>
#include <string_view>

#include "verbale/text/analyzer.h"

namespace verbale {
namespace {

constexpr std::size_t most_of_a_word = 8;
constexpr std::size_t most_of_a_query = 64;
constexpr std::size_t longest_name = 8;  // Words: Organization for Security and Co-operation ...

// Folded, the abbreviations of some names are these words, and the index does not tell them apart.
constexpr std::string_view words_of_their_own[] = {"us", "who"};

// An abbreviation this short may be a word of some language ("un", "au") unless it is in capitals.
constexpr std::size_t short_abbreviation = 3;

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool has_small_letter(std::string_view text) {
  return std::ranges::any_of(text, is_small_letter);
}

struct NameWord {
  std::string folded;
  std::string stem;
};

using NameWords = std::vector<NameWord>;

// Names are compared by their words, and by stems where they are more than an abbreviation:
// "drones" is a drone, "AIDS" is no aid.
class Names {
 public:
  const NameWords& words_of(const std::string& text) {
    const auto [known, added] = known_.try_emplace(text);
    if (!added) {
      return known->second;
    }
    NameWords& words = known->second;
    analyzer_.analyze(text, [&](const Word& word) {
      words.push_back({std::string(word.folded), std::string(word.stem)});
    });
    return words;
  }

  // How many of `typed`, from the first, are `name`; 0 when they are not.
  std::size_t length_of(const std::string& name, std::span<const QueryNode* const> typed) {
    const bool abbreviation = !has_small_letter(name);
    const NameWords& wanted = words_of(name);
    std::size_t matched = 0;
    for (std::size_t i = 0; i < typed.size() && matched < wanted.size(); ++i) {
      const NameWords& written = words_of(typed[i]->text);
      if (written.empty() || matched + written.size() > wanted.size()) {
        return 0;
      }
      const bool same = std::equal(written.begin(), written.end(),
                                   wanted.begin() + static_cast<std::ptrdiff_t>(matched),
                                   [abbreviation](const NameWord& a, const NameWord& b) {
                                     return abbreviation ? a.folded == b.folded : a.stem == b.stem;
                                   });
      if (!same) {
        return 0;
      }
      matched += written.size();
      if (matched == wanted.size()) {
        const bool capitals = !abbreviation || wanted.size() > 1 ||
                              wanted.front().folded.size() > short_abbreviation ||
                              !has_small_letter(typed[i]->text);
        return capitals ? i + 1 : 0;
      }
    }
    return 0;
  }

 private:
  Analyzer analyzer_{"en"};
  std::map<std::string, NameWords> known_;
};

bool contains(const NameWords& text, const NameWords& part) {
  const auto same = [](const NameWord& a, const NameWord& b) { return a.stem == b.stem; };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

char first_letter(std::string_view text) {
  const char c = text.empty() ? '\0' : text.front();
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The beginning of a name's first word in small letters, without dots ("U.S." is "us").
struct Beginning {
  static constexpr std::size_t most = 3;

  std::array<char, most> letters{};  // 0 for what folding may make another letter.
  std::size_t word = 0;              // Letters of the whole word.
};

Beginning beginning_of(std::string_view text) {
  Beginning beginning;
  for (const char c : text.substr(0, text.find(' '))) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool other = (c & 0x80) != 0;
    if (!is_small_letter(small) && !other) {
      continue;
    }
    if (beginning.word < Beginning::most) {
      beginning.letters[beginning.word] = other ? '\0' : small == 'y' ? 'i' : small;
    }
    ++beginning.word;
  }
  return beginning;
}

// Analyzing every name of the table for every word of a query took longer than the search. Stems
// keep the first two letters of a word, three of a long one, but y may become i ("dying").
bool may_begin_alike(const Beginning& a, const Beginning& b) {
  constexpr std::size_t long_word = 6;
  const std::size_t same = std::min(a.word, b.word) >= long_word ? 3 : 2;
  for (std::size_t i = 0; i < same && a.letters[i] != '\0' && b.letters[i] != '\0'; ++i) {
    if (a.letters[i] != b.letters[i]) {
      return false;
    }
  }
  return true;
}

class SynonymReader {
 public:
  explicit SynonymReader(const Schema& schema) : schema_(schema) {}

  void read(QueryNode& node);
  std::vector<std::string> notes() { return std::move(notes_); }

 private:
  struct Found {
    const verbale::Names* row = nullptr;
    std::size_t length = 0;
  };

  void read_run(std::span<QueryNode> run);
  Found longest_at(std::span<const QueryNode* const> typed);
  std::vector<QueryNode> others(const verbale::Names& row, const std::string& typed);
  void announce(const std::string& typed, const std::vector<QueryNode>& names);

  const Schema& schema_;
  Names names_;
  std::size_t added_ = 0;
  std::vector<std::string> notes_;
};

bool takes_synonyms(const QueryNode& node) {
  return node.op == QueryOp::Words && (node.field.empty() || node.field == "said");
}

void SynonymReader::read(QueryNode& node) {
  if (takes_synonyms(node)) {
    read_run({&node, 1});
    return;
  }
  if (node.op != QueryOp::And && node.op != QueryOp::Or) {
    return;
  }
  for (std::size_t i = 0; i < node.children.size();) {
    std::size_t end = i;
    while (node.op == QueryOp::And && end < node.children.size() &&
           takes_synonyms(node.children[end]) &&
           node.children[end].field == node.children[i].field) {
      ++end;
    }
    if (end > i) {
      read_run(std::span(node.children).subspan(i, end - i));
    } else {
      read(node.children[end++]);
    }
    i = end;
  }
}

std::string written_as(std::span<const QueryNode> words) {
  std::string written;
  for (const QueryNode& word : words) {
    written += (written.empty() ? "" : " ") + word.text;
  }
  return written;
}

// Words that stand side by side.
void SynonymReader::read_run(std::span<QueryNode> run) {
  std::vector<const QueryNode*> typed;
  for (const QueryNode& word : run) {
    typed.push_back(&word);
  }
  for (std::size_t i = 0; i < run.size() && added_ < most_of_a_query;) {
    const Found found = longest_at(std::span(typed).subspan(i));
    if (found.row == nullptr) {
      ++i;
      continue;
    }
    const auto words = run.subspan(i, found.length);
    const std::string written = written_as(words);
    std::vector<QueryNode> names = others(*found.row, written);
    for (QueryNode& name : names) {
      name.field = words.front().field;
    }
    for (QueryNode& word : words) {
      word.synonyms = names;
    }
    added_ += names.size() * found.length;
    announce(written, names);
    i += found.length;
  }
}

SynonymReader::Found SynonymReader::longest_at(std::span<const QueryNode* const> typed) {
  typed = typed.first(std::min(typed.size(), longest_name));
  const char letter = first_letter(typed.front()->text);
  const Beginning beginning = beginning_of(typed.front()->text);
  Found longest;
  for (const verbale::Names& row : schema_.synonyms()) {
    for (const std::string& name : row) {
      const bool alike =
          first_letter(name) == letter && may_begin_alike(beginning_of(name), beginning);
      const std::size_t length = alike ? names_.length_of(name, typed) : 0;
      longest = length > longest.length ? Found{&row, length} : longest;
    }
  }
  return longest;
}

// The names of a row that say something new: none that holds what was typed or another of them,
// none that is another word where it stands.
std::vector<QueryNode> SynonymReader::others(const verbale::Names& row, const std::string& typed) {
  std::vector<NameWords> known{names_.words_of(typed)};
  std::vector<QueryNode> others;
  for (const std::string& name : row) {
    const NameWords& words = names_.words_of(name);
    const bool ambiguous =
        words.size() == 1 &&
        std::ranges::find(words_of_their_own, words.front().folded) != std::end(words_of_their_own);
    const bool told =
        std::ranges::any_of(known, [&](const NameWords& other) { return contains(words, other); });
    if (words.empty() || ambiguous || told || others.size() == most_of_a_word) {
      continue;
    }
    known.push_back(words);
    QueryNode other{.op = words.size() == 1 ? QueryOp::Words : QueryOp::Phrase};
    other.text = name;
    others.push_back(std::move(other));
  }
  return others;
}

void SynonymReader::announce(const std::string& typed, const std::vector<QueryNode>& names) {
  if (names.empty()) {
    return;
  }
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    list += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
    list += names[i].op == QueryOp::Phrase ? "\"" + names[i].text + "\"" : names[i].text;
  }
  std::string note = typed + " was also looked for as " + list;
  if (std::ranges::find(notes_, note) == notes_.end()) {
    notes_.push_back(std::move(note));
  }
}

}  // namespace

std::vector<std::string> add_synonyms(QueryNode& root, const Schema& schema) {
  SynonymReader reader(schema);
  reader.read(root);
  return reader.notes();
}

}  // namespace verbale
