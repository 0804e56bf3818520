#pragma once

#include <string>
#include <string_view>

#include "verbale/schema/tables.h"

namespace verbale::attribution {

// The part of a folded Russian name that its cases share: "товренского" and "товренский" are
// "товренск", "марией" and "мария" are "мар". The names of husband and wife share it, too.
std::string_view russian_stem(std::string_view folded);

// "Касимира Товрени" as "Касимир Товрени", "Марии Яровой" as "Мария Яровая": the nominative of a
// name in the genitive, word by word. Words whose case cannot be told stay as they are.
std::string russian_nominative(std::string_view name);

// One of the commonest given names, in any case: where a name begins.
bool is_russian_given_name(std::string_view folded);

// "приехал", "сообщила", and no given name.
bool is_russian_past(std::string_view folded);

// Of a name in the nominative, by its endings.
Gender russian_gender(std::string_view folded_name);

}  // namespace verbale::attribution
