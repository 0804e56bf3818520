#include "attribution/article_people.h"

#include <algorithm>
#include <array>

#include "attribution/han_words.h"
#include "attribution/russian_names.h"
#include "attribution/word_key.h"
#include "verbale/text/slug.h"

namespace verbale::attribution {

namespace {

constexpr std::uint32_t several = ~0u;  // In by_surname_: two people bear it.

// Nouns of German titles, written as one word with what they lead: Oppositionsführer.
constexpr std::array<std::string_view, 22> german_heads = {
    "führer",      "führerin",     "chef",      "chefin",      "minister",  "ministerin",
    "sprecher",    "sprecherin",   "präsident", "präsidentin", "leiter",    "leiterin",
    "vorsitzende", "vorsitzender", "experte",   "expertin",    "politiker", "politikerin",
    "kanzler",     "kanzlerin",    "sekretär",  "meister"};

// Adjectives that open a Russian sentence: "Местная комиссия".
constexpr std::array<std::string_view, 6> adjective_endings = {"ая", "ое", "ые", "ый", "ие", "ой"};

bool ends_with_one(std::string_view word, auto& endings) {
  return std::ranges::any_of(endings,
                             [word](std::string_view ending) { return word.ends_with(ending); });
}

bool is_ascii(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_titled_kind(const std::string& kind) {
  return kind == "office" || kind == "spokesperson" || kind == "rank" || kind == "honorific" ||
         kind == "occupation";
}

}  // namespace

ArticlePeople::ArticlePeople(const ClauseText& text, const Article& article)
    : text_(text),
      article_(article),
      names_(text.document(), text.rules().lexicon, text.rules().schema, article) {
  if (text_.grammar().cased) {
    find_full_names();
  }
  find_titled();
  find_mentions();
}

// Compared so that cases meet.
std::string ArticlePeople::key_of(TokenIndex at) const {
  const FoldedWord folded = fold_word(text_.word(at));
  return std::string(text_.grammar().inflects_names ? russian_stem(folded.view()) : folded.view());
}

std::string ArticlePeople::full_key(TokenSpan name) const {
  std::string key;
  for (TokenIndex at = name.first; at < name.last; ++at) {
    key += (key.empty() ? "" : " ") + key_of(at);
  }
  return key;
}

// A capital word that no title, no place and no function word is.
bool ArticlePeople::is_part(TokenIndex at) const {
  if (at >= text_.size() || !text_.token(at).is_word() || !text_.token(at).starts_capital() ||
      text_.is_honorific(at)) {
    return false;
  }
  const bool given = text_.rules().lexicon.has(text_.token(at), trait_given_name) &&
                     at + 1 < text_.size() && text_.token(at + 1).starts_capital() &&
                     text_.match_at(at) != text_.match_at(at + 1);  // Marine, Dominique, Jordan
  return given || !text_.is_title_or_place(at);
}

// "Jean Le Gendre": a noun for people with a capital, where such nouns have small letters.
bool ArticlePeople::is_surname_like(TokenIndex at) const {
  const Match* match = text_.match_at(at);
  return !text_.grammar().noun_capitals && match != nullptr && match->last - match->first == 1 &&
         has_sense(*match, SenseKind::Title) && text_.token(at).letters == LetterCase::Capital;
}

std::vector<TokenSpan> ArticlePeople::name_runs(TokenSpan span) const {
  constexpr std::size_t longest_particle = 3;
  std::vector<TokenSpan> runs;
  for (TokenIndex at = span.first; at < span.last;) {
    if (!is_part(at)) {
      ++at;
      continue;
    }
    TokenSpan run{at, at + 1};
    while (run.last < span.last) {
      const bool particle = text_.token(run.last).is_word() &&
                            text_.word(run.last).size() <= longest_particle &&
                            !text_.has(run.last, role_stop | role_boundary) &&
                            run.last + 1 < span.last && is_part(run.last + 1);
      if (!text_.token(run.last).space_before ||
          (!is_part(run.last) && !particle && !is_surname_like(run.last))) {
        break;
      }
      ++run.last;
    }
    at = run.last;
    run = trimmed(run);
    if (!run.empty()) {
      runs.push_back(run);
    }
  }
  return runs;
}

// Without what leads a name: function words with the capital of their sentence, abbreviations of
// bodies, German titles, and all before a known given name.
TokenSpan ArticlePeople::trimmed(TokenSpan run) const {
  const bool german = text_.grammar().noun_capitals;
  const auto leads = [&](TokenIndex at) {
    constexpr ClauseRoles function = role_stop | role_boundary | role_determiner | role_filler |
                                     role_pronoun | role_complementizer;
    return text_.has(at, function) ||
           (text_.token(at).letters == LetterCase::Upper &&
            text_.word(at).find('.') == std::string_view::npos && run.last - at > 1 &&
            text_.token(at + 1).letters != LetterCase::Upper) ||
           (german && run.last - at > 1 &&
            ends_with_one(fold_word(text_.word(at)).view(), german_heads));
  };
  while (run.first < run.last && leads(run.first)) {
    ++run.first;
  }
  if (text_.grammar().inflects_names) {
    const bool verb = run.size() > 2 && text_.starts_sentence(run.first) &&
                      is_russian_past(fold_word(text_.word(run.first)).view());
    run.first += verb ? 1 : 0;  // "Приехал Касимир Маравин"
    return trimmed_russian(run);
  }
  for (TokenIndex at = run.first + 1; at + 1 < run.last; ++at) {
    const bool given = text_.rules().lexicon.has(text_.token(at), trait_given_name);
    if (given && !text_.rules().lexicon.has(text_.token(at - 1), trait_given_name) &&
        run.size() > 2) {
      run.first = at;
      break;
    }
  }
  return run;
}

// "Velm Андрей Товрени", "Совета Велмарка Андрей Товрени": from a given name on, or what is left
// of a long run that starts with what the person belongs to.
TokenSpan ArticlePeople::trimmed_russian(TokenSpan run) const {
  constexpr TokenIndex longest = 3, usual = 2;
  for (TokenIndex at = run.first + 1; at + 1 < run.last; ++at) {
    if (is_russian_given_name(fold_word(text_.word(at)).view()) ||
        (is_ascii(text_.word(at - 1)) && !is_ascii(text_.word(at)))) {
      run.first = at;
    }
  }
  while (run.size() > 1 && is_ascii(text_.word(run.last - 1)) && !is_ascii(text_.word(run.first))) {
    --run.last;
  }
  if (run.size() == usual && is_ascii(text_.word(run.first)) &&
      !is_ascii(text_.word(run.first + 1))) {
    ++run.first;
  }
  return run.size() > longest && !is_ascii(text_.word(run.first))
             ? TokenSpan{run.last - usual, run.last}
             : run;
}

bool ArticlePeople::is_full_name(TokenSpan run) const {
  constexpr TokenIndex longest = 6;
  if (run.size() < 2 || run.size() > longest ||
      (!is_part(run.last - 1) && !is_surname_like(run.last - 1))) {
    return false;
  }
  const bool given = text_.rules().lexicon.has(text_.token(run.first), trait_given_name);
  const bool shouts = text_.token(run.last - 1).letters == LetterCase::Upper;
  if (given || shouts) {
    return given;
  }
  if (text_.grammar().noun_capitals) {  // Any two German nouns have capitals.
    return run.first > 0 && text_.match_at(run.first - 1) != nullptr &&
           has_sense(*text_.match_at(run.first - 1), SenseKind::Title);
  }
  const bool opens = text_.starts_sentence(run.first) || !text_.token(run.first - 1).is_word();
  const FoldedWord first = fold_word(text_.word(run.first));
  return !opens || !ends_with_one(first.view(), adjective_endings);
}

// A person of the tables: by a full name, whatever its case, or by a surname that one of them bore
// in an office then.
std::optional<std::uint32_t> ArticlePeople::in_tables(TokenSpan name) const {
  const Match* match = text_.match_at(name.last - 1);
  const auto holds_office = [this](std::uint32_t row) {
    return article_.published &&
           Schema::office_on(text_.rules().schema.people()[row], *article_.published) != nullptr;
  };
  const bool han = text_.is(name.first, TokenKind::Ideograph);
  std::optional<std::uint32_t> found;
  if (match != nullptr && match->first <= name.first && match->last >= name.last) {
    for (const Sense& sense : match->senses) {
      const bool surname = sense.kind == SenseKind::Surname || match->last - match->first == 1;
      const bool fits = (sense.kind == SenseKind::Person || sense.kind == SenseKind::Surname) &&
                        (!surname || holds_office(sense.row) || han);
      if (fits && found && *found != sense.row) {
        return std::nullopt;
      }
      found = fits ? std::optional(sense.row) : found;
    }
  }
  if (found || !text_.grammar().inflects_names) {
    return found;
  }
  std::string key;
  for (TokenIndex at = name.first; at < name.last; ++at) {
    key += (key.empty() ? "" : " ") + key_of(at);
  }
  for (const std::uint32_t row : text_.rules().words.people_by_stems(key)) {
    if (name.size() == 1 && !holds_office(row)) {
      continue;
    }
    if (found) {
      return std::nullopt;
    }
    found = row;
  }
  return found;
}

Gender ArticlePeople::gender_of(TokenSpan name, const Speaker& speaker) const {
  if (const Person* known = text_.rules().schema.person(speaker.id.value)) {
    return known->gender;
  }
  if (text_.grammar().inflects_names) {
    return russian_gender(fold_word(speaker.name).view());
  }
  const TokenIndex before = name.first == 0 ? 0 : name.first - 1;
  if (const Match* match = text_.match_at(before); match != nullptr && name.first > 0) {
    for (const Sense& sense : match->senses) {
      const bool title = sense.kind == SenseKind::Title;
      if (title && text_.rules().schema.titles()[sense.row].gender != Gender::Unknown) {
        return text_.rules().schema.titles()[sense.row].gender;
      }
    }
  }
  const Token& given = text_.token(name.first);
  const bool woman = text_.rules().lexicon.has(given, trait_female_name);
  const bool man = text_.rules().lexicon.has(given, trait_male_name);
  return woman == man ? Gender::Unknown : woman ? Gender::Female : Gender::Male;
}

// Of two cases of a Russian name, the nominative: it is the shorter one, and ends like one.
void ArticlePeople::prefer_spelling(ArticlePerson& person, TokenSpan name) {
  const std::string_view other = text_.text(name);
  const bool table = text_.rules().schema.person(person.speaker.id.value) != nullptr;
  if (!text_.grammar().inflects_names || table || other == person.speaker.name) {
    return;
  }
  const auto oblique = [](std::string_view spelled) {
    const std::string_view given = spelled.substr(0, spelled.find(' '));
    constexpr std::array<std::string_view, 6> endings = {"ы", "и", "у", "ю", "е", "ом"};
    return ends_with_one(given, endings);
  };
  if (other.size() < person.speaker.name.size() ||
      (other.size() == person.speaker.name.size() && oblique(person.speaker.name) &&
       !oblique(other))) {
    const std::string role = person.speaker.role;
    const std::string country = person.speaker.country;
    person.speaker = names_.named(other);
    ids_.insert(person.speaker.id.value);
    person.speaker.role = role;
    person.speaker.country = country;
  }
}

std::uint32_t ArticlePeople::add(TokenSpan name) {
  const std::string key = full_key(name);
  if (const auto known = by_full_name_.find(key); known != by_full_name_.end()) {
    prefer_spelling(people_[known->second], name);
    return known->second;
  }
  const auto index = static_cast<std::uint32_t>(people_.size());
  ArticlePerson person;
  person.range = text_.document().range(name.first, name.last);
  if (const auto row = in_tables(name)) {
    const Person& known = text_.rules().schema.people()[*row];
    const Office* office =
        article_.published ? Schema::office_on(known, *article_.published) : nullptr;
    person.speaker = {{known.id}, known.name, office == nullptr ? "" : office->role, known.country};
    const auto same = std::ranges::find(people_, person.speaker.id,
                                        [](const ArticlePerson& p) { return p.speaker.id; });
    if (same != people_.end()) {
      const auto place = static_cast<std::uint32_t>(same - people_.begin());
      by_full_name_.emplace(key, place);
      return place;
    }
  } else if (name.size() > 1 || text_.grammar().han) {
    person.speaker = names_.named(text_.text(name));
  } else {
    person.speaker.name = text_.text(name);
    person.speaker.id = {slug(person.speaker.name)};
  }
  person.gender = gender_of(name, person.speaker);
  ids_.insert(person.speaker.id.value);
  people_.push_back(person);
  by_full_name_.emplace(key, index);
  const bool han = text_.is(name.first, TokenKind::Ideograph);
  const auto add_surname = [&](TokenIndex at) {
    const auto [place, added] = by_surname_.try_emplace(key_of(at), index);
    place->second = added || place->second == index ? index : several;
  };
  if (!han) {
    add_surname(name.last - 1);
    const bool two_surnames = text_.grammar().language == "es" && name.size() > 2;
    if (two_surnames && text_.token(name.last - 2).starts_capital()) {
      add_surname(name.last - 2);
    }
  }
  return index;
}

void ArticlePeople::find_full_names() {
  for (const Paragraph& paragraph : text_.document().paragraphs) {
    for (const TokenSpan run : name_runs({paragraph.first_token, paragraph.last_token})) {
      const Match* match = text_.match_at(run.first);
      const bool known = match != nullptr && match->last == run.last && run.size() > 1;
      if (known || is_full_name(run)) {
        add(run);
      } else if (run.size() == 1 && run.first > 0 && !text_.starts_sentence(run.first) &&
                 text_.token(run.first - 1).is_word() && !text_.grammar().noun_capitals) {
        seen_inside_.insert(key_of(run.first));
      }
    }
  }
}

bool ArticlePeople::starts_cue(TokenIndex at) const {
  const Match* match = text_.match_at(at);
  return match != nullptr && match->first == at && has_sense(*match, SenseKind::Cue);
}

// The first characters or capital words behind a title that are a name.
std::optional<TokenSpan> ArticlePeople::name_behind(TokenIndex first) const {
  constexpr TokenIndex longest = 5, longest_han = 12, longest_native = 4;
  TokenSpan name{first, first};
  if (text_.is(first, TokenKind::Ideograph)) {
    bool foreign = false;
    while (name.last < text_.size() && name.size() < longest_han &&
           (text_.is(name.last, TokenKind::Ideograph) || text_.word(name.last) == "·") &&
           !ends_han_name(text_.word(name.last)) && !text_.is_title_or_place(name.last) &&
           !starts_cue(name.last)) {
      foreign = foreign || text_.word(name.last) == "·";
      ++name.last;
    }
    const bool known = text_.match_at(first) != nullptr;
    if (!foreign && !known && name.size() > 2 && is_han_name(text_, {first, first + 3})) {
      name.last = std::min(name.last, first + 3);
    }
    const bool fits = name.size() >= 2 && (foreign || known || name.size() <= longest_native);
    return fits ? std::optional(name) : std::nullopt;
  }
  while (name.last < text_.size() && name.size() < longest && is_part(name.last)) {
    ++name.last;
  }
  return name.empty() ? std::nullopt : std::optional(name);
}

void ArticlePeople::find_titled() {
  for (const Match& match : text_.document().matches) {
    std::optional<std::uint32_t> title;
    for (const Sense& sense : match.senses) {
      if (sense.kind == SenseKind::Title &&
          is_titled_kind(text_.rules().schema.titles()[sense.row].kind)) {
        title = title ? title : sense.row;
      }
    }
    const bool alphabet = text_.grammar().cased || text_.grammar().han;
    const bool verb = match.first > 0 && text_.has(match.first - 1, role_auxiliary);
    const auto name = title && alphabet && !verb ? name_behind(match.last) : std::nullopt;
    if (!name) {
      continue;
    }
    const auto known = named(*name);
    if (!known && name->size() < 2) {
      continue;
    }
    const std::uint32_t index = known ? *known : add(*name);
    Speaker& speaker = people_[index].speaker;
    const Title& row = text_.rules().schema.titles()[*title];
    if (row.kind != "honorific") {
      speaker.role = speaker.role.empty() ? row.id : speaker.role;
    }
    const TokenIndex before = match.first > 3 ? match.first - 3 : 0;
    const std::string country = text_.country_in({before, match.last});
    speaker.country = speaker.country.empty() ? country : speaker.country;
    introductions_.push_back({match.first, *title, index});
  }
}

// The start of what leads a name: its titles and determiners.
TokenIndex ArticlePeople::opening(TokenIndex at) const {
  constexpr TokenIndex most = 8;
  TokenIndex first = at;
  while (first > 0 && at - first < most &&
         (text_.is_title_or_place(first - 1) || text_.has(first - 1, role_determiner) ||
          text_.is_honorific(first - 1)) &&
         !text_.starts_sentence(first)) {
    --first;
  }
  return first;
}

void ArticlePeople::find_mentions() {
  const auto take = [this](TokenSpan name) {
    auto known = named(name);
    if (!known && in_tables(name)) {
      known = add(name);
    }
    if (known && text_.quotation_at(name.first) == nullptr) {
      mentions_.push_back({name, *known, text_.starts_sentence(opening(name.first))});
    }
  };
  if (text_.grammar().cased) {
    for (const Paragraph& paragraph : text_.document().paragraphs) {
      for (const TokenSpan run : name_runs({paragraph.first_token, paragraph.last_token})) {
        take(run);
      }
    }
    return;
  }
  for (const Match& match : text_.document().matches) {
    if (has_sense(match, SenseKind::Person)) {
      add({match.first, match.last});
      take({match.first, match.last});
    }
  }
}

std::optional<std::uint32_t> ArticlePeople::named(TokenSpan name) const {
  if (const auto full = by_full_name_.find(full_key(name)); full != by_full_name_.end()) {
    return full->second;
  }
  if (name.size() > 2) {
    return std::nullopt;
  }
  const auto surname = by_surname_.find(key_of(name.last - 1));
  const bool alone = name.size() == 1 || text_.is_honorific(name.first);
  return !alone || surname == by_surname_.end() || surname->second == several
             ? std::nullopt
             : std::optional(surname->second);
}

const PersonMention* ArticlePeople::last_before(TokenIndex at, TokenIndex floor,
                                                Gender gender) const {
  const auto end = std::ranges::partition_point(
      mentions_, [at](const PersonMention& mention) { return mention.span.last <= at; });
  const PersonMention* found = nullptr;
  for (auto mention = end; mention != mentions_.begin();) {
    --mention;
    if (mention->span.first < floor) {
      break;
    }
    const Gender other = people_[mention->person].gender;
    const bool fits = gender == Gender::Unknown || other == Gender::Unknown || gender == other;
    const bool better = found != nullptr && other == Gender::Unknown &&
                        people_[found->person].gender != Gender::Unknown &&
                        gender != Gender::Unknown;
    if (fits && mention->opens && better) {
      return found;
    }
    if (fits && mention->opens) {
      return &*mention;
    }
    if (fits && found != nullptr && found->person != mention->person) {
      return nullptr;
    }
    found = fits ? &*mention : found;
  }
  return found;
}

}  // namespace verbale::attribution
