#include "attribution/about_words.h"

namespace verbale::attribution {
namespace {

constexpr std::string_view other_nouns[] = {
    "post",          "times",     "daily",    "herald",   "tribune",   "journal",    "star",
    "globe",         "mail",      "gazette",  "examiner", "chronicle", "observer",   "telegraph",
    "review",        "express",   "inquirer", "mirror",   "weekly",    "magazine",   "monitor",
    "university",    "college",   "street",   "avenue",   "road",      "square",     "county",
    "redskins",      "nationals", "wizards",  "capitals", "patriots",  "bulldogs",   "tech",
    "monthly",       "examiner",  "digest",   "airport",  "hilton",    "marriott",   "hotel",
    "saint-germain", "fc",        "united",   "heights",  "bridge",    "underground"};

constexpr std::string_view money[] = {
    "dollar", "dollars", "dlr",      "dlrs",    "franc",    "francs",   "mark",      "marks",
    "pound",  "pounds",  "yen",      "crown",   "crowns",   "krone",    "kroner",    "krona",
    "kronor", "guilder", "guilders", "lira",    "lire",     "peseta",   "pesetas",   "peso",
    "pesos",  "rupee",   "rupees",   "ruble",   "rubles",   "rouble",   "roubles",   "yuan",
    "won",    "rand",    "real",     "reais",   "cruzado",  "cruzados", "schilling", "schillings",
    "dinar",  "dinars",  "riyal",    "riyals",  "dirham",   "dirhams",  "ringgit",   "baht",
    "markka", "escudo",  "escudos",  "drachma", "drachmas", "sterling", "currency"};

constexpr std::string_view locating[] = {
    "in",      "at",  "to",     "from",   "into",  "near",    "across", "throughout",
    "outside", "via", "around", "inside", "visit", "through", "for",    "between"};

constexpr Surrounding waters[] = {{"south", "sea"}, {"east", "sea"},  {"of", "sea"}, {"", "sea"},
                                  {"", "ocean"},    {"", "channel"},  {"", "gulf"},  {"gulf", ""},
                                  {"latin", ""},    {"central", ""},  {"north", ""}, {"south", ""},
                                  {"inter", ""},    {"pan", ""},      {"new", ""},   {"sea", ""},
                                  {"", "strait"},   {"", "peninsula"}};

constexpr Idiom no_countries[] = {
    {"french", "fries"},      {"french", "fry"},         {"french", "toast"},
    {"french", "bulldog"},    {"french", "doors"},       {"french", "horn"},
    {"french", "kiss"},       {"french", "press"},       {"french", "open"},
    {"turkish", "bath"},      {"turkish", "delight"},    {"danish", "pastry"},
    {"danish", "pastries"},   {"swiss", "cheese"},       {"swiss", "chard"},
    {"swiss", "army"},        {"brazil", "nut"},         {"brazil", "nuts"},
    {"dutch", "oven"},        {"dutch", "courage"},      {"indian", "summer"},
    {"russian", "roulette"},  {"chinese", "checkers"},   {"chinese", "wall"},
    {"irish", "coffee"},      {"irish", "setter"},       {"cuban", "sandwich"},
    {"cuban", "heels"},       {"spanish", "flu"},        {"canadian", "bacon"},
    {"german", "shepherd"},   {"german", "shepherds"},   {"german", "measles"},
    {"english", "breakfast"}, {"english", "muffin"},     {"persian", "cat"},
    {"persian", "rug"},       {"greek", "yogurt"},       {"greek", "salad"},
    {"turkey", "sandwich"},   {"turkey", "breast"},      {"turkey", "dinner"},
    {"turkey", "meat"},       {"turkey", "farm"},        {"turkey", "farms"},
    {"turkey", "farmers"},    {"turkey", "prices"},      {"turkey", "producers"},
    {"guinea", "pig"},        {"guinea", "pigs"},        {"panama", "hat"},
    {"panama", "papers"},     {"berlin", "wall"},        {"vienna", "sausage"},
    {"geneva", "convention"}, {"geneva", "conventions"}, {"paris", "club"},
    {"rome", "statute"},      {"paris", "agreement"},    {"brussels", "sprouts"},
    {"japan", "wax"},         {"china", "cabinet"}};

constexpr std::string_view states[] = {
    "alabama",   "ala",        "alaska",       "arizona",   "ariz",      "arkansas",
    "ark",       "california", "calif",        "colorado",  "colo",      "connecticut",
    "conn",      "delaware",   "del",          "florida",   "fla",       "georgia",
    "ga",        "hawaii",     "idaho",        "illinois",  "ill",       "indiana",
    "ind",       "iowa",       "kansas",       "kan",       "kentucky",  "ky",
    "louisiana", "la",         "maine",        "maryland",  "md",        "massachusetts",
    "mass",      "michigan",   "mich",         "minnesota", "minn",      "mississippi",
    "miss",      "missouri",   "mo",           "montana",   "mont",      "nebraska",
    "neb",       "nevada",     "nev",          "ohio",      "oklahoma",  "okla",
    "oregon",    "ore",        "pennsylvania", "pa",        "tennessee", "tenn",
    "texas",     "tex",        "utah",         "vermont",   "vt",        "virginia",
    "va",        "wisconsin",  "wis",          "wyoming",   "wyo",       "n.y",
    "n.j",       "n.h",        "n.m",          "n.c",       "s.c",       "n.d",
    "s.d",       "r.i",        "w.va",         "d.c",       "ontario",   "ont",
    "alberta",   "manitoba",   "saskatchewan"};

constexpr std::string_view caucasus[] = {
    "tbilisi",      "abkhazia",    "abkhaz",        "ossetia",    "ossetian",       "saakashvili",
    "caucasus",     "ivanishvili", "zourabichvili", "kobakhidze", "margvelashvili", "shevardnadze",
    "batumi",       "armenia",     "azerbaijan",    "baku",       "yerevan",        "russia",
    "russian",      "moscow",      "moldova",       "ukraine",    "soviet",         "garibashvili",
    "kavelashvili", "georgians"};

constexpr std::string_view southern[] = {
    "atlanta",    "savannah",      "augusta",     "alabama",   "florida",    "tennessee",
    "carolina",   "carolinas",     "mississippi", "louisiana", "texas",      "ohio",
    "republican", "republicans",   "democrat",    "democrats", "democratic", "gop",
    "kemp",       "raffensperger", "warnock",     "ossoff",    "isakson",    "perdue",
    "primary",    "primaries",     "caucus",      "gov",       "rep",        "sen",
    "arizona",    "pennsylvania",  "michigan",    "wisconsin", "nevada",     "iowa",
    "virginia",   "bulldogs",      "legislature"};

}  // namespace

std::span<const std::string_view> nouns_of_other_names() {
  return other_nouns;
}
std::span<const std::string_view> currencies() {
  return money;
}
std::span<const std::string_view> locating_words() {
  return locating;
}
std::span<const Surrounding> landscapes() {
  return waters;
}
std::span<const Idiom> idioms() {
  return no_countries;
}
std::span<const std::string_view> states_of_the_union() {
  return states;
}
std::span<const std::string_view> caucasus_words() {
  return caucasus;
}
std::span<const std::string_view> southern_words() {
  return southern;
}

}  // namespace verbale::attribution
