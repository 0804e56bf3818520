#include "index/stored_passage.h"

#include <cmath>

#include "verbale/base/error.h"

namespace verbale {
namespace {

constexpr char layout_version = 1;
constexpr double confidence_unit = 10000;

// Numbers are LEB128, seven bits a byte; signed ones zigzag; strings have their length first.
class ByteWriter {
 public:
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      bytes_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    bytes_ += static_cast<char>(value);
  }
  void difference(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  // Ranges lie near the passage, so they are written from its beginning.
  void range(TextRange range, std::uint32_t from) {
    difference(std::int64_t{range.begin} - from);
    number(range.size());
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_{layout_version};
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {
    if (byte() != layout_version) {
      damaged();
    }
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto next = static_cast<unsigned char>(byte());
      value |= std::uint64_t{next & 0x7fu} << shift;
      if (next < 0x80) {
        return value;
      }
    }
    damaged();
  }
  std::uint32_t number32() { return static_cast<std::uint32_t>(number()); }
  // A count of things of at least a byte each, so that damage cannot ask for all memory.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) {
      damaged();
    }
    return static_cast<std::size_t>(value);
  }
  std::int64_t difference() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  std::string text() {
    const std::size_t size = count();
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  TextRange range(std::uint32_t from) {
    const auto begin = static_cast<std::uint32_t>(from + difference());
    return {begin, begin + number32()};
  }
  template <class Visit>
  void repeat(Visit visit) {
    for (std::size_t n = count(); n > 0; --n) {
      visit();
    }
  }
  void end() const {
    if (!rest_.empty()) {
      damaged();
    }
  }

 private:
  char byte() {
    if (rest_.empty()) {
      damaged();
    }
    const char first = rest_.front();
    rest_.remove_prefix(1);
    return first;
  }
  [[noreturn]] static void damaged() {
    throw IndexError(
        IndexFault::Damaged,
        "a stored passage cannot be read; run `verbale check`, then rebuild the index");
  }

  std::string_view rest_;
};

// Year, month and day in one number; 0 is no date.
std::uint64_t date_number(const Date& date) {
  return (static_cast<unsigned>(date.year()) * 13u + date.month()) * 32u + date.day();
}

std::optional<Date> numbered_date(std::uint64_t number) {
  const auto day = static_cast<unsigned>(number % 32);
  const auto month = static_cast<unsigned>(number / 32 % 13);
  const auto year = static_cast<int>(number / 32 / 13 % 10000);
  if (month == 0) {
    return Date::of_year(year);
  }
  return day == 0 ? Date::of_month(year, month) : Date::of_day(year, month, day);
}

void write_article(ByteWriter& out, const StoredPassage& stored) {
  const Article& article = stored.article;
  out.text(article.id.value);
  out.number(stored.ordinal);
  out.number(stored.passages);
  for (const auto* field : {&article.url, &article.title, &article.outlet, &article.language}) {
    out.text(*field);
  }
  out.number(article.published ? date_number(*article.published) : 0);
  if (stored.ordinal == 0) {
    for (const auto* field : {&article.speaker, &article.role, &article.country}) {
      out.text(*field);
    }
    out.number(article.topics.size());
    for (const std::string& topic : article.topics) {
      out.text(topic);
    }
    out.text(stored.lead);
  }
}

void read_article(ByteReader& in, StoredPassage& stored) {
  Article& article = stored.article;
  article.id.value = in.text();
  stored.ordinal = in.number32();
  stored.passages = in.number32();
  for (auto* field : {&article.url, &article.title, &article.outlet, &article.language}) {
    *field = in.text();
  }
  article.published = numbered_date(in.number());
  if (stored.ordinal == 0) {
    for (auto* field : {&article.speaker, &article.role, &article.country}) {
      *field = in.text();
    }
    in.repeat([&] { article.topics.push_back(in.text()); });
    stored.lead = in.text();
  }
}

void write_speakers(ByteWriter& out, const std::vector<Speaker>& speakers) {
  out.number(speakers.size());
  for (const Speaker& speaker : speakers) {
    for (const auto* field : {&speaker.id.value, &speaker.name, &speaker.role, &speaker.country}) {
      out.text(*field);
    }
  }
}

std::vector<Speaker> read_speakers(ByteReader& in) {
  std::vector<Speaker> speakers;
  in.repeat([&] {
    Speaker& speaker = speakers.emplace_back();
    for (auto* field : {&speaker.id.value, &speaker.name, &speaker.role, &speaker.country}) {
      *field = in.text();
    }
  });
  return speakers;
}

void write_attribution(ByteWriter& out, const Attribution& attribution, std::uint32_t from) {
  out.number(static_cast<unsigned>(attribution.kind));
  for (const TextRange range :
       {attribution.range, attribution.cue, attribution.mention, attribution.antecedent}) {
    out.range(range, from);
  }
  write_speakers(out, attribution.speakers);
  out.text(attribution.rule);
  out.number(static_cast<std::uint64_t>(std::lround(attribution.confidence * confidence_unit)));
  out.text(attribution.stance);
}

Attribution read_attribution(ByteReader& in, std::uint32_t from) {
  Attribution attribution;
  attribution.kind = static_cast<StatementKind>(in.number());
  for (auto* range :
       {&attribution.range, &attribution.cue, &attribution.mention, &attribution.antecedent}) {
    *range = in.range(from);
  }
  attribution.speakers = read_speakers(in);
  attribution.rule = in.text();
  attribution.confidence = static_cast<double>(in.number()) / confidence_unit;
  attribution.stance = in.text();
  return attribution;
}

void write_passage(ByteWriter& out, const Passage& passage) {
  const std::uint32_t from = passage.range.begin;
  out.number(static_cast<unsigned>(passage.kind));
  out.number(from);
  out.text(passage.language);
  out.number(passage.date ? date_number(passage.date->date) * 2 + passage.date->inferred : 0);
  out.number(passage.attributions.size());
  for (const Attribution& attribution : passage.attributions) {
    write_attribution(out, attribution, from);
  }
  write_speakers(out, passage.speakers);
  out.number(passage.quotations.size());
  for (const TextRange quotation : passage.quotations) {
    out.range(quotation, from);
  }
  out.number(passage.about.size());
  for (const std::string& about : passage.about) {
    out.text(about);
  }
  out.number(passage.topics.size());
  for (const Topic& topic : passage.topics) {
    out.text(topic.id);
    out.text(topic.rule);
  }
}

Passage read_passage(ByteReader& in) {
  Passage passage;
  passage.kind = static_cast<PassageKind>(in.number());
  const std::uint32_t from = passage.range.begin = in.number32();
  passage.language = in.text();
  const std::uint64_t date = in.number();
  if (const auto day = numbered_date(date / 2)) {
    passage.date = StatementDate{*day, date % 2 == 1};
  }
  in.repeat([&] { passage.attributions.push_back(read_attribution(in, from)); });
  passage.speakers = read_speakers(in);
  in.repeat([&] { passage.quotations.push_back(in.range(from)); });
  in.repeat([&] { passage.about.push_back(in.text()); });
  in.repeat([&] {
    Topic& topic = passage.topics.emplace_back();
    topic.id = in.text();
    topic.rule = in.text();
  });
  return passage;
}

std::vector<AttributionRanges> byte_ranges(const Passage& passage) {
  std::vector<AttributionRanges> ranges;
  for (const Attribution& a : passage.attributions) {
    ranges.push_back({a.range, a.cue, a.mention, a.antecedent});
  }
  return ranges;
}

// Where the article is ASCII up to the last range, code points are bytes and are not written.
void write_code_points(ByteWriter& out, const StoredPassage& stored) {
  const bool same = stored.code_points == stored.passage.range &&
                    stored.in_code_points == byte_ranges(stored.passage);
  out.number(same ? 0 : 1);
  if (same) {
    return;
  }
  const std::uint32_t from = stored.code_points.begin;
  out.number(from);
  out.number(stored.code_points.size());
  for (const AttributionRanges& a : stored.in_code_points) {
    for (const TextRange range : {a.range, a.cue, a.mention, a.antecedent}) {
      out.range(range, from);
    }
  }
}

void read_code_points(ByteReader& in, StoredPassage& stored) {
  if (in.number() == 0) {
    stored.code_points = stored.passage.range;
    stored.in_code_points = byte_ranges(stored.passage);
    return;
  }
  const std::uint32_t from = stored.code_points.begin = in.number32();
  stored.code_points.end = from + in.number32();
  stored.in_code_points.resize(stored.passage.attributions.size());
  for (AttributionRanges& a : stored.in_code_points) {
    for (auto* range : {&a.range, &a.cue, &a.mention, &a.antecedent}) {
      *range = in.range(from);
    }
  }
}

}  // namespace

std::string to_bytes(const StoredPassage& stored) {
  ByteWriter out;
  write_article(out, stored);
  write_passage(out, stored.passage);
  out.text(stored.text);
  out.text(stored.gap);
  write_code_points(out, stored);
  return out.take();
}

void append_passage(StoredPassage stored, AnalyzedArticle& article) {
  if (stored.ordinal == 0) {
    article.article = std::move(stored.article);
    article.article.text = std::move(stored.lead);
  }
  article.article.text += stored.text + stored.gap;
  article.passages.push_back(std::move(stored.passage));
}

StoredPassage read_stored_passage(std::string_view bytes) {
  ByteReader in(bytes);
  StoredPassage stored;
  read_article(in, stored);
  stored.passage = read_passage(in);
  stored.text = in.text();
  stored.gap = in.text();
  stored.passage.range.end =
      stored.passage.range.begin + static_cast<std::uint32_t>(stored.text.size());
  read_code_points(in, stored);
  in.end();
  return stored;
}

}  // namespace verbale
