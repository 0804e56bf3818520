#include "attribution/about.h"

#include <algorithm>
#include <map>
#include <set>

#include "attribution/about_words.h"
#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

// A match of the tables that may name a place or a body.
struct Candidate {
  Match match;
  bool is_person = false;  // "Michael Jordan", "Mr. Jordan"
  bool located = false;    // "in Jordan": a place whatever else the article calls so
  bool dropped = false;
};

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool names_place_or_body(SenseKind kind) {
  switch (kind) {
    case SenseKind::Country:
    case SenseKind::Demonym:
    case SenseKind::Capital:
    case SenseKind::Metonym:
    case SenseKind::City:
    case SenseKind::Body:
      return true;
    default:
      return false;
  }
}

bool has_place_or_body(const Match& match) {
  return std::ranges::any_of(match.senses,
                             [](const Sense& sense) { return names_place_or_body(sense.kind); });
}

AboutSource source_of(SenseKind kind) {
  switch (kind) {
    case SenseKind::Country:
      return AboutSource::Name;
    case SenseKind::Demonym:
      return AboutSource::Demonym;
    case SenseKind::Metonym:
      return AboutSource::Metonym;
    case SenseKind::Capital:
      return AboutSource::Capital;
    case SenseKind::City:
      return AboutSource::City;
    default:
      return AboutSource::Body;
  }
}

bool exists_on(const Country& country, const std::optional<Date>& day) {
  if (!day) {
    return !country.until;
  }
  return (!country.from || country.from->first_day() <= day->last_day()) &&
         (!country.until || day->first_day() <= country.until->last_day());
}

// Decides for one article which matches are what they look like.
class AboutReader {
 public:
  AboutReader(const Document& document, const Lexicon& lexicon, const Schema& schema)
      : document_(document), lexicon_(lexicon), schema_(schema) {}

  std::vector<AboutMention> run(const std::optional<Date>& day) {
    collect();
    drop_people();
    drop_georgia();
    std::vector<AboutMention> mentions;
    for (const Candidate& candidate : candidates_) {
      if (!candidate.dropped && !candidate.is_person) {
        add_mentions(candidate, day, mentions);
      }
    }
    return mentions;
  }

 private:
  std::string_view folded(TokenIndex at) const {
    return at < document_.tokens.size() ? lexicon_.spelling(document_.tokens[at].word)
                                        : std::string_view();
  }
  bool adjacent(TokenIndex at) const {  // A word right behind the token before it.
    return at < document_.tokens.size() && document_.tokens[at].is_word();
  }
  std::string word_before(TokenIndex at) const { return at > 0 ? word_at(at - 1) : ""; }
  std::string word_at(TokenIndex at) const {
    return adjacent(at) ? std::string(fold_word(document_.word(at)).view()) : "";
  }
  bool is_capital(TokenIndex at) const {
    return adjacent(at) && document_.tokens[at].starts_capital();
  }

  void collect() {
    for (const Match& match : document_.matches) {
      if (has_place_or_body(match) && !is_other_name(match)) {
        candidates_.push_back(judge(match));
      }
    }
    add_compounds();
  }

  // "US-led", "Russia-Ukraine": the parts of words with a hyphen that the tables do not have whole.
  void add_compounds() {
    std::vector<Token> parts;
    for (TokenIndex at = 0; at < document_.tokens.size(); ++at) {
      const Token& token = document_.tokens[at];
      if (token.is_word() && token.word == unknown_word &&
          document_.word(at).find('-') != std::string_view::npos) {
        add_parts(at, parts);
      }
    }
    std::ranges::stable_sort(candidates_, {}, [](const Candidate& c) { return c.match.first; });
  }

  void add_parts(TokenIndex at, std::vector<Token>& parts) {
    const std::string_view word = document_.word(at);
    for (std::size_t begin = 0; begin <= word.size();) {
      const std::size_t end = std::min(word.find('-', begin), word.size());
      const TextRange part{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      parts.clear();
      tokenize(word, part, lexicon_, parts);
      const Match match = parts.empty() ? Match{} : lexicon_.match_at(parts, 0);
      if (!parts.empty() && match.last == parts.size() && has_place_or_body(match)) {
        candidates_.push_back({.match = {at, at + 1, match.senses}, .located = true});
      }
      begin = end + 1;
    }
  }

  // Part of the name of something else: an outlet, a water, an idiom, a town in America.
  bool is_other_name(const Match& match) const {
    const std::string before = word_before(match.first);
    const std::string after = word_at(match.last);
    const bool capital_after = is_capital(match.last);
    if (capital_after && contains(nouns_of_other_names(), after)) {
      return true;
    }
    if (match.senses.front().kind == SenseKind::Demonym && contains(currencies(), after)) {
      return true;
    }
    const bool single = match.last - match.first == 1;
    if (single && is_landscape(before, after, match)) {
      return true;
    }
    const std::string_view name = folded(match.first);
    const bool says_nothing = single && std::ranges::any_of(idioms(), [&](const Idiom& idiom) {
                                return idiom.demonym == name && idiom.noun == after;
                              });
    return says_nothing || is_american_town(match);
  }

  bool is_landscape(std::string_view before, std::string_view after, const Match& match) const {
    const bool capital_before = match.first > 0 && is_capital(match.first - 1);
    const bool of = before == "of" && match.first > 1;
    const std::string before_of = of ? word_before(match.first - 1) : "";
    if (of && (before_of == "gulf" || before_of == "sea" || before_of == "bay")) {
      return is_capital(match.first - 2);
    }
    return std::ranges::any_of(landscapes(), [&](const Surrounding& around) {
      const bool front = around.before.empty() || (around.before == before && capital_before);
      const bool back = around.after.empty() || (around.after == after && is_capital(match.last));
      return front && back;
    });
  }

  // "Paris, Texas"
  bool is_american_town(const Match& match) const {
    const bool town = std::ranges::any_of(match.senses, [](const Sense& sense) {
      return sense.kind == SenseKind::Capital || sense.kind == SenseKind::City;
    });
    const bool comma = match.last < document_.tokens.size() &&
                       document_.tokens[match.last].kind == TokenKind::Comma;
    if (!town || !comma || !is_capital(match.last + 1)) {
      return false;
    }
    const std::string state = word_at(match.last + 1);
    return contains(states_of_the_union(), state);
  }

  Candidate judge(const Match& match) const {
    Candidate candidate{.match = match};
    if (match.last - match.first != 1 || !adjacent(match.first)) {
      return candidate;
    }
    const std::string before = word_before(match.first);
    candidate.located = contains(locating_words(), before);
    candidate.is_person = is_surname(match) || is_given_name(match);
    return candidate;
  }

  // "Michael Jordan", "Rep. Jordan"
  bool is_surname(const Match& match) const {
    if (match.first == 0 || !is_capital(match.first - 1) ||
        !document_.tokens[match.first].space_before) {
      return false;
    }
    const Token& before = document_.tokens[match.first - 1];
    if (lexicon_.has(before, trait_honorific)) {
      return true;
    }
    constexpr Traits words = trait_auxiliary | trait_preposition | trait_month | trait_adverb |
                             trait_verb | trait_cue | trait_title;
    return lexicon_.has(before, trait_given_name) && !lexicon_.has(before, words) &&
           !is_matched(match.first - 1);
  }

  // "Jordan Peele": a name that people are given, before a capital word that the tables lack.
  bool is_given_name(const Match& match) const {
    const Token& token = document_.tokens[match.first];
    return lexicon_.has(token, trait_given_name) && is_capital(match.last) &&
           document_.tokens[match.last].word == unknown_word &&
           document_.tokens[match.last].letters == LetterCase::Capital;
  }

  // Whether the token belongs to a place's name itself: "China" before "India" is no given name.
  bool is_matched(TokenIndex at) const {
    return !candidates_.empty() && candidates_.back().match.last > at;
  }

  // An article that calls somebody Jim Jordan means him by Jordan, but not by "in Jordan".
  void drop_people() {
    std::map<WordId, int> people;
    for (const Candidate& candidate : candidates_) {
      const WordId word = document_.tokens[candidate.match.first].word;
      people[word] += candidate.is_person ? 1 : 0;
    }
    for (Candidate& candidate : candidates_) {
      const bool single = candidate.match.last - candidate.match.first == 1;
      if (single && people[document_.tokens[candidate.match.first].word] > 0 &&
          !candidate.located) {
        candidate.dropped = true;
      }
    }
  }

  // Georgia is the state in the South when the article speaks of the South and not of the Caucasus.
  void drop_georgia() {
    const WordId georgia = lexicon_.find("georgia");
    const bool any = std::ranges::any_of(candidates_, [&](const Candidate& candidate) {
      return document_.tokens[candidate.match.first].word == georgia;
    });
    if (georgia == unknown_word || !any) {
      return;
    }
    const std::size_t caucasus = count_words(caucasus_words());
    const std::size_t south = count_words(southern_words());
    for (Candidate& candidate : candidates_) {
      const bool is_georgia = document_.tokens[candidate.match.first].word == georgia &&
                              candidate.match.last - candidate.match.first == 1;
      candidate.dropped = candidate.dropped || (is_georgia && caucasus <= south);
    }
  }

  // How many of the words occur; each counts once.
  std::size_t count_words(std::span<const std::string_view> words) const {
    std::set<std::string_view> found;
    for (const Token& token : document_.tokens) {
      if (!token.is_word() || !token.starts_capital()) {
        continue;
      }
      const FoldedWord folded_word = fold_word(token.range.in(document_.text));
      const auto known = std::ranges::find(words, folded_word.view());
      if (known != words.end()) {
        found.insert(*known);
      }
    }
    return found.size();
  }

  void add_mentions(const Candidate& candidate, const std::optional<Date>& day,
                    std::vector<AboutMention>& mentions) const {
    const TextRange range = document_.range(candidate.match.first, candidate.match.last);
    std::vector<const Country*> countries;
    std::vector<const Body*> bodies;
    SenseKind kind = SenseKind::City;
    for (const Sense& sense : candidate.match.senses) {
      if (sense.kind == SenseKind::Body) {
        bodies.push_back(&schema_.bodies()[sense.row]);
      } else if (names_place_or_body(sense.kind) && sense.kind <= kind) {
        countries.push_back(&schema_.countries()[sense.row]);
        kind = sense.kind;
      }
    }
    for (const Body* body : bodies) {
      // "The Kremlin" is both an office and a metonym: talked about is the country.
      const auto is_its_country = [body](const Country* c) { return c->id == body->country; };
      if (std::ranges::none_of(countries, is_its_country)) {
        add_body(range, *body, mentions);
      }
    }
    if (countries.size() > 1) {
      std::erase_if(countries, [&](const Country* country) { return !exists_on(*country, day); });
    }
    if (countries.size() > 1) {  // The state that was then, before the one that always is.
      std::erase_if(countries, [](const Country* country) { return !country->until; });
    }
    if (countries.size() == 1) {
      const bool is_place =
          kind == SenseKind::City || (kind == SenseKind::Capital && candidate.located);
      mentions.push_back({range, countries.front()->id, source_of(kind), is_place});
    }
  }

  // Media are cited, and their names are no topic.
  void add_body(TextRange range, const Body& body, std::vector<AboutMention>& mentions) const {
    if (body.kind == "media") {
      return;
    }
    mentions.push_back({range, body.id, AboutSource::Body, false});
    if (!body.country.empty()) {
      mentions.push_back({range, body.country, AboutSource::Body, false});
    }
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const Schema& schema_;
  std::vector<Candidate> candidates_;
};

void drop_mere_places(std::vector<AboutMention>& mentions, TextRange dateline) {
  std::set<std::string_view> named;
  for (AboutMention& mention : mentions) {
    mention.is_place = mention.is_place && !dateline.contains(mention.range);
    if (!mention.is_place) {
      named.insert(mention.id);
    }
  }
  std::erase_if(mentions, [&](const AboutMention& mention) {
    return mention.is_place && !named.contains(mention.id);
  });
}

// The first paragraph that is a sentence and no heading or dateline alone.
std::uint32_t end_of_lead(const Document& document) {
  constexpr TokenIndex heading = 12;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.last_token - paragraph.first_token > heading) {
      return paragraph.range.end;
    }
  }
  return static_cast<std::uint32_t>(document.text.size());
}

}  // namespace

AboutRules::AboutRules(const Schema& schema, const Lexicon& lexicon)
    : schema_(schema), lexicon_(lexicon) {}

std::vector<AboutMention> AboutRules::find(const Document& document, const std::optional<Date>& day,
                                           TextRange dateline) const {
  auto mentions = AboutReader(document, lexicon_, schema_).run(day);
  drop_mere_places(mentions, dateline);
  return mentions;
}

std::vector<std::string> salient_places(const Document& document,
                                        std::span<const AboutMention> mentions,
                                        std::span<const AboutMention> title, TextRange dateline) {
  constexpr int comes_back = 3;
  const std::uint32_t lead_end = end_of_lead(document);
  std::map<std::string_view, int> weights;
  for (const AboutMention& mention : title) {
    weights[mention.id] = comes_back;
  }
  for (const AboutMention& mention : mentions) {
    const bool in_dateline = dateline.contains(mention.range);
    const bool in_lead = mention.range.end <= lead_end && mention.source < AboutSource::Capital;
    weights[mention.id] += in_dateline || in_lead                  ? comes_back
                           : mention.source < AboutSource::Capital ? 1
                                                                   : 0;
  }
  std::vector<std::string> salient;
  for (const auto& [id, weight] : weights) {
    if (weight >= comes_back) {
      salient.emplace_back(id);
    }
  }
  return salient;
}

}  // namespace verbale::attribution
