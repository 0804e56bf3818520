#include "schema/decode.h"

#include <array>
#include <charconv>

namespace verbale {
namespace {

constexpr const char* languages[] = {"fr", "es", "de", "ru", "zh", "ar"};

std::string text(std::string_view cell) {
  return std::string(cell);
}

Error bad_cell(const char* column, std::string_view cell, const char* expected) {
  return {std::string(column) + " is \"" + text(cell) + "\", not " + expected, ""};
}

// The lists of columns that follow each other, one a language.
std::map<std::string, Names> by_language(const TableLine& line, std::size_t first_column) {
  std::map<std::string, Names> lists;
  for (const char* language : languages) {
    Names list = split_list(line.cells[first_column++]);
    if (!list.empty()) {
      lists.emplace(language, std::move(list));
    }
  }
  return lists;
}

Result<Gender> decode_gender(std::string_view cell) {
  if (cell.empty()) {
    return Gender::Unknown;
  }
  if (cell == "f") {
    return Gender::Female;
  }
  if (cell == "m") {
    return Gender::Male;
  }
  return bad_cell("gender", cell, "f, m or empty");
}

Result<std::optional<Date>> decode_date(std::string_view cell) {
  if (cell.empty()) {
    return std::optional<Date>();
  }
  const auto date = parse_date(cell);
  if (!date) {
    return date.error();
  }
  return std::optional<Date>(*date);
}

// "foreign-minister@RU 2004-03-09..", "president@FR 2017-05-14..2027"
Result<Office> decode_office(std::string_view cell) {
  const std::size_t at = cell.find('@');
  const std::size_t space = cell.find(' ', at == std::string_view::npos ? 0 : at);
  if (at == std::string_view::npos || at == 0) {
    return bad_cell("offices", cell, "role@COUNTRY from..until");
  }
  Office office{text(cell.substr(0, at)), text(cell.substr(at + 1, space - at - 1)), {}, {}};
  if (office.of.empty()) {
    return bad_cell("offices", cell, "role@COUNTRY from..until");
  }
  if (space == std::string_view::npos) {
    return office;
  }
  const std::string_view period = trimmed(cell.substr(space));
  const std::size_t dots = period.find("..");
  const auto from = decode_date(trimmed(period.substr(0, dots)));
  const auto until =
      decode_date(dots == std::string_view::npos ? period : trimmed(period.substr(dots + 2)));
  if (!from) {
    return from.error();
  }
  if (!until) {
    return until.error();
  }
  office.from = *from;
  office.until = *until;
  return office;
}

constexpr const char* field_columns[] = {"id",   "kind",  "facet",  "prefix",
                                         "slot", "holds", "example"};

Result<Field> decode_field(const TableLine& line) {
  Field field{.id = text(line.cells[0]),
              .prefix = text(line.cells[3]),
              .holds = text(line.cells[5]),
              .example = text(line.cells[6])};
  const std::string_view kind = line.cells[1];
  if (kind != "text" && kind != "exact" && kind != "range") {
    return bad_cell("kind", kind, "text, exact or range");
  }
  field.kind = kind == "text"    ? FieldKind::Text
               : kind == "exact" ? FieldKind::Exact
                                 : FieldKind::Range;
  field.facet = line.cells[2] == "yes";
  if (const std::string_view cell = line.cells[4]; !cell.empty()) {
    unsigned slot = 0;
    if (std::from_chars(cell.data(), cell.data() + cell.size(), slot).ec != std::errc{}) {
      return bad_cell("slot", cell, "a number");
    }
    field.slot = slot;
  }
  return field;
}

constexpr const char* country_columns[] = {
    "id",       "alpha3",   "name",     "aliases",  "demonyms", "capitals", "metonyms", "names_fr",
    "names_es", "names_de", "names_ru", "names_zh", "names_ar", "cities",   "from",     "until"};

Result<Country> decode_country(const TableLine& line) {
  const auto from = decode_date(line.cells[14]);
  if (!from) {
    return from.error();
  }
  const auto until = decode_date(line.cells[15]);
  if (!until) {
    return until.error();
  }
  return Country{.id = text(line.cells[0]),
                 .alpha3 = text(line.cells[1]),
                 .name = text(line.cells[2]),
                 .aliases = split_list(line.cells[3]),
                 .demonyms = split_list(line.cells[4]),
                 .capitals = split_list(line.cells[5]),
                 .metonyms = split_list(line.cells[6]),
                 .cities = split_list(line.cells[13]),
                 .other_names = by_language(line, 7),
                 .from = *from,
                 .until = *until};
}

constexpr const char* body_columns[] = {
    "id",       "name",     "aliases",  "kind",     "parent",   "country", "descriptors",
    "names_fr", "names_es", "names_de", "names_ru", "names_zh", "names_ar"};

Result<Body> decode_body(const TableLine& line) {
  return Body{.id = text(line.cells[0]),
              .name = text(line.cells[1]),
              .aliases = split_list(line.cells[2]),
              .kind = text(line.cells[3]),
              .parent = text(line.cells[4]),
              .country = text(line.cells[5]),
              .descriptors = split_list(line.cells[6]),
              .other_names = by_language(line, 7)};
}

constexpr const char* person_columns[] = {"id",      "name",    "aliases", "gender",
                                          "country", "offices", "surname"};

Names surnames_of(std::string_view name, std::string_view cell) {
  Names surnames = split_list(cell);
  if (surnames.empty()) {
    surnames.push_back(text(name.substr(name.rfind(' ') + 1)));
  }
  return surnames;
}

Result<Person> decode_person(const TableLine& line) {
  const auto gender = decode_gender(line.cells[3]);
  if (!gender) {
    return gender.error();
  }
  Person person{.id = text(line.cells[0]),
                .name = text(line.cells[1]),
                .aliases = split_list(line.cells[2]),
                .gender = *gender,
                .country = text(line.cells[4]),
                .offices = {},
                .surnames = surnames_of(line.cells[1], line.cells[6])};
  for (const std::string& cell : split_list(line.cells[5])) {
    auto office = decode_office(cell);
    if (!office) {
      return office.error();
    }
    person.offices.push_back(*std::move(office));
  }
  return person;
}

constexpr const char* title_columns[] = {"id",       "label",    "forms",    "kind",
                                         "gender",   "forms_fr", "forms_es", "forms_de",
                                         "forms_ru", "forms_zh", "forms_ar"};

Result<Title> decode_title(const TableLine& line) {
  const auto gender = decode_gender(line.cells[4]);
  if (!gender) {
    return gender.error();
  }
  return Title{.id = text(line.cells[0]),
               .label = text(line.cells[1]),
               .forms = split_list(line.cells[2]),
               .kind = text(line.cells[3]),
               .gender = *gender,
               .other_forms = by_language(line, 5)};
}

constexpr const char* cue_columns[] = {"lemma",  "lang",      "kind",  "forms",
                                       "stance", "reporting", "takes", "homograph"};

Result<Cue> decode_cue(const TableLine& line) {
  return Cue{.lemma = text(line.cells[0]),
             .language = text(line.cells[1]),
             .kind = text(line.cells[2]),
             .forms = split_list(line.cells[3]),
             .stance = text(line.cells[4]),
             .reporting = text(line.cells[5]),
             .takes = split_list(line.cells[6]),
             .noun_homograph = line.cells[7] == "noun"};
}

constexpr const char* topic_columns[] = {"id", "label", "rules"};

Result<TopicRow> decode_topic(const TableLine& line) {
  return TopicRow{text(line.cells[0]), text(line.cells[1]), split_list(line.cells[2])};
}

constexpr const char* abbreviation_columns[] = {"form", "lang", "kind"};

Result<Abbreviation> decode_abbreviation(const TableLine& line) {
  return Abbreviation{text(line.cells[0]), text(line.cells[1]), text(line.cells[2])};
}

constexpr const char* name_columns[] = {"name", "gender"};

Result<GivenName> decode_given_name(const TableLine& line) {
  const auto gender = decode_gender(line.cells[1]);
  if (!gender) {
    return gender.error();
  }
  return GivenName{text(line.cells[0]), *gender};
}

constexpr const char* synonym_columns[] = {"terms"};

Result<Names> decode_synonyms(const TableLine& line) {
  return split_list(line.cells[0]);
}

}  // namespace

template <>
const RowFormat<Field>& row_format<Field>() {
  static constexpr RowFormat<Field> format{{"fields.tsv", field_columns}, decode_field};
  return format;
}

template <>
const RowFormat<Country>& row_format<Country>() {
  static constexpr RowFormat<Country> format{{"countries.tsv", country_columns}, decode_country};
  return format;
}

template <>
const RowFormat<Body>& row_format<Body>() {
  static constexpr RowFormat<Body> format{{"bodies.tsv", body_columns}, decode_body};
  return format;
}

template <>
const RowFormat<Person>& row_format<Person>() {
  static constexpr RowFormat<Person> format{{"people.tsv", person_columns}, decode_person};
  return format;
}

template <>
const RowFormat<Title>& row_format<Title>() {
  static constexpr RowFormat<Title> format{{"titles.tsv", title_columns}, decode_title};
  return format;
}

template <>
const RowFormat<Cue>& row_format<Cue>() {
  static constexpr RowFormat<Cue> format{{"cues.tsv", cue_columns, 3}, decode_cue};
  return format;
}

template <>
const RowFormat<TopicRow>& row_format<TopicRow>() {
  static constexpr RowFormat<TopicRow> format{{"topics.tsv", topic_columns}, decode_topic};
  return format;
}

template <>
const RowFormat<Abbreviation>& row_format<Abbreviation>() {
  static constexpr RowFormat<Abbreviation> format{{"abbreviations.tsv", abbreviation_columns, 2},
                                                  decode_abbreviation};
  return format;
}

template <>
const RowFormat<GivenName>& row_format<GivenName>() {
  static constexpr RowFormat<GivenName> format{{"names.tsv", name_columns}, decode_given_name};
  return format;
}

template <>
const RowFormat<Names>& row_format<Names>() {
  static constexpr RowFormat<Names> format{{"synonyms.tsv", synonym_columns}, decode_synonyms};
  return format;
}

}  // namespace verbale
