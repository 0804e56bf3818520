#include "verbale/schema/schema.h"

#include <nettle/sha2.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <tuple>

#include "schema/builtin_tables.h"
#include "schema/table.h"
#include "verbale/text/folding.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// Rows of a table by id, made when first asked for.
template <class Row>
class IdLookup {
 public:
  const Row* find(const Table<Row>& table, std::string_view id) const {
    std::call_once(made_, [&] {
      for (const Row& row : table.rows()) {
        rows_.emplace(row.id, &row);
      }
    });
    const auto found = rows_.find(id);
    return found == rows_.end() ? nullptr : found->second;
  }

 private:
  mutable std::once_flag made_;
  mutable std::unordered_map<std::string_view, const Row*> rows_;
};

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

template <class Row>
void write_lines(const Table<Row>& table, std::string& out) {
  const char* separator = "";
  for (const char* column : Table<Row>::spec().columns) {
    out.append(separator).append(column);
    separator = "\t";
  }
  out += '\n';
  for (const TableLine& line : table.lines()) {
    separator = "";
    for (const std::string_view cell : line.cells) {
      out.append(separator).append(cell);
      separator = "\t";
    }
    out += '\n';
  }
}

std::string sha256_hex(std::string_view text) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
  std::uint8_t digest[SHA256_DIGEST_SIZE];
  sha256_digest(&context, sizeof digest, digest);
  std::string hex;
  for (const std::uint8_t byte : digest) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

using TableSource = std::function<std::pair<std::string_view, std::string>(const char* file)>;

}  // namespace

struct Schema::Tables {
  // `source` gives each table its base text and overlay. `owned` keeps base texts that are not the
  // program's own.
  Tables(const TableSource& source, std::vector<std::unique_ptr<std::string>> owned)
      : owned_texts(std::move(owned)),
        fields(make<Field>(source)),
        countries(make<Country>(source)),
        bodies(make<Body>(source)),
        people(make<Person>(source)),
        titles(make<Title>(source)),
        cues(make<Cue>(source)),
        topics(make<TopicRow>(source)),
        abbreviations(make<Abbreviation>(source)),
        given_names(make<GivenName>(source)),
        synonyms(make<Names>(source)) {}

  template <class Row>
  static Table<Row> make(const TableSource& source) {
    auto [base, overlay] = source(Table<Row>::spec().file);
    return Table<Row>(base, std::move(overlay));
  }

  // Calls `visit` with each table, in a fixed order.
  template <class Visit>
  void each(Visit visit) const {
    visit(fields), visit(countries), visit(bodies), visit(people), visit(titles), visit(cues);
    visit(topics), visit(abbreviations), visit(given_names), visit(synonyms);
  }

  std::optional<Error> check() const;
  std::optional<Error> check_offices() const;
  std::optional<std::string> fault_of(const std::vector<Office>& offices) const;
  void index_names() const;
  void index_roles() const;

  bool builtin = false;  // The program's own tables, with nothing added.
  std::vector<std::unique_ptr<std::string>> owned_texts;
  Table<Field> fields;
  Table<Country> countries;
  Table<Body> bodies;
  Table<Person> people;
  Table<Title> titles;
  Table<Cue> cues;
  Table<TopicRow> topics;
  Table<Abbreviation> abbreviations;
  Table<GivenName> given_names;
  Table<Names> synonyms;

  IdLookup<Field> field_ids;
  IdLookup<Country> country_ids;
  IdLookup<Body> body_ids;
  IdLookup<Person> person_ids;
  IdLookup<Title> title_ids;
  IdLookup<TopicRow> topic_ids;

  mutable std::once_flag names_indexed;
  mutable std::unordered_map<std::string, std::vector<Entity>> entities;
  mutable std::once_flag roles_indexed;
  mutable std::unordered_map<std::string, std::string> roles;
};

std::optional<Error> Schema::Tables::check() const {
  std::optional<Error> fault;
  each([&fault](const auto& table) {
    if (const auto decoded = table.decode(); !fault && !decoded) {
      fault = decoded.error();
    }
  });
  return fault ? fault : check_offices();
}

std::optional<Error> Schema::Tables::check_offices() const {
  for (std::size_t i = 0; i < people.rows().size(); ++i) {
    if (auto fault = fault_of(people.rows()[i].offices)) {
      return Error{*std::move(fault), "people.tsv:" + std::to_string(people.lines()[i].line)};
    }
  }
  return std::nullopt;
}

std::optional<std::string> Schema::Tables::fault_of(const std::vector<Office>& offices) const {
  for (const Office& office : offices) {
    if (title_ids.find(titles, office.role) == nullptr) {
      return "no title has the id \"" + office.role + "\"";
    }
    if (country_ids.find(countries, office.of) == nullptr &&
        body_ids.find(bodies, office.of) == nullptr) {
      return "no country or body has the id \"" + office.of + "\"";
    }
  }
  return std::nullopt;
}

void Schema::Tables::index_roles() const {
  const auto add_forms = [this](const Title& title, const Names& forms) {
    for (const std::string& written : forms) {
      roles.emplace(fold(written), title.id);
    }
  };
  for (const Title& title : titles.rows()) {
    roles.emplace(fold(title.id), title.id);
    roles.emplace(fold(title.label), title.id);
    add_forms(title, title.forms);
    for (const auto& [language, forms] : title.other_forms) {
      add_forms(title, forms);
    }
  }
}

void Schema::Tables::index_names() const {
  const auto add = [this](const Entity& entity, const std::string& name) {
    std::vector<Entity>& named = entities[fold(name)];
    if (std::ranges::find(named, entity) == named.end()) {
      named.push_back(entity);
    }
  };
  const auto add_all = [&add](const Entity& entity, const Names& names) {
    for (const std::string& name : names) {
      add(entity, name);
    }
  };
  const auto add_other = [&add_all](const Entity& entity,
                                    const std::map<std::string, Names>& names) {
    for (const auto& [language, list] : names) {
      add_all(entity, list);
    }
  };
  for (const Country& row : countries.rows()) {
    const Entity entity{EntityKind::Country, row.id};
    add_all(entity, {row.id, row.alpha3, row.name});
    add_all(entity, row.aliases), add_all(entity, row.demonyms);
    add_all(entity, row.capitals), add_all(entity, row.metonyms);
    add_other(entity, row.other_names);
  }
  for (const Body& row : bodies.rows()) {
    const Entity entity{EntityKind::Body, row.id};
    add_all(entity, {row.id, row.name});
    add_all(entity, row.aliases);
    add_other(entity, row.other_names);
  }
  for (const Person& row : people.rows()) {
    const Entity entity{EntityKind::Person, row.id};
    add_all(entity, {row.id, row.name});
    add_all(entity, row.aliases), add_all(entity, row.surnames);
  }
  entities.erase("");
  for (auto& [name, named] : entities) {
    std::ranges::sort(named);
  }
}

Schema Schema::builtin() {
  auto tables = std::make_unique<Tables>(
      [](const char* file) { return std::pair(builtin_table(file), std::string()); },
      std::vector<std::unique_ptr<std::string>>());
  tables->builtin = true;
  return Schema(std::move(tables));
}

Result<Schema> Schema::load(const fs::path& folder) {
  if (!fs::is_directory(folder)) {
    return Error{"no such folder; --schema takes a folder with tables such as people.tsv",
                 folder.string()};
  }
  const TableSource source = [&folder](const char* file) {
    const bool is_fields = std::string_view(file) == Table<Field>::spec().file;
    return std::pair(builtin_table(file), is_fields ? std::string() : read_file(folder / file));
  };
  auto tables = std::make_unique<Tables>(source, std::vector<std::unique_ptr<std::string>>());
  if (auto fault = tables->check()) {
    return Error{fault->message, (folder / fault->where).string()};
  }
  return Schema(std::move(tables));
}

Result<Schema> Schema::restore(const fs::path& folder) {
  if (!fs::is_directory(folder)) {
    return Error{"no schema tables here", folder.string()};
  }
  std::vector<std::unique_ptr<std::string>> owned;
  const TableSource source = [&](const char* file) {
    owned.push_back(std::make_unique<std::string>(read_file(folder / file)));
    return std::pair(std::string_view(*owned.back()), std::string());
  };
  auto tables = std::make_unique<Tables>(source, std::vector<std::unique_ptr<std::string>>());
  tables->owned_texts = std::move(owned);
  return Schema(std::move(tables));
}

Schema::Schema(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Schema::~Schema() = default;
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;

std::span<const Field> Schema::fields() const {
  return tables_->fields.rows();
}
std::span<const Country> Schema::countries() const {
  return tables_->countries.rows();
}
std::span<const Body> Schema::bodies() const {
  return tables_->bodies.rows();
}
std::span<const Person> Schema::people() const {
  return tables_->people.rows();
}
std::span<const Title> Schema::titles() const {
  return tables_->titles.rows();
}
std::span<const Cue> Schema::cues() const {
  return tables_->cues.rows();
}
std::span<const TopicRow> Schema::topics() const {
  return tables_->topics.rows();
}
std::span<const Abbreviation> Schema::abbreviations() const {
  return tables_->abbreviations.rows();
}
std::span<const GivenName> Schema::given_names() const {
  return tables_->given_names.rows();
}
std::span<const Names> Schema::synonyms() const {
  return tables_->synonyms.rows();
}

const Field* Schema::field(std::string_view id) const {
  return tables_->field_ids.find(tables_->fields, id);
}
const Country* Schema::country(std::string_view id) const {
  return tables_->country_ids.find(tables_->countries, id);
}
const Body* Schema::body(std::string_view id) const {
  return tables_->body_ids.find(tables_->bodies, id);
}
const Person* Schema::person(std::string_view id) const {
  return tables_->person_ids.find(tables_->people, id);
}
const Title* Schema::title(std::string_view id) const {
  return tables_->title_ids.find(tables_->titles, id);
}
const TopicRow* Schema::topic(std::string_view id) const {
  return tables_->topic_ids.find(tables_->topics, id);
}

std::vector<Entity> Schema::entities_named(std::string_view name) const {
  std::call_once(tables_->names_indexed, [this] { tables_->index_names(); });
  const auto found = tables_->entities.find(fold(name));
  return found == tables_->entities.end() ? std::vector<Entity>() : found->second;
}

std::string Schema::role_named(std::string_view form) const {
  std::call_once(tables_->roles_indexed, [this] { tables_->index_roles(); });
  const auto found = tables_->roles.find(fold(form));
  return found == tables_->roles.end() ? std::string() : found->second;
}

namespace {

bool covers(const Office& office, const Date& day) {
  return (!office.from || office.from->first_day() <= day.last_day()) &&
         (!office.until || day.first_day() <= office.until->last_day());
}

}  // namespace

const Person* Schema::holder(std::string_view role, std::string_view of, const Date& day) const {
  const Person* holder = nullptr;
  for (const Person& person : people()) {
    const bool held = std::ranges::any_of(person.offices, [&](const Office& office) {
      return office.role == role && office.of == of && covers(office, day);
    });
    if (held && holder != nullptr) {
      return nullptr;
    }
    holder = held ? &person : holder;
  }
  return holder;
}

const Office* Schema::office_on(const Person& person, const Date& day) {
  const auto office = std::ranges::find_if(
      person.offices, [&day](const Office& candidate) { return covers(candidate, day); });
  return office == person.offices.end() ? nullptr : &*office;
}

std::string Schema::label(std::string_view field, std::string_view value) const {
  if (field == "role") {
    const Title* row = title(value);
    return row == nullptr ? std::string(value) : row->label;
  }
  if (field == "topic") {
    const TopicRow* row = topic(value);
    return row == nullptr ? std::string(value) : row->label;
  }
  if (field == "speaker") {
    if (const Person* row = person(value)) {
      return row->name;
    }
  }
  if (field == "speaker" || field == "country" || field == "about") {
    if (const Country* row = country(value)) {
      return row->name;
    }
    if (const Body* row = body(value)) {
      return row->name;
    }
  }
  return std::string(value);
}

std::string Schema::field_digest() const {
  std::string text;
  write_lines(tables_->fields, text);
  return sha256_hex(text);
}

// What was saved of the built-in tables, without their comments, are the built-in tables.
std::string Schema::digest() const {
  const auto text_of = [](const Tables& tables) {
    std::string text;
    tables.each([&text](const auto& table) { write_lines(table, text); });
    return text;
  };
  if (tables_->builtin) {
    return std::string(builtin_digest());
  }
  const std::string text = text_of(*tables_);
  const Schema own = builtin();
  return text == text_of(*own.tables_) ? own.digest() : sha256_hex(text);
}

void Schema::save(const fs::path& folder) const {
  fs::create_directories(folder);
  tables_->each([&folder](const auto& table) {
    std::string text;
    write_lines(table, text);
    std::ofstream file(folder / table.spec().file, std::ios::binary);
    file << text;
    if (!file.flush()) {
      throw fs::filesystem_error("cannot write the schema table", folder / table.spec().file,
                                 std::make_error_code(std::errc::io_error));
    }
  });
}

}  // namespace verbale
