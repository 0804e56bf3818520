#include "attribution/simple_speakers.h"

#include <algorithm>
#include <array>

#include "attribution/han_words.h"
#include "verbale/text/slug.h"

namespace verbale::attribution {

namespace {

// How often each way of resolving is right, from reading samples of news; see
// docs/attribution_context.md.
constexpr double sure_title = 0.88, sure_holder = 0.9, sure_noun = 0.8, sure_body = 0.95,
                 sure_described = 0.85, sure_pronoun = 0.9, sure_salient = 0.78,
                 sure_speaks_on = 0.95, doubtful = 0.3;

// Nouns for people by their endings, where no table has the noun: "добавил хавбек", "confie le
// trentenaire".
struct AgentEnding {
  std::string_view language;
  std::string_view ending;
};
constexpr AgentEnding agent_endings[] = {
    {"ru", "ец"},     {"ru", "ник"},   {"ru", "ница"},  {"ru", "тель"},   {"ru", "ист"},
    {"ru", "ер"},     {"ru", "ор"},    {"ru", "лог"},   {"ru", "граф"},   {"ru", "ант"},
    {"ru", "ент"},    {"ru", "бек"},   {"ru", "анин"},  {"ru", "янин"},   {"ru", "щик"},
    {"ru", "чик"},    {"ru", "истка"}, {"ru", "ёр"},    {"fr", "eur"},    {"fr", "euse"},
    {"fr", "trice"},  {"fr", "iste"},  {"fr", "naire"}, {"fr", "logue"},  {"fr", "icien"},
    {"fr", "cienne"}, {"es", "ador"},  {"es", "adora"}, {"es", "ista"},   {"es", "ario"},
    {"es", "aria"},   {"es", "ólogo"}, {"es", "óloga"}, {"de", "ist"},    {"de", "istin"},
    {"de", "erin"},   {"de", "loge"},  {"de", "login"}, {"de", "jährige"}};

// Titles that say little: whoever spoke last may be called so, whatever the office.
constexpr std::array<std::string_view, 5> loose_titles = {"politician", "diplomat", "source",
                                                          "lawmaker", "official"};

bool is_loose(std::string_view title) {
  return std::ranges::find(loose_titles, title) != loose_titles.end();
}

// "minister" for a foreign minister.
bool is_same_office(std::string_view known, std::string_view called) {
  return known == called || (known.size() > called.size() + 1 && known.ends_with(called) &&
                             known[known.size() - called.size() - 1] == '-' &&
                             !known.starts_with("deputy") && !known.starts_with("vice"));
}

}  // namespace

SimpleSpeaker SimpleSpeakers::last_one(TextRange mention, double certainty) const {
  return {last_->speaker, mention, last_->range, certainty, last_->gender};
}

// A determiner, a title or a noun, and where from: "le ministre français", "эксперт".
bool SimpleSpeakers::is_bare(TokenSpan span) const {
  TokenIndex nouns = 0;
  for (TokenIndex at = span.first; at < span.last; ++at) {
    if (text_.has(at, role_determiner | role_filler) || text_.is_honorific(at)) {
      continue;
    }
    const Match* match = text_.match_at(at);
    if (match == nullptr) {
      ++nouns;
      continue;
    }
    if (match->last > span.last) {
      return false;
    }
    const bool place =
        std::ranges::any_of(match->senses, [](const Sense& s) { return is_place(s.kind); });
    nouns += place && !has_sense(*match, SenseKind::Title) ? 0 : 1;
    at = match->last - 1;
  }
  return nouns == 1;
}

bool SimpleSpeakers::is_definite(const SimpleClaim& claim) const {
  const TokenSpan span = claim.subject.span;
  if (claim.subject.plural || text_.has(span.first, role_indefinite | role_plural)) {
    return false;
  }
  const std::string_view language = text_.grammar().language;
  const std::string_view last = text_.word(span.last - 1);
  if (language == "ru" && (last.ends_with("ов") || last.ends_with("ев") || last.ends_with("ей") ||
                           last.ends_with("ых"))) {
    return false;
  }
  if (language == "ar") {
    return text_.word(span.first).starts_with("ال");
  }
  return language == "ru" || language == "zh" || text_.has(span.first, role_determiner);
}

// "el ministro": who was last named with that title, or holds the office that it names.
std::optional<SimpleSpeaker> SimpleSpeakers::by_title(const SimpleClaim& claim) const {
  const TokenSpan span = claim.subject.span;
  const auto title = text_.title_in(span);
  if (!title) {
    return std::nullopt;
  }
  const Title& row = text_.rules().schema.titles()[*title];
  const std::string country = text_.country_in(span);
  const auto& introductions = people_.introductions();
  const bool definite = is_definite(claim) && is_bare(span);
  const auto end = std::ranges::partition_point(introductions, [&](const Introduction& i) {
    return i.at < std::max(claim.cue.first, span.first);
  });
  for (auto known = end; definite && known != introductions.begin();) {
    --known;
    const ArticlePerson& who = people_.person(known->person);
    const bool fits =
        is_same_office(text_.rules().schema.titles()[known->title].id, row.id) &&
        (country.empty() || who.speaker.country.empty() || who.speaker.country == country) &&
        (claim.subject.gender == Gender::Unknown || who.gender == Gender::Unknown ||
         claim.subject.gender == who.gender);
    if (fits) {
      return names_.person(known->person, span, sure_title);
    }
  }
  const bool office = row.kind == "office" || row.kind == "spokesperson";
  if (!country.empty() && article_.published && office && is_bare(span)) {
    if (const Person* holder = text_.rules().schema.holder(row.id, country, *article_.published)) {
      return SimpleSpeaker{{{holder->id}, holder->name, row.id, holder->country},
                           text_.document().range(span.first, span.last),
                           {},
                           sure_holder};
    }
  }
  return std::nullopt;
}

bool SimpleSpeakers::is_agent_noun(TokenSpan span) const {
  const std::string_view last = text_.word(span.last - 1);
  return text_.match_at(span.last - 1) == nullptr &&
         std::ranges::any_of(agent_endings, [&](const AgentEnding& agent) {
           return agent.language == text_.grammar().language && last.ends_with(agent.ending);
         });
}

// "эксперт", "le diplomate", "добавил хавбек": whoever of the people named it can be.
std::optional<SimpleSpeaker> SimpleSpeakers::by_noun(const SimpleClaim& claim) const {
  const TokenSpan span = claim.subject.span;
  const auto title = text_.title_in(span);
  if (!is_definite(claim) || !is_bare(span) || (!title && !is_agent_noun(span)) ||
      text_.grammar().han) {
    return std::nullopt;
  }
  if (title) {
    const Title& row = text_.rules().schema.titles()[*title];
    const bool someone = row.kind == "occupation" || row.kind == "spokesperson" ||
                         row.kind == "office" || row.kind == "rank";
    const std::string& role = last_ && last_->person ? last_->speaker.role : row.id;
    if (!someone || (!role.empty() && !is_loose(row.id) && !is_same_office(role, row.id))) {
      return std::nullopt;
    }
  }
  auto found = salient(claim, text_.document().range(span.first, span.last));
  if (found && !people_.knows(found->speaker.id)) {
    return std::nullopt;  // "эксперт" is no ministry.
  }
  if (found) {
    found->certainty = std::min(found->certainty, sure_noun);
  }
  return found;
}

// Nothing before the token is a noun that the rest would belong to: "столичное | МВД", and not
// "бывший сосед | Белого дома".
bool SimpleSpeakers::leads(TokenSpan span, TokenIndex at) const {
  constexpr std::array<std::string_view, 12> adjectives = {"ый", "ий", "ая", "ое", "ого", "его",
                                                           "ой", "ом", "ые", "ых", "ым",  "ую"};
  for (TokenIndex before = span.first; before < at; ++before) {
    const bool known = text_.match_at(before) != nullptr ||
                       text_.has(before, role_determiner | role_filler) || !text_.grammar().cased ||
                       text_.token(before).starts_capital() || !text_.token(before).is_word();
    const std::string_view word = text_.word(before);
    const bool adjective = text_.grammar().inflects_names &&
                           (word.find("агентств") != std::string_view::npos ||
                            std::ranges::any_of(adjectives, [word](std::string_view ending) {
                              return word.ends_with(ending);
                            }));
    if (!known && !adjective) {
      return false;
    }
  }
  return true;
}

std::optional<SimpleSpeaker> SimpleSpeakers::by_body(TokenSpan span) const {
  const auto matches = text_.matches_in(span);
  const TextRange mention = text_.document().range(span.first, span.last);
  for (const Match& match : matches) {
    if (!leads(span, match.first)) {
      return std::nullopt;
    }
    for (const Sense& sense : match.senses) {
      if (sense.kind == SenseKind::Body) {
        const Body& body = text_.rules().schema.bodies()[sense.row];
        const std::string country = text_.country_in({span.first, match.first});
        if (!country.empty() && !body.country.empty() && country != body.country) {
          return std::nullopt;  // "американское Минобороны"
        }
        return SimpleSpeaker{
            {{body.id}, body.name, "", body.country.empty() ? body.id : body.country},
            mention,
            {},
            sure_body};
      }
      const bool whole =
          match.first == span.first &&
          (match.last == span.last ||
           (text_.grammar().han && matches.size() == 2 && has_sense(matches[1], SenseKind::Title) &&
            text_.text({matches[1].first, span.last}) == "政府"));
      const std::string_view word = text_.word(match.first);
      const bool adjective = text_.grammar().verb_first && word.starts_with("ال") &&
                             (word.ends_with("ي") || word.ends_with("ية") || word.ends_with("ين"));
      const bool name = !text_.grammar().cased || text_.token(match.first).starts_capital();
      if (whole && name && !adjective && is_place(sense.kind) && sense.kind != SenseKind::Demonym) {
        const Country& country = text_.rules().schema.countries()[sense.row];
        return SimpleSpeaker{{{country.id}, country.name, "", country.id}, mention, {}, 0.9};
      }
    }
    const bool somebody = std::ranges::any_of(match.senses, [this](const Sense& sense) {
      return sense.kind == SenseKind::Title &&
             text_.rules().schema.titles()[sense.row].kind != "group" &&
             text_.rules().schema.titles()[sense.row].kind != "spokesperson";
    });
    if (somebody) {
      return std::nullopt;  // "un député de l'ONU" is not the UN.
    }
  }
  return std::nullopt;
}

// "CNBC", "LFI": a body that no table has, as it is written.
std::optional<SimpleSpeaker> SimpleSpeakers::acronym(TokenSpan span) const {
  constexpr std::size_t longest = 12;
  TokenSpan name = span;
  while (name.size() > 1 && (text_.has(name.first, role_determiner) ||
                             text_.token(name.first).letters == LetterCase::Lower)) {
    ++name.first;
  }
  const bool quoted = span.first > 0 && text_.is(span.first - 1, TokenKind::Mark) &&
                      text_.is(span.last, TokenKind::Mark) &&
                      text_.token(span.first).starts_capital();
  const bool upper = name.size() == 1 && text_.token(name.first).letters == LetterCase::Upper &&
                     text_.word(name.first).size() <= longest;
  const auto title = text_.title_in({span.first, name.first});
  const bool member = title && text_.rules().schema.titles()[*title].kind != "group";
  if ((!quoted && !upper) || member || !leads(span, name.first)) {
    return std::nullopt;  // "сотрудник НИИ"
  }
  const TokenSpan written = quoted ? span : name;
  const std::string spelled(text_.text(written));
  return SimpleSpeaker{{{slug(spelled)}, spelled, "", text_.country_in(span)},
                       text_.document().range(written.first, written.last),
                       {},
                       sure_described};
}

// "un porte-parole du ministère": somebody of whom a title, a body or a state is told; anything
// else that stands beside a cue is too doubtful to be shown as a speaker.
std::optional<SimpleSpeaker> SimpleSpeakers::unnamed(TokenSpan span) const {
  constexpr TokenIndex longest = 12, longest_han = 20;
  if (span.size() > (text_.grammar().han ? longest_han : longest)) {
    return std::nullopt;
  }
  const auto title = text_.title_in(span);
  constexpr TokenIndex head = 4;  // Where the noun is that the rest belongs to.
  const TokenSpan start{span.first, std::min(span.last, span.first + head)};
  const bool adjective = text_.grammar().verb_first && span.size() == 1 && !title;
  const bool clause =
      text_.grammar().han && !title && text_.text(span).find("的") != std::string_view::npos;
  const bool tells = text_.title_in(start).has_value() || !text_.country_in(start).empty() ||
                     is_agent_noun(span) || (text_.grammar().han && ends_han_group(text_, span));
  const bool described = tells && !adjective && !clause;
  const TextRange mention = text_.document().range(span.first, span.last);
  SimpleSpeaker found{NamedSpeakers::unnamed(std::string(mention.in(text_.document().text)),
                                             text_.country_in(span)),
                      mention,
                      {},
                      described ? sure_described : doubtful};
  if (title && text_.rules().schema.titles()[*title].kind != "group") {
    found.speaker.role = text_.rules().schema.titles()[*title].id;
  }
  return found;
}

std::optional<SimpleSpeaker> SimpleSpeakers::of_phrase(const SimpleClaim& claim) {
  const TokenSpan span = claim.subject.span;
  auto found = names_.named_in(claim);
  found = found ? found : by_title(claim);
  found = found ? found : by_noun(claim);
  found = found ? found : by_body(span);
  found = found ? found : acronym(span);
  return found ? found : unnamed(span);
}

bool SimpleSpeakers::last_fits(const SimpleClaim& claim, std::uint32_t paragraphs) const {
  if (!last_ || last_->paragraph + paragraphs < claim.paragraph) {
    return false;
  }
  const Gender gender = claim.subject.gender;
  return (gender == Gender::Unknown || last_->gender == Gender::Unknown ||
          gender == last_->gender) &&
         (claim.subject.kind != SubjectKind::Pronoun || claim.subject.plural == last_->plural);
}

// The one who spoke last, unless somebody else became the subject since.
std::optional<SimpleSpeaker> SimpleSpeakers::salient(const SimpleClaim& claim,
                                                     TextRange mention) const {
  constexpr std::uint32_t reach = 3;
  const TokenIndex at = claim.cue.empty() ? claim.subject.span.first : claim.cue.first;
  const bool last = last_fits(claim, reach);
  const std::uint32_t before = claim.paragraph - std::min(claim.paragraph, reach);
  const TokenIndex floor =
      last ? last_->at : std::max(text_.document().paragraphs[before].first_token, unknown_until_);
  const PersonMention* other =
      claim.subject.plural ? nullptr : people_.last_before(at, floor, claim.subject.gender);
  const bool same =
      last && other != nullptr && people_.person(other->person).speaker.id == last_->speaker.id;
  if (last && (other == nullptr || same || !other->opens)) {
    return last_one(mention, sure_pronoun);
  }
  const bool unknown = !last && last_ && last_->paragraph == claim.paragraph;
  if (other == nullptr || unknown) {
    return std::nullopt;
  }
  const ArticlePerson& who = people_.person(other->person);
  return SimpleSpeaker{who.speaker, mention, who.range, sure_salient, who.gender};
}

std::optional<SimpleSpeaker> SimpleSpeakers::of_pronoun(const SimpleClaim& claim) const {
  const TokenSpan span = claim.subject.span;
  const TextRange mention =
      span.empty() ? TextRange{} : text_.document().range(span.first, span.last);
  auto found = salient(claim, mention);
  const bool needs_person = !span.empty() && text_.word(span.first) == "lui";
  return found && needs_person && !people_.knows(found->speaker.id) ? std::nullopt : found;
}

std::optional<SimpleSpeaker> SimpleSpeakers::of_dropped(const SimpleClaim& claim) const {
  const bool speaks_on = claim.cue.empty() || text_.grammar().drops_subjects ||
                         claim.rule == std::string_view("simple-cue-inside");
  if (!speaks_on) {
    return std::nullopt;
  }
  const std::uint32_t reach = claim.cue.empty() ? 1 : 2;
  return last_fits(claim, reach) ? std::optional(last_one({}, sure_speaks_on)) : std::nullopt;
}

// "сообщили в МИД"
std::optional<SimpleSpeaker> SimpleSpeakers::of_place(const SimpleClaim& claim) const {
  if (auto body = by_body(claim.subject.span)) {
    return body;
  }
  auto found = acronym(claim.subject.span);
  const TokenSpan place{claim.subject.span.first - 1, claim.subject.span.last};
  return found ? found : unnamed(place);
}

std::optional<SimpleSpeaker> SimpleSpeakers::of_subject(const SimpleClaim& claim) {
  switch (claim.subject.kind) {
    case SubjectKind::None:
      return std::nullopt;
    case SubjectKind::Pronoun:
      return of_pronoun(claim);
    case SubjectKind::Dropped:
      return of_dropped(claim);
    case SubjectKind::Place:
      return of_place(claim);
    case SubjectKind::Named:
      break;
  }
  return of_phrase(claim);
}

bool SimpleSpeakers::is_plural(const SimpleSubject& subject) const {
  if (subject.kind == SubjectKind::Dropped) {
    return last_ && last_->plural;
  }
  return subject.plural || (subject.kind == SubjectKind::Named && !subject.span.empty() &&
                            text_.has(subject.span.first, role_plural));
}

// An unknown speaker is one, too: "il" behind him is nobody before him.
void SimpleSpeakers::remember(const SimpleClaim& claim, const std::optional<SimpleSpeaker>& found) {
  constexpr double likely = 0.5;
  if (!found || found->certainty < likely) {
    if (claim.subject.kind == SubjectKind::Named) {
      last_.reset();
      unknown_until_ = std::max(claim.cue.last, claim.subject.span.last);
    }
    return;
  }
  Last next{.speaker = found->speaker,
            .range = found->antecedent.empty() ? found->mention : found->antecedent,
            .gender = found->gender != Gender::Unknown ? found->gender : claim.subject.gender,
            .plural = is_plural(claim.subject),
            .person = !found->speaker.id.value.starts_with("unnamed-"),
            .paragraph = claim.paragraph,
            .at = std::max(claim.cue.last, claim.subject.span.last)};
  const bool same = last_ && last_->speaker.id == found->speaker.id;
  if (next.range.empty() && last_) {
    next.range = last_->range;
  }
  if (same && next.gender == Gender::Unknown) {
    next.gender = last_->gender;
  }
  if (const Person* known = text_.rules().schema.person(found->speaker.id.value)) {
    next.gender = known->gender;
  }
  next.at = std::max(next.at, same ? last_->at : 0);
  last_ = next;
}

std::optional<SimpleSpeaker> SimpleSpeakers::resolve(const SimpleClaim& claim) {
  auto found = of_subject(claim);
  remember(claim, found);
  return found;
}

}  // namespace verbale::attribution
