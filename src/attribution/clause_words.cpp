#include "attribution/clause_words.h"

#include <algorithm>

#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

constexpr std::array<std::string_view, 6> language_order = {"fr", "es", "de", "ru", "zh", "ar"};

constexpr ClauseWordRow rows[] = {
    {"fr", role_complementizer, "que qu'"},
    {"fr", role_filler,
     "a ont avait avaient aura est s' se lui leur nous vous y en l' également aussi encore ensuite "
     "ainsi notamment toutefois"},
    {"fr", role_stop,
     "à au aux dans en lors sur devant après avant pendant depuis par pour avec chez vers face "
     "sans sous contre selon jeudi vendredi samedi dimanche lundi mardi mercredi hier aujourd'hui "
     "ce dès"},
    {"fr", role_pronoun, "il elle ils elles celui-ci celle-ci ce-dernier"},
    {"fr", role_boundary, "et mais qui dont où lorsque quand alors puis ou tandis"},

    {"es", role_complementizer, "que"},
    {"es", role_filler, "ha han había habían se le les nos también además luego así ayer hoy"},
    {"es", role_stop,
     "a al en durante ante tras sobre con para por desde hasta contra según sin bajo entre este "
     "esta lunes martes miércoles jueves viernes sábado domingo"},
    {"es", role_pronoun, "él ella ellos ellas éste ésta"},
    {"es", role_boundary, "y e pero quien quienes cuando mientras o donde cuyo cuya"},

    {"de", role_complementizer, "dass daß"},
    {"de", role_filler, "hat haben hatte hatten sich auch zudem weiter ferner dazu daraufhin dann"},
    {"de", role_stop,
     "in im am an auf bei nach vor zu zum zur mit gegenüber während seit für gegen über laut unter "
     "ins heute gestern montag dienstag mittwoch donnerstag freitag samstag sonntag"},
    {"de", role_pronoun, "er sie"},
    {"de", role_boundary, "und aber welcher als wenn weil während oder doch"},

    {"ru", role_complementizer, "что чтобы"},
    {"ru", role_filler, "также при этом ранее затем тогда так ещё еще уже"},
    {"ru", role_stop,
     "в во на при после перед по к ко с со у из для о об от до журналистам вчера сегодня ходе "
     "понедельник вторник среду четверг пятницу субботу воскресенье"},
    {"ru", role_pronoun, "он она они"},
    {"ru", role_boundary, "и но а который которая которые когда если или где"},

    {"ar", role_complementizer, "أن إن أنّ إنّ أنه إنه أنها إنها أنهم إنهم بأن"},
    {"ar", role_filler, "قد وقد لقد كما أيضا"},
    {"ar", role_stop,
     "في خلال على عن بعد قبل من إلى مع أمام لدى عقب حول ضد منذ أمس اليوم يوم عبر بشأن للصحفيين "
     "لوكالة"},
    {"ar", role_pronoun, "هو هي هم"},
    {"ar", role_boundary, "ولكن لكن الذي التي الذين عندما حيث بينما"},
};

std::size_t place_of(std::string_view language) {
  return static_cast<std::size_t>(std::ranges::find(language_order, language) -
                                  language_order.begin());
}

}  // namespace

std::span<const ClauseWordRow> clause_word_rows() {
  return rows;
}

std::size_t verb_before_pronoun(std::string_view word) {
  constexpr std::array<std::string_view, 8> pronouns = {"-t-il", "-t-elle", "-t-on",  "-il",
                                                        "-elle", "-ils",    "-elles", "-on"};
  if (word.find('-') == std::string_view::npos) {
    return 0;
  }
  for (const std::string_view pronoun : pronouns) {
    if (word.size() > pronoun.size() && word.ends_with(pronoun)) {
      return word.size() - pronoun.size();
    }
  }
  return 0;
}

bool stands_alone(std::string_view before, std::string_view after) {
  constexpr std::string_view not_before = "名简职俗统昵又被";
  constexpr std::string_view not_after = "为之号赞作呼";
  return (before.empty() || not_before.find(before) == std::string_view::npos) &&
         (after.empty() || not_after.find(after) == std::string_view::npos);
}

ClauseWords::ClauseWords(const Schema& schema, const Lexicon& lexicon) {
  for (const ClauseWordRow& row : clause_word_rows()) {
    const std::size_t place = place_of(row.language);
    for_each_clause_word(row, [&](std::string_view word) {
      const WordId id = lexicon.find(fold_word(word).view());
      if (id != unknown_word) {
        roles_[id][place] |= row.roles;
      }
    });
  }
  constexpr std::string_view gap = " ... ";
  for (std::uint32_t row = 0; row < schema.cues().size(); ++row) {
    for (const std::string_view form : schema.cues()[row].forms) {
      const std::size_t at = form.find(gap);
      if (at != std::string_view::npos) {
        const WordId verb = lexicon.find(fold_word(form.substr(0, at)).view());
        const WordId prefix = lexicon.find(fold_word(form.substr(at + gap.size())).view());
        separable_[verb].push_back({prefix, row});
      }
    }
  }
}

std::span<const SeparableCue> ClauseWords::separable(WordId word) const {
  const auto found = separable_.find(word);
  return found == separable_.end() ? std::span<const SeparableCue>() : found->second;
}

std::uint8_t ClauseWords::roles(WordId word, std::string_view language) const {
  const std::size_t place = place_of(language);
  const auto found = roles_.find(word);
  return found == roles_.end() || place == languages ? 0 : found->second[place];
}

}  // namespace verbale::attribution
