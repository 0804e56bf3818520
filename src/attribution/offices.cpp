#include "attribution/offices.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

constexpr TokenIndex farthest_place = 4;  // Tokens between a country and its office.
constexpr std::size_t shortest_stem = 4;

// "Velmark" and "Velmarki": a name and what is made of it.
bool one_stem(std::string_view a, std::string_view b) {
  const auto [end, other] = std::ranges::mismatch(a, b);
  const auto common = static_cast<std::size_t>(end - a.begin());
  return common >= shortest_stem && common + 3 >= std::min(a.size(), b.size());
}

}  // namespace

std::string_view Offices::role_of(const Match& match) const {
  for (const Sense& sense : match.senses) {
    if (sense.kind == SenseKind::Title && schema_.titles()[sense.row].kind == "office") {
      return schema_.titles()[sense.row].id;
    }
  }
  return {};
}

std::string_view Offices::place_of(const Match& match) const {
  for (const Sense& sense : match.senses) {
    if (sense.kind == SenseKind::Demonym || sense.kind == SenseKind::Country ||
        sense.kind == SenseKind::Metonym) {
      return schema_.countries()[sense.row].id;
    }
    if (sense.kind == SenseKind::Body) {
      return schema_.bodies()[sense.row].id;
    }
  }
  return {};
}

// The place whose name is at a token: by the tables, or a capital word that they do not know.
Offices::Place Offices::place_at(TokenIndex at) const {
  auto behind = std::ranges::upper_bound(document_.matches, at, {}, &Match::first);
  if (behind != document_.matches.begin() && (--behind)->last > at) {
    if (const std::string_view id = place_of(*behind); !id.empty()) {
      return {id, {}};
    }
  }
  constexpr Traits others = trait_determiner | trait_title | trait_honorific | trait_person_noun |
                            trait_given_name | trait_weekday | trait_month | trait_preposition;
  const Token& token = document_.tokens[at];
  const bool name = token.is_word() && token.letters == LetterCase::Capital &&
                    !lexicon_.has(token, others) && token.range.size() > 2;
  return {{}, name ? document_.word(at) : std::string_view{}};
}

// "French", "France's", "the Velmarki" before the office.
Offices::Place Offices::place_before(TokenIndex title) const {
  for (TokenIndex at = title; at-- > 0 && at + farthest_place >= title;) {
    const Token& token = document_.tokens[at];
    if (token.quotation != document_.tokens[title].quotation ||
        (!token.is_word() && token.kind != TokenKind::Possessive) ||
        lexicon_.has(token, trait_preposition | trait_coordinator)) {
      break;
    }
    if (const Place found = place_at(at); !found.country.empty() || !found.written.empty()) {
      return found;
    }
    if (lexicon_.has(token, trait_determiner | trait_possessive | trait_cue | trait_verb)) {
      break;
    }
  }
  return {};
}

// "minister of France", "minister of the Republic of Velmark"
Offices::Place Offices::place_behind(TokenIndex behind) const {
  const bool of = behind + 1 < document_.tokens.size() &&
                  (document_.word(behind) == "of" || document_.word(behind) == "for");
  if (!of) {
    return {};
  }
  const bool the = document_.word(behind + 1) == "the" && behind + 2 < document_.tokens.size();
  return place_at(behind + (the ? 2 : 1));
}

bool Offices::is_former(TokenIndex title) const {
  for (TokenIndex at = title; at-- > 0 && at + 3 >= title;) {
    const std::string_view word = document_.word(at);
    if (word == "former" || word == "Former" || word == "ex" || word == "then" || word == "late" ||
        word == "deputy" || word == "Deputy" || word == "vice" || word == "assistant" ||
        word == "next" || word == "future" || word == "a" || word == "another" || word == "no") {
      return true;
    }
  }
  return false;
}

OfficeMention Offices::in(TokenIndex first, TokenIndex last) const {
  OfficeMention office;
  auto match = std::ranges::lower_bound(document_.matches, first, {}, &Match::first);
  for (; match != document_.matches.end() && match->first < last; ++match) {
    const std::string_view role = role_of(*match);
    if (role.empty()) {
      continue;
    }
    const Place before = place_before(match->first);
    const bool named = !before.country.empty() || !before.written.empty();
    const Place place = named ? before : place_behind(match->last);
    office = {role, place.country, place.written, is_former(match->first)};
  }
  return office;
}

bool same_office(const OfficeMention& a, const OfficeMention& b) {
  if (a.role != b.role || a.former || b.former) {
    return false;
  }
  if (!a.country.empty() && !b.country.empty()) {
    return a.country == b.country;
  }
  if (!a.place.empty() && !b.place.empty()) {
    return one_stem(a.place, b.place);
  }
  const bool told_apart =
      (!a.country.empty() && !b.place.empty()) || (!b.country.empty() && !a.place.empty());
  return !told_apart;
}

}  // namespace verbale::attribution
