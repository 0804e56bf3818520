#include "index/passage_document.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "index/impact.h"
#include "index/stored_passage.h"
#include "index/terms.h"
#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

using Positions = std::vector<Xapian::termpos>;

// The occurrences of a passage's or a title's words by term. Unordered: Xapian sorts.
class TermCounts {
 public:
  void occurs(std::string term) { ++counts_[std::move(term)].frequency; }
  void occurs_at(std::string term, Xapian::termpos position) {
    Occurrences& occurrences = counts_[std::move(term)];
    ++occurrences.frequency;
    occurrences.positions.push_back(position);
  }

  // wdf is the impact, once, whatever the number of positions.
  void add_to(Xapian::Document& document, TextLength length) const {
    for (const auto& [term, occurrences] : counts_) {
      unsigned impact = term_impact(occurrences.frequency, length);
      if (occurrences.positions.empty()) {
        document.add_term(term, impact);
      }
      for (const Xapian::termpos position : occurrences.positions) {
        document.add_posting(term, position, std::exchange(impact, 0));
      }
    }
  }

 private:
  struct Occurrences {
    unsigned frequency = 0;
    Positions positions;
  };
  std::unordered_map<std::string, Occurrences> counts_;
};

std::string prefixed(std::string_view prefix, std::string_view word) {
  return std::string(prefix).append(word);
}

// The words of one text under one prefix: with a position each, their stems without.
class WordIndexer {
 public:
  WordIndexer(TermCounts& counts, std::string field_prefix, const std::string& language)
      : counts_(counts),
        prefix_(std::move(field_prefix)),
        language_(language),
        bigram_prefix_(prefixed(term_prefix::bigram, prefix_)) {}

  void add(const Word& word) {
    counts_.occurs_at(prefixed(prefix_, word.folded), word.position + 1);
    add_unplaced(word);
  }

  // Graphemes have no stem and are found as bigrams.
  void add_unplaced(const Word& word) {
    if (!word.ideographic) {
      counts_.occurs(stem_term(prefix_, language_, word.stem));
      if (!word.bare_stem.empty()) {
        counts_.occurs(stem_term(prefix_, language_, word.bare_stem));
      }
      previous_.clear();
      return;
    }
    if (!previous_.empty() && previous_position_ + 1 == word.position) {
      counts_.occurs(bigram_prefix_ + previous_ + std::string(word.folded));
    }
    previous_ = word.folded;
    previous_position_ = word.position;
  }

 private:
  TermCounts& counts_;
  std::string prefix_;
  const std::string& language_;
  std::string bigram_prefix_;
  std::string previous_;
  std::uint32_t previous_position_ = 0;
};

void add_value_terms(Xapian::Document& document, const Field& field,
                     const std::set<std::string>& values) {
  if (values.empty()) {
    document.add_boolean_term(missing_term(field.prefix));
  }
  for (const std::string& value : values) {
    for (const std::string& part :
         field.id == "topic" ? with_parents(value) : std::vector<std::string>{value}) {
      document.add_boolean_term(value_term(field.prefix, part));
    }
  }
}

void add_date(Xapian::Document& document, const Field& field, const std::optional<Date>& date) {
  if (!date) {
    document.add_boolean_term(missing_term(field.prefix));
    return;
  }
  for (const std::string& term : date_terms(field.prefix, *date)) {
    document.add_boolean_term(term);
  }
  document.add_value(field.slot.value(), date_value(*date));
}

// Values are separated by a control character, so none may hold one.
std::string without_controls(std::string value) {
  std::ranges::replace_if(
      value, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return value;
}

std::set<std::string> field_values(const std::string& field, const Article& article,
                                   const Passage& passage) {
  std::set<std::string> values;
  if (field == "about") {
    values.insert(passage.about.begin(), passage.about.end());
  } else if (field == "topic") {
    std::ranges::transform(passage.topics, std::inserter(values, values.end()), &Topic::id);
  } else if (field == "outlet") {
    values.insert(without_controls(article.outlet));
  } else if (field == "lang") {
    values.insert(passage.language);
  } else if (field == "kind") {
    values.insert(to_string(passage.kind));
  } else if (field == "article") {
    values.insert(article.id.value);
  } else if (field == "url") {
    values.insert(article.url);
  } else {
    for (const Speaker& speaker : passage.speakers) {
      values.insert(field == "speaker" ? speaker.id.value
                    : field == "role"  ? speaker.role
                                       : speaker.country);
    }
  }
  values.erase("");
  return values;
}

// Names are also found as they are written, where that is not their id.
void add_name_terms(Xapian::Document& document, const Field& field, const Article& article,
                    const Passage& passage) {
  if (field.id == "outlet" && !article.outlet.empty()) {
    document.add_boolean_term(name_term(field.prefix, fold(article.outlet)));
  }
  if (field.id == "speaker") {
    for (const Speaker& speaker : passage.speakers) {
      document.add_boolean_term(name_term(field.prefix, fold(speaker.name)));
    }
  }
}

std::optional<Date> date_of(const Passage& passage) {
  return passage.date ? std::optional<Date>(passage.date->date) : std::nullopt;
}

void add_values(Xapian::Document& document, const Field& field, const Article& article,
                const Passage& passage) {
  const auto values = field_values(field.id, article, passage);
  add_value_terms(document, field, values);
  add_name_terms(document, field, article, passage);
  if (field.slot) {
    document.add_value(*field.slot,
                       field.id == "kind" ? kind_value(passage.kind) : pack_values(values));
  }
}

void add_fields(Xapian::Document& document, const Schema& schema, const Article& article,
                const Passage& passage) {
  for (const Field& field : schema.fields()) {
    if (field.id == "date") {
      add_date(document, field, date_of(passage));
    } else if (field.id == "published") {
      add_date(document, field, article.published);
    } else if (field.kind == FieldKind::Exact) {
      add_values(document, field, article, passage);
    }
  }
}

void add_confidence(Xapian::Document& document, const Passage& passage) {
  double confidence = -1;
  for (const Attribution& attribution : passage.attributions) {
    if (!attribution.speakers.empty()) {
      confidence = std::max(confidence, attribution.confidence);
    }
  }
  if (confidence >= 0) {
    const auto percent = static_cast<std::uint64_t>(std::floor(confidence * 100 + 1e-9));
    document.add_value(value_slot::confidence, big_endian(percent + 1, 1));
  }
}

// An empty range says that there is none: it stays as it is.
TextRange in_code_points(CodePointOffsets& offsets, TextRange range) {
  if (range.empty()) {
    return {};
  }
  const std::uint32_t begin = offsets.at(range.begin);
  return {begin, offsets.at(range.end)};
}

// `head` is the article without its text, made once: copying the text for each passage would make
// a long article quadratic.
StoredPassage stored_passage(const AnalyzedArticle& analyzed, const Article& head,
                             std::size_t ordinal, CodePointOffsets& offsets) {
  const std::string& text = analyzed.article.text;
  const Passage& passage = analyzed.passages[ordinal];
  const bool last = ordinal + 1 == analyzed.passages.size();
  const std::size_t next = last ? text.size() : analyzed.passages[ordinal + 1].range.begin;

  StoredPassage stored;
  stored.article = head;
  stored.ordinal = static_cast<std::uint32_t>(ordinal);
  stored.passages = static_cast<std::uint32_t>(analyzed.passages.size());
  stored.passage = passage;
  stored.lead = ordinal == 0 ? text.substr(0, passage.range.begin) : "";
  stored.text = passage.range.in(text);
  stored.gap = text.substr(passage.range.end, next - passage.range.end);
  stored.code_points = in_code_points(offsets, passage.range);
  for (const Attribution& a : passage.attributions) {
    stored.in_code_points.push_back(
        {in_code_points(offsets, a.range), in_code_points(offsets, a.cue),
         in_code_points(offsets, a.mention), in_code_points(offsets, a.antecedent)});
  }
  return stored;
}

bool is_quoted(const Passage& passage, const Word& word) {
  return std::ranges::any_of(passage.quotations, [&](TextRange quotation) {
    return quotation.overlaps(
        {passage.range.begin + word.range.begin, passage.range.begin + word.range.end});
  });
}

// Enough to tell the stories of a hundred million articles apart but for a few thousand.
constexpr unsigned story_bytes = 5;

// What --collapse statement takes for the same statement: the words said, whatever their marks.
std::uint64_t statement_hash(const std::string& said, const std::string& all) {
  return stable_hash(said.empty() ? all : said);
}

}  // namespace

DocumentMaker::DocumentMaker(const Schema& schema)
    : schema_(schema), said_(schema.field("said")->prefix), title_(schema.field("title")->prefix) {}

Analyzer& DocumentMaker::analyzer(const std::string& language) {
  return analyzers_.try_emplace(language, language).first->second;
}

unsigned DocumentMaker::add_words(Xapian::Document& document, const Passage& passage,
                                  std::string_view text, StoryKey& story) {
  TermCounts counts;
  WordIndexer words(counts, "", passage.language);
  WordIndexer quoted(counts, said_, passage.language);
  unsigned length = 0;
  std::string all, said;
  analyzer(passage.language).analyze(text, [&](const Word& word) {
    ++length;
    words.add(word);
    story.add(word.folded);
    all.append(word.folded).append(" ");
    if (word.exact != word.folded) {
      counts.occurs(prefixed(term_prefix::exact, word.exact));
    }
    if (is_quoted(passage, word)) {
      quoted.add(word);
      said.append(word.folded).append(" ");
    }
  });
  counts.add_to(document, {length, average_passage_words});
  document.add_value(value_slot::statement, big_endian(statement_hash(said, all), 8));
  return length;
}

unsigned DocumentMaker::add_title(std::vector<Xapian::Document>& documents,
                                  const Article& article) {
  TermCounts placed, unplaced;
  WordIndexer placed_words(placed, title_, article.language);
  WordIndexer unplaced_words(unplaced, title_, article.language);
  TextLength length{0, average_title_words};
  analyzer(article.language).analyze(article.title, [&](const Word& word) {
    ++length.words;
    placed_words.add(word);
    unplaced_words.add_unplaced(word);
  });
  for (Xapian::Document& document : documents) {
    const bool first = &document == &documents.front();
    (first ? placed : unplaced).add_to(document, length);
  }
  return length.words;
}

void DocumentMaker::add_speaker_words(Xapian::Document& document, const Passage& passage) {
  TermCounts counts;
  unsigned length = 0;
  for (const Speaker& speaker : passage.speakers) {
    analyzer("").analyze(speaker.name, [&](const Word& word) {
      ++length;
      counts.occurs(prefixed(term_prefix::speaker_word, word.folded));
    });
  }
  counts.add_to(document, {length, average_name_words});
}

std::vector<Xapian::Document> DocumentMaker::make_documents(const AnalyzedArticle& analyzed) {
  const Article& article = analyzed.article;
  Article head = article;
  head.text.clear();
  CodePointOffsets offsets(article.text);
  unsigned words = 0;
  StoryKey story;
  std::vector<Xapian::Document> documents;
  documents.reserve(analyzed.passages.size());
  for (std::size_t ordinal = 0; ordinal < analyzed.passages.size(); ++ordinal) {
    const Passage& passage = analyzed.passages[ordinal];
    Xapian::Document document;
    words += add_words(document, passage, passage.range.in(article.text), story);
    add_speaker_words(document, passage);
    add_fields(document, schema_, article, passage);
    add_confidence(document, passage);
    document.add_value(value_slot::date_order, date_order_value(date_of(passage), article.id));
    document.set_data(to_bytes(stored_passage(analyzed, head, ordinal, offsets)));
    documents.push_back(std::move(document));
  }
  words += add_title(documents, article);
  const std::string key =
      big_endian(stable_hash(article.id.value), 8) + static_cast<char>(length_code(words));
  for (Xapian::Document& document : documents) {
    document.add_value(value_slot::article, key);
    document.add_value(value_slot::story, big_endian(story.value(), story_bytes));
  }
  if (!documents.empty()) {
    documents.front().add_boolean_term(std::string(term_prefix::first_passage));
  }
  return documents;
}

}  // namespace verbale
