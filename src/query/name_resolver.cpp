#include "name_resolver.h"

#include <algorithm>
#include <iterator>

#include "verbale/text/folding.h"
#include "verbale/text/slug.h"

namespace verbale {
namespace {

using Ids = std::vector<std::string>;

struct LanguageName {
  std::string_view name;
  const char* code;
};

constexpr LanguageName language_names[] = {
    {"arabic", "ar"},   {"chinese", "zh"},   {"dutch", "nl"},     {"english", "en"},
    {"french", "fr"},   {"german", "de"},    {"greek", "el"},     {"hebrew", "he"},
    {"hindi", "hi"},    {"hungarian", "hu"}, {"italian", "it"},   {"japanese", "ja"},
    {"korean", "ko"},   {"persian", "fa"},   {"polish", "pl"},    {"portuguese", "pt"},
    {"romanian", "ro"}, {"russian", "ru"},   {"spanish", "es"},   {"swedish", "sv"},
    {"thai", "th"},     {"turkish", "tr"},   {"ukrainian", "uk"},
};

std::string language_code(std::string_view written) {
  std::string folded = fold(written);
  const auto* found = std::ranges::find(language_names, folded, &LanguageName::name);
  return found == std::end(language_names) ? folded.substr(0, folded.find('-')) : found->code;
}

std::string_view without_article(std::string_view name) {
  return name.starts_with("the ") ? name.substr(4) : name;
}

void add_new(Ids& ids, std::string id) {
  if (std::ranges::find(ids, id) == ids.end()) {
    ids.push_back(std::move(id));
  }
}

}  // namespace

std::optional<std::string> NameResolver::resolve(QueryNode& filter) const {
  std::string because;
  Ids ids;
  if (filter.field == "speaker") {
    ids = speakers(filter.text, because);
  } else if (filter.field == "country" || filter.field == "about") {
    ids = places(filter.text);
  } else if (filter.field == "role") {
    ids = roles(filter.text);
  } else if (filter.field == "topic") {
    ids = topics(filter.text);
  } else if (filter.field == "lang") {
    ids = {language_code(filter.text)};
  } else if (filter.field == "kind") {
    ids = {fold(filter.text)};
  }
  filter.values = ids.empty() ? Ids{filter.text} : ids;
  std::string read_as;
  const std::string written = fold(filter.text);
  bool another = false;
  for (const std::string& id : ids) {
    const std::string label = schema_.label(filter.field, id);
    const bool itself = fold(label) == written || fold(id) == written || slug(filter.text) == id;
    another = another || !itself;
    read_as.append(read_as.empty() ? "" : ", ").append(label);
    read_as += label == id ? "" : " (" + id + ")";
  }
  if (!another || filter.field == "lang") {
    return std::nullopt;
  }
  return filter.field + ":\"" + filter.text + "\" was read as " + read_as + because;
}

// A surname also finds speakers whom no table knows, by the word that was written.
Ids NameResolver::speakers(const std::string& name, std::string& because) const {
  Ids ids;
  bool surname = false;
  for (const Entity& entity : entities(name)) {
    surname = surname || (entity.kind == EntityKind::Person && !is_own_name(entity, name));
    add_new(ids, entity.id);
  }
  if (ids.empty() && options_.expand) {
    ids = holders(name, because);
  }
  const bool one_word = fold(name).find(' ') == std::string::npos;
  if (ids.empty()) {
    add_new(ids, slug(name));
    add_new(ids, name);
  } else if (surname && one_word) {
    add_new(ids, name);
  }
  return ids;
}

Ids NameResolver::places(std::string_view name) const {
  Ids ids;
  for (const Entity& entity : entities(name)) {
    if (entity.kind != EntityKind::Person) {
      add_new(ids, entity.id);
    }
  }
  return ids;
}

Ids NameResolver::roles(const std::string& name) const {
  const std::string role = schema_.role_named(name);
  return role.empty() ? Ids{} : Ids{role};
}

Ids NameResolver::topics(const std::string& name) const {
  if (schema_.topic(name) != nullptr) {
    return {name};
  }
  const std::string folded = fold(name);
  for (const TopicRow& row : schema_.topics()) {
    if (fold(row.id) == folded || fold(row.label) == folded) {
      return {row.id};
    }
  }
  return {};
}

// "Chinese foreign minister", "secretary general of NATO"
Ids NameResolver::holders(const std::string& title, std::string& because) const {
  const std::string whole = fold(title);
  const std::string_view folded = without_article(whole);
  because = " by office";
  if (const std::size_t of = folded.find(" of "); of != std::string::npos) {
    const std::string role = schema_.role_named(folded.substr(0, of));
    Ids ids = holders_of(role, without_article(folded.substr(of + 4)));
    if (!ids.empty()) {
      return ids;
    }
  }
  for (std::size_t space = folded.find(' '); space != std::string::npos;
       space = folded.find(' ', space + 1)) {
    const std::string role = schema_.role_named(folded.substr(space + 1));
    Ids ids = holders_of(role, folded.substr(0, space));
    if (!ids.empty()) {
      return ids;
    }
  }
  because.clear();
  return {};
}

Ids NameResolver::holders_of(const std::string& role, std::string_view place) const {
  const Ids of = role.empty() ? Ids{} : places(place);
  const bool dated = dates_.from || dates_.until;
  const auto first = dated && dates_.from ? dates_.from->first_day() : options_.today.first_day();
  const auto last = dated && dates_.until ? dates_.until->last_day() : options_.today.last_day();
  Ids ids;
  for (const Person& person : schema_.people()) {
    const bool held = std::ranges::any_of(person.offices, [&](const Office& office) {
      const bool here = office.role == role && std::ranges::find(of, office.of) != of.end();
      return here && (!office.from || office.from->first_day() <= last) &&
             (!office.until || (dated && !dates_.from) || first <= office.until->last_day());
    });
    if (held && !of.empty()) {
      ids.push_back(person.id);
    }
  }
  return ids;
}

std::vector<Entity> NameResolver::entities(std::string_view name) const {
  std::vector<Entity> found = schema_.entities_named(name);
  if (!options_.expand) {
    std::erase_if(found, [&](const Entity& entity) { return !is_own_name(entity, name); });
  }
  return found;
}

bool NameResolver::is_own_name(const Entity& entity, std::string_view name) const {
  const std::string folded = fold(name);
  return fold(entity.id) == folded || fold(schema_.label("speaker", entity.id)) == folded;
}

}  // namespace verbale
