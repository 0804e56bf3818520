#include "attribution/clause_words.h"

#include <algorithm>

#include "attribution/russian_names.h"
#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

constexpr ClauseGrammar grammars[] = {
    {.language = "fr"},
    {.language = "es", .drops_subjects = true},
    {.language = "de", .comma_opens = true, .noun_capitals = true},
    {.language = "ru", .inflects_names = true},
    {.language = "zh", .drops_subjects = true, .comma_opens = true, .han = true, .cased = false},
    {.language = "ar", .verb_first = true, .drops_subjects = true, .cased = false},
};

constexpr ClauseRoles pronoun_she = role_pronoun | role_feminine;
constexpr ClauseRoles pronoun_they = role_pronoun | role_plural;
constexpr ClauseRoles relative = role_boundary | role_relative;
constexpr ClauseRoles auxiliary = role_filler | role_auxiliary;
constexpr ClauseRoles indefinite = role_determiner | role_indefinite;
constexpr ClauseRoles like = role_boundary | role_like;
constexpr ClauseRoles place = role_stop | role_place;
constexpr ClauseRoles time = role_stop | role_time;

constexpr ClauseWordRow rows[] = {
    {"fr", role_complementizer, "que qu'"},
    {"fr", auxiliary, "a ont avait avaient aura auront eut est sont"},
    {"fr", role_filler,
     "s' se lui leur y en l' également aussi encore ensuite ainsi notamment toutefois "
     "pourtant enfin alors même déjà donc d'ailleurs néanmoins cependant"},
    {"fr", role_stop,
     "à au aux dans en lors sur devant après avant pendant depuis par pour avec chez vers face "
     "sans sous contre selon quant malgré outre parmi entre voici voilà grâce si car or puisque "
     "quoique quand c'"},
    {"fr", time, "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui"},
    {"fr", role_told, "AFP Reuters AP RTL BFMTV CNews LCI Franceinfo RFI TF1"},
    {"fr", role_pronoun, "il celui-ci"},
    {"fr", pronoun_she, "elle celle-ci"},
    {"fr", pronoun_they, "ils ceux-ci"},
    {"fr", pronoun_they | role_feminine, "elles celles-ci"},
    {"fr", role_conjunction,
     "alors tandis afin bien parce dès ainsi tant sans avant après depuis lors pour jusqu'à tel "
     "telle "
     "plus moins aussi autant davantage mieux autre même"},
    {"fr", relative, "qui"},
    {"fr", like, "comme"},
    {"fr", role_boundary,
     "et mais dont où lorsque quand alors puis ou tandis ni laquelle lequel lesquels lesquelles"},
    {"fr", role_boundary | role_stop, "on je tu nous vous j'"},
    {"fr", role_determiner, "le la l' ce cet cette son sa notre mon ma du d' leur"},
    {"fr", role_determiner | role_plural, "les des ces ses nos mes leurs plusieurs certains"},
    {"fr", indefinite, "un une"},

    {"es", role_complementizer, "que"},
    {"es", auxiliary, "ha han había habían he hemos"},
    {"es", role_filler,
     "se le les nos también además luego así lo asimismo igualmente finalmente sin "
     "embargo"},
    {"es", role_stop,
     "a al en durante ante tras sobre con para por desde hasta contra según sin bajo entre si "
     "no porque pues"},
    {"es", time, "lunes martes miércoles jueves viernes sábado domingo ayer hoy"},
    {"es", role_told, "EFE Efe AFP Reuters AP CNN Télam DPA"},
    {"es", pronoun_she, "ella"},
    {"es", pronoun_they, "ellos ellas"},
    {"es", role_conjunction,
     "para sin desde antes después así más menos tan tanto mejor mismo ya aunque hasta mientras"},
    {"es", relative, "quien quienes"},
    {"es", like, "como según"},
    {"es", role_boundary, "y e pero cuando mientras o u donde cuyo cuya cual cuales ni"},
    {"es", role_determiner, "el la su del al esta este esa ese"},
    {"es", role_determiner | role_plural, "los las sus varios algunos"},
    {"es", indefinite, "un una"},

    {"de", role_complementizer, "dass daß"},
    {"de", auxiliary, "hat haben hatte hatten"},
    {"de", role_filler,
     "sich auch zudem weiter ferner dazu daraufhin dann außerdem jedoch allerdings indes "
     "inzwischen unterdessen wiederum"},
    {"de", role_stop,
     "in im am an auf bei nach vor zu zum zur mit gegenüber während seit für gegen über laut unter "
     "ins aus durch ohne um trotz wegen nicht"},
    {"de", time,
     "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute gestern"},
    {"de", role_told, "dpa AFP Reuters ARD ZDF AP"},
    {"de", role_pronoun, "er"},
    {"de", pronoun_she, "sie"},
    {"de", like, "wie"},
    {"de", role_boundary,
     "und aber welcher welche welches als wenn weil während oder doch da obwohl nachdem dessen "
     "deren ob"},
    {"de", role_boundary | role_stop, "man es ich wir"},
    {"de", role_determiner, "der die das den dem des dieser diese dieses sein seine ihr ihre"},
    {"de", indefinite, "ein eine einer einem eines"},

    {"ru", role_complementizer, "что чтобы"},
    {"ru", role_filler,
     "также при этом ранее затем тогда так ещё еще уже позже позднее накануне вновь снова лишь "
     "впрочем однако кроме того вместе с тем между тем наконец кстати теперь этому"},
    {"ru", place, "в во на"},
    {"ru", role_stop,
     "при после перед по к ко с со у из для о об от до журналистам ходе за под над через без ради "
     "не среди"},
    {"ru", time, "понедельник вторник среду четверг пятницу субботу воскресенье вчера сегодня"},
    {"ru", role_told, "RT Интерфаксу Интерфакс AFP Reuters CNN Би-би-си агентству телеканалу"},
    {"ru", role_pronoun, "он"},
    {"ru", pronoun_she, "она"},
    {"ru", pronoun_they, "они"},
    {"ru", relative, "который которая которое которые"},
    {"ru", like, "как"},
    {"ru", role_boundary,
     "и но а когда если или где которого которой которых которому которым которыми котором чей "
     "чья чьи чье это чем хотя поскольку пока кто"},

    {"zh", role_pronoun, "他 其"},
    {"zh", pronoun_she, "她"},

    {"ar", role_complementizer, "أن إن أنّ إنّ أنه إنه أنها إنها أنهم إنهم بأن بأنه بأنها إنني أنني"},
    {"ar", role_filler, "قد وقد لقد كما أيضا كذلك كان كانت وكان وكانت فقد"},
    {"ar", role_stop,
     "في خلال على عن بعد قبل من إلى مع أمام لدى عقب حول ضد منذ عبر بشأن للصحفيين "
     "لوكالة لـ بـ إثر أثناء عند إنما لا لم لن ما هناك ثم وفقا بحسب حسب نقلا فيها فيه له لها لهم "
     "إليه إليها به بها عليه عليها منه منها لي لنا معه ذلك هذا هذه خلالها خلاله واحد واحدة أحد "
     "إحدى بعض البعض معظم كيف إذا معاليه سموه رأيه لهذا لهذه بهذا "
     "بهذه عدد أخرى اخرى آخر قائل باعتبار باعتباره فيما"},
    {"ar", time, "أمس اليوم يوم عام سنة الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"},
    {"ar", role_pronoun, "هو"},
    {"ar", pronoun_she, "هي"},
    {"ar", pronoun_they, "هم"},
    {"ar", role_boundary, "ولكن لكن الذي التي الذين عندما حيث بينما فيما وهو وهي وهم"},
};

std::size_t place_of(std::string_view language) {
  return static_cast<std::size_t>(std::ranges::find(grammars, language, &ClauseGrammar::language) -
                                  std::begin(grammars));
}

bool is_cyrillic(std::string_view name) {
  constexpr char first_lead_byte = '\xD0', last_lead_byte = '\xD1';
  return !name.empty() && (name.front() == first_lead_byte || name.front() == last_lead_byte);
}

// The stems of a Russian name: of all its words, and of the last one.
std::array<std::string, 2> name_stems(std::string_view name) {
  const FoldedWord folded = fold_word(name);
  std::string stems;
  std::string_view last;
  for (std::size_t at = 0; at <= folded.view().size();) {
    const std::size_t end = std::min(folded.view().find(' ', at), folded.view().size());
    last = russian_stem(folded.view().substr(at, end - at));
    stems += (stems.empty() ? "" : " ") + std::string(last);
    at = end + 1;
  }
  return {stems, std::string(last)};
}

}  // namespace

const ClauseGrammar& clause_grammar(std::string_view language) {
  return grammars[std::min(place_of(language), std::size(grammars) - 1)];
}

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

ClauseWords::ClauseWords(const Schema& schema, const Lexicon& lexicon) : schema_(schema) {
  add_roles(lexicon);
  add_separable(schema, lexicon);
}

void ClauseWords::add_roles(const Lexicon& lexicon) {
  for (std::vector<ClauseRoles>& roles : roles_) {
    roles.assign(lexicon.size(), 0);
  }
  for (const ClauseWordRow& row : clause_word_rows()) {
    std::vector<ClauseRoles>& roles = roles_[place_of(row.language)];
    for_each_clause_word(row, [&](std::string_view word) {
      roles[lexicon.find(fold_word(word).view())] |= row.roles;
    });
  }
  for (std::vector<ClauseRoles>& roles : roles_) {
    roles[unknown_word] = 0;
  }
}

void ClauseWords::add_separable(const Schema& schema, const Lexicon& lexicon) {
  for (std::uint32_t row = 0; row < schema.cues().size(); ++row) {
    for (const std::string_view form : schema.cues()[row].forms) {
      add_if_separable(form, row, lexicon);
    }
  }
}

void ClauseWords::add_if_separable(std::string_view form, std::uint32_t cue,
                                   const Lexicon& lexicon) {
  constexpr std::string_view gap = " ... ";
  const std::size_t at = form.find(gap);
  if (at == std::string_view::npos) {
    return;
  }
  const WordId verb = lexicon.find(fold_word(form.substr(0, at)).view());
  const WordId prefix = lexicon.find(fold_word(form.substr(at + gap.size())).view());
  separable_[verb].push_back({prefix, cue});
}

void ClauseWords::add_people() const {
  for (std::uint32_t row = 0; row < schema_.people().size(); ++row) {
    for (const std::string& alias : schema_.people()[row].aliases) {
      add_alias(alias, row);
    }
  }
}

void ClauseWords::add_alias(std::string_view alias, std::uint32_t person) const {
  if (!is_cyrillic(alias)) {
    return;
  }
  for (const std::string& stems : name_stems(alias)) {
    std::vector<std::uint32_t>& people = people_[stems];
    if (people.empty() || people.back() != person) {
      people.push_back(person);
    }
  }
}

std::span<const std::uint32_t> ClauseWords::people_by_stems(const std::string& stems) const {
  std::call_once(people_made_, [this] { add_people(); });
  const auto found = people_.find(stems);
  return found == people_.end() ? std::span<const std::uint32_t>() : found->second;
}

std::span<const SeparableCue> ClauseWords::separable(WordId word) const {
  const auto found = separable_.find(word);
  return found == separable_.end() ? std::span<const SeparableCue>() : found->second;
}

std::span<const ClauseRoles> ClauseWords::roles(std::string_view language) const {
  return roles_[std::min(place_of(language), roles_.size() - 1)];
}

}  // namespace verbale::attribution
