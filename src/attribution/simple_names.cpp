#include "attribution/simple_names.h"

#include <algorithm>
#include <array>

#include "attribution/han_words.h"
#include "attribution/russian_names.h"
#include "verbale/text/slug.h"

namespace verbale::attribution {

namespace {

// How often a name of each kind is the speaker's, from reading samples of news; see
// docs/attribution_context.md.
constexpr double sure_table = 0.97, sure_full_name = 0.96, sure_surname = 0.96, sure_titled = 0.92,
                 sure_native_name = 0.9, sure_lone_name = 0.85, sure_bare_word = 0.75;

bool is_latin(std::string_view word) {
  return static_cast<unsigned char>(word.front()) < 0x80;
}

}  // namespace

SimpleSpeaker SimpleNames::person(std::uint32_t index, TokenSpan mention, double certainty) const {
  const ArticlePerson& who = people_.person(index);
  const TextRange range = text_.document().range(mention.first, mention.last);
  const bool first = range.overlaps(who.range) || range.begin < who.range.begin;
  return {who.speaker, range, first ? TextRange{} : who.range, certainty, who.gender};
}

// One capital word names nobody where every sentence, or in German every noun, has a capital, nor
// before a noun that it may belong to: "Министерство энергетики". "sagte Merkel" does, for a noun
// would have an article.
bool SimpleNames::is_mere_capital(TokenSpan name, TokenSpan span) const {
  const bool opens = text_.starts_sentence(name.first) || name.first == 0 ||
                     text_.is(name.first - 1, TokenKind::Stop);
  const bool noun = text_.grammar().noun_capitals && name.first != span.first &&
                    text_.match_at(name.first - 1) == nullptr;
  const bool upper = text_.token(name.first).letters == LetterCase::Upper;
  return (opens && !people_.is_seen_inside(name.first)) || noun || upper || name.last != span.last;
}

// "le père d'Anselme", "отец Касимира": somebody else's relative, office or place.
bool SimpleNames::belongs(TokenSpan name, TokenSpan span) const {
  constexpr std::array<std::string_view, 10> of = {"de",  "du",  "d'",  "d’",  "des",
                                                   "del", "von", "vom", "der", "l'"};
  TokenIndex before = name.first;
  while (before > span.first && text_.is_honorific(before - 1)) {
    --before;  // "un soutien de M. Duvarrec"
  }
  if (before == span.first) {
    return false;
  }
  const Match* match = text_.match_at(before - 1);
  const bool relative =
      match != nullptr && std::ranges::any_of(match->senses, [this](const Sense& sense) {
        return sense.kind == SenseKind::Title &&
               (text_.rules().schema.titles()[sense.row].kind == "person" ||
                text_.rules().schema.titles()[sense.row].kind == "group");
      });
  return relative || std::ranges::find(of, text_.word(before - 1)) != of.end();
}

// The last name of several words, or a name that the article knows; "X, ministre de Y".
std::optional<SimpleSpeaker> SimpleNames::by_spaced_name(TokenSpan span) {
  const std::vector<TokenSpan> runs = people_.name_runs(span);
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    if (belongs(*run, span)) {
      continue;
    }
    const auto known = people_.named(*run);
    if (known) {
      return person(*known, *run, run->size() > 1 ? sure_full_name : sure_surname);
    }
    const bool latin = text_.grammar().inflects_names && is_latin(text_.word(run->first));
    const bool word = text_.token(run->last - 1).letters != LetterCase::Upper && !latin;
    if (run->size() > 1 && word && (!text_.grammar().noun_capitals || run->last == span.last)) {
      return person(people_.add(*run), *run, sure_full_name);
    }
  }
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    const bool determined = run->first > span.first && text_.has(run->first - 1, role_determiner);
    const bool latin = text_.grammar().inflects_names && is_latin(text_.word(run->first));
    if (!belongs(*run, span) && !determined && !latin && !is_mere_capital(*run, span)) {
      return person(people_.add(*run), *run, sure_lone_name);
    }
  }
  return std::nullopt;
}

// "مصدر مقرب", "تقرير إخباري": an indefinite noun, not the office of somebody who is named.
bool SimpleNames::is_described_first(TokenSpan span) const {
  const Match* match = text_.match_at(span.first);
  const bool definite = text_.word(span.first).starts_with("ال");
  return match != nullptr && std::ranges::any_of(match->senses, [&](const Sense& sense) {
           if (sense.kind != SenseKind::Title) {
             return false;
           }
           const std::string& kind = text_.rules().schema.titles()[sense.row].kind;
           return kind == "group" || (kind == "occupation" && !definite);
         });
}

// In Arabic, which has no capitals: a name behind the last title, قال الوزير|سامي الحسن, the last
// name of a full one, or, without a title, two words and more with no article before the clause.
std::optional<SimpleSpeaker> SimpleNames::by_arabic_name(TokenSpan span) {
  constexpr TokenIndex longest = 5;
  const auto article = [this](TokenIndex at) { return text_.word(at).starts_with("ال"); };
  TokenSpan name = span;
  bool titled = false;
  const auto matches = text_.matches_in(span);
  if (is_described_first(span)) {
    return std::nullopt;  // "مسؤول كبير بمجلس"
  }
  if (!matches.empty() && matches.front().first > span.first + 1 &&
      has_sense(matches.front(), SenseKind::Title) && !article(span.first)) {
    name.last = matches.front().first;  // "سامي حمدان المتحدث باسم الميناء"
    return person(people_.add(name), name, sure_lone_name);
  }
  for (TokenIndex at = span.first; at < span.last; ++at) {
    const Match* match = text_.match_at(at);
    const bool surname = titled && at > name.first && match != nullptr &&
                         !has_sense(*match, SenseKind::Title);  // "اللواء سامي الحلبي"
    const bool place = text_.is_title_or_place(at) && !surname;
    const bool leads = place || text_.word(at).starts_with("لل") ||
                       text_.word(at).starts_with("بال") || text_.word(at).starts_with("وال");
    const bool adjective = titled && name.first == at && article(at) && at + 1 < span.last;
    if (leads || adjective || (at == span.first && article(at) && span.size() > 1)) {
      name.first = at + 1;
      titled = true;
    }
  }
  if (name.empty() || name.size() > longest || article(name.first)) {
    const bool surname = span.size() == 1 || name.size() == 1;
    const TokenSpan last{span.last - 1, span.last};
    const auto known = surname || titled ? people_.named(last) : std::nullopt;
    return known ? std::optional(person(*known, last, sure_surname)) : std::nullopt;
  }
  if (const auto known = people_.named(name)) {
    return person(*known, name, sure_surname);
  }
  const std::string_view last = text_.word(name.last - 1);
  if (!titled && (last.ends_with("ها") || last.ends_with("هم") || last.ends_with("اته"))) {
    return std::nullopt;  // "كتابها": hers, and no name
  }
  if (name.size() == 1 && !titled) {
    return person(people_.add(name), name, sure_bare_word);
  }
  return person(people_.add(name), name, titled ? sure_titled : sure_lone_name);
}

// A name behind a title, with little else behind it: 外交部发言人|林剑.
std::optional<SimpleSpeaker> SimpleNames::behind_han_title(const Match& title, TokenSpan span) {
  constexpr TokenIndex slack = 2;
  const auto name = has_sense(title, SenseKind::Title) && title.last < span.last
                        ? people_.name_behind(title.last)
                        : std::nullopt;
  if (!name || name->last + slack < span.last || name->last > span.last ||
      ends_han_group(text_, *name)) {
    return std::nullopt;
  }
  SimpleSpeaker found = person(people_.add(*name), *name, sure_full_name);
  const auto role = text_.title_in({title.first, title.last});
  if (found.speaker.role.empty() && role) {
    found.speaker.role = text_.rules().schema.titles()[*role].id;
  }
  if (found.speaker.country.empty()) {
    found.speaker.country = text_.country_in({span.first, title.first});
  }
  return found;
}

// The name behind the last title, or one that stands alone.
std::optional<SimpleSpeaker> SimpleNames::by_han_name(TokenSpan span) {
  const auto matches = text_.matches_in(span);
  for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
    if (has_sense(*match, SenseKind::Person)) {
      const bool whole = match->last == span.last || text_.match_at(match->last) != nullptr;
      return whole ? std::optional(person(people_.add({match->first, match->last}),
                                          {match->first, match->last}, sure_table))
                   : std::nullopt;
    }
    if (auto titled = behind_han_title(*match, span)) {
      return titled;
    }
  }
  if (const auto known = people_.named(span)) {
    return person(*known, span, sure_full_name);
  }
  const bool foreign = text_.text(span).find("·") != std::string_view::npos && span.size() < 12;
  if ((is_han_name(text_, span) || foreign) && matches.empty()) {
    return person(people_.add(span), span, sure_native_name);
  }
  return std::nullopt;
}

// The first person of the tables.
std::optional<SimpleSpeaker> SimpleNames::by_table(TokenSpan span) {
  for (const Match& match : text_.matches_in(span)) {
    if (has_sense(match, SenseKind::Person)) {
      const TokenSpan name{match.first, match.last};
      return person(people_.add(name), name, sure_table);
    }
  }
  return std::nullopt;
}

std::optional<SimpleSpeaker> SimpleNames::named_in(const SimpleClaim& claim) {
  const TokenSpan span = claim.subject.span;
  if (text_.grammar().han) {
    return by_han_name(span);
  }
  if (!text_.grammar().cased) {
    auto known = by_table(span);
    return known ? known : by_arabic_name(span);
  }
  auto found = by_spaced_name(span);
  const std::string_view cue = claim.cue.empty() ? std::string_view() : text_.text(claim.cue);
  const bool genitive = text_.grammar().inflects_names &&
                        (cue.starts_with("по ") || cue.starts_with("По ")) && found &&
                        found->antecedent.empty() &&
                        text_.rules().schema.person(found->speaker.id.value) == nullptr &&
                        found->mention.in(text_.document().text) == found->speaker.name;
  if (genitive) {
    const std::string nominative = russian_nominative(found->speaker.name);
    found->speaker.id = {slug(nominative)};
    found->speaker.name = nominative;
  }
  return found;
}

}  // namespace verbale::attribution
