#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/base/result.h"
#include "verbale/schema/tables.h"

namespace verbale {

enum class EntityKind { Person, Body, Country };

// Something that a name may mean. `id` is the row's.
struct Entity {
  EntityKind kind = EntityKind::Person;
  std::string id;

  auto operator<=>(const Entity&) const = default;
};

// The tables of index_schema/, read once and never changed after. Every look-up is const and
// thread-safe. Tables are parsed when first asked for, so that a process which needs the fields
// alone pays for the fields alone.
class Schema {
 public:
  // The tables that the program was built with.
  static Schema builtin();

  // The built-in tables with the rows of a folder's tables added: a row with the key of a built-in
  // row replaces it. A table may leave columns out and give them in any order; `fields.tsv` is not
  // read. A bad row is an error that names its file and line and says what is wrong; nothing is
  // loaded then. Users name such a folder with --schema.
  static Result<Schema> load(const std::filesystem::path& folder);

  // The tables that save() wrote, beside a generation; the built-in ones play no part.
  static Result<Schema> restore(const std::filesystem::path& folder);

  ~Schema();
  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;

  std::span<const Field> fields() const;
  std::span<const Country> countries() const;
  std::span<const Body> bodies() const;
  std::span<const Person> people() const;
  std::span<const Title> titles() const;
  std::span<const Cue> cues() const;
  std::span<const TopicRow> topics() const;
  std::span<const Abbreviation> abbreviations() const;
  std::span<const GivenName> given_names() const;
  std::span<const Names> synonyms() const;

  // Rows by id; null when there is none.
  const Field* field(std::string_view id) const;
  const Country* country(std::string_view id) const;
  const Body* body(std::string_view id) const;
  const Person* person(std::string_view id) const;
  const Title* title(std::string_view id) const;
  const TopicRow* topic(std::string_view id) const;

  // Everything that has `name` as its name or alias, in any script or spelling that the tables
  // know, compared folded: people also by surname, countries by demonym, capital and metonym.
  // Sorted; several when the name is ambiguous.
  std::vector<Entity> entities_named(std::string_view name) const;

  // A title's id by any of its forms, compared folded; empty when unknown.
  std::string role_named(std::string_view form) const;

  // Who held `role` for the country or body `of` on `day`; null when the tables do not know or
  // when several did.
  const Person* holder(std::string_view role, std::string_view of, const Date& day) const;

  // A person's office on a day: the role to show beside the name. Null when none covers it.
  static const Office* office_on(const Person& person, const Date& day);

  // A label for a value of a field: "CN" -> "China", "wang-yi" -> "Wang Yi"; the value itself
  // when there is none.
  std::string label(std::string_view field, std::string_view value) const;

  // SHA-256, hex: of the field table (an index of another one is refused), and of all tables (an
  // index of another gazetteer answers with a warning). A saved copy keeps both.
  std::string field_digest() const;
  std::string digest() const;

  // Writes all tables into a folder, for restore(). Throws std::filesystem::filesystem_error.
  void save(const std::filesystem::path& folder) const;

 private:
  struct Tables;
  explicit Schema(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace verbale
