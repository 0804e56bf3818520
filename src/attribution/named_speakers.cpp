#include "attribution/named_speakers.h"

#include <algorithm>

#include "attribution/word_key.h"
#include "verbale/text/slug.h"
#include "verbale/text/title_case.h"

namespace verbale::attribution {

namespace {

std::string_view last_word(std::string_view name) {
  const std::size_t space = name.find_last_of(" .");
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

std::string folded(std::string_view word) {
  return std::string(fold_word(word).view());
}

}  // namespace

NamedSpeakers::NamedSpeakers(const Document& document, const Lexicon& lexicon, const Schema& schema,
                             const Article& article)
    : document_(document), lexicon_(lexicon), schema_(schema), article_(article) {}

Speaker NamedSpeakers::unnamed(std::string description, std::string country) {
  Speaker speaker;
  speaker.id = {"unnamed-" + slug(description)};
  speaker.name = std::move(description);
  speaker.country = std::move(country);
  return speaker;
}

std::string NamedSpeakers::country_named(std::string_view name) const {
  if (schema_.country(name) != nullptr || schema_.body(name) != nullptr) {
    return std::string(name);
  }
  for (const Country& country : schema_.countries()) {
    if (!name.empty() && country.alpha3 == name) {
      return country.id;
    }
  }
  for (const Entity& entity : schema_.entities_named(name)) {
    if (entity.kind != EntityKind::Person) {
      return entity.id;
    }
  }
  return {};
}

std::optional<Speaker> NamedSpeakers::of_article() const {
  if (article_.speaker.empty()) {
    return std::nullopt;
  }
  Speaker speaker;
  if (auto known = in_tables(article_.speaker)) {
    speaker = std::move(*known);
  } else if (auto body = body_in_tables(article_.speaker)) {
    speaker = std::move(*body);
  } else {
    speaker.name = article_.speaker;
    speaker.id = {slug(article_.speaker)};
  }
  if (!article_.role.empty()) {
    const std::string role = schema_.role_named(article_.role);
    speaker.role = role.empty() ? speaker.role : role;
  }
  if (!article_.country.empty()) {
    speaker.country = country_named(article_.country);
  }
  return speaker;
}

// A full name of the tables, or a surname that one person alone bears who held an office then.
std::optional<Speaker> NamedSpeakers::in_tables(std::string_view name) const {
  const Person* found = nullptr;
  const bool surname_alone = name.find(' ') == std::string_view::npos;
  for (const Entity& entity : schema_.entities_named(name)) {
    const Person* person = entity.kind == EntityKind::Person ? schema_.person(entity.id) : nullptr;
    if (person == nullptr) {
      continue;
    }
    const bool holds_office =
        article_.published && Schema::office_on(*person, *article_.published) != nullptr;
    if (surname_alone && !holds_office) {
      continue;
    }
    if (found != nullptr) {
      return std::nullopt;
    }
    found = person;
  }
  if (found == nullptr) {
    return std::nullopt;
  }
  const Office* office =
      article_.published ? Schema::office_on(*found, *article_.published) : nullptr;
  return Speaker{{found->id}, found->name, office == nullptr ? "" : office->role, found->country};
}

// A body that alone is called so: a declaration's own speaker.
std::optional<Speaker> NamedSpeakers::body_in_tables(std::string_view name) const {
  const auto named = schema_.entities_named(name);
  if (named.size() != 1 || named.front().kind != EntityKind::Body) {
    return std::nullopt;
  }
  const Body& body = *schema_.body(named.front().id);
  return Speaker{{body.id}, body.name, "", body.country.empty() ? body.id : body.country};
}

// The name that ends with the token: the capital words before it that are no titles.
std::optional<NamedSpeakers::FullName> NamedSpeakers::full_name_at(TokenIndex last) const {
  constexpr Traits no_name = trait_title | trait_honorific | trait_determiner | trait_preposition |
                             trait_coordinator | trait_auxiliary | trait_weekday | trait_month |
                             trait_subject_pronoun;
  constexpr TokenIndex longest = 4;
  TokenIndex first = last;
  while (first > 0 && last - first < longest) {
    const Token& before = document_.tokens[first - 1];
    if (!before.is_word() || !before.starts_capital() || !document_.tokens[first].space_before ||
        lexicon_.has(before, no_name) || document_.word(first - 1) == "M.") {
      break;
    }
    --first;
  }
  if (first == last) {
    return std::nullopt;
  }
  const TextRange range = document_.range(first, last + 1);
  return FullName{title_case(range.in(document_.text)), range};
}

void NamedSpeakers::collect_full_names() {
  collected_ = true;
  for (TokenIndex at = 1; at < document_.tokens.size(); ++at) {
    const Token& token = document_.tokens[at];
    if (!token.is_word() || !token.starts_capital() || !document_.tokens[at - 1].is_word()) {
      continue;
    }
    auto full = full_name_at(at);
    if (!full) {
      continue;
    }
    const auto [place, added] = full_names_.try_emplace(folded(document_.word(at)), *full);
    place->second.several =
        place->second.several || folded(place->second.name) != folded(full->name);
  }
}

bool NamedSpeakers::has_full_name(std::string_view surname) {
  if (!collected_) {
    collect_full_names();
  }
  return full_names_.contains(folded(surname));
}

// The only full name of the surname; nothing when there are several.
std::optional<NamedSpeakers::FullName> NamedSpeakers::in_text(std::string_view surname) {
  if (!collected_) {
    collect_full_names();
  }
  const auto found = full_names_.find(folded(surname));
  return found == full_names_.end() || found->second.several ? std::nullopt
                                                             : std::optional(found->second);
}

// "Tavia Orlano, Spokesperson", "Foreign Minister Kasimir Tovreny"
std::string NamedSpeakers::role_beside(TextRange name) const {
  const auto behind = std::ranges::partition_point(document_.matches, [&](const Match& match) {
    return document_.range(match.first, match.last).end < name.begin;
  });
  for (auto match = behind; match != document_.matches.end(); ++match) {
    const TextRange range = document_.range(match->first, match->last);
    if (range.begin > name.end + 2) {
      break;
    }
    const bool before = range.end + 1 == name.begin;
    const bool after = range.begin == name.end + 2 && document_.text[name.end] == ',';
    for (const Sense& sense : match->senses) {
      const bool title = sense.kind == SenseKind::Title && (before || after);
      if (title && schema_.titles()[sense.row].kind != "honorific") {
        return schema_.titles()[sense.row].id;
      }
    }
  }
  return {};
}

Speaker NamedSpeakers::named(std::string_view name) {
  const auto own = of_article();
  if (own && folded(last_word(own->name)) == folded(last_word(name))) {
    return *own;
  }
  const bool surname_alone = name.find_first_of(" .") == std::string_view::npos;
  const auto full = surname_alone ? in_text(name) : std::nullopt;
  const std::string whole = full ? full->name : title_case(name);
  if (auto known = in_tables(whole)) {
    return *known;
  }
  Speaker speaker;
  speaker.id = {slug(whole)};
  speaker.name = whole;
  speaker.role = full ? role_beside(full->range) : "";
  return speaker;
}

}  // namespace verbale::attribution
