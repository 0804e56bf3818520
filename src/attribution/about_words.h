#pragma once

#include <span>
#include <string_view>

namespace verbale::attribution {

// All lower case, folded, sorted as given; looked up by std::ranges::find.

// After a place's name, in capitals, they make it an outlet's, a school's, a street's or a team's:
// Washington Post, Oxford Street, New England Patriots.
std::span<const std::string_view> nouns_of_other_names();

// "Swiss francs": prices say little about the country whose money they are in.
std::span<const std::string_view> currencies();

// Before a place's name they make it where something happens: "in Geneva".
std::span<const std::string_view> locating_words();

// "South China Sea", "Gulf of Mexico": the two words around a country's name that make it the name
// of a water or a landscape.
struct Surrounding {
  std::string_view before;  // Empty: nothing asked.
  std::string_view after;
};
std::span<const Surrounding> landscapes();

// "French fries", "Turkish bath": a demonym and a noun that say nothing about the country.
struct Idiom {
  std::string_view demonym;
  std::string_view noun;
};
std::span<const Idiom> idioms();

// States of the US and provinces of Canada, and how newspapers shorten them: "Paris, Texas".
std::span<const std::string_view> states_of_the_union();

// What tells Georgia in the Caucasus from Georgia in the South.
std::span<const std::string_view> caucasus_words();
std::span<const std::string_view> southern_words();

}  // namespace verbale::attribution
