#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "attribution/document.h"
#include "verbale/model/article.h"
#include "verbale/model/passage.h"
#include "verbale/schema/schema.h"

namespace verbale::attribution {

// Who a name means that stands outside of any clause: the label of a turn, a record's `speaker`.
class NamedSpeakers {
 public:
  // Keeps references.
  NamedSpeakers(const Document& document, const Lexicon& lexicon, const Schema& schema,
                const Article& article);

  // The speaker called `name`: the article's own speaker, a person of the tables, or somebody whom
  // the text names in full ("MR. MILLER" is the Matthew Miller of the heading). A surname that the
  // text leaves open stays a surname.
  Speaker named(std::string_view name);

  // Whether the text names somebody of this surname in full.
  bool has_full_name(std::string_view surname);

  // What the metadata says; empty when it names nobody.
  std::optional<Speaker> of_article() const;

  // The id of a country or body that metadata writes; empty when unknown.
  std::string country_named(std::string_view name) const;

  // Somebody without a name: "a journalist".
  static Speaker unnamed(std::string description, std::string country = "");

 private:
  struct FullName {
    std::string name;
    TextRange range;
    bool several = false;  // Another one of the surname is in the text.
  };

  std::optional<Speaker> in_tables(std::string_view name) const;
  std::optional<Speaker> body_in_tables(std::string_view name) const;
  std::optional<FullName> in_text(std::string_view surname);
  void collect_full_names();
  std::optional<FullName> full_name_at(TokenIndex last) const;
  std::string role_beside(TextRange name) const;

  const Document& document_;
  const Lexicon& lexicon_;
  const Schema& schema_;
  const Article& article_;
  std::unordered_map<std::string, FullName> full_names_;  // By folded surname.
  bool collected_ = false;
};

}  // namespace verbale::attribution
