#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "verbale/query/parser.h"
#include "verbale/schema/schema.h"

namespace verbale {

// What the values that people write in filters stand for: names, aliases, surnames, titles on a
// date and demonyms become the ids of the tables. Nothing is guessed: a name that the tables do
// not know stays what was written.
class NameResolver {
 public:
  // `dates`: the days that the query asks for; a title means who held it then.
  NameResolver(const Schema& schema, const QueryOptions& options, DateRange dates)
      : schema_(schema), options_(options), dates_(dates) {}

  // Fills the values of a Filter. A note where something else than what was written is looked for.
  std::optional<std::string> resolve(QueryNode& filter) const;

 private:
  std::vector<std::string> speakers(const std::string& name, std::string& because) const;
  std::vector<std::string> places(std::string_view name) const;
  std::vector<std::string> roles(const std::string& name) const;
  std::vector<std::string> topics(const std::string& name) const;
  std::vector<std::string> holders(const std::string& title, std::string& because) const;
  std::vector<std::string> holders_of(const std::string& role, std::string_view place) const;
  std::vector<Entity> entities(std::string_view name) const;
  bool is_own_name(const Entity& entity, std::string_view name) const;

  const Schema& schema_;
  QueryOptions options_;
  DateRange dates_;
};

}  // namespace verbale
