#include "attribution/speech.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

// What the words around a country's name say for its being the speaker's own. Weights were set on
// half of the UN's general debates and checked on the other half (docs/attribution_context.md).
constexpr double own_country = 10;  // my country, X
constexpr double on_behalf = 8;     // on behalf of the people of X
constexpr double we_in = 6;         // we in X
constexpr double delegation = 2;    // the X delegation, the delegation of X
constexpr double holds = 2;         // X believes that
constexpr double named = 0.1;       // X
constexpr double threshold = 3;
constexpr double lead = 2;  // Times the score of the second.

constexpr std::string_view own_words[] = {"my", "our"};
constexpr std::string_view own_nouns[] = {"country", "nation",     "delegation", "government",
                                          "people",  "homeland",   "republic",   "state",
                                          "island",  "motherland", "land",       "kingdom"};

// "our sister country, X" is another country.
constexpr std::string_view kin_words[] = {"sister",      "brother",      "brotherly", "fraternal",
                                          "neighboring", "neighbouring", "friendly",  "neighbour"};

// What a state says of itself in the present tense and hardly ever of another one.
constexpr std::string_view stances[] = {
    "believes",   "welcomes",      "reaffirms",  "supports",   "calls",      "wishes",
    "reiterates", "remains",       "stands",     "attaches",   "hopes",      "appeals",
    "urges",      "congratulates", "commends",   "joins",      "shares",     "associates",
    "aligns",     "notes",         "considers",  "regrets",    "looks",      "pledges",
    "advocates",  "condemns",      "endorses",   "favours",    "favors",     "firmly",
    "strongly",   "fully",         "therefore",  "reaffirmed", "deplores",   "expresses",
    "cherishes",  "pays",          "warmly",     "also",       "views",      "trusts",
    "will",       "recognizes",    "recognises", "maintains",  "subscribes", "insists"};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

struct Score {
  double sum = 0;
  double best = 0;  // Of the strongest single place.
  TextRange evidence;
};

class SpeechReader {
 public:
  SpeechReader(const Document& document, std::span<const AboutMention> mentions)
      : document_(document), mentions_(mentions) {}

  std::optional<SpeechCountry> run() {
    for (const AboutMention& mention : mentions_) {
      add(mention);
    }
    const Score* first = nullptr;
    std::string_view id;
    double second = 0;
    for (const auto& [country, score] : scores_) {
      if (first == nullptr || score.sum > first->sum) {
        second = first == nullptr ? 0 : first->sum;
        first = &score;
        id = country;
      } else {
        second = std::max(second, score.sum);
      }
    }
    if (first == nullptr || first->sum < threshold || first->sum < lead * second) {
      return std::nullopt;
    }
    return SpeechCountry{id, first->evidence};
  }

 private:
  TokenIndex token_at(std::uint32_t offset) const {
    const auto found = std::ranges::partition_point(
        document_.tokens, [offset](const Token& token) { return token.range.begin < offset; });
    return static_cast<TokenIndex>(found - document_.tokens.begin());
  }

  std::string word(TokenIndex at) const {
    return at < document_.tokens.size() && document_.tokens[at].is_word()
               ? std::string(fold_word(document_.word(at)).view())
               : std::string();
  }
  bool is(TokenIndex at, TokenKind kind) const {
    return at < document_.tokens.size() && document_.tokens[at].kind == kind;
  }

  void add(const AboutMention& mention) {
    if (mention.source != AboutSource::Name && mention.source != AboutSource::Demonym) {
      return;
    }
    const TokenIndex first = token_at(mention.range.begin);
    const TokenIndex last = token_at(mention.range.end);
    if (first < 4) {
      return;
    }
    const double weight = mention.source == AboutSource::Name ? name_weight(first, last)
                                                              : demonym_weight(first, last);
    Score& score = scores_[mention.id];
    score.sum += weight;
    if (weight > score.best) {
      score.best = weight;
      score.evidence = {document_.tokens[first - 3].range.begin, mention.range.end};
    }
  }

  // "the Velmark delegation", "we Velmarkians"
  double demonym_weight(TokenIndex first, TokenIndex last) const {
    const std::string after = word(last);
    if (after == "delegation") {
      return delegation;
    }
    return word(first - 1) == "we" && !is(last, TokenKind::Word) ? we_in : named;
  }

  double name_weight(TokenIndex first, TokenIndex last) const {
    if (is_apposed(first)) {
      return own_country;
    }
    const TokenIndex start = skip_article(first);
    const std::string before = word(start - 1);
    if (before == "of") {
      return after_of(start - 1);
    }
    if (before == "in" && word(start - 2) == "we") {
      return we_in;
    }
    return contains(stances, word(last)) && opens_clause(start) ? holds : named;
  }

  // "my country, Velmark", "my own country, the Republic of Velmark", "my beloved country Velmark"
  bool is_apposed(TokenIndex first) const {
    constexpr TokenIndex farthest = 9;
    for (TokenIndex at = first; at-- > 3 && first - at < farthest && !is(at, TokenKind::Stop);) {
      if (contains(own_nouns, word(at)) && is_own(at)) {
        const bool near = is(at + 1, TokenKind::Comma) || at + 1 == first;
        return near && only_names_between(at + 1, first);
      }
    }
    return false;
  }

  // "my country", "my own beloved country", and not "my sister country"
  bool is_own(TokenIndex noun) const {
    for (TokenIndex at = noun - 1; at + 4 > noun; --at) {
      const std::string before = word(at);
      if (contains(own_words, before)) {
        return true;
      }
      if (before.empty() || contains(kin_words, before)) {
        return false;
      }
    }
    return false;
  }

  bool only_names_between(TokenIndex first, TokenIndex last) const {
    for (TokenIndex at = first; at < last; ++at) {
      const std::string between = word(at);
      const bool fits = is(at, TokenKind::Comma) || between == "the" || between == "of" ||
                        document_.tokens[at].starts_capital();
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  TokenIndex skip_article(TokenIndex first) const {
    TokenIndex at = first;
    while (at > 4 && first - at < 4 &&
           (word(at - 1) == "the" || (word(at - 1) == "of" && is_form_of_state(word(at - 2))) ||
            is_form_of_state(word(at - 1)))) {
      --at;
    }
    return at;
  }

  static bool is_form_of_state(std::string_view folded) {
    return folded == "republic" || folded == "kingdom" || folded == "commonwealth" ||
           folded == "state" || folded == "federation" || folded == "federal" ||
           folded == "democratic" || folded == "islamic" || folded == "united";
  }

  // "on behalf of the Government and people of X", "the delegation of X", "I bring greetings from
  // the people of X"; `of` is the token before the name.
  double after_of(TokenIndex of) const {
    constexpr TokenIndex farthest = 12;
    const std::string noun = word(of - 1);
    double weight = noun == "delegation" ? delegation : named;
    for (TokenIndex at = of; at-- > 2 && of - at < farthest;) {
      if (is(at, TokenKind::Stop)) {
        break;
      }
      const std::string here = word(at);
      const bool behalf = here == "behalf" && word(at - 1) == "on";
      const bool greetings = here == "greetings" && (noun == "people" || noun == "government");
      if (behalf || greetings) {
        return on_behalf;
      }
    }
    return weight;
  }

  // The start of a sentence, or after a comma or a word that opens a clause.
  bool opens_clause(TokenIndex start) const {
    const Token& before = document_.tokens[start - 1];
    if (!before.is_word()) {
      return before.kind != TokenKind::Number;
    }
    const std::string folded = word(start - 1);
    return folded == "that" || folded == "and" || folded == "regard" || folded == "why" ||
           folded == "part" || document_.tokens[start].range.begin == 0;
  }

  const Document& document_;
  std::span<const AboutMention> mentions_;
  std::map<std::string_view, Score> scores_;
};

bool addresses_audience(const Document& document, TokenIndex at) {
  constexpr std::array<std::array<std::string_view, 2>, 10> addresses = {
      {{"mr", "president"},
       {"madam", "president"},
       {"mr", "chairman"},
       {"my", "delegation"},
       {"ladies", "and"},
       {"distinguished", "delegates"},
       {"general", "assembly"},
       {"fellow", "citizens"},
       {"this", "assembly"},
       {"your", "excellencies"}}};
  if (at + 1 >= document.tokens.size() || !document.tokens[at + 1].is_word()) {
    return false;
  }
  const FoldedWord first = fold_word(document.word(at));
  return std::ranges::any_of(addresses, [&](const auto& address) {
    return first.view() == address[0] && fold_word(document.word(at + 1)).view() == address[1];
  });
}

}  // namespace

bool is_speech(const Document& document, const Lexicon& lexicon) {
  constexpr std::size_t shortest = 150;         // Words; a post is no speech.
  constexpr std::size_t per_first_person = 80;  // At least one such word in so many.
  std::size_t words = 0, first_person = 0, addresses = 0;
  auto quotation = document.quotations.begin();
  for (TokenIndex at = 0; at < document.tokens.size(); ++at) {
    while (quotation != document.quotations.end() && quotation->close <= at) {
      ++quotation;
    }
    const Token& token = document.tokens[at];
    if (!token.is_word() || (quotation != document.quotations.end() && quotation->open <= at)) {
      continue;
    }
    ++words;
    first_person += lexicon.has(token, trait_first_person) ? 1 : 0;
    const bool may_address = token.starts_capital() || lexicon.has(token, trait_first_person);
    addresses += may_address && addresses_audience(document, at) ? 1 : 0;
  }
  return words >= shortest && addresses > 0 && first_person * per_first_person >= words;
}

std::optional<SpeechCountry> speech_country(const Document& document,
                                            std::span<const AboutMention> mentions) {
  return SpeechReader(document, mentions).run();
}

}  // namespace verbale::attribution
