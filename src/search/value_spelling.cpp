#include "search/value_spelling.h"

#include <algorithm>
#include <sstream>
#include <tuple>

#include "index/terms.h"
#include "verbale/text/edit_distance.h"
#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t most_shown = 3;
constexpr std::size_t most_values_seen = 100'000;
constexpr std::size_t shortest_word = 3;  // That is compared by itself.

struct Candidate {
  std::string value;
  std::size_t errors = 0;
  Xapian::doccount frequency = 0;
};

bool is_better(const Candidate& a, const Candidate& b) {
  return std::tie(a.errors, b.frequency, a.value) < std::tie(b.errors, a.frequency, b.value);
}

// "security/nato" -> "security nato"
std::string spaced(std::string value) {
  std::ranges::replace_if(
      value, [](char c) { return c == '-' || c == '/' || c == '_'; }, ' ');
  return value;
}

// The fewest errors that make `written` of the name or of one of its words.
std::size_t errors_in(std::string_view written, const std::string& name, std::size_t limit) {
  std::size_t fewest = edit_distance(written, name, limit);
  std::istringstream words(name);
  for (std::string word; fewest > 0 && words >> word;) {
    if (word.size() >= shortest_word) {
      fewest = std::min(fewest, edit_distance(written, word, limit));
    }
  }
  return fewest;
}

// Topics are those of the table, of others only what the index has.
std::vector<Candidate> candidates(const Xapian::Database& database, const Schema& schema,
                                  const Field& field) {
  const std::string prefix = value_term(field.prefix, "");
  std::vector<Candidate> all;
  if (field.id == "topic") {
    all.reserve(schema.topics().size());
    for (const TopicRow& row : schema.topics()) {
      all.push_back({row.id, 0, database.get_termfreq(prefix + row.id)});
    }
    return all;
  }
  for (auto term = database.allterms_begin(prefix);
       term != database.allterms_end(prefix) && all.size() < most_values_seen; ++term) {
    all.push_back({(*term).substr(prefix.size()), 0, term.get_termfreq()});
  }
  return all;
}

}  // namespace

std::vector<std::string> nearest_values(const Xapian::Database& database, const Schema& schema,
                                        const Field& field, std::string_view written) {
  const std::string folded = spaced(fold(written));
  const std::size_t limit = plausible_errors(count_code_points(folded));
  std::vector<Candidate> found;
  for (Candidate& candidate : candidates(database, schema, field)) {
    const std::string label = schema.label(field.id, candidate.value);
    candidate.errors = errors_in(folded, spaced(fold(candidate.value)), limit);
    if (label != candidate.value) {
      candidate.errors = std::min(candidate.errors, errors_in(folded, spaced(fold(label)), limit));
    }
    if (candidate.errors <= limit) {
      found.push_back(std::move(candidate));
    }
  }
  std::ranges::sort(found, is_better);
  found.resize(std::min(found.size(), most_shown));
  std::vector<std::string> values;
  values.reserve(found.size());
  for (Candidate& candidate : found) {
    values.push_back(std::move(candidate.value));
  }
  return values;
}

}  // namespace verbale
