#include "attribution/turn_people.h"

#include <algorithm>

#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

constexpr std::string_view interview_words[] = {
    "interview", "conversation", "entrevista", "entretien", "gespräch", "интервью", "q&a"};
constexpr std::string_view interview_links[] = {"with", "mit", "con", "com", "avec", "a", "à", "с"};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::any_of(
      list, [&](std::string_view listed) { return fold_word(listed).view() == word; });
}

std::string folded_surname(std::string_view name) {
  const std::size_t space = name.find_last_of(' ');
  return std::string(
      fold_word(space == std::string_view::npos ? name : name.substr(space + 1)).view());
}

}  // namespace

TurnPeople::TurnPeople(const SpeechSources& sources, NamedSpeakers& speakers,
                       const std::vector<Turn>& turns)
    : sources_(sources),
      speakers_(speakers),
      turns_(turns),
      title_(read_document(sources.article.title, sources.lexicon, {}, sources.article.language)),
      heading_end_(sources.document.paragraphs[turns.front().first_paragraph].first_token) {}

bool TurnPeople::is_name_word(const Document& document, TokenIndex at) const {
  constexpr Traits no_name = trait_title | trait_honorific | trait_determiner | trait_preposition |
                             trait_coordinator | trait_body_noun | trait_document_noun |
                             trait_weekday | trait_month | trait_cue;
  const Token& token = document.tokens[at];
  return token.is_word() && token.starts_capital() && token.range.size() > 1 &&
         !sources_.lexicon.has(token, no_name);
}

// The capital words from a token on.
std::string TurnPeople::name_at(const Document& document, TokenIndex first, TokenIndex end) const {
  constexpr TokenIndex longest = 4;
  TokenIndex last = first;
  while (last < end && last - first < longest && is_name_word(document, last)) {
    ++last;
  }
  return last == first ? std::string() : std::string(document.range(first, last).in(document.text));
}

// "Ilse Maravenn" before ", foreign minister".
std::string TurnPeople::name_before(const Document& document, TokenIndex end) const {
  constexpr TokenIndex longest = 4;
  TokenIndex first = end;
  while (first > 0 && end - first < longest && is_name_word(document, first - 1)) {
    --first;
  }
  return end - first < 2 ? std::string()
                         : std::string(document.range(first, end).in(document.text));
}

std::string_view TurnPeople::office_of(const Match& match) const {
  for (const Sense& sense : match.senses) {
    const Title* title =
        sense.kind == SenseKind::Title ? &sources_.schema.titles()[sense.row] : nullptr;
    if (title != nullptr && (title->kind == "office" || title->kind == "spokesperson")) {
      return title->id;
    }
  }
  return {};
}

void TurnPeople::add_with_offices(const Document& document, TokenIndex end,
                                  Candidates& found) const {
  for (const Match& match : document.matches) {
    if (match.last > end) {
      return;
    }
    const std::string_view office = office_of(match);
    const bool former =
        match.first > 0 && fold_word(document.word(match.first - 1)).view() == "former";
    if (office.empty() || former) {
      continue;
    }
    std::string name = name_at(document, match.last, end);
    if (name.empty() && match.first > 1 &&
        document.tokens[match.first - 1].kind == TokenKind::Comma) {
      name = name_before(document, match.first - 1);
    }
    if (!name.empty()) {
      found.push_back({std::move(name), std::string(office)});
    }
  }
}

// Everybody whom the heading names with the office, or with any.
TurnPeople::Candidates TurnPeople::with_offices(std::string_view role) const {
  Candidates found;
  add_with_offices(title_, static_cast<TokenIndex>(title_.tokens.size()), found);
  add_with_offices(sources_.document, heading_end_, found);
  std::erase_if(
      found, [&](const Candidate& candidate) { return !role.empty() && candidate.role != role; });
  return found;
}

// The full name behind "interview with", over the titles before it; empty for an outlet's: "with
// the Narrow Sea Post".
std::string TurnPeople::interviewed_behind(const Document& document, TokenIndex at,
                                           TokenIndex end) const {
  constexpr TokenIndex farthest = 10;
  const TokenIndex limit = std::min(end, at + farthest);
  while (at < limit && !is_name_word(document, at)) {
    if (!document.tokens[at].is_word()) {
      return {};
    }
    ++at;
  }
  if (at >= limit || sources_.lexicon.has(document.tokens[at - 1], trait_determiner)) {
    return {};
  }
  std::string name = name_at(document, at, end);
  return name.find(' ') == std::string::npos ? std::string() : name;
}

void TurnPeople::add_interviewed(const Document& document, TokenIndex end,
                                 Candidates& found) const {
  for (TokenIndex at = 0; at + 2 < end; ++at) {
    if (!contains(interview_words, fold_word(document.word(at)).view()) ||
        !contains(interview_links, fold_word(document.word(at + 1)).view())) {
      continue;
    }
    if (std::string name = interviewed_behind(document, at + 2, end); !name.empty()) {
      found.push_back({std::move(name), {}});
    }
  }
}

TurnPeople::Candidates TurnPeople::interviewed() const {
  Candidates found;
  add_interviewed(title_, static_cast<TokenIndex>(title_.tokens.size()), found);
  add_interviewed(sources_.document, heading_end_, found);
  return found;
}

// The one person of the candidates, by the longest of the names; nobody when there are two.
Speaker TurnPeople::only(const Candidates& found) {
  if (found.empty()) {
    return {};
  }
  const std::string surname = folded_surname(found.front().name);
  const bool several = std::ranges::any_of(
      found, [&](const Candidate& candidate) { return folded_surname(candidate.name) != surname; });
  if (several) {
    return {};
  }
  const Candidate& fullest = *std::ranges::max_element(
      found, {}, [](const Candidate& candidate) { return candidate.name.size(); });
  Speaker speaker = speakers_.named(fullest.name);
  speaker.role = speaker.role.empty() ? fullest.role : speaker.role;
  return speaker;
}

Speaker TurnPeople::holder(std::string_view role) const {
  const Article& article = sources_.article;
  const std::string country = speakers_.country_named(article.country);
  const Person* person = country.empty() || !article.published
                             ? nullptr
                             : sources_.schema.holder(role, country, *article.published);
  return person == nullptr
             ? Speaker{}
             : Speaker{{person->id}, person->name, std::string(role), person->country};
}

// "PRESIDENT VELDE:" is the guest where "THE PRESIDENT:" speaks, too.
bool TurnPeople::has_own_label(const Candidate& candidate) const {
  const std::string surname = folded_surname(candidate.name);
  return std::ranges::any_of(turns_, [&](const Turn& turn) {
    return !turn.name.empty() && folded_surname(turn.name.in(sources_.document.text)) == surname;
  });
}

Speaker TurnPeople::in_office(const Turn& turn) {
  Candidates named = with_offices(turn.role);
  std::erase_if(named, [&](const Candidate& candidate) { return has_own_label(candidate); });
  if (Speaker speaker = only(named); !speaker.id.empty()) {
    return speaker;
  }
  if (Speaker known = holder(turn.role); !known.id.empty()) {
    return known;
  }
  Speaker office = NamedSpeakers::unnamed("the " + sources_.schema.title(turn.role)->label);
  office.role = turn.role;
  return office;
}

Speaker TurnPeople::interviewee() {
  const Candidates named = interviewed();
  return only(named.empty() ? with_offices({}) : named);
}

}  // namespace verbale::attribution
