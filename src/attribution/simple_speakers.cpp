#include "attribution/simple_speakers.h"

#include <algorithm>
#include <array>

#include "attribution/word_key.h"
#include "verbale/text/slug.h"

namespace verbale::attribution {

namespace {

bool has_sense(const Match& match, SenseKind kind) {
  return std::ranges::any_of(match.senses, [kind](const Sense& s) { return s.kind == kind; });
}

bool is_place(SenseKind kind) {
  return kind == SenseKind::Country || kind == SenseKind::Demonym || kind == SenseKind::Capital ||
         kind == SenseKind::Metonym;
}

// Characters that end a Chinese name behind a title: what was done, when and where.
bool ends_han_name(std::string_view ideograph) {
  constexpr std::string_view words = "在对就于向当今昨前日月年周星也还则再又都并的和与是会表说称指";
  return words.find(ideograph) != std::string_view::npos;
}

}  // namespace

SimpleSpeakers::SimpleSpeakers(const Document& document, const SimpleClauseRules& rules,
                               const Article& article)
    : document_(document),
      rules_(rules),
      article_(article),
      names_(document, rules.lexicon, rules.schema, article) {}

std::span<const Match> SimpleSpeakers::matches_in(TokenIndex first, TokenIndex last) const {
  const auto begin = std::ranges::lower_bound(document_.matches, first, {}, &Match::first);
  const auto end =
      std::ranges::lower_bound(begin, document_.matches.end(), last, {}, &Match::first);
  return {begin, end};
}

Speaker SimpleSpeakers::person(const Person& row) const {
  const Office* office = article_.published ? Schema::office_on(row, *article_.published) : nullptr;
  return {{row.id}, row.name, office == nullptr ? "" : office->role, row.country};
}

std::string SimpleSpeakers::country_in(TokenIndex first, TokenIndex last) const {
  for (const Match& match : matches_in(first, last)) {
    for (const Sense& sense : match.senses) {
      if (is_place(sense.kind)) {
        return rules_.schema.countries()[sense.row].id;
      }
    }
  }
  return {};
}

std::optional<std::uint32_t> SimpleSpeakers::title_in(TokenIndex first, TokenIndex last) const {
  for (const Match& match : matches_in(first, last)) {
    for (const Sense& sense : match.senses) {
      if (sense.kind == SenseKind::Title && rules_.schema.titles()[sense.row].kind != "honorific") {
        return sense.row;
      }
    }
  }
  return std::nullopt;
}

// A person of the tables by a full name, or by a surname that one of them bore in an office then.
std::optional<SimpleSpeaker> SimpleSpeakers::by_table(TokenIndex first, TokenIndex last) const {
  const auto matches = matches_in(first, last);
  for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
    for (const Sense& sense : match->senses) {
      if (sense.kind != SenseKind::Person && sense.kind != SenseKind::Surname) {
        continue;
      }
      const Person& row = rules_.schema.people()[sense.row];
      const bool surname = sense.kind == SenseKind::Surname || match->last - match->first == 1;
      const bool in_office =
          article_.published && Schema::office_on(row, *article_.published) != nullptr;
      const bool han = document_.tokens[match->first].kind == TokenKind::Ideograph;
      if (surname && !in_office && !han) {
        continue;
      }
      if (sense.kind == SenseKind::Surname && match->senses.size() > 1) {
        continue;
      }
      return SimpleSpeaker{person(row), document_.range(match->first, match->last), {}, 0.97};
    }
  }
  return std::nullopt;
}

bool SimpleSpeakers::is_title_or_place(TokenIndex at) const {
  const auto& matches = document_.matches;
  const auto match =
      std::ranges::partition_point(matches, [at](const Match& m) { return m.last <= at; });
  return match != matches.end() && match->first <= at && !has_sense(*match, SenseKind::Person) &&
         !has_sense(*match, SenseKind::Surname);
}

// One capital word tells no name where every sentence, or in German every noun, has a capital: the
// text has to name somebody so in full. "sagte Merkel" is one, for a noun would have an article.
bool SimpleSpeakers::is_mere_capital(TokenIndex begin, TokenIndex end, TokenIndex subject) {
  if (end - begin > 1) {
    return false;
  }
  const bool opens =
      begin == 0 || document_.tokens[begin - 1].kind == TokenKind::Stop || starts_sentence(begin);
  const bool noun = article_.language == "de" && begin != subject;
  return (opens || noun) && !names_.has_full_name(document_.word(begin));
}

bool SimpleSpeakers::starts_sentence(TokenIndex at) const {
  const auto sentence = std::ranges::partition_point(
      document_.sentences, [at](const Sentence& s) { return s.last_token <= at; });
  return sentence != document_.sentences.end() && sentence->first_token == at;
}

// "M. Duvarrec", "Mme Orlano"
bool SimpleSpeakers::is_honorific(TokenIndex at) const {
  const std::string_view word = document_.word(at);
  return rules_.lexicon.has(document_.tokens[at], trait_honorific) ||
         (article_.language == "fr" && (word == "M." || word == "MM." || word == "Mlle"));
}

// The last run of capital words that are no title and no place; behind a title, Chinese characters.
std::optional<SimpleSpeaker> SimpleSpeakers::by_name(TokenIndex first, TokenIndex last) {
  const auto& tokens = document_.tokens;
  TokenIndex end = last;
  while (end > first) {
    TokenIndex begin = end;
    while (begin > first && tokens[begin - 1].is_word() && !is_title_or_place(begin - 1) &&
           (tokens[begin - 1].starts_capital() ||
            (begin < end && begin - 1 > first && tokens[begin - 1].range.size() <= 3))) {
      --begin;
    }
    while (begin < end && (!tokens[begin].starts_capital() || is_honorific(begin))) {
      ++begin;
    }
    if (begin < end && !is_mere_capital(begin, end, first)) {
      const TextRange range = document_.range(begin, end);
      return SimpleSpeaker{names_.named(range.in(document_.text)), range, {}, 0.95};
    }
    --end;
  }
  return document_.tokens[first].letters == LetterCase::None ? without_titles(first, last)
                                                             : std::nullopt;
}

// In a script without capitals, what is left of a noun phrase without titles, places and the words
// with an article that lead it: الوزير سامي الحسن.
std::optional<SimpleSpeaker> SimpleSpeakers::without_titles(TokenIndex first, TokenIndex last) {
  constexpr TokenIndex longest = 4;
  const bool titled = title_in(first, last).has_value() || has_article(first);
  while (first < last && (is_title_or_place(first) || has_article(first))) {
    ++first;
  }
  if (!titled || first == last || last - first > longest) {
    return std::nullopt;
  }
  const TextRange range = document_.range(first, last);
  return SimpleSpeaker{names_.named(range.in(document_.text)), range, {}, 0.9};
}

bool SimpleSpeakers::has_article(TokenIndex at) const {
  return document_.word(at).starts_with("ال");
}

bool SimpleSpeakers::names_office(const Match& match) const {
  return std::ranges::any_of(match.senses, [this](const Sense& sense) {
    if (sense.kind != SenseKind::Title) {
      return false;
    }
    const std::string& kind = rules_.schema.titles()[sense.row].kind;
    return kind == "office" || kind == "spokesperson" || kind == "rank" || kind == "honorific";
  });
}

// The name behind the last title: 外交部发言人林剑.
std::optional<SimpleSpeaker> SimpleSpeakers::by_han(TokenIndex first, TokenIndex last) {
  constexpr std::uint32_t slack = 6;  // Bytes: two characters.
  const auto matches = matches_in(first, last);
  for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
    if (!names_office(*match) || match->last >= last) {
      continue;
    }
    const auto named = name_behind(match->last);
    if (named && named->range.end + slack >= document_.tokens[last - 1].range.end) {
      Speaker speaker = named->speaker;
      const auto title = title_in(match->first, match->last);
      speaker.role =
          speaker.role.empty() && title ? rules_.schema.titles()[*title].id : speaker.role;
      speaker.country = speaker.country.empty() ? country_in(first, match->first) : speaker.country;
      return SimpleSpeaker{speaker, named->range, {}, 0.93};
    }
  }
  return std::nullopt;
}

std::optional<SimpleSpeakers::Named> SimpleSpeakers::name_behind(TokenIndex first) {
  constexpr TokenIndex longest = 5, longest_han = 12;
  const auto& tokens = document_.tokens;
  TokenIndex last = first;
  if (first < tokens.size() && tokens[first].kind == TokenKind::Ideograph) {
    bool foreign = false;
    while (last < tokens.size() && last - first < longest_han &&
           (tokens[last].kind == TokenKind::Ideograph || document_.word(last) == "·") &&
           !ends_han_name(document_.word(last)) && !is_title_or_place(last)) {
      foreign = foreign || document_.word(last) == "·";
      ++last;
    }
    const TokenIndex length = last - first;
    if (length < 2 || (!foreign && length > 6)) {
      return std::nullopt;
    }
  } else {
    while (last < tokens.size() && last - first < longest && tokens[last].is_word() &&
           tokens[last].starts_capital() && !is_title_or_place(last)) {
      ++last;
    }
    if (last == first) {
      return std::nullopt;
    }
  }
  const TextRange range = document_.range(first, last);
  return Named{names_.named(range.in(document_.text)), range};
}

// Takes note of who bears which title, up to a place in the text.
void SimpleSpeakers::introduce(TokenIndex until) {
  for (; next_match_ < document_.matches.size(); ++next_match_) {
    const Match& match = document_.matches[next_match_];
    if (match.first >= until) {
      return;
    }
    if (!names_office(match)) {
      continue;
    }
    auto named = name_behind(match.last);
    if (!named) {
      continue;
    }
    for (const Sense& sense : match.senses) {
      if (sense.kind == SenseKind::Title) {
        named->speaker.role = named->speaker.role.empty() ? rules_.schema.titles()[sense.row].id
                                                          : named->speaker.role;
        std::erase_if(titled_, [&](const Titled& t) { return t.title == sense.row; });
        titled_.push_back({sense.row, *named});
      }
    }
  }
}

// "el ministro": who was last named with that title, or holds the office that it names.
std::optional<SimpleSpeaker> SimpleSpeakers::by_title(TokenIndex first, TokenIndex last) const {
  const auto title = title_in(first, last);
  if (!title) {
    return std::nullopt;
  }
  const TextRange mention = document_.range(first, last);
  const std::string country = country_in(first, last);
  for (const Titled& known : titled_) {
    if (known.title == *title && (country.empty() || known.who.speaker.country.empty() ||
                                  known.who.speaker.country == country)) {
      return SimpleSpeaker{known.who.speaker, mention, known.who.range, 0.88};
    }
  }
  if (!country.empty() && article_.published) {
    const std::string& role = rules_.schema.titles()[*title].id;
    if (const Person* holder = rules_.schema.holder(role, country, *article_.published)) {
      return SimpleSpeaker{person(*holder), mention, {}, 0.9};
    }
  }
  return std::nullopt;
}

std::optional<SimpleSpeaker> SimpleSpeakers::by_body(TokenIndex first, TokenIndex last) const {
  for (const Match& match : matches_in(first, last)) {
    for (const Sense& sense : match.senses) {
      const TextRange mention = document_.range(first, last);
      const bool whole = match.first == first && match.last == last;
      if (sense.kind == SenseKind::Body) {
        const Body& body = rules_.schema.bodies()[sense.row];
        return SimpleSpeaker{
            {{body.id}, body.name, "", body.country.empty() ? body.id : body.country},
            mention,
            {},
            0.95};
      }
      if (whole && is_place(sense.kind) && sense.kind != SenseKind::Demonym) {
        const Country& country = rules_.schema.countries()[sense.row];
        return SimpleSpeaker{{{country.id}, country.name, "", country.id}, mention, {}, 0.9};
      }
    }
  }
  return std::nullopt;
}

// "un porte-parole du ministère": somebody of whom a title, a body or a state is told; anything
// else that stands beside a cue is too doubtful to be shown as a speaker.
std::optional<SimpleSpeaker> SimpleSpeakers::unnamed(TokenIndex first, TokenIndex last) const {
  constexpr TokenIndex longest = 10;
  const bool described = title_in(first, last).has_value() || !country_in(first, last).empty();
  const bool person_like =
      document_.tokens[first].kind != TokenKind::Ideograph || last - first <= 8;
  if (last - first > longest || !person_like) {
    return std::nullopt;
  }
  const TextRange mention = document_.range(first, last);
  return SimpleSpeaker{
      NamedSpeakers::unnamed(std::string(mention.in(document_.text)), country_in(first, last)),
      mention,
      {},
      described ? 0.85 : 0.4};
}

bool SimpleSpeakers::is_pronoun(TokenIndex first, TokenIndex last) const {
  if (last - first > 1) {
    return false;
  }
  const std::string_view word = document_.word(first);
  return (rules_.words.roles(document_.tokens[first].word, article_.language) & role_pronoun) !=
             0 ||
         word == "他" || word == "她" || word == "其";
}

std::optional<SimpleSpeaker> SimpleSpeakers::last_one(TextRange mention) const {
  if (!last_) {
    return std::nullopt;
  }
  return SimpleSpeaker{last_->speaker, mention, last_->range, 0.85};
}

// Takes times and the words of reports off a Chinese subject: 王毅11日, 据新华社报道.
void SimpleSpeakers::trim_han(TokenIndex& first, TokenIndex& last) const {
  constexpr std::array<std::string_view, 12> endings = {"报道", "消息", "统计", "介绍",
                                                        "显示", "透露", "日前", "近日",
                                                        "今天", "当天", "昨天", "同时"};
  for (bool trimmed = true; trimmed && last > first;) {
    trimmed = false;
    const std::string_view end = document_.word(last - 1);
    const bool date = end == "日" || end == "月" || end == "年";
    if (date && last - first > 1 && document_.tokens[last - 2].kind == TokenKind::Number) {
      last -= 2;
      trimmed = true;
    } else if (last - first > 1) {
      const std::string_view two = document_.range(last - 2, last).in(document_.text);
      trimmed = std::ranges::find(endings, two) != endings.end();
      last -= trimmed ? 2 : 0;
    }
  }
  while (last - first > 2 && document_.tokens[first].kind == TokenKind::Number) {
    first += 2;
  }
}

std::optional<SimpleSpeaker> SimpleSpeakers::resolve(const SimpleClaim& claim) {
  introduce(std::max(claim.subject_last, claim.cue_last));
  TokenIndex first = claim.subject_first;
  TokenIndex last = claim.subject_last;
  if (article_.language == "zh" && first < last) {
    trim_han(first, last);
    if (first == last) {
      return std::nullopt;
    }
  }
  std::optional<SimpleSpeaker> found;
  if (first >= last) {
    found = last_one({});
  } else if (is_pronoun(first, last)) {
    found = last_one(document_.range(first, last));
  } else if (!(found = by_table(first, last))) {
    if (document_.tokens[first].kind == TokenKind::Ideograph) {
      found = by_han(first, last);
    } else {
      found = by_name(first, last);
    }
    found = found ? found : by_title(first, last);
    found = found ? found : by_body(first, last);
    found = found ? found : unnamed(first, last);
  }
  if (found) {
    last_ = Named{found->speaker, found->antecedent.empty() ? found->mention : found->antecedent};
  }
  return found;
}

}  // namespace verbale::attribution
