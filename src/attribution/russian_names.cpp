#include "attribution/russian_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace verbale::attribution {

namespace {

constexpr std::size_t letter = 2;  // Bytes of a Cyrillic letter.

// Case endings of nouns and adjectives, longest first.
constexpr std::array<std::string_view, 31> endings = {
    "ого", "его", "ому", "ему", "ыми", "ими", "ой", "ей", "ою", "ею", "ая",
    "яя",  "ую",  "юю",  "ым",  "им",  "ом",  "ем", "ий", "ый", "а",  "я",
    "у",   "ю",   "е",   "ы",   "и",   "о",   "ь",  "й",  "ё"};

struct Change {
  std::string_view from, to;
};

// The genitive of surnames. Women's first: "овой" also ends in "ой".
constexpr Change feminine_surnames[] = {
    {"овой", "ова"},  {"евой", "ева"},  {"ёвой", "ёва"}, {"иной", "ина"}, {"ыной", "ына"},
    {"ской", "ская"}, {"цкой", "цкая"}, {"ной", "ная"},  {"рой", "рая"},  {"вой", "вая"}};
constexpr Change masculine_surnames[] = {{"ова", "ов"},     {"ева", "ев"}, {"ёва", "ёв"},
                                         {"ина", "ин"},     {"ына", "ын"}, {"ского", "ский"},
                                         {"цкого", "цкий"}, {"ого", "ый"}};
constexpr Change feminine_given[] = {{"ии", "ия"}, {"ьи", "ья"}, {"ги", "га"}, {"ки", "ка"},
                                     {"жи", "жа"}, {"ши", "ша"}, {"ы", "а"},   {"и", "я"}};
constexpr Change masculine_given[] = {
    {"ея", "ей"}, {"ия", "ий"}, {"ая", "ай"}, {"я", "ь"}, {"а", ""}};

constexpr std::array<std::string_view, 14> masculine_in_a = {
    "никита", "илья", "лука",  "фома", "кузьма", "данила", "саша",
    "миша",   "ваня", "алеша", "дима", "коля",   "гриша",  "эдвардо"};

template <std::size_t N>
bool apply(std::string& word, const Change (&changes)[N]) {
  for (const Change& change : changes) {
    if (word.size() > change.from.size() + letter && word.ends_with(change.from)) {
      word.replace(word.size() - change.from.size(), change.from.size(), change.to);
      return true;
    }
  }
  return false;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    words.emplace_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool ends_in_vowel_of_women(std::string_view given) {
  return given.ends_with("ы") || given.ends_with("и");
}

}  // namespace

std::string_view russian_stem(std::string_view folded) {
  constexpr std::size_t shortest = 3 * letter;
  for (const std::string_view ending : endings) {
    if (folded.size() >= ending.size() + shortest && folded.ends_with(ending)) {
      return folded.substr(0, folded.size() - ending.size());
    }
  }
  return folded;
}

std::string russian_nominative(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  std::string& surname = words.back();
  std::string& given = words.front();
  const bool alone = words.size() == 1;
  bool feminine = apply(surname, feminine_surnames);
  if (!feminine && !alone) {
    feminine = ends_in_vowel_of_women(given);
  }
  if (!feminine && !apply(surname, masculine_surnames) && !alone &&
      (given.ends_with("а") || given.ends_with("я"))) {
    apply(surname, masculine_given);
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    feminine ? apply(words[i], feminine_given) : apply(words[i], masculine_given);
  }
  std::string nominative;
  for (const std::string& word : words) {
    nominative += (nominative.empty() ? "" : " ") + word;
  }
  return nominative;
}

bool is_russian_given_name(std::string_view folded) {
  static constexpr std::array<std::string_view, 70> given = {
      "александр", "алексей",    "анатолий", "андрей",   "антон",   "аркадий",   "артем",
      "борис",     "вадим",      "валентин", "валерий",  "василий", "виктор",    "виталий",
      "владимир",  "владислав",  "вячеслав", "геннадий", "георгий", "григорий",  "даниил",
      "денис",     "дмитрий",    "евгений",  "егор",     "иван",    "игорь",     "илья",
      "кирилл",    "константин", "леонид",   "максим",   "михаил",  "никита",    "николай",
      "олег",      "павел",      "петр",     "роман",    "руслан",  "сергей",    "станислав",
      "степан",    "тимур",      "федор",    "эдуард",   "юрий",    "ярослав",   "анна",
      "анастасия", "валентина",  "вера",     "галина",   "дарья",   "екатерина", "елена",
      "ирина",     "ксения",     "людмила",  "мария",    "марина",  "надежда",   "наталья",
      "ольга",     "светлана",   "софья",    "татьяна",  "юлия",    "яна",       "любовь"};
  static const std::set<std::string_view> stems = [] {
    std::set<std::string_view> made;
    for (const std::string_view name : given) {
      made.insert(russian_stem(name));
    }
    return made;
  }();
  return stems.contains(russian_stem(folded));
}

bool is_russian_past(std::string_view folded) {
  constexpr std::array<std::string_view, 8> past = {"ал", "ил", "ел",  "ла",
                                                    "ло", "ли", "лся", "лась"};
  return !is_russian_given_name(folded) && std::ranges::any_of(past, [&](std::string_view ending) {
    return folded.ends_with(ending);
  });
}

Gender russian_gender(std::string_view folded_name) {
  const std::size_t space = folded_name.find(' ');
  const std::string_view given = folded_name.substr(0, space);
  const std::string_view surname = folded_name.substr(folded_name.rfind(' ') + 1);
  constexpr std::array<std::string_view, 6> of_women = {"ова", "ева", "ина", "ына", "ская", "цкая"};
  constexpr std::array<std::string_view, 6> of_men = {"ов", "ев", "ин", "ын", "ский", "цкий"};
  const auto ends_with = [surname](std::string_view ending) { return surname.ends_with(ending); };
  if (std::ranges::any_of(of_women, ends_with)) {
    return Gender::Female;
  }
  if (std::ranges::any_of(of_men, ends_with)) {
    return Gender::Male;
  }
  if (space == std::string_view::npos ||
      std::ranges::find(masculine_in_a, given) != masculine_in_a.end()) {
    return space == std::string_view::npos ? Gender::Unknown : Gender::Male;
  }
  constexpr std::array<std::string_view, 24> women = {
      "анна",      "мария",     "ангела",   "тереза", "ольга",     "елена",
      "светлана",  "татьяна",   "ирина",    "марина", "екатерина", "людмила",
      "валентина", "елизавета", "кристина", "вера",   "надежда",   "любовь",
      "галина",    "маргарита", "диана",    "дарья",  "наталья",   "анастасия"};
  const bool woman = std::ranges::find(women, given) != women.end() || given.ends_with("ия");
  return woman ? Gender::Female : Gender::Unknown;  // "Касимира" may be a genitive.
}

}  // namespace verbale::attribution
